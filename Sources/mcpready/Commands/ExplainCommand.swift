import Assessment
import Estate

/// Prints the full page of one rule, so that nobody needs a browser in front of a CI log.
struct ExplainCommand {
  private let rule: Rule
  private let facts: [RuleFact]
  private var lines: [String] = []

  /// The columns that text is wrapped at; expressions are kept whole, to be copied.
  private static let width = 100

  /// The page of `rule`, a rule of `catalog`.
  static func text(of rule: Rule, in catalog: RuleCatalog) -> String {
    var page = ExplainCommand(rule: rule, facts: catalog.facts(readBy: rule))
    page.write()
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(rule: Rule, facts: [RuleFact]) {
    self.rule = rule
    self.facts = facts
  }

  private mutating func write() {
    lines.append("\(rule.id) \(rule.name)")
    paragraph(rule.title + ".")
    paragraph(rule.why)
    writeProperties()
    heading("Asked of each \(rule.subject.rawValue)" + (rule.condition == nil ? "" : " where"))
    if let condition = rule.condition { lines.append("  " + condition) }
    if let appliesTo = rule.appliesTo { wrap("which is: \(appliesTo)", indent: "  ") }
    heading("Evidence")
    for check in rule.checks { write(check) }
    heading("To do")
    wrap(rule.remediation, indent: "  ")
    if let snippet = rule.snippet {
      lines.append("")
      lines += snippet.text.split(separator: "\n").map { "    \($0)" }
    }
    if !facts.isEmpty {
      heading("Facts that it reads")
      let width = facts.map(\.name.count).max() ?? 0
      for fact in facts {
        let padding = String(repeating: " ", count: width - fact.name.count)
        lines.append("  \(fact.name)\(padding)  \(fact.documentation)")
      }
      if facts.contains(where: { $0.documentation.contains("(`") }) { writeKeyPlaces() }
    }
    heading("Examples")
    lines += rule.examples.map { "  \($0.expectedStatus): \($0.name)" }
  }

  /// Says where the keys stand that the facts name in parentheses.
  private mutating func writeKeyPlaces() {
    paragraph("Names in parentheses are keys of the server manifest.")
    for advice in ManifestForm.allCases.compactMap(\.keyAdvice) { wrap(advice, indent: "") }
  }

  private mutating func writeProperties() {
    lines.append("")
    lines.append("severity    \(rule.severity.rawValue)")
    lines.append("dimension   \(rule.dimension.rawValue), \(rule.dimension.title)")
    if let gate = rule.gate { lines.append("gate        \(gate.rawValue), \(gate.title)") }
    if !rule.checklist.isEmpty {
      lines.append("checklist   \(rule.checklist.joined(separator: ", "))")
    }
    if !rule.sources.isEmpty {
      lines.append("source      \(rule.sources.joined(separator: ", "))")
    }
    lines.append("effort      \(rule.effort.rawValue)")
  }

  private mutating func write(_ check: Rule.Check) {
    lines.append("  \(check.grade.rawValue)")
    if let condition = check.condition { lines.append("    where    \(condition)") }
    lines.append("    requires \(check.requirement)")
    lines.append("    else     \(check.message)")
  }

  private mutating func heading(_ text: String) {
    lines += ["", text]
  }

  private mutating func paragraph(_ text: String) {
    lines.append("")
    wrap(text, indent: "")
  }

  /// Adds `text` in lines of at most `width` columns, broken at blanks.
  private mutating func wrap(_ text: String, indent: String) {
    var line = indent
    for word in text.split(separator: " ") {
      if line.count > indent.count, line.count + 1 + word.count > Self.width {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    lines.append(line)
  }
}
