/// The classes of bytes that the grammar speaks of.
extension UInt8 {
  /// A space or tab.
  @inline(__always)
  var isYAMLWhite: Bool { self == 0x20 || self == 0x09 }

  /// A line feed, a carriage return, or the zero that stands for the end of the source.
  @inline(__always)
  var isYAMLBreakOrEnd: Bool { self == 0x0A || self == 0x0D || self == 0 }

  /// What may stand behind an indicator such as `-` or `:` in a block.
  @inline(__always)
  var isYAMLBlankOrEnd: Bool { isYAMLWhite || isYAMLBreakOrEnd }

  /// One of the characters that plain scalars usually start with, none of which is an indicator.
  @inline(__always)
  var isYAMLUsualStart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// `,`, `[`, `]`, `{` or `}`.
  @inline(__always)
  var isYAMLFlowIndicator: Bool {
    self == 0x2C || self == 0x5B || self == 0x5D || self == 0x7B || self == 0x7D
  }
}

/// The characters that YAML does not allow, and those that it allows only in quotes.
enum YAMLCharacters {
  /// Why a character stops the scan.
  enum Problem {
    /// Not well-formed UTF-8.
    case illFormed
    /// A control character that may not stand anywhere.
    case control
    /// A character that may stand in quoted scalars only: DEL, most of C1, U+FEFF, U+FFFE and U+FFFF.
    case restricted
  }

  /// The first problem of `text` at or behind `start`, with its place and length in bytes.
  static func firstProblem(
    in text: Span<UInt8>, from start: Int
  ) -> (offset: Int, length: Int, problem: Problem)? {
    var offset = start
    let count = text.count
    while offset < count {
      offset = ByteScanner.firstUnprintable(text.bytes, from: offset, to: count)
      guard offset < count else { break }
      let lead = text[offset]
      if lead < 0x7F {
        if lead < 0x20, lead != 0x0A, lead != 0x09, lead != 0x0D { return (offset, 1, .control) }
        offset += 1
        continue
      }
      if lead == 0x7F { return (offset, 1, .restricted) }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, lowest) = (3, 0xA0)
      case 0xED: (length, highest) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, lowest) = (4, 0x90)
      case 0xF4: (length, highest) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return (offset, 1, .illFormed)
      }
      guard offset + length <= count else { return (offset, count - offset, .illFormed) }
      let second = text[offset + 1]
      guard second >= lowest, second <= highest else { return (offset, 1, .illFormed) }
      if length > 2 {
        let third = text[offset + 2]
        guard third & 0xC0 == 0x80 else { return (offset, 1, .illFormed) }
        if lead == 0xEF {
          let isMark = second == 0xBB && third == 0xBF
          let isNoncharacter = second == 0xBF && third >= 0xBE
          if isMark || isNoncharacter { return (offset, 3, .restricted) }
        }
        if length > 3, text[offset + 3] & 0xC0 != 0x80 { return (offset, 1, .illFormed) }
      } else if lead == 0xC2, second < 0xA0, second != 0x85 {
        return (offset, 2, .restricted)
      }
      offset += length
    }
    return nil
  }
}
