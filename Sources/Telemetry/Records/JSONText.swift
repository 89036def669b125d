import Syntax

/// Undoes the escapes of JSON strings that have been validated.
enum JSONText {
  /// Replaces `text` with what the string content in `start..<end`, between its quotes, says.
  ///
  /// A surrogate without its partner becomes U+FFFD.
  static func decode(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int, into text: inout [UInt8]
  ) {
    text.removeAll(keepingCapacity: true)
    var cursor = start
    while cursor < end {
      let byte = ByteScanner.byte(bytes, at: cursor)
      guard byte == UInt8(ascii: "\\"), cursor + 1 < end else {
        text.append(byte)
        cursor += 1
        continue
      }
      let kind = ByteScanner.byte(bytes, at: cursor + 1)
      cursor += 2
      switch kind {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        text.append(contentsOf: Character(scalar(bytes, &cursor, end)).utf8)
      default: text.append(kind)
      }
    }
  }

  /// The value of a hexadecimal digit.
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The scalar whose four digits start at `cursor`, with the low half of a pair that may follow.
  private static func scalar(
    _ bytes: borrowing RawSpan, _ cursor: inout Int, _ end: Int
  ) -> Unicode.Scalar {
    let first = unit(bytes, cursor, end)
    cursor += 4
    if 0xD800..<0xDC00 ~= first, cursor + 6 <= end,
      ByteScanner.byte(bytes, at: cursor) == UInt8(ascii: "\\"),
      ByteScanner.byte(bytes, at: cursor + 1) == UInt8(ascii: "u")
    {
      let second = unit(bytes, cursor + 2, end)
      if 0xDC00..<0xE000 ~= second {
        cursor += 6
        let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private static func unit(_ bytes: borrowing RawSpan, _ start: Int, _ end: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in start..<min(start + 4, end) {
      value = value << 4 | (hexDigit(ByteScanner.byte(bytes, at: index)) ?? 0)
    }
    return value
  }
}
