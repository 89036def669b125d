import Assessment

/// What every section of the page needs: the report, places and titles to quote, and where things stand.
struct HTMLContext {
  let report: Report
  let quotations: Quotations
  let anchors: HTMLAnchors
  let limits: HTMLLimits
  /// The rules that were asked, by their ids.
  let rules: [String: Rule]

  /// How wide an excerpt of a source is, in columns; what does not fit on a telephone scrolls.
  private static let excerptColumns = 96

  init(_ report: Report) {
    self.report = report
    quotations = Quotations(report, columns: Self.excerptColumns)
    anchors = HTMLAnchors(report)
    limits = HTMLLimits(servers: report.assessment.servers.count)
    rules = Dictionary(
      report.assessment.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var assessment: FleetAssessment { report.assessment }

  /// The ids of rules as links to their pages, between commas.
  func links(toRules ids: [String]) -> Fragment<HTML> {
    ids.map(anchors.link(toRule:)).joined(by: ", ")
  }

  /// Names of servers as links, at most as many as a list may have, and how many more there are.
  func list(ofServers names: [String]) -> Fragment<HTML> {
    var list = names.prefix(limits.names).map(anchors.link(toServer:)).joined(by: ", ")
    if names.count > limits.names { list += " and \(names.count - limits.names) more" }
    return list
  }
}

/// How much of a fleet the page shows in full, so that it stays usable whatever the fleet's size.
///
/// What is left out is counted where it would have stood; the JSON report has everything.
struct HTMLLimits {
  /// Findings that one server shows with their source lines.
  let findings: Int
  /// Findings that one server lists in a line each, after those.
  let lines: Int
  /// Lines of one server's ledger; the rest is one line.
  let ledger: Int
  /// Whether every control of every server is listed.
  let listsControls: Bool
  /// Whether budgets that hold are drawn too.
  let drawsHeldBudgets: Bool
  /// Names in one list.
  let names = 60
  /// Rows of one appendix.
  let rows = 2_000
  /// Servers in the table of deployment patterns.
  let patterns: Int
  /// Nodes of the dependency graph that are drawn.
  let nodes = 48

  /// The limits for a fleet of `servers`.
  init(servers: Int) {
    switch servers {
    case ...60: (findings, lines, ledger) = (40, 200, 200)
    case ...300: (findings, lines, ledger) = (8, 20, 12)
    default: (findings, lines, ledger) = (2, 6, 6)
    }
    listsControls = servers <= 60
    drawsHeldBudgets = servers <= 60
    patterns = servers <= 300 ? servers : 200
  }
}
