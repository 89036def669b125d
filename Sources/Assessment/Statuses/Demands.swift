public import Estate

/// The grade of evidence that each tier demands, of process and of what a machine can enforce (SPEC section 1).
///
/// Demands decide statuses: what is claimed by weaker evidence is unproven. A profile does not touch them.
public struct Demands: Hashable, Sendable {
  /// What a demand is for.
  private struct Kind: Hashable {
    let tier: Tier
    let nature: Rule.Nature
  }

  private var changes: [Kind: Grade] = [:]

  /// The demands of SPEC section 1.
  public init() {}

  /// What is demanded of servers of `tier` by rules of `nature`.
  public subscript(tier: Tier, nature: Rule.Nature) -> Grade {
    get { changes[Kind(tier: tier, nature: nature)] ?? Self.standard(tier, nature) }
    set { changes[Kind(tier: tier, nature: nature)] = newValue }
  }

  private static func standard(_ tier: Tier, _ nature: Rule.Nature) -> Grade {
    switch (tier, nature) {
    case (.zero, _), (.one, .process): .declared
    case (.two, .process): .documented
    case (.one, .enforceable), (.two, .enforceable): .configured
    }
  }

  /// What is demanded of `rule` for `tier`, which is never more than the rule can ask for.
  func grade(of rule: CompiledRule, for tier: Tier) -> Grade {
    min(self[tier, rule.rule.nature], rule.strongestGrade)
  }
}
