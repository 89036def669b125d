import Assessment
import Estate

/// The point of both rollout plans that the fleet has really reached, and the drills that were held.
struct RolloutSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  var section: HTMLSection {
    let plans = context.assessment.rollouts.map(plan).joined(by: "")
    return HTMLSection(
      id: "rollouts", title: "Rollouts and drills", shortTitle: "Rollouts",
      content: "<div class=\"columns\">\n\(plans)</div>\n\(drills)")
  }

  private func plan(_ progress: RolloutProgress) -> Fragment<HTML> {
    let stages = progress.stages.map(stage).joined(by: "")
    return
      "<div><h3>\(progress.plan.title): \(progress.reached) of \(progress.stages.count) stages reached</h3>\n<ol class=\"stages\">\n\(stages)</ol></div>\n"
  }

  private func stage(_ stage: StageProgress) -> Fragment<HTML> {
    let open = stage.rows.filter { !$0.isComplete }
    let asked = stage.rows.count { $0.applicable > 0 }
    let done = stage.rows.count { $0.applicable > 0 && $0.isComplete }
    let count: Fragment<HTML> =
      asked == 0
      ? "nothing that it asks of is here" : "\(done) of \(counted(asked, "row"))"
    let mark: Fragment<HTML> =
      stage.isComplete ? .badge(isGood: true, "complete") : .badge(isGood: false, "open")
    let rows = open.map { row in
      "<li>\(row.row.title) <span class=\"muted\">\(row.met) of \(row.applicable)</span></li>"
        as Fragment<HTML>
    }.joined(by: "\n")
    let list: Fragment<HTML> =
      open.isEmpty ? "" : .fold("What is missing (\(open.count))", "<ul>\n\(rows)\n</ul>")
    return
      "<li class=\"\(stage.isComplete ? "complete" : "")\"><p><strong>\(stage.title)</strong> \(mark) <span class=\"muted\">\(count)</span></p>\(list)</li>\n"
  }

  private var drills: Fragment<HTML> {
    let drills = context.assessment.drills
    guard !drills.isEmpty else { return "" }
    var table = HTMLTable(
      "The latest drill of each scenario and kind",
      [.init("Scenario")] + Drill.Kind.allCases.map { .init("\($0.rawValue)") })
    for scenario in Drill.Scenario.allCases {
      table.row(
        ["\(title(of: scenario))"]
          + Drill.Kind.allCases.map { kind in
            drills.first { $0.scenario == scenario && $0.kind == kind }.map(cell) ?? .muted("–")
          })
    }
    return "<h3>Drills</h3>\n\(table.fragment)"
  }

  private func cell(_ drill: DrillStanding) -> Fragment<HTML> {
    guard let latest = drill.latest, let age = drill.ageDays else {
      return .badge(isGood: false, "never")
    }
    let servers: Fragment<HTML> =
      drill.servers.isEmpty ? "the whole fleet" : context.list(ofServers: drill.servers)
    return
      "\(.badge(isGood: drill.isCurrent, drill.isCurrent ? "current" : "too old")) \(latest.description), \(counted(age, "day")) ago<br><span class=\"muted\">\(servers)</span>"
  }

  private func title(of scenario: Drill.Scenario) -> Fragment<HTML> {
    switch scenario {
    case .credentialCompromise: "Credential compromise"
    case .malformedToolResponse: "Malformed tool response"
    case .dependencyOutage: "Dependency outage"
    }
  }
}
