/// What an evaluation may still spend: a step is 1, and text and collections pay for their length.
public struct CostMeter: Sendable {
  private(set) var remaining: Int

  init(limit: Int) {
    remaining = limit
  }

  /// Pays for `amount` steps.
  @inline(__always)
  public mutating func charge(_ amount: Int) throws(EvaluationError) {
    remaining &-= amount
    if remaining < 0 { throw .costLimitExceeded }
  }

  /// Pays for text of so many UTF-8 units before it is made.
  public mutating func charge(forText length: Int) throws(EvaluationError) {
    try charge(length / 16 + 1)
  }
}
