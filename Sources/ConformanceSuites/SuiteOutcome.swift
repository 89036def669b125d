/// What a run over a public conformance suite gave, by case.
public struct SuiteOutcome: Sendable {
  /// The cases that behaved as the suite demands.
  public var passed: [String] = []

  /// The cases that did not, with what was wrong.
  public var failed: [(id: String, reason: String)] = []

  /// The cases that say nothing about this implementation, with why.
  public var skipped: [(id: String, reason: String)] = []

  /// An outcome without cases.
  public init() {}
}
