import Estate
import Testing

@testable import Assessment

@Suite struct SourceRowTests {
  @Test func `the checklist has its 26 items and the gate its nine controls`() throws {
    let rows = try RuleCatalog.builtIn().sourceRows
    #expect(rows.filter { $0.table == .checklist }.count == 26)
    #expect(rows.filter { $0.table == .validationGate }.map(\.key).count == 9)
    for table in SourceTable.allCases {
      let keys = rows.filter { $0.table == table }.map(\.key)
      #expect(!keys.isEmpty && Set(keys).count == keys.count)
    }
  }

  @Test func `a row belongs to a section of its table`() throws {
    for row in try RuleCatalog.builtIn().sourceRows where !row.table.sections.isEmpty {
      #expect(row.table.sections.contains { $0.key == row.section })
    }
  }

  @Test func `checklist items that rules name are items of the checklist`() throws {
    let items = Set(SourceRow.checklistItems.map(\.key))
    for rule in try RuleCatalog.builtIn().rules {
      #expect(items.isSuperset(of: rule.checklist), "\(rule.id) names \(rule.checklist)")
    }
  }
}

@Suite struct RowStandingTests {
  private func control(_ rule: String, _ status: ControlStatus) -> Control {
    Control(
      rule: rule, status: status, grade: .absent, demanded: .declared, severity: .low, reason: "",
      evidence: [])
  }

  private func standing(_ controls: [Control]) -> RowStanding {
    RowStanding(of: controls, at: Array(controls.indices))
  }

  @Test func `a row stands where the worst of its rules stands`() {
    let met = control("MCP101", .met)
    let open = control("MCP102", .unmet)
    let undecided = control("MCP103", .unproven(.undecided(reason: "no log was given")))
    let out = control("MCP104", .notApplicable(reason: "local"))
    #expect(standing([]) == .notApplicable)
    #expect(standing([out]) == .notApplicable)
    #expect(standing([met, out]) == .met)
    #expect(standing([met, undecided]) == .undecided(rules: ["MCP103"]))
    #expect(standing([met, undecided, open]) == .open(rules: ["MCP102"]))
  }

  @Test func `a rollout has reached its stages up to the first that is not complete`() {
    let row = SourceRow(.thirtyDays, "1.auth", "", rules: [])
    func stage(_ met: Int, _ missing: [String]) -> StageProgress {
      StageProgress(
        title: "",
        rows: [RowProgress(row: row, met: met, applicable: met + missing.count, missing: missing)])
    }
    let plan = RolloutProgress(
      plan: .thirtyDays, stages: [stage(2, []), stage(1, ["a"]), stage(2, [])])
    #expect(plan.reached == 1)
    #expect(!stage(0, []).isComplete, "what applies to nobody is not reached")
  }
}
