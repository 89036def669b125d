/// Texts from inputs, with everything in them that a reader could not see or that would act on a terminal
/// shown as an escape, such as `\u{202E}`.
///
/// Any report may be printed in the log of a CI job, whose runner takes `##[command]` and `##vso[command]` for
/// a command to itself wherever it stands; the character that would open one is shown as an escape too.
package enum VisibleText {
  /// How many code points of one text are shown unless a caller says otherwise.
  package static let usualLimit = 1_000

  /// `text`, cut behind `limit` code points with a count of those left out.
  package static func of(_ text: String, limit: Int = usualLimit) -> String {
    let scalars = text.unicodeScalars
    if text.utf8.count <= limit,
      text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "#") })
    {
      return text
    }
    var visible = ""
    var shown = 0
    var signs = 0
    var previous: Unicode.Scalar?
    for scalar in scalars {
      guard shown < limit else {
        visible += "… (\(scalars.count - shown) more characters)"
        break
      }
      if signs > 1, scalar == "[" || scalar == "v" {
        visible += escape(of: scalar)
      } else {
        append(scalar, after: previous, to: &visible)
      }
      signs = scalar == "#" ? signs + 1 : 0
      previous = scalar
      shown += 1
    }
    return visible
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// Appends `scalar`, which follows `previous`, as a reader may see it.
  private static func append(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, to text: inout String
  ) {
    switch scalar {
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{FE0F}" where previous?.properties.isEmoji ?? false: text.unicodeScalars.append(scalar)
    default:
      if scalar.isHidden {
        text += escape(of: scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it controls a terminal, reorders or hides text, or looks like a blank or like nothing.
  var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    if properties.isDefaultIgnorableCodePoint || value == 0x2800 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
      .privateUse, .unassigned:
      return true
    default: return false
    }
  }
}
