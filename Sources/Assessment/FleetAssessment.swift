public import Estate

/// How many controls were decided, and why the rest was not.
public struct Coverage: Hashable, Sendable {
  /// Controls that a source decided.
  public let decided: Int
  /// Controls that apply.
  public let applicable: Int
  /// For each reason, how many controls it left undecided; sorted by reason.
  public let undecided: [Reason]

  /// One reason for undecided controls.
  public struct Reason: Hashable, Sendable {
    /// The reason, such as "no log was given".
    public let text: String
    /// How many controls it left undecided.
    public let count: Int

    /// `count` controls for the reason `text`.
    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// `decided` of `applicable` controls.
  public init(decided: Int, applicable: Int, undecided: [Reason]) {
    self.decided = decided
    self.applicable = applicable
    self.undecided = undecided
  }

  /// The share; `nil` where nothing applies, because a gate that looked at nothing has covered nothing.
  public var share: Double? {
    applicable == 0 ? nil : Double(decided) / Double(applicable)
  }
}

/// What is known of one server after every rule has been asked.
public struct ServerAssessment: Sendable {
  /// The server's identity.
  public let id: String
  /// Whether a manifest registers it.
  public let isRegistered: Bool
  /// The declared tier.
  public let declaredTier: Tier?
  /// The tier that the facts give.
  public let derivedTier: Tier
  /// Why the facts give that tier.
  public let derivedTierReason: String
  /// Every rule's control, in the order of rule ids.
  public let controls: [Control]
  /// For each gate control, whether all of its applicable rules are met; `nil` where none applies.
  public let gateControls: [GateControl: Bool?]
  /// The score.
  public let risk: RiskScore
  /// The verdict.
  public let verdict: VerdictDecision
  /// Controls decided and not.
  public let coverage: Coverage
  /// Share of log records that are complete, and whether the log spans the budgets' windows.
  public let confidence: Confidence
  /// The reliability budgets that a call in the log bears on.
  public let budgets: [BudgetStanding]
  /// What the server owes as one of tier 2; empty below that.
  public let duties: [TierTwoDuty]
  /// How its tools fulfil what their classes demand, in the order of seed 3's table.
  public let classDuties: [DutyStanding]
  /// The deployment pattern that fits it, and what it lacks of that; `nil` where no pattern is meant.
  public let pattern: PatternStanding?

  /// The tier by which its controls were judged: the higher of the declared and the derived one.
  var riskTier: Tier { max(declaredTier ?? .zero, derivedTier) }

  /// How far the log can be trusted.
  public struct Confidence: Hashable, Sendable {
    /// Records with every audit field, of all records; `nil` without a log.
    public let completeRecords: Double?
    /// Whether the log spans the budgets' windows.
    public let coversWindows: Bool

    /// A confidence.
    public init(completeRecords: Double?, coversWindows: Bool) {
      self.completeRecords = completeRecords
      self.coversWindows = coversWindows
    }
  }

  /// An assessed server.
  public init(
    id: String, isRegistered: Bool, declaredTier: Tier?, derivedTier: Tier,
    derivedTierReason: String, controls: [Control], gateControls: [GateControl: Bool?],
    risk: RiskScore, verdict: VerdictDecision, coverage: Coverage, confidence: Confidence,
    budgets: [BudgetStanding] = [], duties: [TierTwoDuty] = [],
    classDuties: [DutyStanding] = [], pattern: PatternStanding? = nil
  ) {
    self.id = id
    self.isRegistered = isRegistered
    self.declaredTier = declaredTier
    self.derivedTier = derivedTier
    self.derivedTierReason = derivedTierReason
    self.controls = controls
    self.gateControls = gateControls
    self.risk = risk
    self.verdict = verdict
    self.coverage = coverage
    self.confidence = confidence
    self.budgets = budgets
    self.duties = duties
    self.classDuties = classDuties
    self.pattern = pattern
  }
}

/// What is known of a fleet after every rule has been asked: the one result that every report renders.
public struct FleetAssessment: Sendable {
  /// The day by which expiry and the age of drills were judged.
  public let date: CalendarDate
  /// The servers, riskiest first; equals by identity.
  public let servers: [ServerAssessment]
  /// Controls of the fleet as a whole.
  public let fleetControls: [Control]
  /// Everything to do, worst first: by severity, status, score of the server, then place.
  public let findings: [Finding]
  /// Controls decided and not, over all servers.
  public let coverage: Coverage
  /// The leadership metrics.
  public let metrics: MaturityMetrics
  /// The remediation backlog: servers without authentication, rate limit or structured log (seed 2).
  public let backlog: [BacklogEntry]
  /// Every rule that was asked, in the order of ids.
  public let rules: [Rule]
  /// What no server could be found for.
  public let unlinked: [Unlinked]
  /// Every exception and what became of it: those that govern first, in the order of their places.
  public let exceptions: [ReviewedException]
  /// What the policy changes about rules, in the order of their ids; some were not asked at all.
  public let overrides: [RuleOverride]
  /// The latest drill of each scenario and kind.
  public let drills: [DrillStanding]
  /// Who calls whom.
  public let graph: DependencyGraph
  /// The score at and above which a server's expansion is frozen.
  public let freezingScore: Double

  /// One server of the remediation backlog.
  public struct BacklogEntry: Hashable, Sendable {
    /// The server's identity.
    public let server: String
    /// What it lacks: `authentication`, `rate limit`, `structured log`.
    public let lacks: [String]
    /// What of the same nothing shows, though it may have it.
    public let unproven: [String]

    /// A server that lacks `lacks`, and of which nothing shows `unproven`.
    public init(server: String, lacks: [String], unproven: [String] = []) {
      self.server = server
      self.lacks = lacks
      self.unproven = unproven
    }
  }

  /// An assessed fleet.
  public init(
    date: CalendarDate, servers: [ServerAssessment], fleetControls: [Control],
    findings: [Finding], coverage: Coverage, metrics: MaturityMetrics,
    backlog: [BacklogEntry], rules: [Rule], unlinked: [Unlinked], drills: [DrillStanding] = [],
    exceptions: [ReviewedException] = [], overrides: [RuleOverride] = [],
    graph: DependencyGraph = DependencyGraph(), freezingScore: Double = Thresholds().riskScore
  ) {
    self.date = date
    self.servers = servers
    self.fleetControls = fleetControls
    self.findings = findings
    self.coverage = coverage
    self.metrics = metrics
    self.backlog = backlog
    self.rules = rules
    self.unlinked = unlinked
    self.exceptions = exceptions
    self.overrides = overrides
    self.drills = drills
    self.graph = graph
    self.freezingScore = freezingScore
  }
}
