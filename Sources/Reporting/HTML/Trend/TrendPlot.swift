import Estate
import History

/// One measure over the dates of the reports: a line with a dot for each report that has a value.
struct TrendPlot {
  private let measure: Measure
  private let dates: [CalendarDate]
  private let id: Fragment<HTML>

  private static let left = 72.0
  private static let right = 388.0
  private static let top = 16.0
  private static let bottom = 104.0

  /// The plot of `measure` over `dates`, one for each reading; `id` is ours and no other element's.
  init(_ measure: Measure, dates: [CalendarDate], id: Fragment<HTML>) {
    self.measure = measure
    self.dates = dates
    self.id = id
  }

  /// The figure.
  var fragment: Fragment<HTML> {
    let values = measure.readings.compactMap(\.value)
    let course: Fragment<HTML> =
      values.isEmpty ? "<p class=\"muted\">No report has a value.</p>" : drawing
    return
      "<figure class=\"plot\"><figcaption><strong>\(measure.kind.title)</strong> \(direction)</figcaption>\n\(course)</figure>\n"
  }

  private var direction: Fragment<HTML> {
    measure.kind.risesWithMaturity ? .muted("higher is better") : .muted("lower is better")
  }

  private var drawing: Fragment<HTML> {
    """
    <svg class="chart" viewBox="0 0 400 130" role="img" aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\(measure.kind.title)</title><desc id="\(id)-desc">\(words)</desc>
    \(axes)\(line)</svg>
    """
  }

  private var words: Fragment<HTML> {
    let points = zip(dates, measure.readings).suffix(24).map {
      "\($0.description): \(measure.formatted($1.value))"
    }
    return "\(points.joined(separator: "; "), limit: 4_000)."
  }

  /// The values that the height stands for, from zero, so that no small change looks large.
  private var highest: Double {
    let most = measure.readings.compactMap(\.value).max() ?? 0
    switch measure.kind.unit {
    case .share: return 1
    case .points: return 100
    case .stages: return max(4, most)
    case .minutes, .count: return Self.round(above: most)
    }
  }

  /// The least of 1, 2, 5, 10, 20, 50 and so on that is at least `value`.
  private static func round(above value: Double) -> Double {
    var decade = 1.0
    while decade * 10 <= value { decade *= 10 }
    return [1, 2, 5, 10].map { $0 * decade }.first { $0 >= value } ?? value
  }

  private func y(_ value: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * min(max(value / highest, 0), 1)
  }

  /// Where the report at `index` stands: by its date, or in order where all are of one day.
  private func x(_ index: Int) -> Double {
    let first = dates.first?.daysSinceEpoch ?? 0
    let days = (dates.last?.daysSinceEpoch ?? 0) - first
    let share =
      days > 0
      ? Double(dates[index].daysSinceEpoch - first) / Double(days)
      : dates.count > 1 ? Double(index) / Double(dates.count - 1) : 0.5
    return Self.left + (Self.right - Self.left) * share
  }

  private var axes: Fragment<HTML> {
    """
    <line class="axis" x1="\(px: Self.left)" y1="\(px: Self.bottom)" x2="\(px: Self.right)" y2="\(px: Self.bottom)"/>
    <text class="tick" x="\(px: Self.left - 6)" y="\(px: Self.bottom + 4)" text-anchor="end">\(measure.formatted(0))</text>
    <text class="tick" x="\(px: Self.left - 6)" y="\(px: Self.top + 4)" text-anchor="end">\(measure.formatted(highest))</text>
    <text class="tick" x="\(px: Self.left)" y="\(px: Self.bottom + 18)">\(dates.first?.description ?? "")</text>
    <text class="tick" x="\(px: Self.right)" y="\(px: Self.bottom + 18)" text-anchor="end">\(dates.last?.description ?? "")</text>

    """
  }

  private var line: Fragment<HTML> {
    var path = Fragment<HTML>()
    var dots = Fragment<HTML>()
    var isJoined = false
    for (index, reading) in measure.readings.enumerated() {
      guard let value = reading.value else {
        isJoined = false
        continue
      }
      path += "\(isJoined ? "L" : "M")\(px: x(index)) \(px: y(value))"
      dots += "<circle class=\"curve\" cx=\"\(px: x(index))\" cy=\"\(px: y(value))\" r=\"3.5\"/>"
      isJoined = true
    }
    return "<path class=\"curve\" d=\"\(path)\"/>\(dots)\(lastValue)"
  }

  /// The last value, above its dot or below it where that is too high.
  private var lastValue: Fragment<HTML> {
    guard let value = measure.readings.last?.value else { return "" }
    let height = y(value)
    let place = height < Self.top + 12 ? height + 16 : height - 8
    return
      "<text class=\"value\" x=\"\(px: Self.right)\" y=\"\(px: place)\" text-anchor=\"end\">\(measure.formatted(value))</text>"
  }
}
