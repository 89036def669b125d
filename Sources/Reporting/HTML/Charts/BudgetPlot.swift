import Assessment
import Estate

/// One budget over the time of the log: its curve, its limit, and the stretches over which it was broken.
struct BudgetPlot {
  private let budget: BudgetStanding
  private let server: Fragment<HTML>
  private let id: Fragment<HTML>

  private static let left = 62.0
  private static let right = 392.0
  private static let top = 14.0
  private static let bottom = 114.0
  /// Breaches that are named below the plot.
  private static let breachLimit = 6

  /// The plot of `budget` of the server that is called `server`; `id` is ours and no other element's.
  init(_ budget: BudgetStanding, of server: Fragment<HTML>, id: Fragment<HTML>) {
    self.budget = budget
    self.server = server
    self.id = id
  }

  private var reading: BudgetReading { budget.reading }
  private var metric: BudgetReading.Metric { budget.reading.metric }

  /// The figure; empty where the course over time is not known.
  var fragment: Fragment<HTML> {
    guard let curve = reading.curve else { return "" }
    return """
      <figure class="plot"><figcaption><strong>\(metric.title)</strong> \(standing)</figcaption>
      <svg class="chart" viewBox="0 0 400 140" role="img" aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\(metric.title) of \(server)</title><desc id="\(id)-desc">\(words)</desc>
      \(breaches(on: curve))\(axes(of: curve))\(line(of: curve))</svg>\(list)</figure>

      """
  }

  private var standing: Fragment<HTML> {
    reading.breaches.isEmpty
      ? .muted("never broken") : .badge(isGood: false, "broken \(reading.breaches.count)×")
  }

  private var words: Fragment<HTML> {
    let broken: Fragment<HTML> =
      reading.breaches.isEmpty
      ? "Never broken." : "Broken in windows that end in the stretches listed below it."
    let spent: Fragment<HTML> =
      budget.spentShare.map { " It spends \(BudgetStanding.percent($0)) of its error budget." }
      ?? ""
    return
      "The worst window shows \(metric.formatted(reading.worst)); the limit is \(metric.sense) \(metric.formatted(budget.limit)).\(spent) \(broken)"
  }

  /// The stretches over which the budget was broken, in words.
  private var list: Fragment<HTML> {
    guard !reading.breaches.isEmpty else { return "" }
    let items = reading.breaches.prefix(Self.breachLimit).map {
      "\(Self.moment($0.start)) to \(Self.moment($0.end))"
    }
    let more =
      reading.breaches.count > Self.breachLimit
      ? " and \(reading.breaches.count - Self.breachLimit) more" : ""
    return "<p class=\"muted\">Broken \(items.joined(separator: "; "))\(more).</p>"
  }

  /// The values that the height stands for: room for the curve and its limit, and a bit more.
  private var scale: ClosedRange<Double> {
    let known = (reading.curve?.values ?? []).compactMap(\.self) + [budget.limit]
    let low = known.min() ?? 0
    let high = known.max() ?? 1
    let margin = max((high - low) * 0.15, metric == .p95Latency ? 50 : 0.005)
    guard metric == .successRate else { return 0...(high + margin) }
    let bottom = max(0, low - margin)
    return bottom...max(bottom + margin, min(1, high + margin))
  }

  private func y(_ value: Double) -> Double {
    let length = scale.upperBound - scale.lowerBound
    let share = length > 0 ? (value - scale.lowerBound) / length : 0
    return Self.bottom - (Self.bottom - Self.top) * min(max(share, 0), 1)
  }

  private func x(_ share: Double) -> Double { Self.left + (Self.right - Self.left) * share }

  private func breaches(on curve: BudgetCurve) -> Fragment<HTML> {
    reading.breaches.prefix(BudgetCurve.valueLimit).map { breach in
      let start = x(curve.position(of: breach.start))
      let end = max(x(curve.position(of: breach.end)), start + 3)
      return
        "<rect class=\"breach\" x=\"\(px: start)\" y=\"\(px: Self.top)\" width=\"\(px: end - start)\" height=\"\(px: Self.bottom - Self.top)\"/>"
        as Fragment<HTML>
    }.joined(by: "")
  }

  private func axes(of curve: BudgetCurve) -> Fragment<HTML> {
    let limit = y(budget.limit)
    // The ends of the scale are named where the limit's own name leaves room.
    let ends = [scale.lowerBound, scale.upperBound].filter { abs(y($0) - limit) > 17 }
    let ticks = ends.map { value in
      "<text class=\"tick\" x=\"\(px: Self.left - 6)\" y=\"\(px: y(value) + 4)\" text-anchor=\"end\">\(metric.formatted(value))</text>"
        as Fragment<HTML>
    }
    return """
      <line class="axis" x1="\(px: Self.left)" y1="\(px: Self.bottom)" x2="\(px: Self.right)" y2="\(px: Self.bottom)"/>
      <line class="limit" x1="\(px: Self.left)" y1="\(px: limit)" x2="\(px: Self.right)" y2="\(px: limit)"/>
      <text class="limit" x="\(px: Self.left - 6)" y="\(px: limit + 4)" text-anchor="end">\(metric.formatted(budget.limit))</text>\(ticks.joined(by: ""))
      <text class="tick" x="\(px: Self.left)" y="\(px: Self.bottom + 18)">\(Self.moment(curve.start))</text>
      <text class="tick" x="\(px: Self.right)" y="\(px: Self.bottom + 18)" text-anchor="end">\(Self.moment(curve.end))</text>

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
      let isFirst = index == 0 || curve.values[index - 1] == nil
      path += "\(isFirst ? "M" : "L")\(px: x(share)) \(px: y(value))"
      if isFirst, index + 1 == count || curve.values[index + 1] == nil {
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

extension BudgetStanding {
  /// How much of what may go wrong in a window did so in the worst one: 1 where the budget is just spent.
  ///
  /// `nil` for latency, which has a limit and no budget to spend, where the limit allows nothing at all, and
  /// where too few calls bear on it.
  var spentShare: Double? {
    guard reading.hasEnoughCalls else { return nil }
    let (wrong, allowed) =
      switch reading.metric {
      case .successRate: (1 - reading.worst, 1 - limit)
      case .blockRate, .fallbackRate: (reading.worst, limit)
      case .p95Latency: (0, 0)
      }
    return allowed > 0 ? max(0, wrong) / allowed : nil
  }

  /// `share` in whole per cent, rounded up, so that only what is not overspent reads 100 or less.
  static func percent(_ share: Double) -> String {
    guard share.isFinite, share < 10_000 else { return "far more than 100 %" }
    // A hair of floating point is not a whole per cent.
    return "\(Int((share * 100 - 0.000_001).rounded(.up))) %"
  }
}
