import Estate

/// The weights of the four dimensions; they sum to 1.
public struct RiskWeights: Hashable, Sendable {
  /// For each dimension, its share of the score.
  public var shares: [Dimension: Double]

  /// Seed 0's weights: 0.35 A, 0.25 R, 0.20 O, 0.20 B.
  public static let standard = RiskWeights(
    shares: [.auth: 0.35, .reliability: 0.25, .ownership: 0.20, .blastRadius: 0.20])

  /// Weights by dimension.
  public init(shares: [Dimension: Double]) {
    self.shares = shares
  }
}

/// Something that a server can do by its nature, before any control is looked at.
struct Exposure: Hashable, Sendable {
  let name: String
  let reason: String
  let weight: Double
  /// Rules whose proven controls contain the exposure; each halves it.
  let containedBy: [String]
}

/// Computes the Control-plane Risk Score of a server (SPEC section 4).
struct RiskScorer: Sendable {
  let weights: RiskWeights

  /// The weight of a gap: 0.60, 0.35, 0.15 or 0.05 by severity; unproven counts half, and a contradiction
  /// as one severity higher, which for a critical one is 0.75.
  static func weight(of control: Control) -> Double {
    let base = weight(of: control.severity)
    switch control.status {
    case .met, .notApplicable: return 0
    case .unmet: return base
    case .unproven: return base / 2
    case .contradicted:
      switch control.severity {
      case .low: return weight(of: .medium)
      case .medium: return weight(of: .high)
      case .high: return weight(of: .critical)
      case .critical: return 0.75
      }
    }
  }

  private static func weight(of severity: Severity) -> Double {
    switch severity {
    case .critical: 0.60
    case .high: 0.35
    case .medium: 0.15
    case .low: 0.05
    }
  }

  /// A line of the ledger before it is known what the lines before it leave.
  private struct Line {
    let dimension: Dimension
    let cause: LedgerEntry.Cause
    let name: String
    let weight: Double
    var suppression: Suppression?
  }

  /// The score of a server with `controls` and `exposures`, in any order.
  func score(
    _ controls: [Control], dimensionOf: [String: Dimension], exposures: [Exposure]
  ) -> RiskScore {
    let met = Set(controls.lazy.filter { $0.status == .met }.map(\.rule))
    var lines: [Line] =
      controls.compactMap { control in
        let weight = Self.weight(of: control)
        guard weight > 0, let dimension = dimensionOf[control.rule] else { return nil }
        let cause = LedgerEntry.Cause.gap(
          rule: control.rule, status: control.status, severity: control.severity)
        return Line(
          dimension: dimension, cause: cause, name: control.rule, weight: weight,
          suppression: control.suppression)
      }
    for exposure in exposures {
      let contained = exposure.containedBy.filter(met.contains).count
      let weight = exposure.weight / Double(1 << min(contained, 8))
      lines.append(
        Line(
          dimension: .blastRadius, cause: .exposure(name: exposure.name, reason: exposure.reason),
          name: exposure.name, weight: weight))
    }
    lines.sort { left, right in
      left.weight != right.weight ? left.weight > right.weight : left.name < right.name
    }
    return ledger(of: lines)
  }

  /// Turns products into sums: each line adds what it takes of the risk that the lines before it left.
  ///
  /// Rounding is done on running totals, so that the lines sum to the rounded total exactly and a larger
  /// total never rounds to a smaller one.
  private func ledger(of lines: [Line]) -> RiskScore {
    var dimensions: [Dimension: Points] = [:]
    var ledger: [LedgerEntry] = []
    var score = Points(units: 0)
    var unrounded = 0.0
    for dimension in Dimension.allCases {
      let share = weights.shares[dimension] ?? 0
      var remaining = 1.0
      var running = Points(units: 0)
      for line in lines where line.dimension == dimension {
        remaining *= 1 - line.weight
        let total = Points(100 * share * (1 - remaining))
        ledger.append(
          LedgerEntry(
            dimension: dimension, cause: line.cause, weight: line.weight,
            points: Points(units: total.units - running.units), suppression: line.suppression))
        running = total
      }
      dimensions[dimension] = Points(100 * (1 - remaining))
      score = score + running
      unrounded += 100 * share * (1 - remaining)
    }
    return RiskScore(score: score, unrounded: unrounded, dimensions: dimensions, ledger: ledger)
  }
}
