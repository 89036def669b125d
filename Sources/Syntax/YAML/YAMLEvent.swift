import SourceText

/// One step of a YAML source, in the terms of the specification's serialisation tree.
package enum YAMLEvent: Hashable, Sendable {
  /// A document starts; whether `---` says so.
  case documentStart(isExplicit: Bool)
  /// The document ends; whether `...` says so.
  case documentEnd(isExplicit: Bool)
  /// A sequence starts.
  case sequenceStart(NodeStyle, anchor: String?, tag: String?)
  /// A mapping starts; its keys and values follow in turn.
  case mappingStart(NodeStyle, anchor: String?, tag: String?)
  /// The innermost sequence ends.
  case sequenceEnd
  /// The innermost mapping ends.
  case mappingEnd
  /// A scalar with its content after unescaping and folding.
  case scalar(NodeStyle, String, anchor: String?, tag: String?)
  /// An alias of the named anchor.
  case alias(String)
}

/// Writes down what the reader sees, for comparison with the events that others see.
struct YAMLEventSink: YAMLSink, ~Copyable {
  private(set) var events: [YAMLEvent] = []
  private let bytes: [UInt8]
  private var pending: NodeProperties?
  private var openKinds: [NodeKind] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var mark: YAMLMark { YAMLMark(index: events.count) }

  mutating func beginDocument(isExplicit: Bool) {
    events.append(.documentStart(isExplicit: isExplicit))
  }

  mutating func endDocument(isExplicit: Bool) {
    events.append(.documentEnd(isExplicit: isExplicit))
  }

  mutating func attach(_ properties: NodeProperties) {
    pending = properties
  }

  mutating func scalar(_ style: NodeStyle, _ range: Range<Int>, text: String?) {
    let quote = style == .doubleQuoted || style == .singleQuoted ? 1 : 0
    let content =
      text
      ?? String(decoding: bytes[range.lowerBound + quote..<range.upperBound - quote], as: UTF8.self)
    events.append(.scalar(style, content, anchor: pending?.anchor, tag: pending?.tag))
    pending = nil
  }

  mutating func alias(_ name: String, _ range: Range<Int>) {
    events.append(.alias(name))
  }

  mutating func open(_ kind: NodeKind, at start: Int, style: NodeStyle) {
    openKinds.append(kind)
    events.append(
      kind == .mapping
        ? .mappingStart(style, anchor: pending?.anchor, tag: pending?.tag)
        : .sequenceStart(style, anchor: pending?.anchor, tag: pending?.tag))
    pending = nil
  }

  mutating func openMapping(
    before mark: YAMLMark, at start: Int, style: NodeStyle,
    properties: (mapping: NodeProperties, key: NodeProperties?)?
  ) {
    openKinds.append(.mapping)
    if let properties {
      let (anchor, tag) = (properties.key?.anchor, properties.key?.tag)
      switch events[mark.index] {
      case .sequenceStart(let keyStyle, _, _):
        events[mark.index] = .sequenceStart(keyStyle, anchor: anchor, tag: tag)
      case .mappingStart(let keyStyle, _, _):
        events[mark.index] = .mappingStart(keyStyle, anchor: anchor, tag: tag)
      default: break
      }
    }
    let own = properties?.mapping
    events.insert(.mappingStart(style, anchor: own?.anchor, tag: own?.tag), at: mark.index)
  }

  mutating func close(at end: Int) {
    events.append(openKinds.popLast() == .mapping ? .mappingEnd : .sequenceEnd)
  }

  mutating func comment(_ range: Range<Int>) {}

  mutating func note(_ diagnostic: Diagnostic) {}
}
