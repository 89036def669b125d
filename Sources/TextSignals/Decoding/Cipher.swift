/// Sentences in which no word is known, because letters are exchanged or stand in reverse.
enum Cipher {
  /// Fewer unknown words are names.
  static let fewestWords = 4

  /// A reading with fewer known words may be chance.
  static let fewestKnownWords = 3
  /// Shorter words come about by chance.
  static let shortestKnownWord = 3

  /// Longer sentences are no jokes, and are not read twice more.
  private static let longest = 4_000

  /// What `text`, of letters of ASCII, says under each of the ciphers that people use for fun.
  static func readings(of text: ArraySlice<UInt8>) -> [(encoding: String, text: [UInt8])] {
    guard text.count <= longest, text.allSatisfy({ $0 < 0x80 }) else { return [] }
    return [("rot13", text.map(rotated)), ("reversed", text.reversed())]
  }

  /// Whether `bytes` are letters and nothing else.
  static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func rotated(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: (byte - 0x41 + 13) % 26 + 0x41
    case 0x61...0x7A: (byte - 0x61 + 13) % 26 + 0x61
    default: byte
    }
  }
}
