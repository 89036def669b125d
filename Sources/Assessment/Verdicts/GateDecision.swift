/// Whether the gate opens for the fleet, and why not.
///
/// A gate that looked at nothing has not passed; one that could not read everything has not either.
public struct GateDecision: Hashable, Sendable {
  /// The process's exit code (SPEC section 5).
  public enum Outcome: Int, Hashable, Sendable {
    /// Every server may go where it means to go.
    case passed = 0
    /// Some server may not, or a finding is as severe as `--fail-on` names.
    case failed = 1
    /// An input could not be read or parsed, or there was nothing to check.
    case incomplete = 3
  }

  /// What came out.
  public let outcome: Outcome
  /// Why the gate did not open, most important first; empty where it did.
  public let reasons: [String]
  /// How much was asked for.
  public let profile: Profile
  /// The earlier run whose gaps did not count, if there was one.
  public let baseline: String?

  /// A decision.
  public init(
    outcome: Outcome, reasons: [String], profile: Profile = .standard, baseline: String? = nil
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.profile = profile
    self.baseline = baseline
  }
}
