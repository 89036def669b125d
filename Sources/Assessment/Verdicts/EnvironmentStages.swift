public import Estate

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
  private var stages: [String: EnvironmentStage] = [:]

  /// The usual meaning: a name with a word for production, or that begins with `prod`, is production.
  public init() {}

  /// Takes in that the environment called `name`, in any case, is of `stage`.
  public mutating func set(_ stage: EnvironmentStage, of name: String) {
    stages[name.lowercased()] = stage
  }

  /// Whether the environment called `name` is production.
  ///
  /// A name that only begins with `prod` counts, because a server there has to reach more, not less.
  public func isProduction(_ name: String) -> Bool {
    self.name(name).isProduction || !isKnown(name) && name.lowercased().hasPrefix("prod")
  }

  /// The environment called `text`, of the stage that the team gives it.
  public func name(_ text: String) -> EnvironmentName {
    EnvironmentName(text, isProduction: stages[text.lowercased()].map { $0 == .production })
  }

  private func isKnown(_ name: String) -> Bool { stages[name.lowercased()] != nil }
}
