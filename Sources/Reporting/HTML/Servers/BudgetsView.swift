import Assessment
import Estate

/// The reliability budgets of one server: what the log shows, over time where that is known.
struct BudgetsView {
  private let server: ServerAssessment
  private let number: Int
  private let detail: HTMLDetail

  init(_ server: ServerAssessment, number: Int, _ detail: HTMLDetail) {
    self.server = server
    self.number = number
    self.detail = detail
  }

  /// The table and the plots; empty where no log bears on a budget.
  var fragment: Fragment<HTML> {
    guard !server.budgets.isEmpty else { return "" }
    let shown = server.budgets.enumerated().filter { $1.isBroken || detail.isFull }
    let rest = server.budgets.count - shown.count
    let others: Fragment<HTML> =
      rest > 0 ? "<p>\(counted(rest, "budget")) that no window breaks: \(unbroken).</p>\n" : ""
    guard !shown.isEmpty else { return "<h4>Reliability budgets</h4>\n\(others)" }
    var table = HTMLTable(
      "Reliability budgets of \(server.id, limit: 100)",
      [
        .init("Budget"), .init("Standing"), .init("Limit"), .init("Worst window"),
        .init("Error budget spent"), .number("Calls"), .init("When"),
      ])
    for (_, budget) in shown { table.row(row(of: budget)) }
    let plots = shown.map { index, budget in
      BudgetPlot(budget, of: "\(server.id, limit: 100)", id: "budget-\(number)-\(index + 1)")
        .fragment
    }.joined(by: "")
    let figures: Fragment<HTML> = plots.isEmpty ? "" : "<div class=\"plots\">\n\(plots)</div>\n"
    return "<h4>Reliability budgets</h4>\n\(table.fragment)\(figures)\(others)"
  }

  /// The names of the budgets that are not broken.
  private var unbroken: String {
    server.budgets.filter { !$0.isBroken }.map { budget in
      budget.reading.hasEnoughCalls
        ? budget.reading.metric.title + (budget.isInDoubt ? " (calls whose end is not known)" : "")
        : budget.reading.metric.title + " (too few calls)"
    }.joined(separator: "; ")
  }

  private func row(of budget: BudgetStanding) -> [Fragment<HTML>] {
    let reading = budget.reading
    return [
      "\(reading.metric.title)", standing(of: budget),
      "\(reading.metric.sense) <span class=\"whole\">\(reading.metric.formatted(budget.limit))</span>",
      "\(reading.metric.formatted(reading.worst))", spent(of: budget),
      "\(reading.denominator)",
      "\(reading.window.start.description) to \(reading.window.end.description)",
    ]
  }

  private func spent(of budget: BudgetStanding) -> Fragment<HTML> {
    guard let share = budget.spentShare else { return .muted("no budget to spend") }
    return
      "<span class=\"share\">\(.bar(share, share > 1 ? "bad" : "neutral"))<span>\(BudgetStanding.percent(share))</span></span>"
  }

  private func standing(of budget: BudgetStanding) -> Fragment<HTML> {
    let reading = budget.reading
    let partial: Fragment<HTML> = reading.coversWindow ? "" : " \(.muted("partial window"))"
    if budget.isBroken { return "\(.badge(isGood: false, "broken")) \(budget.action)\(partial)" }
    guard reading.hasEnoughCalls else {
      return "<span class=\"badge undecided\">too few calls</span>"
    }
    if budget.isInDoubt {
      return "<span class=\"badge undecided\">ends of calls not known</span>\(partial)"
    }
    return .badge(isGood: true, "holds") + partial
  }
}

extension BudgetReading.Metric {
  /// The budget's name for people.
  var title: String {
    switch self {
    case .successRate: "Success rate, 24 hours"
    case .p95Latency: "Latency p95, 2 hours"
    case .blockRate: "Blocked by policy, 24 hours"
    case .fallbackRate: "Served by fallback, 24 hours"
    }
  }

  /// Which side of the limit holds it.
  var sense: String { self == .successRate ? "at least" : "at most" }

  /// `value` with its unit: per cent with one decimal, or milliseconds.
  func formatted(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1_000_000_000 else { return "–" }
    if self == .p95Latency { return "\(Int(value.rounded(.up))) ms" }
    // Rounded so that what breaks a limit never reads as the limit itself.
    let tenths = Int((value * 1000).rounded(self == .successRate ? .down : .up))
    return tenths.isMultiple(of: 10) ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
