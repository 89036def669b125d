/// What became of each case of a conformance suite.
public struct SuiteOutcome: Sendable {
  /// The ids of the cases that came out as the suite expects.
  public var passed: [String] = []

  /// The cases that came out otherwise, and how.
  public var failed: [(id: String, reason: String)] = []

  /// The cases that were not run, and why.
  public var skipped: [(id: String, reason: String)] = []

  /// An outcome without any case.
  public init() {}
}
