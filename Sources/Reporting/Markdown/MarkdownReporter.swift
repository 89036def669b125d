import Assessment
import Estate
import SourceText

/// Writes a pull-request comment or job summary in GitHub-flavoured Markdown: the gate's answer, the
/// servers, the worst findings, and as much of the rest as a comment holds.
public struct MarkdownReporter: Reporter {
  /// The most characters of a comment on GitHub.
  public static let commentLimit = 65_536

  let limit: Int

  /// How many findings are shown with their source lines.
  private static let worstFindings = 5

  /// A reporter that writes at most `limit` bytes, and says what it left out.
  public init(limit: Int = commentLimit) {
    self.limit = limit
  }

  /// The comment: at most `limit` bytes, with a line for whatever was cut.
  public func render(_ report: Report) -> String {
    let quotations = Quotations(report, columns: 100)
    let decided = report.assessment.findings.filter {
      $0.undecidedReason == nil && $0.suppression == nil
    }
    var page = MarkdownPage(limit: limit)
    page.reserve(MarkdownClosing(report).fragment)
    page.write(opening(of: report))
    page.write(MarkdownServerTable.title(for: report.assessment.servers))
    page.writeAll(
      report.assessment.servers.map(MarkdownServerTable.row), noun: "server")
    let worst = decided.prefix(Self.worstFindings)
    if !worst.isEmpty { page.write("\n### Worst findings\n") }
    page.writeAll(worst.map { MarkdownFinding($0).inFull(quotations) }, noun: "finding")
    if !report.sections.allSatisfy(\.isEmpty) { page.write("\n### All findings\n\n") }
    page.writeAll(
      report.sections.filter { !$0.isEmpty }.map { MarkdownFinding.section($0, quotations) })
    let exceptions = MarkdownExceptions(report, quotations)
    page.write(exceptions.heading)
    page.writeAll(exceptions.lines, noun: "exception or rule")
    page.close()
    return page.content.text
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
