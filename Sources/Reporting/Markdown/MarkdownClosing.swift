import Assessment
import Estate
import SourceText

/// What ends a Markdown report: the metrics of the fleet, what was not decided, and what was read.
struct MarkdownClosing {
  private let report: Report

  /// How many reasons, and how many unused inputs, are listed.
  private static let listLimit = 12

  /// The end of `report`.
  init(_ report: Report) {
    self.report = report
  }

  /// The text.
  var fragment: Fragment<Markdown> {
    metrics + coverage + inputs
      + "\n<sub>mcpready \(report.toolVersion), as of \(report.assessment.date.description)</sub>\n"
  }

  private var metrics: Fragment<Markdown> {
    let metrics = report.assessment.metrics
    var text: Fragment<Markdown> = "\n### Fleet\n\n| Metric | Value |\n| --- | --- |\n"
    text += row("Servers with a named owner and a tier", metrics.ownedAndTiered)
    text += row("Tool calls evaluated by explicit policy", metrics.policyEvaluatedCalls)
    text += row("High-risk servers with an exception in force", metrics.highRiskExceptions)
    text += "| Time to investigate a model-initiated incident | "
    if let median = metrics.investigation.medianMinutes, let p90 = metrics.investigation.p90Minutes
    {
      text += "median \(Points(median).short) min, p90 \(Points(p90).short) min |\n"
    } else {
      text += "none recorded |\n"
    }
    return text
  }

  private func row(_ title: Fragment<Markdown>, _ share: Share) -> Fragment<Markdown> {
    guard share.denominator > 0 else { return "| \(title) | none to count |\n" }
    return
      "| \(title) | \(share.numerator) of \(share.denominator) (\(share.numerator * 100 / share.denominator) %) |\n"
  }

  private var coverage: Fragment<Markdown> {
    let coverage = report.assessment.coverage
    var text: Fragment<Markdown> =
      "\n### Coverage\n\n\(coverage.decided) of \(counted(coverage.applicable, "control")) decided (\(coverage.percent) %).\n\n"
    let reasons = coverage.undecided.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.text < right.text
    }
    for reason in reasons.prefix(Self.listLimit) {
      text += "- \(reason.count) not decided: \(reason.text, limit: 200)\n"
    }
    if reasons.count > Self.listLimit {
      text += "- and \(counted(reasons.count - Self.listLimit, "further reason"))\n"
    }
    return text
  }

  private var inputs: Fragment<Markdown> {
    let unused = report.inputs.filter { $0.status.reason != nil }
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    var text: Fragment<Markdown> =
      "\n### Inputs\n\n\(counted(report.inputs.count, "input")) read, \(unused.count) not used; \(counted(errors, "error")) and \(counted(warnings, "warning")) about them.\n\n"
    for input in unused.prefix(Self.listLimit) {
      text +=
        "- \(.code(input.path)) \(input.status.name): \(input.status.reason ?? "", limit: 200)\n"
    }
    if unused.count > Self.listLimit {
      text += "- and \(counted(unused.count - Self.listLimit, "further input"))\n"
    }
    return text
  }
}
