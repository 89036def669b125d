/// Content that is no text.
enum BinaryContent {
  /// Why the bytes are no text; `nil` where they may be.
  static func reason(_ beginning: [UInt8]) -> String? {
    if beginning.starts(with: [0x1F, 0x8B]) {
      return "it is compressed with gzip; decompress it first"
    }
    if beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      return "it is compressed with zstd; decompress it first"
    }
    if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) {
      return "it is text in UTF-16, and only UTF-8 is read"
    }
    guard beginning.contains(0) else { return nil }
    return "it is binary: it holds bytes that are zero"
  }
}
