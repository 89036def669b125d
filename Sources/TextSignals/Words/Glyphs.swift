/// Punctuation of East Asian text.
enum Glyphs {
  /// What the mark at `index` parts; `nil` where there is no mark.
  static func mark(at index: Int, in bytes: [UInt8]) -> Token.Boundary? {
    guard index + 2 < bytes.count, bytes[index] == 0xE3, bytes[index + 1] == 0x80 else {
      return nil
    }
    switch bytes[index + 2] {
    case 0x82: return .sentence
    case 0x81, 0x80: return .comma
    default: return nil
    }
  }
}
