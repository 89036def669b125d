import Assessment
import Estate
import History

/// What changed since a baseline, in Markdown.
struct MarkdownChanges {
  private let report: Report
  private let quotations: Quotations

  /// How many findings that are new, and how many that are gone, are listed.
  private static let listLimit = 20

  /// The changes of `report`.
  init(_ report: Report, _ quotations: Quotations) {
    self.report = report
    self.quotations = quotations
  }

  /// The heading with the counts; nothing where there is no baseline.
  var heading: Fragment<Markdown> {
    guard let baseline = report.baseline else { return "" }
    return """

      ### Since the baseline of \(baseline.baseline.date.description)

      \(baseline.newCount) new, \(baseline.absent.count) gone, \(baseline.count(of: .updated)) changed, \(baseline.count(of: .unchanged)) as before.


      """
  }

  /// A line for each finding that is new, then for each that is gone, worst first.
  var lines: [Fragment<Markdown>] {
    guard let baseline = report.baseline else { return [] }
    let new = zip(report.assessment.findings, baseline.states).filter { $0.1 == .new }.map(\.0)
    let fresh = new.prefix(Self.listLimit).map { finding in
      "- new: \(server(finding.subject.server))\(MarkdownFinding(finding).inWords(quotations))\n"
        as Fragment<Markdown>
    }
    let gone = baseline.absent.prefix(Self.listLimit).map { finding in
      "- gone: \(server(finding.server))~~**\(finding.severity.rawValue)** \(.code(finding.rule)) \(finding.message, limit: 200)~~\n"
        as Fragment<Markdown>
    }
    return fresh + more(new.count, "new") + gone + more(baseline.absent.count, "gone")
  }

  private func server(_ name: String?) -> Fragment<Markdown> {
    name.map { "\(.code($0, limit: 60)) " } ?? ""
  }

  private func more(_ count: Int, _ word: Fragment<Markdown>) -> [Fragment<Markdown>] {
    count > Self.listLimit ? ["- and \(count - Self.listLimit) more \(word)\n"] : []
  }
}
