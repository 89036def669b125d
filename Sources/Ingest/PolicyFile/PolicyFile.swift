public import Estate
import SourceText

/// `mcpready.yaml`: what a team changes about the way it is judged.
///
/// Every value keeps its place, so that a report can show by whose word a threshold is not the usual one.
public struct PolicyFile: Hashable, Sendable {
  /// How much the gate asks for: `bootstrap`, `standard` or `strict`.
  public var profile: Evidence<String>?
  /// Paths that are not looked at.
  public var excludes: [Evidence<PathGlob>] = []
  /// What files are, where their content alone would leave it open; the first pattern that matches decides.
  public var kinds: [KindAssignment] = []
  /// The thresholds that the file changes.
  public var thresholds = ThresholdChanges()
  /// The weights of the score's dimensions, if the file changes them; they sum to 1.
  public var weights: WeightChanges?
  /// The evidence that tiers demand, where it is not the usual one.
  public var demands: [DemandChange] = []
  /// What names of environments mean.
  public var environments: [EnvironmentMeaning] = []
  /// How logs are read.
  public var log = LogChanges()
  /// Rules that the file changes or switches off, in its order.
  public var rules: [RuleChange] = []
  /// How much of the controls must be decided.
  public var coverage = CoverageChanges()
  /// The rungs that servers have to reach, in the order of the file.
  public var verdicts: [VerdictWish] = []
  /// Exceptions from rules.
  public var exceptions: [ExceptionRecord] = []

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
