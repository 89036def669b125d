import Assessment
import SourceText

extension Severity {
  /// SARIF's level, of which there are fewer.
  var sarifLevel: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

  /// The number by which GitHub sorts security alerts; it shows more than 9.0 as critical.
  var securitySeverity: String {
    switch self {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    }
  }
}

extension JSONWriter {
  /// The members of a `reportingDescriptor`.
  mutating func reportingDescriptor(_ rule: Rule, _ context: SARIFContext) {
    member("id", rule.id)
    member("name", rule.name)
    object("shortDescription") { $0.member("text", Self.description("\(rule.title).")) }
    object("fullDescription") { json in
      json.member("text", Self.description("\(rule.title). \(rule.why)"))
    }
    object("help") { json in
      let text: Fragment<SARIFMessage> = "\(rule.title). \(rule.why) \(rule.remediation)"
      json.member("text", text.text)
      json.member("markdown", Self.help(for: rule).text)
    }
    messageStrings(of: rule, context)
    object("defaultConfiguration") { $0.member("level", rule.severity.sarifLevel) }
    relationships(of: rule, context.taxonomies)
    object("properties") { json in
      json.member("security-severity", rule.severity.securitySeverity)
      json.member("precision", rule.nature == .enforceable ? "high" : "medium")
      json.member("problem.severity", rule.severity.sarifLevel.gitHubProblemSeverity)
      json.array("tags", Self.tags(of: rule))
    }
  }

  private mutating func messageStrings(of rule: Rule, _ context: SARIFContext) {
    let strings = context.messageStrings(of: rule.id)
    guard !strings.isEmpty else { return }
    object("messageStrings") { json in
      for string in strings {
        json.object(named: string.id) { $0.member("text", string.text.sentence.text) }
      }
    }
  }

  private mutating func relationships(of rule: Rule, _ taxonomies: [SARIFTaxonomy]) {
    let targets = taxonomies.enumerated().flatMap { offset, taxonomy in
      taxonomy.indexes(of: rule).map { (taxonomy, offset, $0) }
    }
    objects("relationships", targets) { target, json in
      let (taxonomy, offset, index) = target
      json.object("target") { json in
        json.member("id", taxonomy.taxa[index].id)
        json.member("index", index)
        json.object("toolComponent") { json in
          json.member("name", taxonomy.name)
          json.member("index", offset)
        }
      }
      // Whatever breaks the rule falls into the taxon.
      json.array("kinds", ["superset"])
    }
  }

  /// `text`, cut to the 1,024 characters that GitHub takes.
  private static func description(_ text: Fragment<SARIFMessage>) -> String {
    guard text.text.utf16.count > 1_024 else { return text.text }
    // Cut at half of it, because a code point takes up to two units.
    return String(text.text.unicodeScalars.prefix(500)) + "…"
  }

  private static func help(for rule: Rule) -> Fragment<Markdown> {
    var help: Fragment<Markdown> =
      "**\(rule.title).**\n\n\(rule.why)\n\n**Fix.** \(rule.remediation)\n"
    if let snippet = rule.snippet {
      // What begins in the fifth column ends no block.
      var block: Fragment<MarkdownBlock> = "\n~~~~text\n"
      for line in snippet.text.split(separator: "\n", omittingEmptySubsequences: false) {
        block += "    \(String(line))\n"
      }
      help += "\(block)~~~~\n"
    }
    if !rule.checklist.isEmpty {
      help += "\nReadiness checklist: \(rule.checklist.joined(separator: ", "))\n"
    }
    return help
  }

  /// At most ten tags, which is what GitHub shows.
  private static func tags(of rule: Rule) -> [String] {
    let checklist = rule.checklist.prefix(5).map { "checklist/\($0)" }
    let gate = rule.gate.map { ["gate/\($0.rawValue)"] } ?? []
    let risks = OWASPRisk.allCases.filter { $0.rules.contains(rule.id) }
      .map { "owasp-mcp/\($0.rawValue)" }
    return Array(
      (["security", "mcp", "dimension/\(rule.dimension.rawValue)"] + gate + risks + checklist)
        .prefix(10))
  }
}

extension String {
  /// GitHub's word for a SARIF level.
  fileprivate var gitHubProblemSeverity: String { self == "note" ? "recommendation" : self }
}
