/// What a verdict asks of a rule, in a form that threads can share without contending for it.
struct RuleTraits: Sendable {
  let dimension: Dimension
  let nature: Rule.Nature
  let gate: GateControl?
  /// Whether it is of checklist sections 1 to 4, which a supervised server has to have in place.
  let isForSupervision: Bool

  /// The traits of `rule`.
  init(of rule: Rule) {
    dimension = rule.dimension
    nature = rule.nature
    gate = rule.gate
    isForSupervision = rule.checklist.contains { item in
      ["1.", "2.", "3.", "4."].contains { item.hasPrefix($0) }
    }
  }
}
