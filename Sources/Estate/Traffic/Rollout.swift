public import SourceText

/// A new version of a server, as it came into use beside or after another: what a canary is judged by.
///
/// The watch is the first `watchMinutes` after the new version's first record (seed 2). The baseline is what
/// the server did in the 24 hours before, when the new version did not run yet.
public struct Rollout: Hashable, Sendable {
  /// For how long a new version is watched, in minutes.
  public static let watchMinutes = 30

  /// One side of the comparison.
  public struct Conduct: Hashable, Sendable {
    /// Calls that failed, of those that were let through and whose end is known.
    public var failures = Count()
    /// Capability negotiations that failed.
    public var failedNegotiations = Count()
    /// The 95th percentile of latency in milliseconds, rounded up as in `BudgetReading`; `nil` without
    /// calls.
    public var p95Latency: Double?

    /// No calls.
    public init() {}
  }

  /// The version that was in use before, by the name that the log gives it.
  public var from: String
  /// The new version.
  public var to: String
  /// The new version's first record.
  public var start: Timestamp
  /// The new version's last record.
  public var lastUse: Timestamp
  /// Whether another version was used after the new one's last record: it was taken back.
  public var wasRolledBack: Bool
  /// How many minutes of the watch the log covers.
  public var watchedMinutes: Int
  /// The share of the server's calls that the new version took during the watch.
  public var share: Double?
  /// The server in the 24 hours before; negotiations over all of the log before.
  public var before: Conduct
  /// The new version during the watch.
  public var after: Conduct
  /// The new version's first record.
  public var sample: SourceSpan?

  /// A roll-out that is judged by `before` and `after`.
  public init(
    from: String, to: String, start: Timestamp, lastUse: Timestamp, wasRolledBack: Bool,
    watchedMinutes: Int, share: Double?, before: Conduct, after: Conduct, sample: SourceSpan?
  ) {
    self.from = from
    self.to = to
    self.start = start
    self.lastUse = lastUse
    self.wasRolledBack = wasRolledBack
    self.watchedMinutes = watchedMinutes
    self.share = share
    self.before = before
    self.after = after
    self.sample = sample
  }

  /// Whether there are enough calls on both sides to judge.
  public var isJudged: Bool {
    min(before.failures.total, after.failures.total) >= BudgetReading.minimumCalls
  }

  /// Whether the new version did worse during the watch than the old one did before, by more than chance
  /// explains: a roll-out that has to be rolled back.
  public var isWorse: Bool {
    Self.exceeds(after.failures, before.failures)
      || Self.exceeds(after.failedNegotiations, before.failedNegotiations)
  }

  /// Whether the share `after` lies above `before`, by more than would happen by chance in one comparison
  /// of a hundred (two proportions, pooled).
  private static func exceeds(_ after: Count, _ before: Count) -> Bool {
    guard min(after.total, before.total) >= BudgetReading.minimumCalls, after.share > before.share
    else { return false }
    let pooled =
      Double(after.matching + before.matching) / Double(after.total + before.total)
    let variance = pooled * (1 - pooled) * (1 / Double(after.total) + 1 / Double(before.total))
    return after.share - before.share > 2.33 * variance.squareRoot()
  }
}
