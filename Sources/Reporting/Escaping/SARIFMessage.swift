/// The text of a SARIF message: square brackets embed links and braces are holes for arguments (SARIF 2.1.0, 3.11.5 and 3.11.6).
enum SARIFMessage: OutputLanguage {
  static func escape(_ text: String) -> String {
    text.replacingCharacters { character in
      switch character {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "["): "\\["
      case UInt8(ascii: "]"): "\\]"
      case UInt8(ascii: "{"): "{{"
      case UInt8(ascii: "}"): "}}"
      default: nil
      }
    }
  }
}
