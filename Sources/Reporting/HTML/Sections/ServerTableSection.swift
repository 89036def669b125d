import Assessment
import Estate

/// The servers in one table, riskiest first.
struct ServerTableSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where there is no server.
  var section: HTMLSection? {
    let servers = context.assessment.servers
    guard !servers.isEmpty else { return nil }
    var table = HTMLTable(
      "Servers, riskiest first; open controls by severity",
      [
        .init("Server"), .init("Gate"), .init("Verdict"), .init("Needs"), .init("Risk score"),
        .init("Tier"), .init("Decided"), .number("Critical"), .number("High"),
        .number("Medium"), .number("Low"),
      ], style: "servers sortable")
    for server in servers {
      table.row(head: context.anchors.link(toServer: server.id), cells: cells(of: server))
    }
    return HTMLSection(
      id: "servers", title: "Servers",
      content: "<div data-filter=\"Show servers that match \">\n\(table.fragment)</div>\n")
  }

  private func cells(of server: ServerAssessment) -> [Fragment<HTML>] {
    let verdict = server.verdict
    let score = server.risk.score
    let frozen: Fragment<HTML> = verdict.isExpansionFrozen ? " <small>frozen</small>" : ""
    let tier: Fragment<HTML> =
      server.declaredTier == server.derivedTier
      ? "\(server.derivedTier.rawValue)"
      : "\(server.derivedTier.rawValue) <small>\(server.declaredTier.map { "declared \($0.rawValue)" } ?? "undeclared")</small>"
    var cells: [Fragment<HTML>] = [
      "<td>\(.badge(isGood: verdict.passes, verdict.passes ? "pass" : "stop"))</td>",
      "<td data-v=\"\(Self.rank(of: verdict.attained))\">\(.badge(verdict.attained))</td>",
      "<td data-v=\"\(Self.rank(of: verdict.required))\">\(verdict.required.rawValue)</td>",
      "<td data-v=\"\(score.decimal)\"><span class=\"share\">\(.bar(score.value / 100, verdict.isExpansionFrozen ? "bad" : "risk"))<span>\(score.short)\(frozen)</span></span></td>",
      "<td>\(tier)</td>",
      "<td data-v=\"\(server.coverage.percent)\">\(server.coverage.percent) %</td>",
    ]
    for (severity, count) in server.openControls {
      cells.append(
        count == 0
          ? "<td class=\"n muted\">0</td>"
          : "<td class=\"n\"><span class=\"count \(severity.rawValue)\">\(count)</span></td>")
    }
    return cells
  }

  private static func rank(of verdict: Verdict) -> Int {
    Verdict.allCases.firstIndex(of: verdict) ?? 0
  }
}
