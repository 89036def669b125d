public import Estate
import SourceText

/// `mcpready.yaml`: what a team changes about the way it is judged.
///
/// Every value keeps its place, so that a report can show by whose word a threshold is not the usual one.
public struct PolicyFile: Hashable, Sendable {
  /// Paths that are not looked at.
  public var excludes: [Evidence<PathGlob>] = []
  /// What files are, where their content alone would leave it open; the first pattern that matches decides.
  public var kinds: [KindAssignment] = []
  /// The thresholds that the file changes.
  public var thresholds = ThresholdChanges()
  /// Names in logs that mean a field of audit records, in the file's order.
  public var logFields: [LogFieldNames] = []
  /// The weights of the score's dimensions, if the file changes them; they sum to 1.
  public var weights: WeightChanges?
  /// Rules that the file changes or switches off, in its order.
  public var rules: [RuleChange] = []

  /// A policy that changes nothing.
  public init() {}

  /// Whether `path` is not to be looked at.
  public func excludes(_ path: String) -> Bool {
    excludes.contains { $0.value.matches(path) }
  }

  /// What the file at `path` is, if the policy says so.
  public func kind(of path: String) -> Evidence<FileKind>? {
    kinds.first { $0.glob.value.matches(path) }?.kind
  }
}

/// A kind that the policy gives to all files whose paths match.
public struct KindAssignment: Hashable, Sendable {
  /// The paths.
  public let glob: Evidence<PathGlob>
  /// What the files are.
  public let kind: Evidence<FileKind>
}

/// The names that a policy gives to one field of audit records.
public struct LogFieldNames: Hashable, Sendable {
  /// The field's canonical name, such as `server_id`, at its place in the policy.
  public let field: Evidence<String>
  /// The names in the logs, best first; a dot leads into a nested object.
  public let names: [Evidence<String>]
}

/// Thresholds that a policy changes; those it leaves are `nil`.
public struct ThresholdChanges: Hashable, Sendable {
  /// The score at which expansion is frozen, 0 to 100.
  public var score: Evidence<Double>?
  /// The least share of calls that succeed.
  public var successRate: Evidence<Double>?
  /// The largest 95th percentile of latency, in milliseconds.
  public var p95LatencyMilliseconds: Evidence<Int>?
  /// The largest share of calls that policy blocks.
  public var blockRate: Evidence<Double>?
  /// The largest share of calls that a fallback serves.
  public var fallbackRate: Evidence<Double>?
  /// The longest life of an access token, in seconds.
  public var tokenLifetimeSeconds: Evidence<Int>?
  /// The most tools of one server that one agent should see.
  public var maxToolsPerAgent: Evidence<Int>?
  /// The age at which a drill no longer counts, in days.
  public var drillAgeDays: Evidence<Int>?
}

/// The weights of the four dimensions of the score.
public struct WeightChanges: Hashable, Sendable {
  /// Authentication and scope.
  public let a: Evidence<Double>
  /// Reliability.
  public let r: Evidence<Double>
  /// Ownership.
  public let o: Evidence<Double>
  /// Blast radius.
  public let b: Evidence<Double>
}

/// What a policy changes about one rule.
public struct RuleChange: Hashable, Sendable {
  /// The rule's id, at its place in the policy.
  public let rule: Evidence<String>
  /// Another severity: `critical`, `high`, `medium` or `low`.
  public var severity: Evidence<String>?
  /// Whether the rule is judged at all.
  public var isEnabled: Evidence<Bool>?
  /// Why; always present where the rule is switched off.
  public var reason: Evidence<String>?

  /// Nothing changed about `rule` yet.
  public init(rule: Evidence<String>) {
    self.rule = rule
  }
}
