/// What the signals of one passage amount to.
public enum Strength: String, Hashable, Sendable, CaseIterable, Comparable {
  /// One signal, as honest texts have them too; shown for review and never reported.
  case low
  /// Two independent signals that steer the agent, without a victim in sight.
  case medium
  /// Two independent signals, one of which does harm.
  case high
  /// An order to take or redirect the user's data, or to set aside what protects it.
  case critical

  /// Orders strengths from weak to strong.
  public static func < (left: Strength, right: Strength) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}
