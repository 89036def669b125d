import SourceText

/// The digests of the blocks of a source whose first bytes lie in one range of it.
///
/// A block belongs to the range that holds its first byte, as a record does. Neighbouring blocks are joined
/// to the nodes of BLAKE3's tree as far as that can be done without knowing what lies around them, so that
/// a range of any length takes a few nodes, and ranges that tile a source yield its digest.
struct SourceBlocks: Hashable, Sendable {
  /// The length of a block, in bytes: a subtree of BLAKE3.
  static let length = 1 << 20

  /// Blocks that make one subtree.
  struct Node: Hashable, Sendable {
    /// The number of the first block.
    var first: Int
    /// The binary logarithm of how many blocks there are.
    var level: Int
    /// What the subtree is known by to its parent.
    var value: BLAKE3.Node

    /// The number of the first block behind the node.
    var end: Int { first + 1 << level }
  }

  /// The nodes, in the order of their blocks, without the source's last block.
  private(set) var nodes: [Node] = []

  /// The last block of the source, if it is here; the digest itself where it is the only block.
  private(set) var last: BLAKE3.Node?

  /// No blocks.
  init() {}

  /// The number of the first block of a range that starts at `offset`.
  static func firstBlock(of offset: Int) -> Int {
    (offset + length - 1) / length
  }

  /// Whether there are no blocks.
  var isEmpty: Bool { nodes.isEmpty && last == nil }

  /// The digest of the source, if these are all of its blocks.
  var digest: BLAKE3.Node? {
    guard var digest = last, nodes.first?.first ?? 0 == 0 else { return nil }
    for (index, node) in nodes.enumerated().reversed() {
      digest = BLAKE3.parent(of: node.value, digest, isRoot: index == 0)
    }
    return digest
  }

  /// Whether the blocks of `other` can follow: the source's last block is not among these.
  func canPrecede(_ other: SourceBlocks) -> Bool {
    last == nil || other.isEmpty
  }

  /// Takes in a block behind all others that is not the last of the source.
  mutating func append(_ value: BLAKE3.Node, number: Int) {
    append(Node(first: number, level: 0, value: value))
  }

  /// Takes in the last block of the source.
  mutating func appendLast(_ value: BLAKE3.Node) {
    last = value
  }

  /// Takes in the blocks that follow.
  mutating func append(_ other: SourceBlocks) {
    for node in other.nodes { append(node) }
    last = other.last ?? last
  }

  private mutating func append(_ node: Node) {
    var node = node
    while let left = nodes.last, left.level == node.level, left.end == node.first,
      left.first % (2 << left.level) == 0
    {
      nodes.removeLast()
      node = Node(
        first: left.first, level: left.level + 1,
        value: BLAKE3.parent(of: left.value, node.value))
    }
    nodes.append(node)
  }
}

extension SourceBlocks {
  /// Appends what `init(from:of:)` reads.
  func encode(into writer: inout SummaryWriter) {
    writer.write(flag: last != nil)
    if let last { writer.write(raw: BLAKE3.bytes(of: last)) }
    writer.write(count: nodes.count)
    for node in nodes {
      writer.write(count: node.level)
      writer.write(raw: BLAKE3.bytes(of: node.value))
    }
  }

  /// Reads the blocks that belong to `range` of a source.
  init(from reader: inout SummaryReader, of range: Range<Int>) throws(SummaryFault) {
    let start = reader.offset
    if try reader.flag() { last = BLAKE3.node(try reader.raw(32)) }
    var next = Self.firstBlock(of: range.lowerBound)
    let end = Self.firstBlock(of: range.upperBound)
    for _ in 0..<(try reader.elementCount(atMost: 128)) {
      let level = try reader.number(atMost: 40)
      let node = Node(first: next, level: level, value: BLAKE3.node(try reader.raw(32)))
      guard node.first % (1 << level) == 0 else {
        throw reader.fault("the digests of a source do not fit its size", at: start)
      }
      append(node)
      next = node.end
    }
    guard next + (last == nil ? 0 : 1) == max(end, last == nil ? 0 : 1) else {
      throw reader.fault("the digests of a source do not fit its size", at: start)
    }
  }
}
