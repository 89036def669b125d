/// Rows of escapes: `%69%67`, `\x69`, `\u0069`, `&#105;`.
///
/// One or two are how such characters are written; a row of them spells something that was not to be read.
enum Escapes {
  typealias Stretch = (range: Range<Int>, encoding: String, bytes: [UInt8]?)

  /// Escapes and plain characters between them, as a part of a stretch.
  private static let fewest = 6
  /// Bytes that are decoded.
  private static let longest = 16_384

  /// `%69%67…` from `start`; plain letters may stand between.
  static func percent(at start: Int, in source: [UInt8]) -> Stretch? {
    row(at: start, in: source, encoding: "percent-encoding") { index in
      guard source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let high = Digits.hexadecimal(source[index + 1]),
        let low = Digits.hexadecimal(source[index + 2])
      else { return nil }
      return (3, UInt32(high) << 4 | UInt32(low), true)
    }
  }

  /// `\x69`, `\u0069` or `\u{69}` from `start`.
  static func backslash(at start: Int, in source: [UInt8]) -> Stretch? {
    row(at: start, in: source, encoding: "character escapes") { index in
      guard source[index] == UInt8(ascii: "\\"), index + 3 < source.count else { return nil }
      switch source[index + 1] {
      case UInt8(ascii: "x"):
        return number(after: index + 2, digits: 2, in: source).map { (4, $0, false) }
      case UInt8(ascii: "u"):
        return number(after: index + 2, digits: 4, in: source).map { (6, $0, false) }
      default: return nil
      }
    }
  }

  /// `&#105;` or `&#x69;` from `start`.
  static func entity(at start: Int, in source: [UInt8]) -> Stretch? {
    row(at: start, in: source, encoding: "character references") { index in
      guard source[index] == UInt8(ascii: "&"), index + 3 < source.count,
        source[index + 1] == UInt8(ascii: "#")
      else { return nil }
      let isHexadecimal = source[index + 2] | 0x20 == UInt8(ascii: "x")
      var end = index + (isHexadecimal ? 3 : 2)
      var value: UInt32 = 0
      while end < source.count, end - index < 10, let digit = Digits.hexadecimal(source[end]) {
        if !isHexadecimal, digit > 9 { return nil }
        value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
        end += 1
      }
      guard end < source.count, source[end] == UInt8(ascii: ";") else { return nil }
      return (end + 1 - index, value, false)
    }
  }

  private static func number(after index: Int, digits: Int, in source: [UInt8]) -> UInt32? {
    guard index + digits <= source.count else { return nil }
    var value: UInt32 = 0
    for byte in source[index..<index + digits] {
      guard let digit = Digits.hexadecimal(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Escapes that `next` reads one after the other, with plain text of a few characters between them.
  ///
  /// `next` gives the length of the escape at an index, what it stands for, and whether that is a byte of
  /// UTF-8 and not a code point.
  private static func row(
    at start: Int, in source: [UInt8], encoding: String,
    next: (Int) -> (length: Int, value: UInt32, isByte: Bool)?
  ) -> Stretch? {
    var bytes: [UInt8] = []
    var index = start
    var end = start
    var count = 0
    while index < source.count, index - start < longest, index - end <= 12 {
      if let escape = next(index) {
        count += 1
        index += escape.length
        end = index
        if escape.isByte {
          bytes.append(UInt8(truncatingIfNeeded: escape.value))
        } else {
          bytes += Array(String(Unicode.Scalar(escape.value) ?? "\u{FFFD}").utf8)
        }
      } else {
        guard source[index] > 0x20 || encoding != "percent-encoding" else { break }
        bytes.append(source[index])
        index += 1
      }
    }
    if count == 0 { return nil }
    let kept = bytes.dropLast(max(0, min(bytes.count, index - end)))
    return (start..<end, encoding, count >= fewest ? Array(kept) : nil)
  }
}
