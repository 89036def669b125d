/// The words that an identifier is made of.
enum NameTokens {
  /// A longer name is cut off before it is split; hostile catalogs hold names of any length.
  private static let longest = 256

  /// The words of `name` in lower case: parted at separators (`get_user`, `get-user`, `repo.get`), at the
  /// humps of camel case (`getUser`) and behind runs of capitals (`listHTMLPages`); digits stay with the
  /// letters before them.
  static func split(_ name: String) -> [String] {
    var tokens: [String] = []
    var current: [UInt8] = []
    let bytes = Array(name.utf8.prefix(longest))
    for (index, byte) in bytes.enumerated() {
      guard isWordByte(byte) else {
        flush(&current, into: &tokens)
        continue
      }
      if startsWord(at: index, in: bytes) { flush(&current, into: &tokens) }
      current.append(isUpper(byte) ? byte | 0x20 : byte)
    }
    flush(&current, into: &tokens)
    return tokens
  }

  private static func startsWord(at index: Int, in bytes: [UInt8]) -> Bool {
    guard isUpper(bytes[index]), index > 0 else { return false }
    if !isUpper(bytes[index - 1]) { return true }
    // The last capital of a run belongs to the word that follows: `HTMLPages`, but not `URLs`.
    let next = index + 1
    guard next < bytes.count, isLower(bytes[next]) else { return false }
    let isPlural =
      bytes[next] == UInt8(ascii: "s") && (next + 1 == bytes.count || !isLower(bytes[next + 1]))
    return !isPlural
  }

  private static func flush(_ current: inout [UInt8], into tokens: inout [String]) {
    guard !current.isEmpty else { return }
    tokens.append(String(decoding: current, as: UTF8.self))
    current.removeAll(keepingCapacity: true)
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isUpper(byte) || isLower(byte) || byte >= 0x80
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
