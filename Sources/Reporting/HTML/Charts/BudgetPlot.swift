import Assessment
import Estate

/// One budget over the time of the log: its curve, its limit, and the stretches over which it was broken.
struct BudgetPlot {
  private let budget: BudgetStanding
  private let id: Fragment<HTML>

  private static let left = 52.0
  private static let right = 392.0
  private static let top = 12.0
  private static let bottom = 112.0

  /// The plot of `budget`; `id` is ours and no other element's.
  init(_ budget: BudgetStanding, id: Fragment<HTML>) {
    self.budget = budget
    self.id = id
  }

  /// The figure; empty where the course over time is not known.
  var fragment: Fragment<HTML> {
    guard let curve = budget.reading.curve else { return "" }
    let metric = budget.reading.metric
    return """
      <figure class="plot"><figcaption>\(metric.title)</figcaption>
      <svg class="chart" viewBox="0 0 400 140" role="img" aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\(metric.title)</title><desc id="\(id)-desc">\(words)</desc>
      \(breaches(on: curve))\(axes(of: curve))\(line(of: curve))</svg></figure>

      """
  }

  private var words: Fragment<HTML> {
    let reading = budget.reading
    let metric = reading.metric
    let breaches = reading.breaches.prefix(6).map {
      "\($0.start.description) to \($0.end.description)"
    }.joined(separator: "; ")
    let broken: Fragment<HTML> =
      reading.breaches.isEmpty ? "Never broken." : "Broken in windows that end from \(breaches)."
    return
      "The worst window shows \(metric.formatted(reading.worst)); the limit is \(metric.sense) \(metric.formatted(budget.limit)). \(broken)"
  }

  /// The values that the height stands for: room for the curve and its limit, and a bit more.
  private var scale: ClosedRange<Double> {
    let known = (budget.reading.curve?.values ?? []).compactMap(\.self) + [budget.limit]
    let low = known.min() ?? 0
    let high = known.max() ?? 1
    let margin = max((high - low) * 0.15, budget.reading.metric == .p95Latency ? 50 : 0.005)
    return budget.reading.metric == .successRate
      ? max(0, low - margin)...min(1, high + margin) : 0...(high + margin)
  }

  private func y(_ value: Double) -> Double {
    let length = scale.upperBound - scale.lowerBound
    let share = length > 0 ? (value - scale.lowerBound) / length : 0
    return Self.bottom - (Self.bottom - Self.top) * min(max(share, 0), 1)
  }

  private func x(_ share: Double) -> Double { Self.left + (Self.right - Self.left) * share }

  private func breaches(on curve: BudgetCurve) -> Fragment<HTML> {
    budget.reading.breaches.prefix(BudgetCurve.valueLimit).map { breach in
      let start = x(curve.position(of: breach.start))
      let end = max(x(curve.position(of: breach.end)), start + 3)
      return
        "<rect class=\"breach\" x=\"\(px: start)\" y=\"\(px: Self.top)\" width=\"\(px: end - start)\" height=\"\(px: Self.bottom - Self.top)\"/>"
        as Fragment<HTML>
    }.joined(by: "")
  }

  private func axes(of curve: BudgetCurve) -> Fragment<HTML> {
    let metric = budget.reading.metric
    let limit = y(budget.limit)
    return """
      <line class="axis" x1="\(px: Self.left)" y1="\(px: Self.bottom)" x2="\(px: Self.right)" y2="\(px: Self.bottom)"/>
      <line class="limit" x1="\(px: Self.left)" y1="\(px: limit)" x2="\(px: Self.right)" y2="\(px: limit)"/>
      <text class="limit" x="\(px: Self.left - 4)" y="\(px: limit + 4)" text-anchor="end">\(metric.formatted(budget.limit))</text>
      <text class="tick" x="\(px: Self.left)" y="\(px: Self.bottom + 16)">\(Self.moment(curve.start))</text>
      <text class="tick" x="\(px: Self.right)" y="\(px: Self.bottom + 16)" text-anchor="end">\(Self.moment(curve.end))</text>

      """
  }

  /// The curve in as many strokes as there are stretches with enough calls.
  private func line(of curve: BudgetCurve) -> Fragment<HTML> {
    var path = Fragment<HTML>()
    var dots = Fragment<HTML>()
    let count = curve.values.count
    for (index, value) in curve.values.enumerated() {
      guard let value else { continue }
      let share = count > 1 ? Double(index) / Double(count - 1) : 0.5
      let isAlone = (index == 0 || curve.values[index - 1] == nil)
      path += "\(isAlone ? "M" : "L")\(px: x(share)) \(px: y(value))"
      if isAlone, index + 1 == count || curve.values[index + 1] == nil {
        dots += "<circle class=\"curve\" cx=\"\(px: x(share))\" cy=\"\(px: y(value))\" r=\"3\"/>"
      }
    }
    return path.isEmpty ? "" : "<path class=\"curve\" d=\"\(path)\"/>\(dots)"
  }

  /// A time to the minute.
  private static func moment(_ time: Timestamp) -> String {
    String(time.description.prefix(16)).replacing("T", with: " ")
  }
}
