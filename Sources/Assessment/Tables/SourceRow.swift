/// One row of a table of the seed documents, and the rules that decide it.
public struct SourceRow: Hashable, Sendable {
  /// The table.
  public let table: SourceTable
  /// The row's key within its table, such as `1.4` or `IDN`.
  public let key: String
  /// What the row asks, in our words.
  public let title: String
  /// Ids of the rules that decide it, sorted; all of them must hold.
  public let rules: [String]

  /// The row `key` of `table`.
  init(_ table: SourceTable, _ key: String, _ title: String, rules: [String]) {
    self.table = table
    self.key = key
    self.title = title
    self.rules = rules.sorted()
  }

  /// The row's name beyond its table, such as `S4 checklist 1.4`.
  public var name: String {
    "\(table.source) \(table.rawValue) \(key)"
  }

  /// The rule that asks for the duties of every class of tools.
  static let dutyRule = "MCP307"

  /// The class of tools that the row is about; `nil` for rows of other tables.
  var guardedClass: GuardedClass? {
    guard table == .toolClasses else { return nil }
    return switch key {
    case "read-only": .openRead
    case "sensitive-read": .sensitiveRead
    case "reversible-write": .internalWrite
    case "external-write": .externalWrite
    default: nil
    }
  }

  /// The deployment context that the row is about; `nil` for rows of other tables.
  var context: DeploymentContext? {
    guard table == .patterns else { return nil }
    return switch key {
    case "local": .localTools
    case "knowledge": .readOnlyKnowledge
    case "critical-writes": .criticalWrites
    case "multi-tenant": .sharedPlatform
    default: nil
    }
  }

  /// The key of the section or stage that the row belongs to, such as `1`.
  public var section: String {
    String(key.prefix { $0 != "." })
  }
}

extension RuleCatalog {
  /// Every row of the seed documents' tables, each with the rules of this catalog that decide it.
  ///
  /// Items of the checklist and controls of the gate name their rules through the rules' own `checklist` and
  /// `gate`; the rows of the other tables name rule ids.
  public var sourceRows: [SourceRow] {
    SourceRow.all(for: rules)
  }

  /// Rows that no rule of this catalog decides.
  public var uncoveredRows: [SourceRow] {
    sourceRows.filter(\.rules.isEmpty)
  }
}

extension SourceRow {
  /// The rows of every table, decided by `rules`.
  static func all(for rules: [Rule]) -> [SourceRow] {
    let known = Set(rules.map(\.id))
    return checklist(rules) + validationGate(rules) + dimensions(rules)
      + stated.map { row in
        SourceRow(row.table, row.key, row.title, rules: row.rules.filter(known.contains))
      }
  }

  private static func checklist(_ rules: [Rule]) -> [SourceRow] {
    checklistItems.map { key, title in
      SourceRow(
        .checklist, key, title,
        rules: rules.filter { $0.checklist.contains(key) }.map(\.id))
    }
  }

  private static func validationGate(_ rules: [Rule]) -> [SourceRow] {
    GateControl.allCases.map { control in
      SourceRow(
        .validationGate, control.rawValue, control.title,
        rules: rules.filter { $0.gate == control }.map(\.id))
    }
  }

  private static func dimensions(_ rules: [Rule]) -> [SourceRow] {
    Dimension.allCases.map { dimension in
      SourceRow(
        .riskDimensions, dimension.rawValue, dimension.title,
        rules: rules.filter { $0.dimension == dimension }.map(\.id))
    }
  }
}
