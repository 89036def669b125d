/// What a team decides about the way in which its fleet is judged.
public struct AssessmentPolicy: Sendable {
  /// The numbers that rules compare with.
  public var thresholds = Thresholds()
  /// What each dimension of the score weighs.
  public var weights = RiskWeights.standard
  /// The evidence that tiers demand; statuses depend on it.
  public var demands = Demands()
  /// How much the gate asks for; no status depends on it.
  public var profile = Profile.standard
  /// Which environments are production.
  public var environments = EnvironmentStages()
  /// The rungs that servers have to reach beyond what their tools ask for, in the order of the policy.
  public var verdicts: [WantedVerdict] = []
  /// How much of the controls must be decided, of each server and of the fleet.
  public var coverage: [CoverageRequirement] = []
  /// Whose exceptions count.
  public var exceptions = ExceptionRegime.own

  /// The policy of a team that has decided nothing.
  public init() {}

  /// What the gate asks for: of each scope the larger of the policy's own share and the profile's.
  var requiredCoverage: [CoverageRequirement] {
    CoverageRequirement.Scope.allCases.compactMap { scope in
      let own = coverage.filter { $0.scope == scope }
      let usual = CoverageRequirement(
        profile.coverage, of: scope, origin: "the profile \(profile.rawValue)")
      let largest = (own + [usual]).reduce(usual) { $1.percent > $0.percent ? $1 : $0 }
      return largest.percent > 0 ? largest : nil
    }
  }
}
