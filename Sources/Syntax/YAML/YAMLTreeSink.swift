import SourceText

/// Builds a tree from what the reader of a YAML source sees, and checks what needs more than grammar:
/// that keys differ, that aliases have their anchors and do not explode, and that the tree stays small.
struct YAMLTreeSink: YAMLSink, ~Copyable {
  let source: SourceFile
  let bytes: [UInt8]
  let limits: InputLimits
  var builder: TreeBuilder

  /// A collection that is open, or at the bottom of the stack the document.
  private struct Open {
    let index: Int
    var isMapping = false
    /// The number of nodes right below, keys included.
    var children = 0
    /// How many more nodes than it holds are visited where all aliases are followed.
    var aliasWeight = 0
    /// The place of its anchor in `anchors`.
    var anchor: Int?
    var keys = KeySketch()
  }

  /// What an anchor names.
  private struct Anchor {
    var index: Int
    /// The nodes that an alias visits; `nil` while the node is open.
    var weight: Int?
  }

  /// The innermost open collection, or the document.
  private var current = Open(index: 0)
  /// What is open around it, the innermost last.
  private var outer: [Open] = []
  /// Every anchor of the document.
  private var anchors: [Anchor] = []
  /// The place in `anchors` of the last one of each name.
  private var anchorPlaces: [String: Int] = [:]
  private var pending: NodeProperties?
  private var isPending = false
  /// The properties of the nodes, by rising index, with the places of their anchors.
  private var properties: [(index: Int, value: NodeProperties, anchor: Int?)] = []
  /// The nodes that are visited through aliases.
  private var totalAliasWeight = 0
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
    YAMLMark(index: builder.count, aliasWeight: current.aliasWeight)
  }

  mutating func beginDocument(isExplicit: Bool) {
    if !anchors.isEmpty {
      anchors.removeAll()
      anchorPlaces.removeAll()
    }
    current = Open(index: builder.count)
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
    if mayListNote() { builder.notes.append(diagnostic) }
  }

  /// Whether there is room for one more note; counts it if not.
  mutating func mayListNote() -> Bool {
    if builder.notes.count < Self.mostNotes { return true }
    unlistedNotes += 1
    return false
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
    if isAtKey {
      current.keys.insert(KeySketch.mark(of: kind, style, range, in: bytes.span.bytes))
    }
    builder.appendVerbatim(kind, range, style: style)
    current.children += 1
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
    if let anchor { anchors[anchor].weight = 1 }
    if isAtKey { current.keys.insert(.anything) }
    current.children += 1
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
    guard let place = anchorPlaces[name] else { throw unknownAlias(name, range) }
    let anchor = anchors[place]
    guard let weight = anchor.weight else { throw cyclicAlias(name, range, of: anchor.index) }
    // Neither sum overflows: both are below the limit, and weights add up to nodes and these.
    totalAliasWeight += weight
    if totalAliasWeight > min(limits.expandedNodes, 1 << 48) { throw explosion(name, range) }
    builder.appendAlias(of: anchor.index, range)
    if isAtKey { current.keys.insert(.anything) }
    current.aliasWeight += weight - 1
    current.children += 1
  }

  // MARK: Collections

  /// Whether the next node is a key.
  @inline(__always)
  private var isAtKey: Bool { current.isMapping && current.children & 1 == 0 }

  mutating func open(_ kind: NodeKind, at start: Int, style: NodeStyle) throws(SyntaxError) {
    try checkNodes(start..<start + 1)
    var anchor: Int?
    if isPending { anchor = takeProperties(at: builder.count) }
    let index = builder.open(kind, at: start, style: style)
    outer.append(current)
    current = Open(index: index, isMapping: kind == .mapping, anchor: anchor)
  }

  mutating func openMapping(
    before mark: YAMLMark, at start: Int, style: NodeStyle,
    properties moved: (mapping: NodeProperties, key: NodeProperties?)?
  ) throws(SyntaxError) {
    try checkNodes(start..<start + 1)
    let aliasWeight = current.aliasWeight - mark.aliasWeight
    let keyWeight = builder.count - mark.index + aliasWeight
    current.children -= 1
    current.aliasWeight = mark.aliasWeight
    builder.insertMapping(before: mark.index, at: start, style: style)
    shiftProperties(from: mark.index)
    var opened = Open(
      index: mark.index, isMapping: true, children: 1, aliasWeight: aliasWeight)
    opened.keys.insert(.anything)
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
    if closed.keys.isSuspicious { try checkKeys(closed.index) }
    if let place = closed.anchor {
      anchors[place].weight = builder.count - closed.index + closed.aliasWeight
    }
    current.aliasWeight += closed.aliasWeight
    current.children += 1
  }

  /// Looks at the keys of the mapping at `index`, of which some may be equal or `<<`.
  @inline(never)
  private mutating func checkKeys(_ index: Int) throws(SyntaxError) {
    let keys = duplicates.check(index, in: builder, bytes: bytes)
    if keys.holdsMerge { builder.markMerging(index) }
    if let (first, second) = keys.duplicate { throw duplicateKey(first: first, second: second) }
  }

  // MARK: Properties

  /// Gives the node at `index`, which is still open, the pending properties; returns the place of its
  /// anchor.
  private mutating func takeProperties(at index: Int) -> Int? {
    guard let taken = pending else { return nil }
    pending = nil
    isPending = false
    let anchor = addAnchor(taken.anchor, of: index)
    properties.append((index, taken, anchor))
    return anchor
  }

  /// Lets `name`, if there is one, stand for the node at `index` from now on; returns its place.
  private mutating func addAnchor(_ name: String?, of index: Int) -> Int? {
    guard let name else { return nil }
    anchors.append(Anchor(index: index, weight: nil))
    anchorPlaces[name] = anchors.count - 1
    return anchors.count - 1
  }

  /// Moves the properties of the nodes from `index` on by one place.
  private mutating func shiftProperties(from index: Int) {
    var position = properties.count - 1
    while position >= 0, properties[position].index >= index {
      if let place = properties[position].anchor { anchors[place].index += 1 }
      properties[position].index += 1
      position -= 1
    }
  }

  /// Gives a mapping that was inserted at `index`, and its key, their own properties; returns the
  /// mapping's anchor.
  private mutating func split(
    _ moved: (mapping: NodeProperties, key: NodeProperties?), at index: Int, keyWeight: Int
  ) -> Int? {
    let position = properties.firstIndex { $0.index > index } ?? properties.count
    let keyAnchor = addAnchor(moved.key?.anchor, of: index + 1)
    if let keyAnchor { anchors[keyAnchor].weight = keyWeight }
    if position < properties.count, properties[position].index == index + 1 {
      if let key = moved.key {
        properties[position].value = key
        properties[position].anchor = keyAnchor
      } else {
        properties.remove(at: position)
      }
    }
    let anchor = addAnchor(moved.mapping.anchor, of: index)
    properties.insert((index, moved.mapping, anchor), at: position)
    return anchor
  }

  /// The anchor that is most like `name`.
  func nearestAnchor(to name: String) -> String? {
    anchorPlaces.keys.filter { isNear($0, name) }.min()
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
