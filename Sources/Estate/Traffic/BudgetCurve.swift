/// How one budget went over the time of the log, in few enough values to be drawn.
public struct BudgetCurve: Hashable, Sendable {
  /// The most values that a curve has.
  public static let valueLimit = 48

  /// The end of the first window.
  public let start: Timestamp
  /// The end of the last one.
  public let end: Timestamp
  /// The worst window that ends in each of as many equal stretches of the time from `start` to `end`.
  ///
  /// A share between 0 and 1, or milliseconds; `nil` where none of them holds enough calls to decide.
  public let values: [Double?]

  /// The values of equal stretches from `start` to `end`.
  public init(start: Timestamp, end: Timestamp, values: [Double?]) {
    self.start = start
    self.end = end
    self.values = values
  }

  /// The share of the way from `start` to `end` at which `time` lies, 0...1.
  public func position(of time: Timestamp) -> Double {
    let length = end.milliseconds - start.milliseconds
    guard length > 0 else { return 0 }
    let offset = Double(time.milliseconds - start.milliseconds) / Double(length)
    return min(max(offset, 0), 1)
  }
}
