import Assessment
import Estate

/// All that is known of one server: where it stands, why it scores as it does, and what is to be done.
struct ServerPage {
  private let server: ServerAssessment
  private let section: ServerSection
  /// Where the server stands on each item of the checklist.
  private let checklist: [(row: SourceRow, standing: RowStanding)]
  private let detail: HTMLDetail
  private let context: HTMLContext
  private let isOpen: Bool

  init(
    _ server: ServerAssessment, _ section: ServerSection,
    _ checklist: [(row: SourceRow, standing: RowStanding)], _ detail: HTMLDetail,
    _ context: HTMLContext, isOpen: Bool
  ) {
    self.server = server
    self.section = section
    self.checklist = checklist
    self.detail = detail
    self.context = context
    self.isOpen = isOpen
  }

  private var number: Int { context.anchors.number(ofServer: server.id) ?? 0 }

  /// The page.
  var fragment: Fragment<HTML> {
    let open: Fragment<HTML> = isOpen ? " open" : ""
    let reference: Fragment<HTML> = detail.isPrinted ? "" : " reference"
    return """
      <details class="page\(reference)" id="server-\(number)" data-item\(open)><summary><h3 class="name">\(server.id, limit: 200)</h3> \(summary)</summary>
      <div class="body">
      \(LadderView(server, detail, context).fragment)<dl class="facts">\(facts)</dl>
      \(FindingsView(section, detail, context).fragment)\(LedgerView(server, detail, context).fragment)\(BudgetsView(server, number: number, detail).fragment)\(controls)</div></details>

      """
  }

  private var summary: Fragment<HTML> {
    let verdict = server.verdict
    let frozen: Fragment<HTML> = verdict.isExpansionFrozen ? ", expansion frozen" : ""
    return
      "<span class=\"line\">\(.badge(isGood: verdict.passes, verdict.passes ? "pass" : "stop")) \(.badge(verdict.attained)) \(.muted("needs \(verdict.required.rawValue) · score \(server.risk.score.short)\(frozen) · \(counted(section.findings.count, "finding"))"))</span>"
  }

  private var facts: Fragment<HTML> {
    fact("Tier", tier) + fact("Coverage", coverage) + fact("Log", log)
      + fact("Checklist", items) + duties + pattern + blastRadius
  }

  private func fact(_ name: Fragment<HTML>, _ value: Fragment<HTML>) -> Fragment<HTML> {
    "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
  }

  private var tier: Fragment<HTML> {
    let declared: Fragment<HTML> =
      server.declaredTier.map { "\($0.rawValue) declared" } ?? "none declared"
    let registered: Fragment<HTML> = server.isRegistered ? "" : "; no manifest registers it"
    return
      "\(declared), \(server.derivedTier.rawValue) by the facts: \(.prose(server.derivedTierReason, limit: 300))\(registered)"
  }

  private var coverage: Fragment<HTML> {
    "\(server.coverage.decided) of \(counted(server.coverage.applicable, "control")) decided (\(server.coverage.percent) %)"
  }

  private var log: Fragment<HTML> {
    guard let complete = server.confidence.completeRecords else { return "no record about it" }
    let windows: Fragment<HTML> =
      server.confidence.coversWindows
      ? "; it spans the budgets’ windows" : "; it is shorter than the budgets’ windows"
    return "\(Int(complete * 100)) % of records complete\(windows)"
  }

  /// How many items of the checklist hold, and which do not.
  private var items: Fragment<HTML> {
    let applicable = checklist.count { $0.standing != .notApplicable }
    let met = checklist.count { $0.standing == .met }
    func keys(_ title: Fragment<HTML>, where isWanted: (RowStanding) -> Bool) -> Fragment<HTML> {
      let keys = checklist.filter { isWanted($0.standing) }.map(\.row.key)
      return keys.isEmpty ? "" : "; \(title) \(keys.joined(separator: ", "))"
    }
    return
      "\(met) of \(applicable) items met\(keys("open") { if case .open = $0 { true } else { false } })\(keys("undecided") { if case .undecided = $0 { true } else { false } })"
  }

  private var duties: Fragment<HTML> {
    guard !server.duties.isEmpty else { return "" }
    let marks = server.duties.map { duty in
      .badge(isGood: duty.isStated, "\(duty.kind.rawValue)") as Fragment<HTML>
    }
    return fact("Tier 2 owes", marks.joined(by: " "))
  }

  private var pattern: Fragment<HTML> {
    guard let pattern = server.pattern else { return "" }
    let lacks = pattern.lacks.count
    let mark: Fragment<HTML> = .badge(isGood: lacks == 0, lacks == 0 ? "fits" : "lacks \(lacks)")
    let actual = pattern.actual?.rawValue ?? "not known"
    return fact(
      "Deployment",
      "\(actual) \(mark) for \(pattern.context.rawValue): \(pattern.context.pattern.rawValue)")
  }

  private var blastRadius: Fragment<HTML> {
    let graph = context.assessment.graph
    let node = DependencyGraph.Node(.server, server.id)
    let behind = graph.behind(node)
    let dependents = graph.dependents(on: node)
    guard !behind.isEmpty || !dependents.isEmpty else { return "" }
    return fact(
      "Blast radius",
      "\(behind.count) behind it\(names(behind)); \(dependents.count) depend on it\(names(dependents))"
    )
  }

  private func names(_ nodes: [DependencyGraph.Node]) -> Fragment<HTML> {
    guard !nodes.isEmpty else { return "" }
    let names = nodes.prefix(8).map { "\($0.name, limit: 60)" as Fragment<HTML> }
    let more: Fragment<HTML> = nodes.count > 8 ? ", …" : ""
    return " (\(names.joined(by: ", "))\(more))"
  }

  /// Every control with what decided it, for auditors; left out of large fleets.
  private var controls: Fragment<HTML> {
    guard detail.isFull, !server.controls.isEmpty else { return "" }
    var table = HTMLTable(
      "Every control of \(server.id, limit: 100)",
      [
        .init("Control"), .init("Status"), .init("Found"), .init("Demanded"), .init("Why"),
        .init("Evidence"),
      ])
    for control in server.controls {
      table.row([
        context.anchors.link(toRule: control.rule), .badge(control.status),
        "\(control.grade.rawValue)", "\(control.demanded.rawValue)",
        .prose(reason(of: control), limit: 300), evidence(of: control),
      ])
    }
    return .reference("All \(counted(server.controls.count, "control"))", table.fragment)
  }

  private func reason(of control: Control) -> String {
    if case .notApplicable(let reason) = control.status { reason } else { control.reason }
  }

  private func evidence(of control: Control) -> Fragment<HTML> {
    let places = control.evidence.prefix(4).map { place -> Fragment<HTML> in
      let count: Fragment<HTML> = place.count.map { " (\(counted($0, "record")))" } ?? ""
      return
        "\(place.bearing.rawValue): <span class=\"place\">\(context.quotations.place(of: place.span), limit: 300)</span>\(count)"
    }
    let more: Fragment<HTML> =
      control.evidence.count > 4 ? "<br>and \(control.evidence.count - 4) more" : ""
    return places.joined(by: "<br>") + more
  }
}
