public import Assessment
public import Estate

/// What a JSON report of an earlier run says, as far as baselines and trends need it.
public struct SavedReport: Hashable, Sendable {
  /// One finding of the report.
  public struct Finding: Hashable, Sendable {
    /// The stable identity of rule, check, server and member.
    public let fingerprint: String
    /// The rule's id.
    public let rule: String
    /// The severity then.
    public let severity: Severity
    /// The status's name then.
    public let status: String
    /// The server's identity; `nil` for the fleet as a whole.
    public let server: String?
    /// What was wrong.
    public let message: String
    /// The file, and the line in it, from 1.
    public let path: String?
    /// The line, from 1.
    public let line: Int?
    /// Whether a source decided it; what was not decided is open for want of a source.
    public let isDecided: Bool
    /// Whether an exception accepted it.
    public let isAccepted: Bool
  }

  /// One server of the report.
  public struct Server: Hashable, Sendable {
    /// The identity.
    public let id: String
    /// The Control-plane Risk Score.
    public let score: Double
    /// The rung attained.
    public let verdict: Verdict
    /// Whether that is the rung it needs.
    public let passes: Bool
    /// The tier that the facts gave.
    public let derivedTier: Int
    /// Rules that were open and decided, sorted.
    public let openRules: [String]
    /// The worst window of each reliability budget that enough calls bore on, by the budget's name.
    public let budgets: [String: Double]
    /// Controls that a source decided, in whole per cent of those that apply, rounded down.
    public let coveragePercent: Int
  }

  /// A count of a whole, with the names behind it.
  public struct Share: Hashable, Sendable {
    /// How many.
    public let numerator: Int
    /// Of how many.
    public let denominator: Int
    /// The names behind the number.
    public let names: [String]

    /// The share; `nil` where there is nothing to divide by.
    public var value: Double? {
      denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }
  }

  /// The leadership metrics of the report.
  public struct Metrics: Hashable, Sendable {
    /// Servers with a named owner and a tier.
    public let ownedAndTiered: Share
    /// Calls evaluated by explicit policy.
    public let policyEvaluatedCalls: Share
    /// High-risk servers with an exception in force.
    public let highRiskExceptions: Share
    /// The median time to investigate a model-initiated incident, in minutes.
    public let medianMinutes: Double?
    /// The 90th percentile of it, in minutes.
    public let p90Minutes: Double?
    /// Incidents whose investigation is open.
    public let openIncidents: [String]
  }

  /// How far a rollout plan had come.
  public struct Rollout: Hashable, Sendable {
    /// The plan's name, such as `30-days`.
    public let plan: String
    /// Stages that were complete with every stage before them.
    public let reached: Int
    /// The titles of all stages.
    public let stages: [String]
  }

  /// The file that it was read from.
  public let path: String
  /// The day by which it was judged.
  public let date: CalendarDate
  /// `pass`, `fail` or `incomplete`.
  public let outcome: String
  /// Controls that a source decided, of those that apply.
  public let decided: Int
  /// Controls that apply.
  public let applicable: Int
  /// The servers, riskiest first.
  public let servers: [Server]
  /// The findings, worst first.
  public let findings: [Finding]
  /// The leadership metrics.
  public let metrics: Metrics
  /// The rollouts; none in reports of versions that did not judge them.
  public let rollouts: [Rollout]
}

extension SavedReport {
  /// The gaps of the report, for a gate that closes on new ones alone.
  public var knownGaps: KnownGaps {
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.fingerprint, default: 0] += 1 }
    return KnownGaps(
      origin: "the baseline of \(date)", counts: counts,
      stoppedServers: Set(servers.lazy.filter { !$0.passes }.map(\.id)))
  }
}
