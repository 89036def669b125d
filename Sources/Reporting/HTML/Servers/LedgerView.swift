import Assessment

/// Why a server scores as it does: every contribution, which sum to the score exactly.
struct LedgerView {
  private let server: ServerAssessment
  private let detail: HTMLDetail
  private let context: HTMLContext

  init(_ server: ServerAssessment, _ detail: HTMLDetail, _ context: HTMLContext) {
    self.server = server
    self.detail = detail
    self.context = context
  }

  /// The ledger.
  var fragment: Fragment<HTML> {
    let risk = server.risk
    let title: Fragment<HTML> = "<h4>Risk score \(risk.score.short) of 100</h4>\n"
    guard !risk.ledger.isEmpty else { return title + "<p>Nothing adds to it.</p>\n" }
    return title + dimensions + table
  }

  private var dimensions: Fragment<HTML> {
    let items = Dimension.allCases.map { dimension in
      "<li>\(dimension.title) \(.bar(server.risk[dimension].value / 100, "risk")) \(server.risk[dimension].short)</li>"
        as Fragment<HTML>
    }
    return
      "<ul class=\"dimensions\" aria-label=\"Dimensions of the score, each of 100\">\(items.joined(by: ""))</ul>\n"
  }

  private var table: Fragment<HTML> {
    let risk = server.risk
    let ordered = risk.ledger.enumerated().sorted { left, right in
      left.element.points != right.element.points
        ? left.element.points > right.element.points : left.offset < right.offset
    }.map(\.element)
    var table = HTMLTable(
      "What the score of \(server.id, limit: 100) is made of",
      [.init("Cause"), .init("Dimension"), .init("Share of the scale"), .number("Points")],
      style: "ledger")
    let largest = max(ordered.first?.points.value ?? 0, 0.0001)
    for entry in ordered.prefix(detail.ledger) {
      table.row([
        cause(of: entry), "\(entry.dimension.title)", .bar(entry.points.value / largest, "risk"),
        "\(entry.points.decimal)",
      ])
    }
    let rest = ordered.dropFirst(detail.ledger)
    if !rest.isEmpty {
      let points = rest.reduce(Points(units: 0)) { $0 + $1.points }
      table.row([
        "\(counted(rest.count, "smaller cause"))", "several", .bar(points.value / largest, "risk"),
        "\(points.decimal)",
      ])
    }
    table.sum(["Sum", "", .bar(0), "\(risk.score.decimal)"])
    return table.fragment
  }

  private func cause(of entry: LedgerEntry) -> Fragment<HTML> {
    let accepted: Fragment<HTML> = entry.suppression == nil ? "" : " \(.muted("accepted"))"
    switch entry.cause {
    case .gap(let rule, let status, _):
      return
        "\(.badge(status)) \(context.anchors.link(toRule: rule)) \(context.quotations.title(ofRule: rule))\(accepted)"
    case .exposure(let name, let reason):
      return "<strong>\(name)</strong>, by nature: \(.prose(reason, limit: 300))\(accepted)"
    }
  }
}
