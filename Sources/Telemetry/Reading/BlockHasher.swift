import SourceText

/// Hashes the blocks of a source that belong to a range of it, from its bytes as they are read.
struct BlockHasher: Sendable {
  private let range: Range<Int>
  private var block: BLAKE3.Subtree
  private var number: Int
  /// The offset in the source of the next byte.
  private var offset: Int

  /// The blocks that are complete and known not to be the last.
  private(set) var blocks = SourceBlocks()

  /// A hasher for `range` of a source that is read from `offset` on.
  init(_ range: Range<Int>, from offset: Int) {
    self.range = range
    self.offset = offset
    number = SourceBlocks.firstBlock(of: range.lowerBound)
    block = Self.block(number)
  }

  /// The offset of the first byte that is not needed any more: one behind the range's last block, because
  /// only a byte that follows tells that a block is not the last.
  private var neededEnd: Int {
    let end = SourceBlocks.firstBlock(of: range.upperBound == .max ? 0 : range.upperBound)
    return range.upperBound == .max ? .max : end * SourceBlocks.length + 1
  }

  /// Whether bytes that follow could change the result.
  var isComplete: Bool {
    blockStart >= range.upperBound || offset >= neededEnd
  }

  private var blockStart: Int { number * SourceBlocks.length }

  /// Takes in the next bytes of the source, which `buffer` holds in `range`.
  mutating func update(_ buffer: borrowing [UInt8], in range: Range<Int>) {
    update(buffer.span.bytes.extracting(range))
  }

  /// Takes in the next bytes of the source.
  mutating func update(_ bytes: borrowing RawSpan) {
    let start = offset
    offset += bytes.byteCount
    var cursor = max(start, blockStart)
    while cursor < offset, blockStart < range.upperBound {
      let end = min(offset, blockStart + SourceBlocks.length)
      block.update(bytes.extracting(cursor - start..<end - start))
      cursor = end
      if block.byteCount == SourceBlocks.length, cursor < offset { finishBlock() }
      if cursor == offset { return }
    }
  }

  /// Notes that the source ends here.
  mutating func finish() {
    // A source without bytes has one block, which is empty.
    guard block.byteCount > 0 || (offset == 0 && range.lowerBound == 0) else { return }
    blocks.appendLast(block.node(isRoot: number == 0))
  }

  private mutating func finishBlock() {
    blocks.append(block.node(isRoot: false), number: number)
    number += 1
    block = Self.block(number)
  }

  private static func block(_ number: Int) -> BLAKE3.Subtree {
    BLAKE3.Subtree(firstChunk: number * (SourceBlocks.length / BLAKE3.chunkLength))
  }
}
