import Estate

/// How much a gate asks for (SPEC section 1): a profile moves what may pass, and never a control's status.
public enum Profile: String, Hashable, Sendable, CaseIterable {
  /// Declared evidence is enough, and what nothing but a log or gateway could show does not block.
  case bootstrap
  /// What the server's tier demands.
  case standard
  /// What tier 2 demands, of servers of every tier, with nothing left undecided.
  case strict

  /// The least share of the controls that must be decided, in per cent.
  public var coverage: Double { self == .strict ? 100 : 0 }
}

/// What a gate asks of each control before a server may pass.
struct GateDemand: Sendable {
  let profile: Profile
  let demands: Demands

  /// Whether `control`, one of a server of `tier`, is in nobody's way.
  func admits(_ control: Control, of nature: Rule.Nature, for tier: Tier) -> Bool {
    if case .notApplicable = control.status { return true }
    if control.suppression != nil { return true }
    switch profile {
    case .bootstrap: return !control.status.isOpen || control.sufficiency.grade >= .declared
    case .standard: return !control.status.isOpen
    case .strict:
      return !control.status.isOpen && !isShort(control, of: nature, for: tier)
    }
  }

  /// Whether `control` is met for its own tier, but not by evidence that this profile takes.
  func isShort(_ control: Control, of nature: Rule.Nature, for tier: Tier) -> Bool {
    guard profile == .strict, control.status == .met else { return false }
    return control.sufficiency.grade < max(demands[tier, nature], demands[.two, nature])
  }
}
