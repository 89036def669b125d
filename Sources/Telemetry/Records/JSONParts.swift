import Syntax

/// Finds the members of objects and the elements of arrays in JSON text that has been validated.
///
/// Text that was not validated is cut somewhere, but never read beyond its end.
enum JSONParts {
  /// One member of an object, by places in the text.
  struct Member {
    /// What lies between the quotes of the key.
    let key: Range<Int>
    /// The value, quotes and brackets included.
    let value: Range<Int>
  }

  /// The members of the object in `range`; none where that holds something else.
  static func members(of range: Range<Int>, in text: borrowing RawSpan) -> [Member] {
    var members: [Member] = []
    var cursor = content(of: range, in: text, openedBy: "{")
    while cursor < range.upperBound, ByteScanner.byte(text, at: cursor) == UInt8(ascii: "\"") {
      let keyEnd = endOfString(text, from: cursor, to: range.upperBound)
      var start = skipSpace(text, from: keyEnd, to: range.upperBound)
      start = skipSpace(text, from: min(start + 1, range.upperBound), to: range.upperBound)
      let end = endOfValue(text, from: start, to: range.upperBound)
      members.append(Member(key: cursor + 1..<max(cursor + 1, keyEnd - 1), value: start..<end))
      cursor = behindComma(text, from: end, to: range.upperBound)
    }
    return members
  }

  /// The elements of the array in `range`; none where that holds something else.
  static func elements(of range: Range<Int>, in text: borrowing RawSpan) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var cursor = content(of: range, in: text, openedBy: "[")
    while cursor < range.upperBound, ByteScanner.byte(text, at: cursor) != UInt8(ascii: "]") {
      let end = endOfValue(text, from: cursor, to: range.upperBound)
      if end == cursor { break }
      elements.append(cursor..<end)
      cursor = behindComma(text, from: end, to: range.upperBound)
    }
    return elements
  }

  /// The text of the string or key whose content is `range`, its escapes undone.
  static func string(_ range: Range<Int>, in text: borrowing RawSpan) -> String {
    var decoded: [UInt8] = []
    JSONText.decode(text, from: range.lowerBound, to: range.upperBound, into: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// The offset of the first byte in `range` that is no white space.
  static func firstByte(of range: Range<Int>, in text: borrowing RawSpan) -> Int {
    skipSpace(text, from: range.lowerBound, to: range.upperBound)
  }

  // MARK: Scanning

  /// Where the first part of the collection in `range` starts; the end of `range` where it is no such
  /// collection.
  private static func content(
    of range: Range<Int>, in text: borrowing RawSpan, openedBy bracket: Unicode.Scalar
  ) -> Int {
    let start = skipSpace(text, from: range.lowerBound, to: range.upperBound)
    guard start < range.upperBound, ByteScanner.byte(text, at: start) == UInt8(ascii: bracket)
    else { return range.upperBound }
    return skipSpace(text, from: start + 1, to: range.upperBound)
  }

  private static func behindComma(
    _ text: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    let delimiter = skipSpace(text, from: start, to: end)
    guard delimiter < end, ByteScanner.byte(text, at: delimiter) == UInt8(ascii: ",") else {
      return end
    }
    return skipSpace(text, from: delimiter + 1, to: end)
  }

  private static func skipSpace(
    _ text: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    var cursor = start
    while cursor < end {
      switch ByteScanner.byte(text, at: cursor) {
      case 0x20, 0x09, 0x0A, 0x0D: cursor += 1
      default: return cursor
      }
    }
    return end
  }

  /// The offset behind the string whose opening quote is at `start`.
  private static func endOfString(
    _ text: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    var cursor = start + 1
    while cursor < end {
      cursor = ByteScanner.firstStringStop(text, from: cursor, to: end)
      guard cursor < end else { return end }
      let byte = ByteScanner.byte(text, at: cursor)
      if byte == UInt8(ascii: "\"") { return cursor + 1 }
      cursor += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  private static func endOfValue(
    _ text: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int {
    var cursor = start
    var depth = 0
    while cursor < end {
      switch ByteScanner.byte(text, at: cursor) {
      case UInt8(ascii: "\""):
        cursor = endOfString(text, from: cursor, to: end)
        if depth == 0 { return cursor }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        cursor += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return cursor }
        depth -= 1
        cursor += 1
        if depth == 0 { return cursor }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return cursor }
        cursor += 1
      default: cursor += 1
      }
    }
    return end
  }
}
