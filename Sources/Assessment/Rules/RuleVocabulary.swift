/// How much harm an open control does.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Worth tidying.
  case low
  /// Ought to be planned.
  case medium
  /// Ought to be closed before production.
  case high
  /// Stops production.
  case critical

  /// Orders severities by harm.
  public static func < (left: Severity, right: Severity) -> Bool {
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

/// The four dimensions of the Control-plane Risk Score (seed 0).
public enum Dimension: String, Hashable, Sendable, CaseIterable {
  /// Gaps in authentication and scopes.
  case auth = "A"
  /// Gaps in reliability.
  case reliability = "R"
  /// Unclear ownership.
  case ownership = "O"
  /// Potential blast radius.
  case blastRadius = "B"

  /// The dimension's name for people.
  public var title: String {
    switch self {
    case .auth: "auth and scope"
    case .reliability: "reliability"
    case .ownership: "ownership"
    case .blastRadius: "blast radius"
    }
  }
}

/// The nine controls of the validation gate (seed 3), all of which production demands.
public enum GateControl: String, Hashable, Sendable, CaseIterable {
  /// Every call can be attributed.
  case identity = "IDN"
  /// Tokens work only where they are meant to.
  case authorization = "AUZ"
  /// The model sees only the tools it needs.
  case toolExposure = "EXP"
  /// Sensitive writes need approval.
  case approvals = "APR"
  /// Writes are idempotent, reversible or explicitly one-way.
  case sideEffects = "SFX"
  /// What happened can be reconstructed.
  case audit = "AUD"
  /// Network, secrets and concurrency are bounded.
  case isolation = "ISO"
  /// One server or tool family can be switched off.
  case containment = "CON"
  /// Retries, loops and fan-out are capped.
  case costControl = "CST"

  /// The control's name for people.
  public var title: String {
    switch self {
    case .identity: "Identity"
    case .authorization: "Authorization"
    case .toolExposure: "Tool exposure"
    case .approvals: "Approvals"
    case .sideEffects: "Side effects"
    case .audit: "Audit"
    case .isolation: "Isolation"
    case .containment: "Containment"
    case .costControl: "Cost control"
    }
  }
}

/// What a rule is asked about, once for each.
public enum RuleSubject: String, Hashable, Sendable, CaseIterable {
  /// Each server.
  case server
  /// Each tool of each server.
  case tool
  /// Each gateway route of each server.
  case route
  /// Each client entry of each server.
  case client
  /// Each rule of the access policy that speaks of each server.
  case grant
  /// Each agent that can carry something out by tools of each server.
  case agent
  /// Each control that the class of some tool of each server demands (seed 3).
  case duty
  /// Each setting of a gateway that concerns whatever stands behind it.
  case setting
  /// The fleet as a whole.
  case fleet

  /// Whether rules about it are asked once for the fleet, and not for each server.
  public var isOfFleet: Bool { self == .fleet || self == .setting }
}
