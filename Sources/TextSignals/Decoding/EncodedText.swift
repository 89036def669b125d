/// A stretch of a text that says something else once it is decoded.
struct EncodedText {
  /// The encoded bytes.
  let range: Range<Int>
  /// What the encoding is called.
  let encoding: String
  /// What they say: UTF-8 that a person could read.
  let decoded: [UInt8]

  /// More stretches than an honest text has; the rest of a hostile one is not decoded.
  private static let limit = 16
  /// Bytes of one stretch that are decoded.
  private static let longest = 16_384

  /// The encoded stretches of the text of which `source` is the UTF-8, in order; one pass over its bytes.
  static func stretches(in source: [UInt8]) -> [EncodedText] {
    var found: [EncodedText] = []
    var index = 0
    let digits = Digits.base64
    while index < source.count, found.count < limit {
      let start = index
      if digits[Int(source[start])] < 64 {
        while index < source.count, digits[Int(source[index])] < 64 { index += 1 }
        // Most runs are words.
        if index - start < fewestDigits { continue }
      } else if !begins(source[start]) {
        index += 1
        continue
      }
      guard let (range, encoding, bytes) = stretch(at: start, in: source) else {
        index = start + 1
        continue
      }
      index = max(range.upperBound, start + 1)
      if let bytes, isReadable(bytes) {
        found.append(EncodedText(range: range, encoding: encoding, decoded: bytes))
      }
    }
    return found
  }

  private typealias Stretch = (range: Range<Int>, encoding: String, bytes: [UInt8]?)

  /// Shorter runs of digits say nothing.
  private static let fewestDigits = 20

  private static func begins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
      || byte == 0xF3 || byte == 0xEF
  }

  /// The stretch of one alphabet that begins at `start`; its bytes are `nil` where it is too short to mean
  /// anything or does not decode.
  private static func stretch(at start: Int, in source: [UInt8]) -> Stretch? {
    switch source[start] {
    case UInt8(ascii: "%"): Escapes.percent(at: start, in: source)
    case UInt8(ascii: "\\"): Escapes.backslash(at: start, in: source)
    case UInt8(ascii: "&"): Escapes.entity(at: start, in: source)
    case 0xF3, 0xEF: InvisibleBytes.stretch(at: start, in: source)
    default: blob(at: start, in: source)
    }
  }

  /// Digits of base 64 or 16 without a break.
  private static func blob(at start: Int, in source: [UInt8]) -> Stretch {
    let table = Digits.base64
    var end = start
    while end < source.count, table[Int(source[end])] < 64 { end += 1 }
    let digits = source[start..<min(end, start + longest)]
    if digits.count >= 32, digits.count.isMultiple(of: 2),
      digits.allSatisfy({ Digits.hexadecimal($0) != nil })
    {
      return (start..<end, "hexadecimal", Digits.bytes(ofHexadecimal: digits))
    }
    var stop = end
    while stop < source.count, source[stop] == UInt8(ascii: "="), stop - end < 2 { stop += 1 }
    return (start..<stop, "base64", Digits.bytes(ofBase64: digits))
  }

  /// Whether `bytes` are UTF-8 of words: nearly all of it printable, with a blank or a mark somewhere.
  static func isReadable(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8 else { return false }
    var printable = 0
    var letters = 0
    for byte in bytes {
      if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte >= 0x80 { printable += 1 }
      if (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 { letters += 1 }
    }
    guard printable == bytes.count, letters * 2 > bytes.count else { return false }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}
