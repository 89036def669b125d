import Assessment
import Estate

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
    let counts = server.openControls.map { "\($0.count)" as Fragment<Markdown> }
    return
      "| \(sign) | \(.code(server.id, limit: 60)) | \(server.verdict.attained.rawValue) | \(server.verdict.required.rawValue) | \(server.risk.score.short) | \(counts.joined(by: " | ")) | \(server.coverage.percent) % |\n"
  }
}
