/// The text of an XML element or attribute; what XML 1.0 has no character for was made visible before.
enum XML: OutputLanguage {
  static func escape(_ text: String) -> String {
    text.replacingCharacters { character in
      switch character {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&apos;"
      default: nil
      }
    }
  }
}
