/// Text that is written in characters which show nothing: tag characters, and variation selectors of which
/// each stands for one byte.
enum InvisibleBytes {
  typealias Stretch = (range: Range<Int>, encoding: String, bytes: [UInt8]?)

  /// The invisible characters from `start` on; `nil` where there are none.
  static func stretch(at start: Int, in source: [UInt8]) -> Stretch? {
    var bytes: [UInt8] = []
    var index = start
    var isTags = true
    while let (scalar, width) = scalar(at: index, in: source) {
      switch scalar {
      case 0xE0000...0xE007F: bytes.append(UInt8(scalar - 0xE0000))
      case 0xFE00...0xFE0F:
        bytes.append(UInt8(scalar - 0xFE00))
        isTags = false
      case 0xE0100...0xE01EF:
        bytes.append(UInt8(scalar - 0xE0100 + 16))
        isTags = false
      default:
        return end(start, index, isTags, bytes)
      }
      index += width
    }
    return end(start, index, isTags, bytes)
  }

  private static func end(_ start: Int, _ end: Int, _ isTags: Bool, _ bytes: [UInt8]) -> Stretch? {
    if bytes.isEmpty { return nil }
    let printable = bytes.filter { $0 >= 0x20 || $0 == 0x0A }
    return (
      start..<end, isTags ? "tag characters" : "variation selectors",
      bytes.count >= 4 ? printable : nil
    )
  }

  /// The scalar at `index` where it takes three bytes that begin with EF, or four that begin with F3.
  private static func scalar(at index: Int, in source: [UInt8]) -> (UInt32, Int)? {
    guard index < source.count else { return nil }
    if source[index] == 0xEF, index + 2 < source.count {
      return (
        0xF000 | UInt32(source[index + 1] & 0x3F) << 6 | UInt32(source[index + 2] & 0x3F), 3
      )
    }
    guard source[index] == 0xF3, index + 3 < source.count else { return nil }
    let high = 0xC0000 | UInt32(source[index + 1] & 0x3F) << 12
    return (high | UInt32(source[index + 2] & 0x3F) << 6 | UInt32(source[index + 3] & 0x3F), 4)
  }
}
