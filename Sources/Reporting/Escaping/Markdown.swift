/// GitHub-flavoured Markdown in running text.
///
/// Backslashes do away with markup. They do nothing against what GitHub looks for after rendering:
/// mentions, references and addresses; those are broken by an empty comment, which leaves no hidden
/// character in what a reader copies.
package enum Markdown: OutputLanguage {
  private static let markup = Set("\\`*_[]<>|~#!$".unicodeScalars)
  private static let seam = "<!-- -->"

  package static func escape(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      if startsBlock(index, in: scalars) { escaped += "\\" }
      switch scalar {
      case "&": escaped += "&amp;"
      case " " where index == 0: escaped += "&#32;"
      case _ where markup.contains(scalar):
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
      if opensReference(index, in: scalars) { escaped += seam }
    }
    return escaped
  }

  /// Whether a list or underline would begin at `index`.
  private static func startsBlock(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[index] {
    case "-", "+", "=": index == 0
    case ".", ")":
      index > 0 && (index + 1 == scalars.count || scalars[index + 1] == " ")
        && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    default: false
    }
  }

  /// Whether GitHub would link what begins with, or around, the character at `index`.
  private static func opensReference(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[index] {
    case "@", "#": true
    case ":": index + 1 < scalars.count && scalars[index + 1] == "/"
    case "w", "W": word("www", endsAt: index, in: scalars)
    case "h", "H": word("gh", endsAt: index, in: scalars)
    default: false
    }
  }

  private static func word(
    _ word: String, endsAt index: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    let start = index + 1 - word.unicodeScalars.count
    return start >= 0
      && zip(scalars[start...index], word.unicodeScalars).allSatisfy {
        $0.properties.lowercaseMapping == String($1)
      } && index + 1 < scalars.count && [".", "-"].contains(scalars[index + 1])
  }
}

/// The inside of a Markdown code span, in which only its fence and, in a table, a bar mean anything.
package enum MarkdownCode: EmbeddedLanguage {
  package typealias Host = Markdown

  package static func escape(_ text: String) -> String {
    text.replacingCharacters { character in
      switch character {
      case UInt8(ascii: "`"): "\\u{60}"
      case UInt8(ascii: "|"): "\\u{7C}"
      default: nil
      }
    }
  }
}

/// Lines of a fenced Markdown block; each begins with a gutter of ours, or four blanks, so that none can
/// close the fence.
package enum MarkdownBlock: EmbeddedLanguage {
  package typealias Host = Markdown

  package static func escape(_ text: String) -> String { text }
}

extension Fragment where Language == Markdown {
  /// `text` as code: how paths, names and ids are shown, because nothing is linked in there.
  package static func code(_ text: String, limit: Int = 200) -> Fragment {
    guard !text.isEmpty else { return "(empty)" }
    let code: Fragment<MarkdownCode> = "`\(text, limit: limit)`"
    return "\(code)"
  }
}
