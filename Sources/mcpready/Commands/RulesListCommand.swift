import Assessment

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
