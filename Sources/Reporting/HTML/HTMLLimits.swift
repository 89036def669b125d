/// How much of a fleet the page shows, so that it stays usable whatever the fleet's size.
///
/// What is left out is counted where it would have stood; the JSON report has everything.
struct HTMLLimits {
  /// The servers of the fleet.
  let servers: Int
  /// Names in one list.
  let names = 60
  /// Rows of one appendix.
  let rows = 1_000
  /// Nodes of the dependency graph that have a box of their own.
  let nodes = 48

  /// Servers in the table of deployment patterns.
  var patterns: Int { servers <= 300 ? servers : 200 }

  /// How many of the riskiest servers of a large fleet are shown in more detail than the others.
  static let riskiest = 50

  /// How many servers of a large fleet have their pages on paper; the others are a line each.
  static let printed = 20

  /// What is shown of that which is open for the fleet as a whole; in a large one several servers share much.
  var fleet: HTMLDetail {
    servers <= 60
      ? .full
      : HTMLDetail(
        findings: 5, lines: 30, ledger: 0, rules: 12, obstacles: 0, isFull: false, isPrinted: true)
  }

  /// What the page of the server at `place` shows, riskiest first.
  func detail(ofServerAt place: Int) -> HTMLDetail {
    switch servers {
    case ...60: .full
    case ...300:
      HTMLDetail(
        findings: 8, lines: 20, ledger: 12, rules: 12, obstacles: 20, isFull: false,
        isPrinted: place < Self.printed)
    default:
      place < Self.riskiest
        ? HTMLDetail(
          findings: 4, lines: 10, ledger: 8, rules: 8, obstacles: 12, isFull: false,
          isPrinted: place < Self.printed)
        : HTMLDetail(
          findings: 1, lines: 3, ledger: 3, rules: 3, obstacles: 4, isFull: false,
          isPrinted: false)
    }
  }
}

/// How much the page of one server shows.
struct HTMLDetail {
  /// Findings with their source lines.
  let findings: Int
  /// Findings in a line each, after those.
  let lines: Int
  /// Lines of the ledger; the rest is one line.
  let ledger: Int
  /// Rules that one obstacle or reason names.
  let rules: Int
  /// Obstacles on the way to the rungs above.
  let obstacles: Int
  /// Whether every control is listed, and budgets that hold are shown too.
  let isFull: Bool
  /// Whether the page is printed though nobody has opened it.
  let isPrinted: Bool

  /// All that people read; what a single server has beyond it is counted.
  static let full = HTMLDetail(
    findings: 40, lines: 200, ledger: 200, rules: 60, obstacles: 60, isFull: true, isPrinted: true)
}
