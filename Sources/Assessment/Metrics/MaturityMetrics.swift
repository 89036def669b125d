/// A share with the list behind it.
public struct Share: Hashable, Sendable {
  /// How many.
  public let numerator: Int
  /// Of how many.
  public let denominator: Int
  /// The names of those that are missing from the numerator, sorted; for counts of calls, the servers they went to.
  public let exceptions: [String]

  /// `numerator` of `denominator`.
  public init(numerator: Int, denominator: Int, exceptions: [String]) {
    self.numerator = numerator
    self.denominator = denominator
    self.exceptions = exceptions
  }

  /// The share, `nil` where there is nothing to divide by.
  public var value: Double? {
    denominator == 0 ? nil : Double(numerator) / Double(denominator)
  }
}

/// The four metrics by which leadership sees the control plane mature (seed 1).
public struct MaturityMetrics: Hashable, Sendable {
  /// How long model-initiated incidents took to investigate.
  public struct InvestigationTime: Hashable, Sendable {
    /// Incidents whose investigation ended.
    public let investigated: Int
    /// Incidents whose investigation is open.
    public let open: [String]
    /// The median in minutes; `nil` without incidents.
    public let medianMinutes: Double?
    /// The 90th percentile in minutes (nearest rank); `nil` without incidents.
    public let p90Minutes: Double?

    /// Times of `investigated` incidents.
    public init(investigated: Int, open: [String], medianMinutes: Double?, p90Minutes: Double?) {
      self.investigated = investigated
      self.open = open
      self.medianMinutes = medianMinutes
      self.p90Minutes = p90Minutes
    }
  }

  /// Servers with a named owner and a declared tier, of all servers.
  public let ownedAndTiered: Share
  /// Calls in the log that name the decision of an explicit policy, of all calls.
  public let policyEvaluatedCalls: Share
  /// Time to investigate a model-initiated incident.
  public let investigation: InvestigationTime
  /// High-risk servers with a valid exception in force, of all high-risk (tier 2) servers.
  public let highRiskExceptions: Share

  /// The four metrics.
  public init(
    ownedAndTiered: Share, policyEvaluatedCalls: Share, investigation: InvestigationTime,
    highRiskExceptions: Share
  ) {
    self.ownedAndTiered = ownedAndTiered
    self.policyEvaluatedCalls = policyEvaluatedCalls
    self.investigation = investigation
    self.highRiskExceptions = highRiskExceptions
  }
}
