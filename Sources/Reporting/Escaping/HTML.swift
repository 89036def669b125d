/// The text of an HTML element or attribute; Markdown takes HTML blocks in.
package enum HTML: EmbeddedLanguage {
  package typealias Host = Markdown

  package static func escape(_ text: String) -> String {
    text.replacingCharacters { character in
      switch character {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}
