import Syntax

/// The part of a source that has been read.
struct ReadPart: Sendable {
  /// The bytes of the range that was asked for, as far as the source has them.
  let range: Range<Int>
  /// Whether the source ends where the range does.
  let endsSource: Bool
  /// The digests of the blocks that start in it, if they were asked for.
  let blocks: SourceBlocks?

  /// Whether the part has no bytes, and so says nothing, unless the whole source has none.
  var isEmpty: Bool { range.isEmpty && !(range.lowerBound == 0 && endsSource) }
}

/// Cuts a source into blocks of whole lines, in constant memory.
///
/// Where the lines of a block are cut is left to whoever takes it, so that several can do so at one time.
struct BlockReader: ~Copyable {
  /// How much is read at once, in bytes.
  static let blockLength = 256 << 10

  private var stream: ByteStream
  private let range: Range<Int>
  /// The start of a line of which the rest has not been read.
  private var rest: [UInt8] = []
  /// The offset in the source of the next byte to be read.
  private var position: Int
  /// Whether the rest of a line is being passed over: one too long, or one that began before the range.
  private var isPassingOver: Bool
  private var hasMoreLines: Bool
  private var hasMoreBytes = true
  private var hasher: BlockHasher?

  /// Opens `source` at the start of its range; its blocks are hashed on the way if `hashes`.
  init(
    _ source: LogSource, hashes: Bool, progress: ReadingProgress? = nil
  ) throws(SystemFault) {
    range = source.range ?? 0..<Int.max
    // Whether a line starts at the range's first byte is told by the byte before it.
    position = max(0, range.lowerBound - 1)
    isPassingOver = range.lowerBound > 0
    hasMoreLines = !range.isEmpty
    hasher = hashes ? BlockHasher(range, from: position) : nil
    stream = try ByteStream(source.content, from: position, progress: progress)
  }

  /// What has been read, once everything has.
  var part: ReadPart {
    let end = max(range.lowerBound, min(range.upperBound, position))
    return ReadPart(
      range: range.lowerBound..<end, endsSource: !hasMoreBytes && position <= range.upperBound,
      blocks: hasher?.blocks)
  }

  /// Reads the next lines of the range into `block`; false where there are none.
  ///
  /// Reads on behind the last of them to the end of its last block.
  mutating func readNext(into block: inout LineBlock) throws(SystemFault) -> Bool {
    while hasMoreLines {
      block.start(at: position - rest.count, with: rest)
      rest.removeAll(keepingCapacity: true)
      repeat {
        if try fill(&block) == 0 {
          takeLast(&block)
          break
        }
      } while !takeLines(of: &block)
      if !block.lines.isEmpty { return true }
    }
    while hasMoreBytes, position <= range.upperBound || !(hasher?.isComplete ?? true) {
      block.start(at: position, with: [])
      _ = try fill(&block)
    }
    return false
  }

  /// Reads on into `block`; returns how many bytes, 0 at the end of the source.
  private mutating func fill(_ block: inout LineBlock) throws(SystemFault) -> Int {
    let count = try block.fill(from: &stream)
    position += count
    if count > 0 {
      hasher?.update(block.bytes, in: block.filled - count..<block.filled)
    } else {
      hasMoreBytes = false
      hasher?.finish()
    }
    return count
  }

  /// Makes the lines of `block` what the source ends with, if that is a line of the range.
  private mutating func takeLast(_ block: inout LineBlock) {
    hasMoreLines = false
    let start = block.lines.lowerBound
    if !isPassingOver, block.offset + start < range.upperBound {
      block.lines = start..<block.filled
    }
  }

  /// Finds the whole lines in `block`, of which there may be none; false where more must be read to tell.
  private mutating func takeLines(of block: inout LineBlock) -> Bool {
    if isPassingOver, !passOver(&block) { return true }
    let start = block.lines.lowerBound
    if block.offset + start >= range.upperBound {
      hasMoreLines = false
      return true
    }
    let end = endOfLines(of: &block)
    if end > start {
      block.lines = start..<end
      if hasMoreLines { rest += block.bytes[end..<block.filled] }
      return true
    }
    guard block.filled - start > LineReader.maximumLength else { return false }
    block.lines = start..<start + LineReader.maximumLength
    block.isCut = true
    isPassingOver = true
    return true
  }

  /// Looks for the end of the line that is passed over; false where it is not in `block`.
  private mutating func passOver(_ block: inout LineBlock) -> Bool {
    let lineFeed = ByteScanner.firstLineFeed(block.bytes.span.bytes, from: 0, to: block.filled)
    if lineFeed == block.filled {
      if block.end >= range.upperBound { hasMoreLines = false }
      return false
    }
    isPassingOver = false
    block.lines = lineFeed + 1..<lineFeed + 1
    block.searched = lineFeed + 1
    return true
  }

  /// The offset behind the last line feed in `block` that ends a line of the range, or where `block.lines` starts.
  private mutating func endOfLines(of block: inout LineBlock) -> Int {
    let start = block.lines.lowerBound
    let searched = max(start, block.searched)
    var limit = block.filled
    if block.end >= range.upperBound {
      // The last line is the one that holds the range's last byte.
      let last = max(searched, range.upperBound - 1 - block.offset)
      let lineFeed = ByteScanner.firstLineFeed(block.bytes.span.bytes, from: last, to: limit)
      if lineFeed < limit {
        hasMoreLines = false
        return lineFeed + 1
      }
      limit = last
    }
    block.searched = block.filled
    return block.bytes[searched..<limit].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
  }
}
