import Assessment
import Estate

/// Shows the rules.
enum RulesListCommand {
  /// A line for each rule of `catalog`.
  static func text(of catalog: RuleCatalog) -> String {
    let rows = catalog.rules.map { rule in
      [
        rule.id, rule.severity.rawValue, rule.dimension.rawValue, rule.gate?.rawValue ?? "-",
        rule.checklist.isEmpty ? "-" : rule.checklist.joined(separator: " "), rule.title,
      ]
    }
    return Self.table([["rule", "severity", "dim", "gate", "list", "requirement"]] + rows)
  }

  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == columns - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }
}

/// Prints the full page of one rule.
enum ExplainCommand {
  /// The page of `rule`.
  static func text(of rule: Rule) -> String {
    var lines = ["\(rule.id) \(rule.name)", "", rule.title + ".", "", rule.why, ""]
    lines += [
      "severity    \(rule.severity.rawValue)",
      "dimension   \(rule.dimension.rawValue), \(rule.dimension.title)",
    ]
    if let gate = rule.gate { lines.append("gate        \(gate.rawValue), \(gate.title)") }
    if !rule.checklist.isEmpty {
      lines.append("checklist   \(rule.checklist.joined(separator: ", "))")
    }
    if !rule.sources.isEmpty {
      lines.append("source      \(rule.sources.joined(separator: ", "))")
    }
    lines.append("effort      \(rule.effort.rawValue)")
    lines += [
      "",
      "Asked of each \(rule.subject.rawValue)"
        + (rule.condition.map { " where" + "\n  \($0)" } ?? ""),
    ]
    lines += ["", "Evidence"]
    for check in rule.checks {
      lines.append("  \(check.grade.rawValue)")
      if let condition = check.condition { lines.append("    where    \(condition)") }
      lines.append("    requires \(check.requirement)")
      lines.append("    else     \(check.message)")
    }
    lines += ["", "To do", "  \(rule.remediation)"]
    if let snippet = rule.snippet {
      lines.append("")
      lines += snippet.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    \($0)" }
    }
    lines += ["", "Examples"]
    lines += rule.examples.map { "  \($0.expectedStatus): \($0.name)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
