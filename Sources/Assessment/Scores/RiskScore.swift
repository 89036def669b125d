/// A number of points of the Control-plane Risk Score, exact to the ten-thousandth.
///
/// Ledgers are added in whole units, so that what is printed sums to what is printed.
public struct Points: Hashable, Comparable, Sendable {
  /// Ten-thousandths of a point.
  public let units: Int

  /// `units` ten-thousandths of a point.
  public init(units: Int) {
    self.units = units
  }

  /// The points nearest to `value`.
  public init(_ value: Double) {
    units = Int((value * 10_000).rounded())
  }

  /// The points as a number.
  public var value: Double { Double(units) / 10_000 }

  /// Orders by size.
  public static func < (left: Points, right: Points) -> Bool { left.units < right.units }

  /// The sum.
  public static func + (left: Points, right: Points) -> Points {
    Points(units: left.units + right.units)
  }
}

/// One line of the ledger behind a score.
public struct LedgerEntry: Hashable, Sendable {
  /// What a line stands for.
  public enum Cause: Hashable, Sendable {
    /// An open control.
    case gap(rule: String, status: ControlStatus, severity: Severity)
    /// What the server could do if every control were in place.
    case exposure(name: String, reason: String)
  }

  /// The dimension that the line belongs to.
  public let dimension: Dimension
  /// What it stands for.
  public let cause: Cause
  /// The weight `w` in the dimension's product, 0...1.
  public let weight: Double
  /// What the line adds to the score.
  public let points: Points
  /// Who accepted the gap and until when; it counts all the same.
  public let suppression: Suppression?

  /// A line of `dimension`.
  public init(
    dimension: Dimension, cause: Cause, weight: Double, points: Points,
    suppression: Suppression? = nil
  ) {
    self.dimension = dimension
    self.cause = cause
    self.weight = weight
    self.points = points
    self.suppression = suppression
  }
}

/// The Control-plane Risk Score of one server, 0 (no known risk) to 100.
public struct RiskScore: Hashable, Sendable {
  /// The sum of the ledger, exact to the ten-thousandth.
  public let score: Points
  /// The score before any rounding; the gate compares this one.
  public let unrounded: Double
  /// Each dimension's value, 0...100, before it is weighted.
  public let dimensions: [Dimension: Points]
  /// What the score is made of, heaviest line first within each dimension.
  public let ledger: [LedgerEntry]

  /// A score and its ledger.
  public init(
    score: Points, unrounded: Double, dimensions: [Dimension: Points], ledger: [LedgerEntry]
  ) {
    self.score = score
    self.unrounded = unrounded
    self.dimensions = dimensions
    self.ledger = ledger
  }

  /// The score before any rounding as it would be if the gaps of `rules` were closed.
  func unrounded(without rules: Set<String>, weights: RiskWeights) -> Double {
    guard !rules.isEmpty else { return unrounded }
    return Dimension.allCases.reduce(0) { sum, dimension in
      let remaining = ledger.reduce(1.0) { product, entry in
        guard entry.dimension == dimension else { return product }
        if case .gap(let rule, _, _) = entry.cause, rules.contains(rule) { return product }
        return product * (1 - entry.weight)
      }
      return sum + 100 * (weights.shares[dimension] ?? 0) * (1 - remaining)
    }
  }

  /// The value of `dimension`, 0...100.
  public subscript(dimension: Dimension) -> Points {
    dimensions[dimension] ?? Points(units: 0)
  }
}
