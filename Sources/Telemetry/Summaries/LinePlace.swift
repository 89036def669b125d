import Syntax

/// A line and column, counted on from an earlier place of the same text.
struct LinePlace {
  /// The 1-based number of the line.
  var number: Int
  /// The 1-based column, in code points.
  var column = 1

  /// Moves on from the byte at `start` of `text` to the one at `end`.
  mutating func move(from start: Int, to end: Int, in text: borrowing RawSpan) {
    for offset in start..<end {
      let byte = ByteScanner.byte(text, at: offset)
      if byte == 0x0A {
        number += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }

  /// How many lines `text` has.
  static func lineCount(of text: borrowing RawSpan) -> Int {
    let end = text.byteCount
    var (count, next) = (0, 0)
    while next < end {
      count += 1
      next = ByteScanner.firstLineFeed(text, from: next, to: end) + 1
    }
    return count
  }
}
