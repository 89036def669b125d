/// BLAKE3, a digest in the form of a tree: the digests of neighbouring pieces join to that of the whole.
///
/// Whoever reads a part of a file hashes that part; `b3sum` prints the same digest for the whole. Four
/// chunks or four pairs of nodes are compressed at one time, one in each lane of a vector.
public enum BLAKE3 {
  /// What a chunk or a node of the tree is known by to its parent; of the root, the digest.
  public typealias Node = SIMD8<UInt32>

  /// The length of a leaf of the tree, in bytes.
  public static let chunkLength = 1024

  /// The node above `left` and `right`, or the digest where that is the root of the tree.
  public static func parent(of left: Node, _ right: Node, isRoot: Bool = false) -> Node {
    var lanes = Compression()
    lanes.compress(
      Self.message(InlineArray(repeating: left), InlineArray(repeating: right)), length: 64,
      flags: Flag.parent | (isRoot ? Flag.root : 0))
    return lanes.node(0)
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public static func hexDigest(_ root: Node) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes(of: root) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The 32 bytes of a node.
  public static func bytes(of node: Node) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: node[$0 / 4] >> UInt32($0 % 4 * 8)) }
  }

  /// The node whose bytes are the first 32 of `bytes`.
  public static func node(_ bytes: [UInt8]) -> Node {
    var node = Node()
    for (index, byte) in bytes.prefix(32).enumerated() {
      node[index / 4] |= UInt32(byte) << UInt32(index % 4 * 8)
    }
    return node
  }

  // MARK: Leaves and nodes, four at a time

  /// Where in the tree a compression takes place.
  enum Flag {
    static let chunkStart: UInt32 = 1
    static let chunkEnd: UInt32 = 2
    static let parent: UInt32 = 4
    static let root: UInt32 = 8
  }

  /// The nodes of the four whole chunks from `offset`, the first of which is number `counter`.
  static func chunks(
    _ bytes: borrowing RawSpan, at offset: Int, counter: UInt64
  ) -> InlineArray<4, Node> {
    var lanes = Compression(chunk: counter)
    for block in 0..<16 {
      let flags = (block == 0 ? Flag.chunkStart : 0) | (block == 15 ? Flag.chunkEnd : 0)
      lanes.compress(message(bytes, at: offset + block * 64), length: 64, flags: flags)
    }
    return [lanes.node(0), lanes.node(1), lanes.node(2), lanes.node(3)]
  }

  /// The node of one chunk of at most 1,024 bytes.
  static func chunk(
    _ bytes: borrowing RawSpan, counter: UInt64, isRoot: Bool
  ) -> Node {
    var lanes = Compression(chunk: counter)
    var start = 0
    repeat {
      let length = min(64, bytes.byteCount - start)
      let isLast = start + length == bytes.byteCount
      let flags =
        (start == 0 ? Flag.chunkStart : 0) | (isLast ? Flag.chunkEnd : 0)
        | (isLast && isRoot ? Flag.root : 0)
      lanes.compress(
        message(bytes.extracting(start..<start + length)), length: UInt32(length), flags: flags)
      start += length
    } while start < bytes.byteCount
    return lanes.node(0)
  }

  /// The parents of four pairs of nodes.
  static func parents(
    of left: InlineArray<4, Node>, _ right: InlineArray<4, Node>
  ) -> InlineArray<4, Node> {
    var lanes = Compression()
    lanes.compress(message(left, right), length: 64, flags: Flag.parent)
    return [lanes.node(0), lanes.node(1), lanes.node(2), lanes.node(3)]
  }

  // MARK: Messages

  /// The 64 bytes at `offset` of each of four chunks.
  @inline(__always)
  private static func message(_ bytes: borrowing RawSpan, at offset: Int) -> Compression.Message {
    var message = Compression.Message(repeating: .zero)
    for quarter in 0..<4 {
      let place = offset &+ quarter &* 16
      let first = words(bytes, at: place)
      let second = words(bytes, at: place &+ chunkLength)
      let third = words(bytes, at: place &+ 2 &* chunkLength)
      let fourth = words(bytes, at: place &+ 3 &* chunkLength)
      // Rows become columns, two by two.
      let low = (
        SIMD4(lowHalf: first.evenHalf, highHalf: third.evenHalf),
        SIMD4(lowHalf: second.evenHalf, highHalf: fourth.evenHalf)
      )
      let high = (
        SIMD4(lowHalf: first.oddHalf, highHalf: third.oddHalf),
        SIMD4(lowHalf: second.oddHalf, highHalf: fourth.oddHalf)
      )
      message[quarter * 4] = SIMD4(low.0[0], low.1[0], low.0[2], low.1[2])
      message[quarter * 4 + 1] = SIMD4(high.0[0], high.1[0], high.0[2], high.1[2])
      message[quarter * 4 + 2] = SIMD4(low.0[1], low.1[1], low.0[3], low.1[3])
      message[quarter * 4 + 3] = SIMD4(high.0[1], high.1[1], high.0[3], high.1[3])
    }
    return message
  }

  /// Four words that stand at `offset` in little-endian order.
  @inline(__always)
  private static func words(_ bytes: borrowing RawSpan, at offset: Int) -> SIMD4<UInt32> {
    let words = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
    #if _endian(big)
      return SIMD4(
        words[0].byteSwapped, words[1].byteSwapped, words[2].byteSwapped, words[3].byteSwapped)
    #else
      return words
    #endif
  }

  /// At most 64 bytes, the same in every lane, behind which there are zeros.
  private static func message(_ bytes: borrowing RawSpan) -> Compression.Message {
    var message = Compression.Message(repeating: .zero)
    for offset in 0..<bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      message[offset / 4] |= SIMD4(repeating: UInt32(byte) << UInt32(offset % 4 * 8))
    }
    return message
  }

  /// A pair of nodes in each lane.
  private static func message(
    _ left: InlineArray<4, Node>, _ right: InlineArray<4, Node>
  ) -> Compression.Message {
    var message = Compression.Message(repeating: .zero)
    for word in 0..<8 {
      message[word] = SIMD4(left[0][word], left[1][word], left[2][word], left[3][word])
      message[word + 8] = SIMD4(right[0][word], right[1][word], right[2][word], right[3][word])
    }
    return message
  }
}
