import Assessment
import Estate
import SourceText

/// Writes a report in GitHub-flavoured Markdown: the gate's answer, what changed, the servers, the worst
/// findings, and as much of the rest as the page holds.
public struct MarkdownReporter: Reporter {
  /// Where the text is read.
  public enum Page: Hashable, Sendable {
    /// A comment on a pull request, of which GitHub takes 65,536 characters.
    case comment
    /// The summary of a job, of which GitHub takes a mebibyte for each step.
    case summary

    /// The most bytes; no character has fewer than one.
    public var limit: Int {
      switch self {
      case .comment: 65_536
      case .summary: 1_048_576
      }
    }

    /// What a reader calls it.
    var name: String {
      switch self {
      case .comment: "a comment"
      case .summary: "a job summary"
      }
    }

    /// How many rows of the table of servers leave room for what stands below it.
    var servers: Int {
      switch self {
      case .comment: 50
      case .summary: 1_000
      }
    }

    /// How many findings are shown with their source lines.
    var worstFindings: Int {
      switch self {
      case .comment: 5
      case .summary: 20
      }
    }
  }

  let page: Page
  let limit: Int

  /// A reporter for `page` that writes at most `limit` bytes, and says what it left out.
  public init(_ page: Page = .comment, limit: Int? = nil) {
    self.page = page
    self.limit = min(limit ?? page.limit, page.limit)
  }

  /// Writes the page, with a line for whatever was cut.
  public func write(_ report: Report, to output: ReportOutput) {
    let quotations = Quotations(report, columns: 100)
    let decided = report.assessment.findings.filter { $0.isDecided && $0.suppression == nil }
    var page = MarkdownPage(limit: limit, name: self.page.name)
    page.reserve(MarkdownClosing(report).fragment)
    page.write(opening(of: report))
    let changes = MarkdownChanges(report, quotations)
    page.write(changes.heading)
    page.writeAll(changes.lines, noun: "change")
    page.write(MarkdownServerTable.title(for: report.assessment.servers))
    page.writeAll(
      report.assessment.servers.lazy.map(MarkdownServerTable.row), noun: "server",
      atMost: self.page.servers)
    page.write(MarkdownServerTable.note(on: report.assessment.servers))
    if self.page == .summary {
      page.write(MarkdownGateTable.title(for: report.assessment.servers))
      page.writeAll(report.assessment.servers.lazy.map(MarkdownGateTable.row), noun: "server")
    }
    let worst = decided.prefix(self.page.worstFindings)
    if !worst.isEmpty { page.write("\n### Worst findings\n") }
    page.writeAll(worst.lazy.map { MarkdownFinding($0).inFull(quotations) }, noun: "finding")
    let sections = report.sections.filter { !$0.isEmpty }
    if !sections.isEmpty { page.write("\n### All findings\n\n") }
    page.writeAll(sections.lazy.map { MarkdownFinding.section($0, quotations) })
    let exceptions = MarkdownExceptions(report, quotations)
    page.write(exceptions.heading)
    page.writeAll(exceptions.lines, noun: "exception or rule")
    page.close()
    output.write(page.content)
  }

  private func opening(of report: Report) -> Fragment<Markdown> {
    let sign: Fragment<Markdown> =
      switch report.gate.outcome {
      case .passed: "✅"
      case .failed: "❌"
      case .incomplete: "⚠️"
      }
    let profile: Fragment<Markdown> =
      report.gate.profile == .standard ? "" : " under the profile \(report.gate.profile.rawValue)"
    var opening: Fragment<Markdown> =
      "## \(sign) mcpready: gate \(report.gate.outcome.title)\(profile)\n\n"
    for reason in report.gate.reasons { opening += "- \(reason)\n" }
    let failing = report.assessment.servers.count { !$0.verdict.passes }
    let servers = report.assessment.servers.count
    opening +=
      "\n\(servers - failing) of \(counted(servers, "server")) may go where they mean to; \(report.assessment.coverage.decided) of \(counted(report.assessment.coverage.applicable, "control")) decided (\(report.assessment.coverage.percent) %).\n"
    return opening
  }
}
