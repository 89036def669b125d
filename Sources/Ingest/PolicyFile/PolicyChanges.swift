public import Estate
import SourceText

/// A kind that the policy gives to all files whose paths match.
public struct KindAssignment: Hashable, Sendable {
  /// The paths.
  public let glob: Evidence<PathGlob>
  /// What the files are.
  public let kind: Evidence<FileKind>
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
  /// The largest share of log records that may lack a required field.
  public var missingFieldShare: Evidence<Double>?
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

/// The grade of evidence that one tier demands of one nature of rules.
public struct DemandChange: Hashable, Sendable {
  /// The tier.
  public let tier: Tier
  /// `process` or `enforceable`.
  public let nature: String
  /// The grade.
  public let grade: Evidence<Grade>
}

/// What a name of an environment means.
public struct EnvironmentMeaning: Hashable, Sendable {
  /// The name.
  public let name: Evidence<String>
  /// `production`, `staging` or `development`.
  public let stage: Evidence<String>
}

/// What a policy changes about the way logs are read.
public struct LogChanges: Hashable, Sendable {
  /// The names that a team gives to one field of its records.
  public struct FieldNames: Hashable, Sendable {
    /// The canonical name of the field.
    public let field: Evidence<String>
    /// The team's own names, best first; a dot leads into a nested object.
    public let names: [Evidence<String>]
  }

  /// The team's own names of fields.
  public var fields: [FieldNames] = []
  /// The share of lines that are no records above which a log counts as unreadable.
  public var malformedLimit: Evidence<Double>?
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

/// How much of the controls must be decided, in per cent.
public struct CoverageChanges: Hashable, Sendable {
  /// Of those of each server.
  public var server: Evidence<Double>?
  /// Of those of the fleet together.
  public var fleet: Evidence<Double>?
}

/// A rung that servers have to reach.
public struct VerdictWish: Hashable, Sendable {
  /// The servers that are meant.
  public enum Scope: Hashable, Sendable {
    /// Those whose identities match.
    case servers(Evidence<PathGlob>)
    /// Those that run in the environment.
    case environment(Evidence<String>)
  }

  /// The servers.
  public let scope: Scope
  /// `blocked`, `sandbox`, `read-only`, `supervised` or `production`.
  public let verdict: Evidence<String>
}
