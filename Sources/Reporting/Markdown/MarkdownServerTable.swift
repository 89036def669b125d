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

  /// Which of `servers` have budgets that were judged on less than their window.
  static func note(on servers: [ServerAssessment]) -> Fragment<Markdown> {
    let partial = servers.filter { PartialBudgets(of: $0) != nil }
    guard !partial.isEmpty else { return "" }
    let names = partial.prefix(namedServers).map { .code($0.id, limit: 60) as Fragment<Markdown> }
    let rest = partial.count - names.count
    let more: Fragment<Markdown> = rest > 0 ? " and \(rest) more" : ""
    return
      "\nReliability budgets judged on a partial window, the log being shorter: \(names.joined(by: ", "))\(more).\n"
  }

  /// How many servers the note names.
  private static let namedServers = 10

  /// The row of `server`.
  static func row(of server: ServerAssessment) -> Fragment<Markdown> {
    let sign: Fragment<Markdown> = server.verdict.passes ? "✅" : "❌"
    let counts = server.openControls.map { "\($0.count)" as Fragment<Markdown> }
    return
      "| \(sign) | \(.code(server.id, limit: 60)) | \(server.verdict.attained.rawValue) | \(server.verdict.required.rawValue) | \(server.risk.score.short) | \(counts.joined(by: " | ")) | \(server.coverage.percent) % |\n"
  }
}
