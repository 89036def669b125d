/// The patterns of every cue that words alone give.
enum Grammar {
  /// All patterns; `SentenceReader` adds what takes more than one pattern to see.
  static let patterns = PatternSet(
    overriding + orders + tools + otherTools + acts + data + confessions + concealment + business
      + harm + rules + wordOrders)

  /// What an agent can be told to do.
  static let verbs: WordClass = [
    .acquire, .transfer, .outward, .use, .rewrite, .redirect, .damage, .ignore, .tell, .prefer,
    .theft, .hide, .pretend, .obey, .act, .plant,
    .assent, .treat, .swap, .tamper, .skewing, .bias, .assurance, .sideEffect,
  ]

  /// Verbs that move data.
  static let movement: WordClass = [.acquire, .carry, .outward, .theft]

  static let anyGuidance: WordClass = [.guidance, .weakGuidance]
}
