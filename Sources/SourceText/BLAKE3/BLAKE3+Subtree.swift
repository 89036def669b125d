extension BLAKE3 {
  /// The node of a stretch of a file that arrives in pieces of any size, and starts at a whole chunk.
  ///
  /// For the node to be one of the file's tree the stretch must be a subtree of it: a power of two of
  /// chunks at a multiple of that, or the last and possibly shorter one.
  public struct Subtree: Sendable {
    /// Sixteen chunks are hashed at a time, once at least one byte behind them is known to follow.
    private static let groupLength = 16 * chunkLength

    private var counter: UInt64
    private var pending: [UInt8] = []
    /// The nodes of whole groups, each of more groups than the next.
    private var nodes: [Node] = []
    private var groupCount = 0

    /// How many bytes were taken in.
    public private(set) var byteCount = 0

    /// A stretch whose first chunk is the file's chunk number `firstChunk`.
    public init(firstChunk: Int) {
      counter = UInt64(firstChunk)
    }

    /// Takes in the next `bytes`.
    public mutating func update(_ bytes: borrowing RawSpan) {
      byteCount += bytes.byteCount
      var offset = 0
      if !pending.isEmpty {
        offset = min(bytes.byteCount, Self.groupLength - pending.count)
        append(bytes.extracting(0..<offset))
        if offset == bytes.byteCount { return }
        let group = pending
        takeGroup(group.span.bytes, at: 0)
        pending.removeAll(keepingCapacity: true)
      }
      while bytes.byteCount - offset > Self.groupLength {
        takeGroup(bytes, at: offset)
        offset += Self.groupLength
      }
      append(bytes.extracting(offset..<bytes.byteCount))
    }

    /// The node of all bytes so far, or the file's digest where they are all there is of it.
    public func node(isRoot: Bool) -> Node {
      var node = Self.node(
        pending.span.bytes, counter: counter, isRoot: isRoot && nodes.isEmpty)
      for (index, left) in nodes.enumerated().reversed() {
        node = parent(of: left, node, isRoot: isRoot && index == 0)
      }
      return node
    }

    private mutating func append(_ bytes: borrowing RawSpan) {
      bytes.withUnsafeBytes { unsafe pending.append(contentsOf: $0) }
    }

    private mutating func takeGroup(_ bytes: borrowing RawSpan, at offset: Int) {
      var node = Self.group(bytes, at: offset, counter: counter)
      counter += 16
      groupCount += 1
      for _ in 0..<groupCount.trailingZeroBitCount {
        node = parent(of: nodes.removeLast(), node)
      }
      nodes.append(node)
    }

    /// The node of the sixteen whole chunks from `offset`.
    private static func group(
      _ bytes: borrowing RawSpan, at offset: Int, counter: UInt64
    ) -> Node {
      let first = chunks(bytes, at: offset, counter: counter)
      let second = chunks(bytes, at: offset + 4 * chunkLength, counter: counter + 4)
      let third = chunks(bytes, at: offset + 8 * chunkLength, counter: counter + 8)
      let fourth = chunks(bytes, at: offset + 12 * chunkLength, counter: counter + 12)
      let low = parents(
        of: [first[0], first[2], second[0], second[2]],
        [first[1], first[3], second[1], second[3]])
      let high = parents(
        of: [third[0], third[2], fourth[0], fourth[2]],
        [third[1], third[3], fourth[1], fourth[3]])
      let four = parents(
        of: [low[0], low[2], high[0], high[2]], [low[1], low[3], high[1], high[3]])
      return parent(of: parent(of: four[0], four[1]), parent(of: four[2], four[3]))
    }

    /// The node of at most a group of bytes.
    private static func node(
      _ bytes: borrowing RawSpan, counter: UInt64, isRoot: Bool
    ) -> Node {
      guard bytes.byteCount > chunkLength else {
        return chunk(bytes, counter: counter, isRoot: isRoot)
      }
      // The left subtree is the largest that leaves something for the right one.
      var left = 1
      while left * 2 * chunkLength < bytes.byteCount { left *= 2 }
      let split = left * chunkLength
      return parent(
        of: node(bytes.extracting(0..<split), counter: counter, isRoot: false),
        node(
          bytes.extracting(split..<bytes.byteCount), counter: counter + UInt64(left),
          isRoot: false), isRoot: isRoot)
    }
  }
}
