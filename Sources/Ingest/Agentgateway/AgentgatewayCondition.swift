import Estate

/// The condition of a rule of agentgateway, as far as it can be told without evaluating it.
struct AgentgatewayCondition {
  /// The alternatives, each a list of terms that must all hold.
  private let alternatives: [[String]]

  /// Reads `text`, an expression in CEL.
  init(_ text: String) {
    alternatives = Self.parts(of: text, at: "||").map { Self.parts(of: $0, at: "&&") }
  }

  /// What holds for every call of a tool, written without spaces and with double quotes.
  private static let truisms: Set<String> = [
    "true", "has(mcp.tool)", "has(mcp.tool.name)", "mcp.tool.name!=\"\"", "size(mcp.tool.name)>0",
    "mcp.tool.name.size()>0", "mcp.tool.name.startsWith(\"\")", "mcp.tool.name.matches(\".*\")",
  ]

  /// Whether no call of a tool is without it.
  var holdsForEveryCall: Bool {
    alternatives.contains { terms in
      terms.allSatisfy { term in
        let bare = term.filter { $0 != " " }.map { $0 == "'" ? "\"" : $0 }
        return Self.truisms.contains(String(bare))
      }
    }
  }

  /// The only tools whose calls it can hold for, and the only callers; `nil` where an alternative names no
  /// tool.
  var namedTools: [ToolSelection.Entry]? {
    var entries: [ToolSelection.Entry] = []
    for terms in alternatives {
      guard let tools = terms.lazy.compactMap({ Self.values(of: "mcp.tool.name", in: $0) }).first
      else { return nil }
      let callers = terms.lazy.compactMap { term in
        ["jwt.client_id", "jwt.azp"].lazy.compactMap { Self.values(of: $0, in: term) }.first
      }.first
      entries += tools.map { ToolSelection.Entry($0, callers: callers ?? []) }
    }
    return entries
  }

  /// The texts that `term` says `subject` is one of: `subject == "a"`, or `subject in ["a", "b"]`.
  private static func values(of subject: String, in term: String) -> [String]? {
    guard term.hasPrefix(subject) else { return nil }
    let rest = term.dropFirst(subject.count).drop { $0 == " " }
    if rest.hasPrefix("==") { return text(rest.dropFirst(2)).map { [$0] } }
    guard rest.hasPrefix("in"), let open = rest.firstIndex(of: "["), rest.last == "]" else {
      return nil
    }
    let elements = rest[rest.index(after: open)...].dropLast().split(separator: ",")
    let texts = elements.compactMap(text)
    return texts.count == elements.count ? texts : nil
  }

  /// The text that `literal` is in quotes.
  private static func text(_ literal: Substring) -> String? {
    AgentgatewayExpression(String(trimmed(literal))).constant
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
    return start[...end]
  }

  /// The parts of `text` between `separator`, which counts neither in brackets nor in quotes.
  private static func parts(of text: String, at separator: String) -> [String] {
    var parts: [String] = []
    var start = text.startIndex
    var (depth, quote): (Int, Character?) = (0, nil)
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if depth == 0, text[index...].hasPrefix(separator) {
        parts.append(String(trimmed(text[start..<index])))
        index = text.index(index, offsetBy: separator.count)
        start = index
        continue
      }
      index = text.index(after: index)
    }
    return parts + [String(trimmed(text[start...]))]
  }
}
