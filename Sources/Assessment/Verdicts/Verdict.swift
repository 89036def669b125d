/// How far a server may go (SPEC section 4), one ladder.
public enum Verdict: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Nowhere.
  case blocked
  /// Where nothing real can be reached.
  case sandbox
  /// Production, but only tools that change nothing.
  case readOnly = "read-only"
  /// Production, with writes behind an approval.
  case supervised
  /// Production.
  case production

  /// Orders rungs from the ground up.
  public static func < (left: Verdict, right: Verdict) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .blocked: 0
    case .sandbox: 1
    case .readOnly: 2
    case .supervised: 3
    case .production: 4
    }
  }
}

/// The rung that a server has reached, the one that its tools ask for, and what is in the way.
public struct VerdictDecision: Hashable, Sendable {
  /// One thing that keeps a server from a rung.
  public struct Obstacle: Hashable, Sendable {
    /// The rung that cannot be reached.
    public let rung: Verdict
    /// What is in the way, in a few words.
    public let reason: String
    /// The rules whose controls are open; empty where it is the score.
    public let rules: [String]

    /// An obstacle before `rung`.
    public init(rung: Verdict, reason: String, rules: [String]) {
      self.rung = rung
      self.reason = reason
      self.rules = rules
    }
  }

  /// The highest rung all of whose conditions hold.
  public let attained: Verdict
  /// The rung that allows everything the server exposes.
  public let required: Verdict
  /// Why that rung is asked for.
  public let requiredBecause: String
  /// What is in the way of the rungs above the attained one, lowest rung first.
  public let obstacles: [Obstacle]
  /// The place in the policy that wants more than what the server exposes asks for, if it does.
  public let wantedBy: String?

  /// A decision.
  public init(
    attained: Verdict, required: Verdict, requiredBecause: String, obstacles: [Obstacle],
    wantedBy: String? = nil
  ) {
    self.attained = attained
    self.required = required
    self.requiredBecause = requiredBecause
    self.obstacles = obstacles
    self.wantedBy = wantedBy
  }

  /// Whether the server may go where it means to go.
  public var passes: Bool { attained >= required }
}
