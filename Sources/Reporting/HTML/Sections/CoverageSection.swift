import Assessment

/// How much of the fleet is known: controls that a source decided, and what would decide the others.
struct CoverageSection {
  private let context: HTMLContext

  /// Servers of which least is known, and reasons, that are named.
  private static let serverLimit = 20
  private static let reasonLimit = 40

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where nothing was to be decided.
  var section: HTMLSection? {
    let coverage = context.assessment.coverage
    guard coverage.applicable > 0 else { return nil }
    return HTMLSection(
      id: "coverage", title: "Coverage: what is known and what is not", shortTitle: "Coverage",
      content:
        "<p>\(.share(coverage.decided, of: coverage.applicable, "good"))</p>\n<p>A source decided \(coverage.percent) % of the controls that apply. What is not decided is never taken for met.</p>\n\(reasons)\(servers)"
    )
  }

  private var reasons: Fragment<HTML> {
    let reasons = context.assessment.coverage.undecided.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.text < right.text
    }
    guard !reasons.isEmpty else { return "" }
    var table = HTMLTable(
      "Why controls were not decided, and so what evidence would decide them",
      [.init("Reason"), .number("Controls")])
    for reason in reasons.prefix(Self.reasonLimit) {
      table.row([.prose(reason.text, limit: 400), "\(reason.count)"])
    }
    let rest = reasons.count - Self.reasonLimit
    let more: Fragment<HTML> =
      rest > 0
      ? "<p class=\"cut\">\(counted(rest, "rarer reason")) are in the JSON report.</p>\n" : ""
    return "<h3>What was not decided</h3>\n\(table.fragment)\(more)"
  }

  private var servers: Fragment<HTML> {
    let unknown = context.assessment.servers.filter { $0.coverage.decided < $0.coverage.applicable }
      .sorted { left, right in
        left.coverage.percent != right.coverage.percent
          ? left.coverage.percent < right.coverage.percent : left.id < right.id
      }
    guard !unknown.isEmpty else { return "" }
    var table = HTMLTable(
      "Servers of which least is known",
      [.init("Server"), .init("Decided"), .init("What is missing most")])
    for server in unknown.prefix(Self.serverLimit) {
      let coverage = server.coverage
      let missing = coverage.undecided.max { ($0.count, $1.text) < ($1.count, $0.text) }
      table.row([
        context.anchors.link(toServer: server.id),
        .share(coverage.decided, of: coverage.applicable, "good"),
        missing.map { "\(.prose($0.text, limit: 300)) (\($0.count))" } ?? "",
      ])
    }
    let rest = unknown.count - Self.serverLimit
    let more: Fragment<HTML> =
      rest > 0
      ? "<p class=\"cut\">\(rest) more, better known, are in the table of servers.</p>\n" : ""
    return "<h3>Servers that are not wholly known</h3>\n\(table.fragment)\(more)"
  }
}
