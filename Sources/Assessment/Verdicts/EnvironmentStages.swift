/// How near to production an environment is.
public enum EnvironmentStage: String, Hashable, Sendable, CaseIterable {
  /// Real users and real data.
  case production
  /// Like production, without its users.
  case staging
  /// Where things are built and tried.
  case development
}

/// What a team's names of environments mean.
public struct EnvironmentStages: Hashable, Sendable {
  /// What the policy says, by the environment's name in lower case.
  private(set) var stages: [String: EnvironmentStage] = [:]

  /// The usual meaning: a name that begins with `prod` is production, and no other.
  public init() {}

  /// Takes in that the environment called `name`, in any case, is of `stage`.
  public mutating func set(_ stage: EnvironmentStage, of name: String) {
    stages[name.lowercased()] = stage
  }

  /// Whether the environment called `name` is production.
  public func isProduction(_ name: String) -> Bool {
    let name = name.lowercased()
    return stages[name].map { $0 == .production } ?? name.hasPrefix("prod")
  }
}
