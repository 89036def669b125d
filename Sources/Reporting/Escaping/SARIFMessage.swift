/// The text of a SARIF message: square brackets embed links and braces are holes for arguments (SARIF 2.1.0, 3.11.5 and 3.11.6).
enum SARIFMessage: OutputLanguage {
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "[", "]": escaped += "\\"
      case "{", "}": escaped.unicodeScalars.append(scalar)
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
