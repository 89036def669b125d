import Assessment
import Estate
import History

/// What is new and what is gone since an earlier report.
struct BaselineSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where there is no earlier report.
  var section: HTMLSection? {
    guard let baseline = context.report.baseline else { return nil }
    let known = baseline.count(of: .unchanged) + baseline.count(of: .updated)
    let date = baseline.baseline.date.description
    return HTMLSection(
      id: "changes", title: "Changes since \(date)", shortTitle: "Changes",
      content:
        "<p>\(baseline.newCount) new, \(baseline.absent.count) gone, \(known) known.</p>\n\(new(baseline))\(gone(baseline))"
    )
  }

  private func new(_ baseline: BaselineComparison) -> Fragment<HTML> {
    let findings = zip(context.assessment.findings, baseline.states).filter { $0.1 == .new }
      .map(\.0)
    guard !findings.isEmpty else { return "" }
    var table = HTMLTable(
      "New findings", [.init("Server"), .init("Severity"), .init("Rule"), .init("What is wrong")])
    for finding in findings.prefix(context.limits.rows) {
      table.row([
        finding.subject.server.map(context.anchors.link(toServer:)) ?? "fleet",
        .badge(finding.severity), context.anchors.link(toRule: finding.rule),
        .prose(finding.message, limit: 300),
      ])
    }
    return "<h3>New</h3>\n\(table.fragment)\(context.cut(findings.count, at: context.limits.rows))"
  }

  private func gone(_ baseline: BaselineComparison) -> Fragment<HTML> {
    guard !baseline.absent.isEmpty else { return "" }
    var table = HTMLTable(
      "Findings of the baseline that are gone",
      [.init("Server"), .init("Severity"), .init("Rule"), .init("What was wrong")])
    for finding in baseline.absent.prefix(context.limits.rows) {
      table.row([
        finding.server.map(context.anchors.link(toServer:)) ?? "fleet", .badge(finding.severity),
        context.anchors.link(toRule: finding.rule), .prose(finding.message, limit: 300),
      ])
    }
    return
      "<h3>Gone</h3>\n\(table.fragment)\(context.cut(baseline.absent.count, at: context.limits.rows))"
  }
}
