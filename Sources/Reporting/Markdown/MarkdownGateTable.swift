import Assessment
import Estate

/// The table of servers and the nine controls of the validation gate.
enum MarkdownGateTable {
  /// The heading and the head of the table.
  static func title(for servers: [ServerAssessment]) -> Fragment<Markdown> {
    guard !servers.isEmpty else { return "" }
    let names = GateControl.allCases.map { "\($0.rawValue)" as Fragment<Markdown> }
    let columns = names.map { _ in ":---:" as Fragment<Markdown> }
    return
      "\n### Validation gate\n\n| Server | \(names.joined(by: " | ")) |\n| --- | \(columns.joined(by: " | ")) |\n"
  }

  /// The row of `server`: met, open, or `–` where nothing applies.
  static func row(of server: ServerAssessment) -> Fragment<Markdown> {
    let cells = GateControl.allCases.map { sign(server.gateControls[$0] ?? nil) }
    return "| \(.code(server.id, limit: 60)) | \(cells.joined(by: " | ")) |\n"
  }

  private static func sign(_ isMet: Bool?) -> Fragment<Markdown> {
    switch isMet {
    case true?: "✅"
    case false?: "❌"
    case nil: "–"
    }
  }
}
