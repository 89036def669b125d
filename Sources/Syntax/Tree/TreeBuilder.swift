import SourceText

/// Collects the nodes of a tree in document order; parsers hold one and never a tree of objects.
struct TreeBuilder: ~Copyable {
  private(set) var records: [NodeRecord] = []
  private(set) var decodedTexts: [String] = []
  private(set) var roots: [UInt32] = []
  var properties: [UInt32: NodeProperties] = [:]
  var comments: [SourceSpan] = []
  var notes: [Diagnostic] = []

  /// The number of nodes so far, which is the index of the next one.
  var count: Int { records.count }

  /// Makes room for the nodes of a source of `byteCount` bytes.
  init(expectingSourceOf byteCount: Int) {
    records.reserveCapacity(byteCount / 8 + 8)
  }

  /// Notes that the next node is the root of a document.
  mutating func beginDocument() {
    roots.append(UInt32(truncatingIfNeeded: records.count))
  }

  /// Adds a scalar whose content is the bytes of `range` without its quotes, if it has any.
  @inline(__always)
  mutating func appendVerbatim(_ kind: NodeKind, _ range: Range<Int>, style: NodeStyle) {
    append(kind, range, payload: 0, style: style, flags: NodeRecord.isVerbatim)
  }

  /// Adds a scalar whose content is `text`, which is not what its bytes say as they stand.
  mutating func appendDecoded(
    _ kind: NodeKind, _ range: Range<Int>, text: String, style: NodeStyle
  ) {
    decodedTexts.append(text)
    append(
      kind, range, payload: UInt32(truncatingIfNeeded: decodedTexts.count - 1), style: style,
      flags: 0)
  }

  /// Adds an alias of the node at index `target`.
  mutating func appendAlias(of target: Int, _ range: Range<Int>) {
    append(
      .alias, range, payload: UInt32(truncatingIfNeeded: target), style: .plain, flags: 0)
  }

  /// Adds a collection that starts at `start`; its children are those added until `close`.
  @inline(__always)
  mutating func open(_ kind: NodeKind, at start: Int, style: NodeStyle) -> Int {
    append(kind, start..<start, payload: 0, style: style, flags: 0)
    return records.count - 1
  }

  /// Ends the collection at `index`, which has `children` children (pairs count twice).
  @inline(__always)
  mutating func close(_ index: Int, at end: Int, children: Int) {
    records[index].end = UInt32(truncatingIfNeeded: end)
    records[index].next = UInt32(truncatingIfNeeded: records.count)
    records[index].payload = UInt32(truncatingIfNeeded: children)
  }

  /// Keeps `text` for a node that its parser writes itself; returns the node's payload.
  mutating func addDecodedText(_ text: String) -> UInt32 {
    decodedTexts.append(text)
    return UInt32(truncatingIfNeeded: decodedTexts.count - 1)
  }

  /// Takes over the nodes of a parser that wrote all of them itself.
  mutating func adopt(_ records: [NodeRecord]) {
    self.records = records
  }

  /// Opens a mapping before the node at `index`, which is the last child so far of an open collection
  /// and becomes its first key; linear in the size of that key.
  mutating func insertMapping(before index: Int, at start: Int, style: NodeStyle) {
    for position in index..<records.count {
      records[position].next += 1
      let isMovedAlias = records[position].kind == .alias && records[position].payload >= index
      if isMovedAlias { records[position].payload += 1 }
    }
    records.insert(
      NodeRecord(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start),
        next: UInt32(truncatingIfNeeded: records.count + 1), payload: 0, kind: .mapping,
        style: style, flags: 0), at: index)
  }

  /// Notes that one of the keys of the mapping at `index` is the merge key `<<`.
  mutating func markMerging(_ index: Int) {
    records[index].flags |= NodeRecord.holdsMergeKey
  }

  @inline(__always)
  private mutating func append(
    _ kind: NodeKind, _ range: Range<Int>, payload: UInt32, style: NodeStyle, flags: UInt8
  ) {
    records.append(
      NodeRecord(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound),
        next: UInt32(truncatingIfNeeded: records.count + 1), payload: payload, kind: kind,
        style: style, flags: flags))
  }

  /// The finished tree of `source`.
  consuming func finish(_ source: SourceFile) -> SyntaxTree {
    for index in properties.keys { records[Int(index)].flags |= NodeRecord.hasProperties }
    return SyntaxTree(
      source: source, records: records, decodedTexts: decodedTexts, roots: roots,
      properties: properties, comments: comments, notes: notes)
  }
}
