/// What the name of a tool says about the tool.
struct ToolNameReading {
  /// The verb that decides.
  let verb: String
  /// What a tool so named does.
  let toolClass: ToolClass
  /// How far the verb can be trusted.
  let strength: VerbLexicon.Strength

  /// Whether the verb names a deed that is done to something: the name goes on behind it.
  let isDeed: Bool

  /// Verbs of what is not done yet.
  private static let preparing: Set<String> = ["draft", "prepare", "propose"]

  private typealias Verb = (index: Int, word: String, meaning: VerbLexicon.Meaning)

  /// Reads the words `tokens` of a name; `nil` where none of them is a verb.
  ///
  /// The first verb leads (`list_deleted_items` reads), behind a prefix that is not a verb
  /// (`slack_post_message`), and the last word where the name begins with a noun (`issue_write`,
  /// `list_create`). What makes a movement of money cannot be undone (`create_refund`), unless it only
  /// prepares one (`draft_refund`). Of verbs joined by `and` or `or` the most dangerous counts
  /// (`get_or_create`).
  init?(_ tokens: [String]) {
    let verbs: [Verb] = tokens.enumerated().compactMap { index, word in
      VerbLexicon.meaning(of: word).map { (index, word, $0) }
    }
    guard var leading = Self.leadingVerb(of: tokens, among: verbs) else { return nil }
    for verb in verbs where verb.index > leading.index && verb.index > 0 {
      let isJoined = ["and", "or", "then"].contains(tokens[verb.index - 1])
      if isJoined, verb.meaning.toolClass > leading.meaning.toolClass { leading = verb }
    }
    verb = leading.word
    strength = leading.meaning.strength
    isDeed = VerbLexicon.deeds.contains(leading.word) && leading.index < tokens.count - 1
    let movesMoney =
      leading.meaning.toolClass.changesState && !Self.preparing.contains(leading.word)
      && VerbLexicon.moneyMovements.contains(tokens.last ?? "")
    toolClass = movesMoney ? .irreversibleWrite : leading.meaning.toolClass
  }

  private static func leadingVerb(of tokens: [String], among verbs: [Verb]) -> Verb? {
    let last = verbs.last.flatMap { $0.index == tokens.count - 1 ? $0 : nil }
    guard let firm = verbs.first(where: { $0.meaning.strength > .loose }) else {
      return looseVerb(of: tokens, among: verbs, last: last)
    }
    if let last, last.meaning.toolClass == .readOnly, VerbLexicon.eventNouns.contains(firm.word) {
      return last
    }
    if let loose = verbs.first, loose.index < firm.index, firm.meaning.toolClass == .readOnly {
      // `post_list` and `API-post-search` read; `post_query_results` posts.
      return firm.index == tokens.count - 1 || loose.meaning.toolClass == .readOnly ? firm : loose
    }
    if let last, last.meaning.strength > .loose, last.meaning.toolClass.changesState,
      VerbLexicon.readingNouns.contains(firm.word), !VerbLexicon.writingNouns.contains(last.word)
    {
      return last
    }
    return firm
  }

  /// The verb of a name that has only loose ones; a loose verb that ends a name is a noun
  /// (`workflow_run`), and one that ends it and reads makes nouns of those before it (`order_status`).
  private static func looseVerb(
    of tokens: [String], among verbs: [Verb], last: Verb?
  ) -> Verb? {
    if tokens.count == 1 { return verbs.first }
    if let last, last.meaning.toolClass == .readOnly { return last }
    return verbs.first { $0.index < tokens.count - 1 }
  }
}
