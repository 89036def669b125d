import Syntax

extension YAMLEvent {
  /// The event as a line of `test.event`.
  var suiteNotation: String {
    switch self {
    case .documentStart(let isExplicit): return isExplicit ? "+DOC ---" : "+DOC"
    case .documentEnd(let isExplicit): return isExplicit ? "-DOC ..." : "-DOC"
    case .sequenceStart(let style, let anchor, let tag):
      return "+SEQ" + (style == .flow ? " []" : "") + Self.properties(anchor, tag)
    case .mappingStart(let style, let anchor, let tag):
      return "+MAP" + (style == .flow ? " {}" : "") + Self.properties(anchor, tag)
    case .sequenceEnd: return "-SEQ"
    case .mappingEnd: return "-MAP"
    case .alias(let name): return "=ALI *" + name
    case .scalar(let style, let text, let anchor, let tag):
      return "=VAL" + Self.properties(anchor, tag) + " " + Self.indicator(of: style)
        + Self.escaped(text)
    }
  }

  private static func properties(_ anchor: String?, _ tag: String?) -> String {
    (anchor.map { " &" + $0 } ?? "") + (tag.map { " <\($0)>" } ?? "")
  }

  private static func indicator(of style: NodeStyle) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    case .flow, .block: "?"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\u{8}": result.append(contentsOf: "\\b".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
