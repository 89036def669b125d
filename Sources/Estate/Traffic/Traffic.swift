public import SourceText

/// How many records something is true of, of how many, and the first of them.
public struct Count: Hashable, Sendable {
  /// Records of which it is true.
  public var matching: Int
  /// Records that were looked at.
  public var total: Int
  /// The first matching record, as a place in the log.
  public var sample: SourceSpan?

  /// `matching` of `total` records.
  public init(matching: Int = 0, total: Int = 0, sample: SourceSpan? = nil) {
    self.matching = matching
    self.total = total
    self.sample = sample
  }

  /// The share, 0 where nothing was looked at.
  public var share: Double {
    total == 0 ? 0 : Double(matching) / Double(total)
  }
}

/// One reliability budget (seed 0, week 3), judged on sliding windows of the log.
public struct BudgetReading: Hashable, Sendable {
  /// The budgets.
  public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// Successful calls, of calls that were not blocked by policy; worst 24 hours.
    case successRate = "success_rate"
    /// The 95th percentile of latency in milliseconds; worst 2 hours.
    case p95Latency = "p95_latency"
    /// Calls blocked by policy, of all calls; worst 24 hours.
    case blockRate = "block_rate"
    /// Calls served by a fallback, of all calls; worst 24 hours.
    case fallbackRate = "fallback_rate"
  }

  /// A stretch of time over which a budget was broken.
  public struct Breach: Hashable, Sendable {
    /// The end of the first window that breaks the budget.
    public var start: Timestamp
    /// The end of the last one.
    public var end: Timestamp

    /// The stretch from `start` to `end`.
    public init(start: Timestamp, end: Timestamp) {
      self.start = start
      self.end = end
    }
  }

  /// Which budget.
  public var metric: Metric
  /// The worst window's value: a share of 0...1, or milliseconds.
  public var worst: Double
  /// Calls in the worst window that the value counts; for latency, all of them.
  public var numerator: Int
  /// Calls in the worst window.
  public var denominator: Int
  /// The worst window.
  public var window: Breach
  /// Whether the log spans at least one whole window; a budget judged on less says so.
  public var coversWindow: Bool
  /// Where the budget was broken.
  public var breaches: [Breach]
  /// A record of the worst window.
  public var sample: SourceSpan?

  /// A reading of `metric`.
  public init(
    metric: Metric, worst: Double, numerator: Int, denominator: Int, window: Breach,
    coversWindow: Bool, breaches: [Breach], sample: SourceSpan?
  ) {
    self.metric = metric
    self.worst = worst
    self.numerator = numerator
    self.denominator = denominator
    self.window = window
    self.coversWindow = coversWindow
    self.breaches = breaches
    self.sample = sample
  }
}

/// What the log shows of one tool.
public struct ToolTraffic: Hashable, Sendable {
  /// All records.
  public var calls = 0
  /// The first record.
  public var sample: SourceSpan?
  /// Records that carry no approval id, of those that were executed.
  public var withoutApproval = Count()
  /// Records whose approver is the one who asked.
  public var selfApproved = Count()
  /// Writes that repeat the input of an earlier one within ten minutes without an idempotency key.
  public var duplicates = Count()

  /// No records.
  public init() {}
}

/// What the log shows of one server.
public struct ServerTraffic: Hashable, Sendable {
  /// All records.
  public var calls = 0
  /// The first and the last record's time.
  public var first: Timestamp?
  /// The last record's time.
  public var last: Timestamp?
  /// The first record.
  public var sample: SourceSpan?
  /// For each audit field, the records that lack it.
  public var missingFields: [String: Count] = [:]
  /// Records that hold raw inputs instead of a digest.
  public var rawInputs = Count()
  /// Records whose identity is only a generic service name.
  public var genericIdentity = Count()
  /// Records whose agent and user are the same string.
  public var collapsedIdentity = Count()
  /// Records whose trace id is absent or malformed (W3C Trace Context).
  public var invalidTraces = Count()
  /// Records from which the chain cannot be rebuilt: actor, tool, input, decision, downstream request or trace missing.
  public var incompleteChains = Count()
  /// Records that name the decision of an explicit policy.
  public var policyDecided = Count()
  /// The budgets; those with no call in the log are absent.
  public var budgets: [BudgetReading] = []
  /// Calls for each agent.
  public var agents: [String: Count] = [:]
  /// Calls for each agent and tool, under `agent` then `tool`.
  public var grants: [String: [String: Count]] = [:]
  /// Calls for each environment.
  public var environments: [String: Count] = [:]
  /// Calls for each version of the server that the log names.
  public var versions: [String: Count] = [:]
  /// For each tool name, what the log shows.
  public var tools: [String: ToolTraffic] = [:]

  /// No records.
  public init() {}

  /// The reading of `metric`, if a call bears on it.
  public func budget(_ metric: BudgetReading.Metric) -> BudgetReading? {
    budgets.first { $0.metric == metric }
  }
}
