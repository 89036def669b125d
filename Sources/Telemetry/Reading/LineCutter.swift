import Syntax

/// One line of a log, apart from its bytes.
struct LogLine: Sendable {
  /// The offset of the first byte in the source.
  let offset: Int
  /// The 1-based number among the lines that the cutter has found since it was told to start counting.
  let number: Int
  /// Where the bytes lie in the block, without the line feed.
  let range: Range<Int>
  /// Whether the line is longer than `LineReader.maximumLength`; its bytes are then only its beginning.
  let isTooLong: Bool
}

/// Cuts a block into lines, and marks the quotes and escapes of each on the way.
///
/// A line ends at LF or at the end of the source; a CR before it is left for the parser, to which it is
/// white space. A byte-order mark at the start of the source belongs to no line.
struct LineCutter: ~Copyable {
  /// The marks of the last line.
  private(set) var marks = LineMarks()
  private var next = 0
  /// How many lines have been cut.
  private(set) var count = 0

  /// Goes to the start of `block`; lines are counted from `count` on.
  mutating func start(_ block: borrowing LineBlock, after count: Int = 0) {
    next = block.lines.lowerBound
    self.count = count
  }

  /// The next line of `block`.
  @inline(__always)
  mutating func nextLine(of block: borrowing LineBlock) -> LogLine? {
    let start = next
    guard start < block.lines.upperBound else { return nil }
    let end = markLine(in: block.bytes.span.bytes, start, block.lines.upperBound)
    next = end &+ 1
    count &+= 1
    let first = block.offset &+ start == 0 ? behindByteOrderMark(block, start..<end) : start
    let last = min(end, first &+ LineReader.maximumLength)
    return LogLine(
      offset: block.offset &+ first, number: count, range: first..<last,
      isTooLong: block.isCut || last < end)
  }

  /// Marks the line at `start`; returns the offset of its line feed, or `end`.
  @inline(__always)
  private mutating func markLine(
    in bytes: borrowing RawSpan, _ start: Int, _ end: Int
  ) -> Int {
    marks.clear()
    let stop = marks.mark(bytes, ofLineAt: start, from: start, to: end)
    if marks.isOverfull { return ByteScanner.firstLineFeed(bytes, from: stop, to: end) }
    if stop == end || Self.endsLine(bytes, stop) {
      marks.areComplete = true
      return stop
    }
    let next = stop &+ 1
    if ByteScanner.byte(bytes, at: stop) == 0x0D, next < end, Self.endsLine(bytes, next) {
      marks.areComplete = true
      return next
    }
    return ByteScanner.firstLineFeed(bytes, from: stop, to: end)
  }

  @inline(__always)
  private static func endsLine(_ bytes: borrowing RawSpan, _ offset: Int) -> Bool {
    ByteScanner.byte(bytes, at: offset) == 0x0A
  }

  /// The start of the source's first `line` without a byte-order mark.
  private mutating func behindByteOrderMark(
    _ block: borrowing LineBlock, _ line: Range<Int>
  ) -> Int {
    guard block.bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) else { return line.lowerBound }
    marks.areComplete = false
    return line.lowerBound + 3
  }
}
