/// How much of the controls must be decided before a gate opens.
public struct CoverageRequirement: Hashable, Sendable {
  /// Whose controls are counted.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Those of each server.
    case server
    /// Those of the fleet together.
    case fleet
  }

  /// Whose controls are counted.
  public let scope: Scope
  /// The least share of those that apply, in per cent.
  public let percent: Double
  /// Who asks for it, such as `mcpready.yaml:12:5` or `profile strict`.
  public let origin: String

  /// The requirement of `origin` that `percent` of the controls of `scope` are decided.
  public init(_ percent: Double, of scope: Scope, origin: String) {
    self.percent = percent
    self.scope = scope
    self.origin = origin
  }

  /// Whether `coverage` is enough; where there was nothing to decide, nothing has been covered.
  func isMet(by coverage: Coverage) -> Bool {
    guard coverage.applicable > 0 else { return percent <= 0 }
    return Double(coverage.decided) * 100 >= percent * Double(coverage.applicable)
  }
}
