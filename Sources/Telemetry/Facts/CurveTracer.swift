import Estate

/// Takes the values of sliding windows together to a curve of few values.
struct CurveTracer {
  /// The minutes since 1970 at which the first and the last window end.
  private let ends: ClosedRange<Int64>
  private let isLowWorse: Bool
  private var values: [Double?]

  /// Traces windows that end within `ends`, on multiples of `grain` minutes.
  init(ends: ClosedRange<Int64>, grain: Int64, metric: BudgetReading.Metric) {
    self.ends = ends
    isLowWorse = metric == .successRate
    let windows = (ends.upperBound - ends.lowerBound) / grain + 1
    values = [Double?](
      repeating: nil, count: Int(min(windows, Int64(BudgetCurve.valueLimit))))
  }

  /// Takes in that the windows that end within `stretch` show `value`.
  mutating func take(_ value: Double, over stretch: ClosedRange<Int64>) {
    for index in place(of: stretch.lowerBound)...place(of: stretch.upperBound) {
      let known = values[index] ?? value
      values[index] = isLowWorse ? min(known, value) : max(known, value)
    }
  }

  /// The curve.
  var curve: BudgetCurve {
    BudgetCurve(
      start: Timestamp(milliseconds: ends.lowerBound * 60_000),
      end: Timestamp(milliseconds: ends.upperBound * 60_000), values: values)
  }

  /// The value that windows which end at `minute` belong to.
  private func place(of minute: Int64) -> Int {
    let offset = min(max(minute, ends.lowerBound), ends.upperBound) - ends.lowerBound
    let length = ends.upperBound - ends.lowerBound + 1
    return Int(offset * Int64(values.count) / length)
  }
}
