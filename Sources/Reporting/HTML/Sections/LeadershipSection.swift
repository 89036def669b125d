import Assessment

/// The four leadership metrics with the lists behind them, and the remediation backlog.
struct LeadershipSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  var section: HTMLSection {
    HTMLSection(
      id: "leadership", title: "Leadership metrics", shortTitle: "Metrics",
      content: "<ul class=\"cards\">\n\(cards)</ul>\n\(backlog)")
  }

  private var cards: Fragment<HTML> {
    let metrics = context.assessment.metrics
    return card(
      "Servers with a named owner and a tier", metrics.ownedAndTiered, "Without owner or tier")
      + card(
        "Tool calls evaluated by explicit policy", metrics.policyEvaluatedCalls,
        "Servers with calls that no policy decided")
      + investigation(metrics.investigation)
      + card(
        "High-risk servers with an exception in force", metrics.highRiskExceptions,
        "Under an exception", isGoodWhenHigh: false)
  }

  private func card(
    _ title: Fragment<HTML>, _ share: Share, _ listTitle: Fragment<HTML>,
    isGoodWhenHigh: Bool = true
  ) -> Fragment<HTML> {
    let value: Fragment<HTML> =
      share.denominator > 0
      ? "\(share.numerator * 100 / share.denominator)<small> %</small>"
      : "<small>none to count</small>"
    let bar: Fragment<HTML> =
      share.denominator > 0
      ? .share(share.numerator, of: share.denominator, isGoodWhenHigh ? "good" : "warn") : ""
    let list: Fragment<HTML> =
      share.exceptions.isEmpty
      ? ""
      : .fold("\(listTitle) (\(share.exceptions.count))", context.list(ofServers: share.exceptions))
    return
      "<li><h3>\(title)</h3><p class=\"figure\">\(value)</p>\(bar)\(list)</li>\n"
  }

  private func investigation(_ time: MaturityMetrics.InvestigationTime) -> Fragment<HTML> {
    var text: Fragment<HTML> = "<li><h3>Time to investigate a model-initiated incident</h3>"
    if let median = time.medianMinutes, let p90 = time.p90Minutes {
      text +=
        "<p class=\"figure\">\(Points(median).short)<small> min median</small></p><p>\(Points(p90).short) min at p90, over \(counted(time.investigated, "incident"))</p>"
    } else {
      text += "<p class=\"figure\"><small>none recorded</small></p>"
    }
    if !time.open.isEmpty {
      let names = time.open.prefix(context.limits.names).map {
        "\($0, limit: 80)" as Fragment<HTML>
      }
      text += .fold("Under investigation (\(time.open.count))", names.joined(by: ", "))
    }
    return text + "</li>\n"
  }

  private var backlog: Fragment<HTML> {
    let backlog = context.assessment.backlog
    guard !backlog.isEmpty else {
      return
        "<h3>Remediation backlog</h3>\n<p>Every server has authentication, a rate limit and a structured log.</p>\n"
    }
    let lacks = ["authentication", "rate limit", "structured log"]
    var table = HTMLTable(
      "Servers that lack authentication, a rate limit or a structured log",
      [.init("Server")] + lacks.map { .init("\($0)") }, style: "matrix sortable")
    for entry in backlog.prefix(context.limits.rows) {
      table.row(
        head: context.anchors.link(toServer: entry.server),
        cells: lacks.map { lack in
          entry.lacks.contains(lack)
            ? "<td class=\"open\">\(.sign("✕"))\(.spoken("lacks it"))</td>"
            : "<td class=\"met\">\(.sign("✓"))\(.spoken("has it"))</td>"
        })
    }
    return "<h3>Remediation backlog</h3>\n\(table.fragment)"
  }
}
