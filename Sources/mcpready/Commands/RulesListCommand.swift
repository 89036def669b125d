import Assessment

/// Shows the rules, or what they leave undecided.
struct RulesListCommand {
  let filter: RuleFilter

  /// A line for each rule of `catalog` that fits, or for each row that no rule decides.
  func run(_ catalog: RuleCatalog) -> CommandResult {
    filter.isUncovered ? uncovered(catalog) : .answer(list(catalog.rules.filter(fits)))
  }

  private func fits(_ rule: Rule) -> Bool {
    if let family = filter.family, !rule.id.dropFirst(3).hasPrefix(family) { return false }
    if let gate = filter.gate, rule.gate != gate { return false }
    if let dimension = filter.dimension, rule.dimension != dimension { return false }
    guard let item = filter.checklist else { return true }
    return rule.checklist.contains { $0 == item || $0.hasPrefix(item + ".") }
  }

  private func list(_ rules: [Rule]) -> String {
    let rows = rules.map { rule in
      [
        rule.id, rule.severity.rawValue, rule.dimension.rawValue, rule.gate?.rawValue ?? "-",
        rule.checklist.isEmpty ? "-" : rule.checklist.joined(separator: " "), rule.title,
      ]
    }
    return Self.table([["rule", "severity", "dim", "gate", "list", "requirement"]] + rows)
  }

  /// Rows without a rule fail, so that a pipeline notices a catalogue with a hole.
  private func uncovered(_ catalog: RuleCatalog) -> CommandResult {
    let rows = catalog.uncoveredRows
    guard !rows.isEmpty else {
      return .answer("every row of the source tables is decided by a rule\n")
    }
    let lines = rows.map { [$0.table.source, $0.table.rawValue, $0.key, $0.title] }
    return CommandResult(
      status: .failed, output: Self.table([["source", "table", "row", "asks"]] + lines))
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
