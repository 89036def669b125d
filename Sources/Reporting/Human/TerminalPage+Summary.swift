import Assessment
import Estate
import History

extension TerminalPage {
  /// How many elements of a list the summary names.
  private static let listLimit = 10

  /// Writes the servers in a table, the fleet's metrics, what was read, what to do first, and the gate's answer.
  mutating func summary(_ report: Report) {
    let assessment = report.assessment
    if !assessment.servers.isEmpty {
      table(of: assessment.servers)
      line()
    }
    metrics(assessment)
    coverage(assessment.coverage)
    policy(assessment)
    inputs(report.inputs)
    if let baseline = report.baseline { changes(since: baseline, assessment.findings) }
    line()
    if report.gate.outcome != .passed { firstSteps(assessment) }
    gate(report.gate, servers: assessment.servers)
  }

  private mutating func table(of servers: [ServerAssessment]) {
    var table = TerminalTable(
      columns: [
        .init("server"), .init("verdict"), .init("needs"), .init("risk", isNumber: true),
        .init("critical", isNumber: true), .init("high", isNumber: true),
        .init("medium", isNumber: true), .init("low", isNumber: true),
        .init("decided", isNumber: true),
      ])
    for server in servers {
      let paint: HumanStyle.Paint = server.verdict.passes ? .good : .critical
      table.row(
        [
          ("\(server.id, limit: 80)", nil), ("\(server.verdict.attained.rawValue)", paint),
          ("\(server.verdict.required.rawValue)", nil), ("\(server.risk.score.short)", nil),
        ]
          + server.openControls.map { severity, count in
            ("\(count)", count > 0 ? HumanStyle.Paint(severity) : nil)
          } + [("\(server.coverage.percent) %", nil)])
    }
    for row in table.lines(style: style) { line(row) }
  }

  private mutating func metrics(_ assessment: FleetAssessment) {
    let metrics = assessment.metrics
    share("servers with a named owner and a tier", metrics.ownedAndTiered)
    share("tool calls evaluated by explicit policy", metrics.policyEvaluatedCalls)
    share("high-risk servers with an exception in force", metrics.highRiskExceptions)
    let investigation = metrics.investigation
    if let median = investigation.medianMinutes, let p90 = investigation.p90Minutes {
      paragraph(
        "  ",
        "time to investigate a model-initiated incident: median \(Points(median).short) min, p90 \(Points(p90).short) min (\(counted(investigation.investigated, "incident")), \(investigation.open.count) open)"
      )
    } else {
      paragraph(
        "  ",
        "time to investigate a model-initiated incident: none recorded (\(investigation.open.count) open)"
      )
    }
    list(
      "  backlog: ",
      assessment.backlog.filter { !$0.lacks.isEmpty }.map {
        "\($0.server, limit: 80) (\($0.lacks.joined(separator: ", ")))"
      })
    let unproven = assessment.backlog.count { !$0.unproven.isEmpty }
    if unproven > 0 {
      paragraph(
        "  ",
        "authentication, rate limit or structured log not shown of \(counted(unproven, "server"))")
    }
    reasons(
      "tied to no server, so proving nothing",
      assessment.unlinked.map { ($0.subject, $0.reason) }, indent: "  ")
  }

  /// Names up to ten of `items`, and says how many more there are; the JSON report has them all.
  private mutating func list(_ title: Fragment<Terminal>, _ items: [Fragment<Terminal>]) {
    guard !items.isEmpty else { return }
    var text = items.prefix(Self.listLimit).joined(by: "; ")
    if items.count > Self.listLimit {
      text += "; … and \(items.count - Self.listLimit) more, all in the JSON report"
    }
    paragraph(title, text)
  }

  private mutating func share(_ title: Fragment<Terminal>, _ share: Share) {
    guard share.denominator > 0 else {
      line("  \(title): none to count")
      return
    }
    line(
      "  \(title): \(share.numerator) of \(share.denominator) (\(share.numerator * 100 / share.denominator) %)"
    )
  }

  private mutating func coverage(_ coverage: Coverage) {
    line(
      "  controls decided: \(coverage.decided) of \(coverage.applicable) (\(coverage.percent) %)")
    for reason in coverage.undecided {
      paragraph("    ", "\(reason.count) not decided: \(reason.text)")
    }
  }

  /// How many exceptions there are of each status, and how many rules are not asked.
  private mutating func policy(_ assessment: FleetAssessment) {
    if !assessment.exceptions.isEmpty { line("  exceptions: \(assessment.exceptions.counts)") }
    let disabled = assessment.overrides.filter { !$0.isEnabled }
    if !disabled.isEmpty {
      line("  rules switched off: \(disabled.map(\.rule).joined(separator: ", "))")
    }
  }

  private mutating func inputs(_ inputs: [ReportedInput]) {
    var kinds: [String: Int] = [:]
    for input in inputs {
      guard let kind = input.kind else { continue }
      kinds[kind, default: 0] += 1
    }
    let list = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    paragraph(
      "  ",
      "\(counted(inputs.count, "input")) read\(list.isEmpty ? "" : ": " + list.joined(separator: ", "))"
    )
    for (name, title) in [("failed", "failed"), ("unrecognized", "not recognised")] {
      let rejected = inputs.filter { $0.status.name == name }
      reasons("\(title)", rejected.map { ($0.path, $0.status.reason ?? "") }, indent: "    ")
    }
  }

  /// How many entries are named for each reason; the JSON report has them all.
  private static let namedEntries = 3

  /// Counts `entries` by their reasons, in the order of the first of each, and names some of each.
  private mutating func reasons(
    _ title: Fragment<Terminal>, _ entries: [(subject: String, reason: String)],
    indent: Fragment<Terminal>
  ) {
    guard !entries.isEmpty else { return }
    line("\(indent)\(entries.count) \(title)")
    var order: [String] = []
    var subjects: [String: [String]] = [:]
    for entry in entries {
      if subjects[entry.reason] == nil { order.append(entry.reason) }
      subjects[entry.reason, default: []].append(entry.subject)
    }
    for reason in order.prefix(Self.listLimit) {
      let all = subjects[reason, default: []]
      let named = all.prefix(Self.namedEntries).map { "\($0, limit: 120)" as Fragment<Terminal> }
      let rest = all.count - named.count
      let more: Fragment<Terminal> = rest > 0 ? ", … and \(rest) more" : ""
      paragraph("\(indent)  \(all.count) × ", "\(reason): \(named.joined(by: ", "))\(more)")
    }
    if order.count > Self.listLimit {
      line("\(indent)  … for \(order.count - Self.listLimit) more reasons, all in the JSON report")
    }
  }

  /// What is new and what is gone since an earlier report.
  private mutating func changes(since comparison: BaselineComparison, _ findings: [Finding]) {
    let known = comparison.count(of: .unchanged) + comparison.count(of: .updated)
    line(
      "  since the baseline of \(comparison.baseline.date.description): \(comparison.newCount) new, \(comparison.absent.count) gone, \(known) known"
    )
    let new = zip(findings, comparison.states).filter { $0.1 == .new }.map(\.0)
    list(
      "    new: ",
      new.map {
        "\($0.severity.rawValue)[\($0.rule)] \($0.subject.server ?? "fleet", limit: 80) \($0.subject.title, limit: 80)"
      })
    list(
      "    gone: ",
      comparison.absent.map {
        "\($0.severity.rawValue)[\($0.rule)] \($0.server ?? "fleet", limit: 80)"
      })
  }

  private mutating func gate(_ gate: GateDecision, servers: [ServerAssessment]) {
    let outcome = style.paint(
      "\(gate.outcome.title)", gate.outcome == .passed ? .good : .critical)
    let reasons =
      gate.reasons.isEmpty
      ? gate.baseline.map { "nothing new is in the way since \($0)" }
        ?? "all \(counted(servers.count, "server")) may go where they mean to"
      : gate.reasons.joined(separator: "; ")
    let profile: Fragment<Terminal> =
      gate.profile == .standard ? "" : " under the profile \(gate.profile.rawValue)"
    line("gate: \(outcome)\(profile) (\(reasons))")
  }
}
