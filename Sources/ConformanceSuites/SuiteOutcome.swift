/// How the cases of one public conformance suite went.
public struct SuiteOutcome: Sendable {
  /// The cases that went as the suite says.
  public var passed: [String]
  /// The cases that did not, with what went wrong.
  public var failed: [(id: String, reason: String)]
  /// The cases that were not run, with why not.
  public var skipped: [(id: String, reason: String)]

  /// An outcome without cases.
  public init() {
    passed = []
    failed = []
    skipped = []
  }
}
