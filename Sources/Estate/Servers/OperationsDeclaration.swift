/// How a server is watched, changed and retired, as its manifest declares.
public struct OperationsDeclaration: Hashable, Sendable {
  /// What is normal, and what raises an alert.
  public var monitoring = Monitoring()
  /// How a new version reaches its users.
  public var rollout = RolloutPlan()
  /// How the server, or a version of it, leaves.
  public var retirement = Retirement()
  /// The kinds of task that the server is approved for.
  public var approvedTasks = Stated<[String]>()
  /// How changes of tools and permissions are reviewed where no CODEOWNERS file says so.
  public var changeReview = Stated<String>()
  /// How many systems behind the server are listed; 0 states that there are none.
  public var downstreamCount = Stated<Int>()

  /// Operations about which nothing is stated.
  public init() {}

  /// Takes in the statements of `other`.
  mutating func merge(_ other: OperationsDeclaration) {
    monitoring.merge(other.monitoring)
    rollout.merge(other.rollout)
    retirement.merge(other.retirement)
    approvedTasks.merge(other.approvedTasks)
    changeReview.merge(other.changeReview)
    downstreamCount.merge(other.downstreamCount)
  }
}

/// Telemetry baselines and alert thresholds (seed 1, weeks 10 to 12).
public struct Monitoring: Hashable, Sendable {
  /// What an alert watches for.
  public enum Signal: String, Hashable, Sendable, CaseIterable {
    /// More calls are denied than usual.
    case denialSpikes = "denial_spikes"
    /// Calls grow slower.
    case latencyDrift = "latency_drift"
    /// Tools are called in an order that nobody has seen before.
    case unusualSequences = "unusual_sequences"
    /// Clients and the server do not agree on capabilities, mostly because of a version mismatch.
    case negotiationFailures = "negotiation_failures"
  }

  /// The document that records what is normal.
  public var baseline = Stated<DocumentReference>()
  /// The file in which the alerts are configured.
  public var alertRules = Stated<DocumentReference>()
  /// The threshold for denials, in words.
  public var denialSpikes = Stated<String>()
  /// The threshold for latency.
  public var latencyDrift = Stated<String>()
  /// The threshold for orders of calls.
  public var unusualSequences = Stated<String>()
  /// The threshold for negotiations.
  public var negotiationFailures = Stated<String>()

  /// Monitoring about which nothing is stated.
  public init() {}

  mutating func merge(_ other: Monitoring) {
    baseline.merge(other.baseline)
    alertRules.merge(other.alertRules)
    for signal in Signal.allCases { self[signal].merge(other[signal]) }
  }

  /// The threshold for `signal` that raises an alert.
  public subscript(signal: Signal) -> Stated<String> {
    get {
      switch signal {
      case .denialSpikes: denialSpikes
      case .latencyDrift: latencyDrift
      case .unusualSequences: unusualSequences
      case .negotiationFailures: negotiationFailures
      }
    }
    set {
      switch signal {
      case .denialSpikes: denialSpikes = newValue
      case .latencyDrift: latencyDrift = newValue
      case .unusualSequences: unusualSequences = newValue
      case .negotiationFailures: negotiationFailures = newValue
      }
    }
  }
}

/// How a new version takes over from the one before it (seed 2).
public struct RolloutPlan: Hashable, Sendable {
  /// What is watched while only some of the traffic reaches the new version.
  public enum Signal: String, Hashable, Sendable, CaseIterable {
    /// The share of capability negotiations that succeed.
    case negotiationSuccess = "negotiation_success"
    /// The share of tool calls that fail.
    case callErrors = "call_errors"
  }

  /// Who takes a bad version back.
  public enum Rollback: String, Hashable, Sendable, CaseIterable {
    /// The signals themselves, without waiting for anybody.
    case automatic
    /// A person.
    case manual
  }

  /// The share of traffic that a new version gets first, in per cent.
  public var canaryPercent = Stated<Int>()
  /// How long it is watched before it gets the rest, in seconds.
  public var watchSeconds = Stated<Int>()
  /// What is watched.
  public var signals = Stated<[Signal]>()
  /// Who takes it back.
  public var rollback = Stated<Rollback>()
  /// What the new version is compared with, such as `previous version`.
  public var baseline = Stated<String>()
  /// The stages in order, such as `staging`, `canary`, `prod`.
  public var sequence = Stated<[String]>()

  /// A rollout about which nothing is stated.
  public init() {}

  mutating func merge(_ other: RolloutPlan) {
    canaryPercent.merge(other.canaryPercent)
    watchSeconds.merge(other.watchSeconds)
    signals.merge(other.signals)
    rollback.merge(other.rollback)
    baseline.merge(other.baseline)
    sequence.merge(other.sequence)
  }
}

/// How a server or a version of it is taken out of use.
public struct Retirement: Hashable, Sendable {
  /// How long users are told in advance, in days.
  public var noticeDays = Stated<Int>()
  /// The document that says how versions are deprecated.
  public var policy = Stated<DocumentReference>()
  /// The last day on which a deprecated server serves calls.
  public var sunset = Stated<CalendarDate>()
  /// What takes its place.
  public var successor = Stated<String>()

  /// A retirement about which nothing is stated.
  public init() {}

  mutating func merge(_ other: Retirement) {
    noticeDays.merge(other.noticeDays)
    policy.merge(other.policy)
    sunset.merge(other.sunset)
    successor.merge(other.successor)
  }
}
