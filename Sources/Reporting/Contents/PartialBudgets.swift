import Assessment
import Estate

/// The reliability budgets of one server that were judged on less than their window, because the log is
/// shorter.
struct PartialBudgets {
  /// What the budgets are about, such as `success rate`.
  let names: [String]
  /// The part of the window that the log covers.
  let window: BudgetReading.Breach

  /// `nil` where the log spans the windows of all budgets of `server` that it decides.
  init?(of server: ServerAssessment) {
    let readings = server.budgets.map(\.reading).filter { $0.hasEnoughCalls && !$0.coversWindow }
    guard let window = readings.first?.window else { return nil }
    names = readings.map(\.metric.subject)
    self.window = window
  }

  /// The log that they were judged on, in words.
  var span: String { "\(window.start) to \(window.end)" }
}

extension BudgetReading.Metric {
  /// What the budget is about, within a sentence.
  fileprivate var subject: String {
    switch self {
    case .successRate: "success rate"
    case .p95Latency: "latency"
    case .blockRate: "blocked calls"
    case .fallbackRate: "fallbacks"
    }
  }
}
