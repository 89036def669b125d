extension ByteScanner {
  /// The first offset in `start..<end` that is not part of well-formed UTF-8, or `nil`; linear time.
  ///
  /// Overlong forms, surrogates and code points above U+10FFFF are ill-formed (RFC 3629), and so is a
  /// sequence that `end` cuts off.
  public static func firstInvalidUTF8(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> Int? {
    var offset = start
    while true {
      offset = firstNonASCII(bytes, from: offset, to: end)
      // Text in other scripts comes in runs: stay on the slow side until the run ends.
      while offset < end, byte(bytes, at: offset) >= 0x80 {
        let length = sequenceLength(bytes, at: offset, to: end)
        if length == 0 { return offset }
        offset += length
      }
      if offset >= end { return nil }
    }
  }

  /// The length of the well-formed sequence of two to four bytes at `offset`, or 0.
  private static func sequenceLength(
    _ bytes: borrowing RawSpan, at offset: Int, to end: Int
  ) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch byte(bytes, at: offset) {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= end, second.contains(byte(bytes, at: offset + 1)) else { return 0 }
    if length > 2, byte(bytes, at: offset + 2) & 0xC0 != 0x80 { return 0 }
    if length > 3, byte(bytes, at: offset + 3) & 0xC0 != 0x80 { return 0 }
    return length
  }
}
