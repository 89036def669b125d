/// Who speaks, about what, and what is to be kept quiet.
extension WordClass {
  // MARK: Setting aside

  /// ignore, disregard, forget, bypass.
  static let ignore = WordClass(bit: 0)
  /// previous, above, your, system, safety.
  static let prior = WordClass(bit: 1)
  /// instructions, directives, guidelines, guardrails.
  static let guidance = WordClass(bit: 2)
  /// rules, policy, checks, which only count when they are said to be the agent's.
  static let weakGuidance = WordClass(bit: 3)

  // MARK: Orders

  /// must, should, need to, make sure.
  static let modal = WordClass(bit: 4)
  /// assistant, agent, model.
  static let agent = WordClass(bit: 5)
  /// you, your.
  static let you = WordClass(bit: 6)
  /// user, human, customer.
  static let user = WordClass(bit: 7)
  /// not, never, without.
  static let negator = WordClass(bit: 8)
  /// forget, fail, skip: turns a negation round.
  static let fail = WordClass(bit: 9)
  /// when, whenever, if, before, after.
  static let trigger = WordClass(bit: 10)
  /// before, prior to, first.
  static let before = WordClass(bit: 11)
  /// always, every, any, all, each.
  static let universal = WordClass(bit: 12)
  /// also, additionally, as part of.
  static let also = WordClass(bit: 13)
  /// conversation history, system prompt, chain of thought: what no other program has a use for.
  static let innermost = WordClass(bit: 14)

  // MARK: Concealment

  /// tell, mention, inform, show.
  static let tell = WordClass(bit: 15)
  /// silently, secretly, in the background.
  static let covert = WordClass(bit: 16)
  /// hide, conceal, omit.
  static let hide = WordClass(bit: 17)
  /// know, notice, aware.
  static let know = WordClass(bit: 18)
  /// knowledge, consent, asking.
  static let consent = WordClass(bit: 19)
  /// this, it, step, action, their.
  static let reference = WordClass(bit: 20)
  /// summary, log, interface, conversation.
  static let shownPlace = WordClass(bit: 21)
}
