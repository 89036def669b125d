import Patterns

/// UUIDs, JSON Pointers and regular expressions.
enum IdentifierFormat {
  /// RFC 9562 (once 4122): five groups of hexadecimal digits.
  static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { position, byte in
      [8, 13, 18, 23].contains(position)
        ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isASCIIHexDigit
    }
  }

  /// RFC 6901.
  static func isJSONPointer(_ text: String) -> Bool {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return false }
    var isEscape = false
    for byte in text.utf8 {
      if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
      isEscape = byte == UInt8(ascii: "~")
    }
    return !isEscape
  }

  /// A number of steps up, and a JSON Pointer or `#`.
  static func isRelativeJSONPointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30 else { return false }
    let rest = String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)
    return ExactText(rest) == ExactText("#") || isJSONPointer(rest)
  }

  /// ECMA-262.
  static func isRegularExpression(_ text: String) -> Bool {
    do throws(PatternError) {
      _ = try Pattern(text, syntax: .ecma262)
      return true
    } catch {
      return false
    }
  }
}
