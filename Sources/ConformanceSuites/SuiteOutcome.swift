/// What became of the cases of a public suite.
public struct SuiteOutcome: Sendable {
  /// The ids of the cases that went as the suite demands.
  public var passed: [String] = []

  /// The cases that did not, and how they went instead.
  public var failed: [(id: String, reason: String)] = []

  /// The cases that were not run, or that the suite leaves open.
  public var skipped: [(id: String, reason: String)] = []

  /// An outcome without cases.
  public init() {}
}
