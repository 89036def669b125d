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
    let excerpts = ExcerptSource(report, columns: 100)
    let decided = report.assessment.findings.filter { $0.undecidedReason == nil }
    var page = MarkdownPage(limit: limit)
    page.reserve(MarkdownClosing(report).fragment)
    page.write(opening(of: report))
    page.write(MarkdownServerTable.title(for: report.assessment.servers))
    page.writeAll(
      report.assessment.servers.map(MarkdownServerTable.row), noun: "server")
    let worst = decided.prefix(Self.worstFindings)
    if !worst.isEmpty { page.write("\n### Worst findings\n") }
    page.writeAll(worst.map { MarkdownFinding($0).inFull(excerpts) }, noun: "finding")
    if !report.sections.allSatisfy(\.isEmpty) { page.write("\n### All findings\n\n") }
    page.writeAll(
      report.sections.filter { !$0.isEmpty }.map { MarkdownFinding.section($0, excerpts) },
      noun: "section")
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
    var opening: Fragment<Markdown> = "## \(sign) mcpready: gate \(report.gate.outcome.title)\n\n"
    for reason in report.gate.reasons { opening += "- \(reason)\n" }
    let failing = report.assessment.servers.count { !$0.verdict.passes }
    let servers = report.assessment.servers.count
    opening +=
      "\n\(servers - failing) of \(counted(servers, "server")) may go where they mean to; \(report.assessment.coverage.decided) of \(counted(report.assessment.coverage.applicable, "control")) decided (\(report.assessment.coverage.percent) %).\n"
    return opening
  }
}

/// A text that grows piece by piece and never past its limit.
struct MarkdownPage {
  private(set) var content = Fragment<Markdown>()
  private var closing = Fragment<Markdown>()
  private var isFull = false
  private let limit: Int

  /// The most bytes that one line about what was left out can take.
  private static let cutLine = 160

  /// An empty page of at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Keeps room for `closing`, which `close` writes.
  mutating func reserve(_ closing: Fragment<Markdown>) {
    self.closing = closing
  }

  /// Writes `piece` if there is room for it.
  mutating func write(_ piece: Fragment<Markdown>) {
    if has(roomFor: piece) { content += piece }
  }

  /// Writes as many of `pieces` as there is room for, and how many of `noun` were left out.
  mutating func writeAll(_ pieces: [Fragment<Markdown>], noun: String) {
    for (index, piece) in pieces.enumerated() {
      guard has(roomFor: piece) else {
        content +=
          "\n*Cut here: \(counted(pieces.count - index, noun)) left out, because a comment holds no more. The JSON report has everything.*\n"
        return
      }
      content += piece
    }
  }

  /// Writes the reserved end.
  mutating func close() {
    content += closing
    closing = Fragment()
  }

  private func has(roomFor piece: Fragment<Markdown>) -> Bool {
    content.text.utf8.count + piece.text.utf8.count + closing.text.utf8.count
      + 4 * Self.cutLine <= limit
  }
}

/// The table of servers.
enum MarkdownServerTable {
  /// The heading and the head of the table.
  static func title(for servers: [ServerAssessment]) -> Fragment<Markdown> {
    guard !servers.isEmpty else { return "" }
    return """

      ### Servers

      | | Server | Verdict | Needs | Risk | Critical | High | Medium | Low | Decided |
      | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |

      """
  }

  /// The row of `server`.
  static func row(of server: ServerAssessment) -> Fragment<Markdown> {
    let sign: Fragment<Markdown> = server.verdict.passes ? "✅" : "❌"
    let counts = Severity.worstFirst.map { severity in
      "\(server.openControls(of: severity))" as Fragment<Markdown>
    }
    return
      "| \(sign) | \(.code(server.id, limit: 60)) | \(server.verdict.attained.rawValue) | \(server.verdict.required.rawValue) | \(server.risk.score.short) | \(counts.joined(by: " | ")) | \(server.coverage.percent) % |\n"
  }
}
