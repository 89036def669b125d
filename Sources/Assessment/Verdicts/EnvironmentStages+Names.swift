extension EnvironmentStages {
  /// Whether `name` and `other` mean the same environment: they are spelled alike, or each is what a team
  /// calls the one environment of a stage, such as `prod` and `production`.
  func areSame(_ name: String, _ other: String) -> Bool {
    name == other || meaning(of: name) == meaning(of: other)
  }

  /// The stage, where `name` is the word for it or the only name that the policy has for it; else the name.
  private func meaning(of name: String) -> String {
    let name = name.lowercased()
    guard let stage = stages[name] else { return Self.names[name]?.rawValue ?? name }
    let others = stages.filter { $0.value == stage && Self.names[$0.key] == nil }
    return Self.names[name] == stage || others.count == 1 ? stage.rawValue : name
  }

  private static let names: [String: EnvironmentStage] = [
    "production": .production, "prod": .production, "prd": .production, "staging": .staging,
    "stage": .staging, "stg": .staging, "development": .development, "dev": .development,
  ]

  /// Whether the environment called `name` is known to be something else than production.
  ///
  /// The policy says so, or a word of the name does; one that is called after a region may be either.
  func isOutsideProduction(_ name: String) -> Bool {
    if let stage = stages[name.lowercased()] { return stage != .production }
    return !isProduction(name) && Self.words(in: name).contains(where: Self.trials.contains)
  }

  /// Whether `reference`, such as the path of a secret, has a word that puts it on the other side of
  /// production's border than the environment called `name`.
  func contradict(_ name: String, by reference: String) -> Bool {
    let words = Self.words(in: reference)
    let isLive = words.contains(where: Self.production.contains)
    let isTrial = words.contains(where: Self.trials.contains)
    guard isLive != isTrial else { return false }
    return isLive ? isOutsideProduction(name) : isProduction(name)
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static let production: Set<String> = ["prod", "production", "prd", "live"]
  private static let trials: Set<String> = [
    "dev", "development", "test", "testing", "qa", "uat", "stage", "staging", "sandbox", "sbx",
    "preprod", "preview", "integration", "nonprod", "demo",
  ]
}
