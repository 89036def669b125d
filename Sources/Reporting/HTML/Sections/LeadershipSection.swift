import Assessment
import Estate
import History

/// The four leadership metrics with the lists behind them, and the remediation backlog.
struct LeadershipSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  var section: HTMLSection {
    HTMLSection(
      id: "leadership", title: "Leadership metrics", shortTitle: "Metrics",
      content: "\(since)<ul class=\"cards\">\n\(cards)</ul>\n\(backlog)")
  }

  private var cards: Fragment<HTML> {
    let metrics = context.assessment.metrics
    return card(
      "Servers with a named owner and a tier", metrics.ownedAndTiered, "Without owner or tier",
      before: before?.ownedAndTiered)
      + card(
        "Tool calls evaluated by explicit policy", metrics.policyEvaluatedCalls,
        "Servers with calls that no policy decided", before: before?.policyEvaluatedCalls)
      + investigation(metrics.investigation)
      + card(
        "High-risk servers with an exception in force", metrics.highRiskExceptions,
        "Under an exception", before: before?.highRiskExceptions, isGoodWhenHigh: false)
  }

  private func card(
    _ title: Fragment<HTML>, _ share: Share, _ listTitle: Fragment<HTML>,
    before: SavedReport.Share?, isGoodWhenHigh: Bool = true
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
      "<li><h3>\(title)</h3><p class=\"figure\">\(value)</p>\(bar)\(change(before, share, isGoodWhenHigh))\(list)</li>\n"
  }

  /// The leadership metrics of the report that this one is held against.
  private var before: SavedReport.Metrics? { context.report.baseline?.baseline.metrics }

  private var since: Fragment<HTML> {
    guard let baseline = context.report.baseline?.baseline else { return "" }
    return "<p>Changes are those since the report of \(baseline.date.description).</p>\n"
  }

  /// How a share has moved since the report before, in words and per cent points.
  private func change(
    _ before: SavedReport.Share?, _ share: Share, _ isGoodWhenHigh: Bool
  ) -> Fragment<HTML> {
    guard let before, before.denominator > 0, share.denominator > 0 else { return "" }
    let (earlier, now) = (
      before.numerator * share.denominator, share.numerator * before.denominator
    )
    let was: Fragment<HTML> = "\(before.numerator) of \(before.denominator) before"
    guard earlier != now else { return "<p class=\"trend\">unchanged: \(was)</p>" }
    return (now > earlier) == isGoodWhenHigh
      ? "<p class=\"trend better\">better: \(was)</p>"
      : "<p class=\"trend worse\">worse: \(was)</p>"
  }

  /// A time of `minutes`, in hours where there are many.
  private static func minutes(_ minutes: Double) -> String {
    guard minutes.isFinite, minutes < 1_000_000_000 else { return "–" }
    return minutes < 120 ? "\(Int(minutes.rounded())) min" : "\(Points(minutes / 60).short) h"
  }

  private func investigation(_ time: MaturityMetrics.InvestigationTime) -> Fragment<HTML> {
    var text: Fragment<HTML> = "<li><h3>Time to investigate a model-initiated incident</h3>"
    if let median = time.medianMinutes, let p90 = time.p90Minutes {
      text +=
        "<p class=\"figure\">\(Self.minutes(median))<small> median</small></p><p>\(Self.minutes(p90)) at p90, over \(counted(time.investigated, "incident"))</p>"
      if let earlier = before?.medianMinutes {
        text += "<p class=\"trend\">\(Self.minutes(earlier)) median before</p>"
      }
    } else {
      text += "<p class=\"figure\"><small>none recorded</small></p>"
    }
    if !time.open.isEmpty {
      let names = time.open.prefix(context.limits.names).map {
        "\($0, limit: 80)" as Fragment<HTML>
      }
      text += .fold("Under investigation (\(time.open.count))", "<p>\(names.joined(by: ", "))</p>")
    }
    return text + "</li>\n"
  }

  private var backlog: Fragment<HTML> {
    let backlog = context.assessment.backlog
    guard !context.assessment.servers.isEmpty else { return "" }
    guard !backlog.isEmpty else {
      return
        "<h3>Remediation backlog</h3>\n<p>Every server has authentication, a rate limit and a structured log.</p>\n"
    }
    let lacks = ["authentication", "rate limit", "structured log"]
    var table = HTMLTable(
      "Servers that lack authentication, a rate limit or a structured log, or do not show it",
      [.init("Server")] + lacks.map { .init("\($0)") }, style: "matrix sortable")
    for entry in backlog.prefix(context.limits.rows) {
      table.row(
        head: context.anchors.link(toServer: entry.server),
        cells: lacks.map { lack in
          if entry.lacks.contains(lack) { return "<td class=\"open\">\(.spoken("lacks it"))</td>" }
          return entry.unproven.contains(lack)
            ? "<td class=\"unproven\">\(.spoken("nothing shows it"))</td>"
            : "<td class=\"met\">\(.spoken("has it"))</td>"
        })
    }
    return
      "<h3>Remediation backlog</h3>\n\(table.fragment)\(context.cut(backlog.count, at: context.limits.rows))"
  }
}
