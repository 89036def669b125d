import SourceText

extension YAMLReader where Sink: ~Copyable {
  /// Reads the anchor or tag at the cursor into `inner`.
  @inline(never)
  mutating func readProperty() throws(SyntaxError) {
    let start = cursor
    var read = NodeProperties(span: span(start..<start))
    if current == UInt8(ascii: "&") {
      let name = try scanName()
      if name.hasSuffix(":") { noteColon(start..<cursor) }
      read.anchor = name
    } else {
      read.tag = try scanTag()
    }
    read.span = span(start..<cursor)
    let isInFlow = frame.kind.isFlow
    let isBeforeFlowEnd =
      current == UInt8(ascii: ",") || current == UInt8(ascii: "]") || current == UInt8(ascii: "}")
    guard current.isYAMLBlankOrEnd || (isInFlow && isBeforeFlowEnd) else {
      throw missingBlankBehindProperty(start..<cursor)
    }
    inner = try merged(inner, read)
    hasProperties = true
  }

  /// Takes the properties of this line for those of a node on a line behind it.
  @inline(__always)
  mutating func moveInnerToOuter() throws(SyntaxError) {
    guard hasProperties, inner != nil else { return }
    outer = try merged(outer, inner)
    inner = nil
  }

  /// Whether two sets of properties cannot belong to one node.
  func conflict(_ first: NodeProperties?, _ second: NodeProperties?) -> Bool {
    guard let first, let second else { return false }
    return (first.anchor != nil && second.anchor != nil) || (first.tag != nil && second.tag != nil)
  }

  /// The properties of a node before which both `first` and `second` stand.
  func merged(
    _ first: NodeProperties?, _ second: NodeProperties?
  ) throws(SyntaxError) -> NodeProperties? {
    guard let first else { return second }
    guard let second else { return first }
    if conflict(first, second) { throw repeatedProperty(first, second) }
    return NodeProperties(
      tag: first.tag ?? second.tag, anchor: first.anchor ?? second.anchor,
      span: first.span.union(second.span))
  }

  /// Reads `*name`, which can have no properties.
  mutating func readAlias() throws(SyntaxError) {
    let start = cursor
    let name = try scanName()
    if let properties = inner ?? outer { throw propertiesOfAlias(properties) }
    try sink.alias(name, start..<cursor)
    lastEnd = cursor
  }

  /// Passes the name of an anchor or alias, behind the `&` or `*` at the cursor.
  mutating func scanName() throws(SyntaxError) -> String {
    let start = cursor
    cursor += 1
    while !current.isYAMLBlankOrEnd, !current.isYAMLFlowIndicator { cursor += 1 }
    guard cursor > start + 1 else { throw missingName(start..<cursor) }
    return source.text(in: start + 1..<cursor)
  }

  private mutating func noteColon(_ range: Range<Int>) {
    sink.note(
      Diagnostic(
        .warning, at: span(range), "the `:` is part of the anchor's name in YAML 1.2",
        advice: "Remove the `:`, or put a space before it."))
  }

  // MARK: Tags

  /// Passes the tag at the cursor and resolves its handle.
  private mutating func scanTag() throws(SyntaxError) -> String {
    let start = cursor
    if byte(at: cursor + 1) == UInt8(ascii: "<") { return try scanVerbatimTag() }
    var handleEnd = cursor + 1
    cursor += 1
    while current.isYAMLTagCharacter || current == UInt8(ascii: "!") {
      if current == UInt8(ascii: "!") {
        guard handleEnd == start + 1, isTagHandle(start..<cursor + 1) else {
          throw malformedTag(start..<cursor + 1)
        }
        handleEnd = cursor + 1
      }
      cursor += 1
    }
    let handle = source.text(in: start..<handleEnd)
    let suffix = handleEnd..<cursor
    if suffix.isEmpty {
      guard handle == "!" else { throw malformedTag(start..<cursor) }
      return handle
    }
    let prefix: String
    switch (tagPrefixes[handle], handle) {
    case (let declared?, _): prefix = declared
    case (nil, "!"): prefix = "!"
    case (nil, "!!"): prefix = CoreSchema.tagPrefix
    default: throw unknownHandle(start..<handleEnd)
    }
    return prefix + (try decodePercents(suffix))
  }

  private mutating func scanVerbatimTag() throws(SyntaxError) -> String {
    let start = cursor
    cursor += 2
    while current.isYAMLURICharacter { cursor += 1 }
    let name = start + 2..<cursor
    guard current == UInt8(ascii: ">") else { throw malformedTag(start..<cursor) }
    cursor += 1
    let first = byte(at: name.lowerBound)
    let isLocal = first == UInt8(ascii: "!") && name.count > 1
    guard isLocal || first.isYAMLWordCharacter else { throw malformedTag(start..<cursor) }
    return source.text(in: name)
  }

  /// The text of `range` with `%41` read as `A`.
  private func decodePercents(_ range: Range<Int>) throws(SyntaxError) -> String {
    var decoded: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "%") else {
        decoded.append(bytes[offset])
        offset += 1
        continue
      }
      guard offset + 2 < range.upperBound, let high = bytes[offset + 1].hexadecimalValue,
        let low = bytes[offset + 2].hexadecimalValue
      else { throw malformedTag(offset..<min(offset + 3, range.upperBound)) }
      decoded.append(high << 4 | low)
      offset += 3
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether `range` is `!`, `!!` or `!word!`.
  func isTagHandle(_ range: Range<Int>) -> Bool {
    guard bytes[range.lowerBound] == UInt8(ascii: "!") else { return false }
    if range.count == 1 { return true }
    guard bytes[range.upperBound - 1] == UInt8(ascii: "!") else { return false }
    return bytes[range.lowerBound + 1..<range.upperBound - 1].allSatisfy(\.isYAMLWordCharacter)
  }

  /// Whether `range` may stand for a tag handle.
  func isTagPrefix(_ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    return (first == UInt8(ascii: "!") || first.isYAMLTagCharacter)
      && bytes[range].allSatisfy(\.isYAMLURICharacter)
  }
}

extension UInt8 {
  /// A letter, digit or `-`.
  var isYAMLWordCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A character of a URI; `%` is one, whatever follows it.
  var isYAMLURICharacter: Bool {
    switch self {
    case UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "?"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "="),
      UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: ","), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "*"),
      UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "%"):
      true
    default: isYAMLWordCharacter
    }
  }

  /// A character of a URI other than `!` and those that end a flow entry.
  var isYAMLTagCharacter: Bool {
    isYAMLURICharacter && self != UInt8(ascii: "!") && !isYAMLFlowIndicator
  }
}
