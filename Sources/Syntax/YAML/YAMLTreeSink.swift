import SourceText

/// Builds a tree from what the reader of a YAML source sees, and checks what needs more than grammar:
/// that keys differ, that aliases have their anchors and do not explode, and that the tree stays small.
struct YAMLTreeSink: YAMLSink {
  let source: SourceFile
  let bytes: [UInt8]
  let limits: InputLimits
  private(set) var builder: TreeBuilder

  /// A collection that is open, or at the bottom of the stack the document.
  private struct Open {
    let index: Int
    let start: Int
    var children = 0
    /// The nodes in it that following all aliases visits.
    var weight = 0
    var anchor: String?
  }

  /// What an anchor names.
  private struct Anchor {
    var index: Int
    /// The nodes that an alias visits; `nil` while the node is open.
    var weight: Int?
  }

  /// The innermost open collection, or the document.
  private var current = Open(index: 0, start: 0)
  /// What is open around it, the innermost last.
  private var outer: [Open] = []
  private var anchors: [String: Anchor] = [:]
  private var pending: NodeProperties?
  private var isPending = false
  /// The properties of the nodes, by rising index.
  private var properties: [(index: Int, value: NodeProperties)] = []
  /// The nodes that are visited through aliases.
  private var aliasWeight = 0
  private var duplicates = DuplicateKeyFinder()
  private var unlistedNotes = 0

  /// The number of notes that are listed; a hostile source could have millions.
  private static let mostNotes = 1_000

  init(source: SourceFile, limits: InputLimits) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.builder = TreeBuilder(expectingSourceOf: source.bytes.count)
    outer.reserveCapacity(16)
  }

  /// The finished tree.
  consuming func finish() -> SyntaxTree {
    builder.properties = Dictionary(
      properties.map { (UInt32(truncatingIfNeeded: $0.index), $0.value) }
    ) { _, last in last }
    if unlistedNotes > 0 {
      builder.notes.append(
        Diagnostic(
          .note, at: SourceSpan(source: source.id, 0..<0),
          "\(unlistedNotes) more notes about this file are not listed"))
    }
    return builder.finish(source)
  }

  var mark: YAMLMark {
    YAMLMark(index: builder.count, weight: current.weight)
  }

  mutating func beginDocument(isExplicit: Bool) {
    anchors.removeAll()
    current = Open(index: builder.count, start: 0)
    builder.beginDocument()
  }

  mutating func endDocument(isExplicit: Bool) {}

  mutating func attach(_ properties: NodeProperties) {
    pending = properties
    isPending = true
  }

  mutating func comment(_ range: Range<Int>) {
    builder.comments.append(SourceSpan(source: source.id, range))
  }

  mutating func note(_ diagnostic: Diagnostic) {
    if builder.notes.count < Self.mostNotes {
      builder.notes.append(diagnostic)
    } else {
      unlistedNotes += 1
    }
  }

  // MARK: Scalars

  mutating func scalar(
    _ style: NodeStyle, _ range: Range<Int>, text: String?
  ) throws(SyntaxError) {
    try checkNodes(range)
    if isPending || text != nil {
      return try addUnusualScalar(style, range, text: text)
    }
    var kind = NodeKind.string
    if style == .plain {
      let resolution = CoreSchema.resolve(bytes.span, range)
      kind = resolution.kind
      if let legacy = resolution.legacy { noteLegacy(legacy, range) }
    }
    builder.appendVerbatim(kind, range, style: style)
    current.children += 1
    current.weight += 1
  }

  /// Adds a scalar that has properties or does not stand verbatim.
  @inline(never)
  private mutating func addUnusualScalar(
    _ style: NodeStyle, _ range: Range<Int>, text: String?
  ) throws(SyntaxError) {
    let tag = pending?.tag
    let index = builder.count
    let anchor = takeProperties(at: index)
    var kind = NodeKind.string
    if tag != nil || style == .plain {
      let quote = style == .doubleQuoted || style == .singleQuoted ? 1 : 0
      let content =
        text.map { Array($0.utf8) }
        ?? Array(bytes[range.lowerBound + quote..<range.upperBound - quote])
      kind = resolve(content, range, style: style, tag: tag)
    }
    if let text {
      builder.appendDecoded(kind, range, text: text, style: style)
    } else {
      builder.appendVerbatim(kind, range, style: style)
    }
    if let anchor { anchors[anchor] = Anchor(index: index, weight: 1) }
    addChild(weight: 1)
  }

  /// What `content` is under its tag; a tag that it does not fit leaves a warning and a string.
  private mutating func resolve(
    _ content: [UInt8], _ range: Range<Int>, style: NodeStyle, tag: String?
  ) -> NodeKind {
    let resolution = CoreSchema.resolve(content.span, 0..<content.count)
    guard let tag else {
      if let legacy = resolution.legacy { noteLegacy(legacy, range) }
      return resolution.kind
    }
    guard tag.hasPrefix(CoreSchema.tagPrefix) else { return .string }
    let name = tag.dropFirst(CoreSchema.tagPrefix.count)
    let wanted: NodeKind
    switch name {
    case "null": wanted = .null
    case "bool": wanted = .boolean
    case "int": wanted = .integer
    case "float": wanted = .float
    default: return .string
    }
    if resolution.kind == wanted || (wanted == .float && resolution.kind == .integer) {
      return wanted
    }
    note(
      Diagnostic(
        .warning, at: SourceSpan(source: source.id, range),
        "the value is not what its tag `!!\(name)` says, and is read as text"))
    return .string
  }

  // MARK: Aliases

  mutating func alias(_ name: String, _ range: Range<Int>) throws(SyntaxError) {
    try checkNodes(range)
    guard let anchor = anchors[name] else { throw unknownAlias(name, range) }
    guard let weight = anchor.weight else { throw cyclicAlias(name, range, of: anchor.index) }
    // Neither sum overflows: both are below the limit, and weights add up to nodes and these.
    aliasWeight += weight
    if aliasWeight > min(limits.expandedNodes, 1 << 48) { throw explosion(name, range) }
    builder.appendAlias(of: anchor.index, range)
    addChild(weight: weight)
  }

  // MARK: Collections

  mutating func open(_ kind: NodeKind, at start: Int, style: NodeStyle) throws(SyntaxError) {
    try checkNodes(start..<start + 1)
    var anchor: String?
    if isPending { anchor = takeProperties(at: builder.count) }
    let index = builder.open(kind, at: start, style: style)
    if let anchor { anchors[anchor] = Anchor(index: index, weight: nil) }
    outer.append(current)
    current = Open(index: index, start: start, anchor: anchor)
  }

  mutating func openMapping(
    before mark: YAMLMark, at start: Int, style: NodeStyle,
    properties moved: (mapping: NodeProperties, key: NodeProperties?)?
  ) throws(SyntaxError) {
    try checkNodes(start..<start + 1)
    let keyWeight = current.weight - mark.weight
    current.children -= 1
    current.weight = mark.weight
    builder.insertMapping(before: mark.index, at: start, style: style)
    shiftProperties(from: mark.index)
    var opened = Open(index: mark.index, start: start, children: 1, weight: keyWeight)
    if let moved {
      opened.anchor = split(moved, at: mark.index, keyWeight: keyWeight)
    }
    outer.append(current)
    current = opened
  }

  mutating func close(at end: Int) throws(SyntaxError) {
    let closed = current
    current = outer.popLast() ?? current
    builder.close(closed.index, at: end, children: closed.children)
    if builder.records[closed.index].kind == .mapping, closed.children > 0 {
      try checkKeys(closed)
    }
    let weight = closed.weight + 1
    if let name = closed.anchor, anchors[name]?.index == closed.index {
      anchors[name]?.weight = weight
    }
    addChild(weight: weight)
  }

  private mutating func checkKeys(_ mapping: Open) throws(SyntaxError) {
    let keys = duplicates.check(mapping.index, in: builder, bytes: bytes)
    if keys.holdsMerge { builder.markMerging(mapping.index) }
    if let (first, second) = keys.duplicate { throw duplicateKey(first: first, second: second) }
  }

  @inline(__always)
  private mutating func addChild(weight: Int) {
    current.children += 1
    current.weight += weight
  }

  // MARK: Properties

  /// Gives the node at `index` the pending properties; returns its anchor.
  private mutating func takeProperties(at index: Int) -> String? {
    guard let taken = pending else { return nil }
    pending = nil
    isPending = false
    properties.append((index, taken))
    return taken.anchor
  }

  /// Moves the properties of the nodes from `index` on by one place.
  private mutating func shiftProperties(from index: Int) {
    var position = properties.count - 1
    while position >= 0, properties[position].index >= index {
      if let name = properties[position].value.anchor,
        anchors[name]?.index == properties[position].index
      {
        anchors[name]?.index += 1
      }
      properties[position].index += 1
      position -= 1
    }
  }

  /// Gives a mapping that was inserted at `index`, and its key, their own properties; returns the
  /// mapping's anchor.
  private mutating func split(
    _ moved: (mapping: NodeProperties, key: NodeProperties?), at index: Int, keyWeight: Int
  ) -> String? {
    let position = properties.firstIndex { $0.index > index } ?? properties.count
    if position < properties.count, properties[position].index == index + 1 {
      if let key = moved.key {
        properties[position].value = key
      } else {
        properties.remove(at: position)
      }
    }
    properties.insert((index, moved.mapping), at: position)
    if let name = moved.mapping.anchor { anchors[name] = Anchor(index: index, weight: nil) }
    if let name = moved.key?.anchor { anchors[name] = Anchor(index: index + 1, weight: keyWeight) }
    return moved.mapping.anchor
  }

  /// The anchor that is most like `name`.
  func nearestAnchor(to name: String) -> String? {
    anchors.keys.filter { isNear($0, name) }.min()
  }

  private func isNear(_ candidate: String, _ name: String) -> Bool {
    candidate.lowercased() == name.lowercased() || candidate + ":" == name
      || (abs(candidate.utf8.count - name.utf8.count) <= 1
        && zip(candidate.utf8, name.utf8).filter { $0 != $1 }.count <= 1)
  }

  // MARK: Limits

  @inline(__always)
  private mutating func checkNodes(_ range: Range<Int>) throws(SyntaxError) {
    if builder.count >= limits.nodes { throw tooManyNodes(range) }
  }
}
