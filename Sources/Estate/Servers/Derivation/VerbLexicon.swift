/// What the verbs of tool names say about the tools.
enum VerbLexicon {
  /// How far a verb can be trusted.
  enum Strength: Int, Comparable {
    /// Often a noun (`post`, `order`), or a verb that may or may not change something (`generate`).
    case loose
    /// A verb wherever it stands.
    case firm
    /// A verb that a tool which changes nothing would not bear.
    case certain

    static func < (left: Strength, right: Strength) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// A verb's meaning.
  struct Meaning {
    /// What a tool named by the verb does.
    let toolClass: ToolClass
    /// How far the verb can be trusted.
    let strength: Strength
  }

  /// What `word`, in lower case and without inflection, means as a verb; `nil` for any other word.
  static func meaning(of word: String) -> Meaning? {
    meanings[word]
  }

  /// What `word` means as a verb, in the third person as well, in which descriptions begin (`Deletes`).
  static func meaning(ofInflected word: String) -> Meaning? {
    if let plain = meanings[word] { return plain }
    guard word.hasSuffix("s") else { return nil }
    if let plain = meanings[String(word.dropLast())] { return plain }
    if word.hasSuffix("ies") { return meanings[word.dropLast(3) + "y"] }
    return word.hasSuffix("es") ? meanings[String(word.dropLast(2))] : nil
  }

  /// Reading verbs that are as often the noun of what is worked on: `list_create`, `query_delete`.
  static let readingNouns: Set<String> = ["list", "search", "query", "check", "filter", "view"]

  /// Writing verbs that at the end of a name are nouns: `check_for_update`, `get_last_commit`.
  static let writingNouns: Set<String> = [
    "update", "set", "import", "copy", "move", "tag", "merge", "deploy", "commit", "push", "change",
    "upload", "install", "fork", "reset", "restart", "start", "stop", "close", "edit", "transfer",
  ]

  /// Writing verbs that before a reading word are the noun it reads: `transfer_status`, `commit_search`.
  static let eventNouns: Set<String> = [
    "transfer", "charge", "refund", "merge", "deploy", "import", "sync", "commit", "push", "fork",
    "invite", "reply", "draft", "patch", "purchase", "install",
  ]

  /// Firm verbs that before an object name a deed.
  ///
  /// No tool that only reads is called `cancel_order`, whatever it is annotated. `execute_query`, `add_numbers` and `apply_filter` may well read.
  static let deeds: Set<String> = Set(
    """
    charge ban unban reboot restart shutdown rollback rollout reset cancel approve reject submit assign
    reassign register unregister subscribe unsubscribe enable disable activate deactivate transfer invite
    move put set patch replace restore rotate mark unmark start stop pause resume close reopen notify
    broadcast tweet buy sell kill eject impersonate mint expire finalize finalise overwrite promote provision
    allocate migrate attach detach unlock dismiss install uninstall reserve import sync admit discharge
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Movements of money, which are final however they are brought about.
  static let moneyMovements: Set<String> = [
    "refund", "refunds", "payment", "payments", "payout", "payouts", "transfer", "charge",
  ]

  private static let meanings: [String: Meaning] = {
    var result: [String: Meaning] = [:]
    for (toolClass, strength, words) in entries {
      for word in words.split(whereSeparator: \.isWhitespace) {
        result[String(word)] = Meaning(toolClass: toolClass, strength: strength)
      }
    }
    return result
  }()

  private static let entries: [(ToolClass, Strength, String)] = [
    (
      .readOnly, .firm,
      """
      get list search read query describe fetch find show view lookup retrieve count check inspect
      browse explain summarize summarise analyze analyse compare diff validate preview suggest
      recommend calculate compute estimate parse extract detect classify identify ping help echo
      peek observe tail grep glob download export discover measure lint decode encode filter match
      scrape crawl autocomplete enumerate return display think whoami
      """
    ),
    (
      .readOnly, .loose,
      """
      verify resolve convert translate scan status info details detail stats statistics health
      history exists is has can screenshot render evaluate predict trace audit enrich sort ask
      version versions metadata schema summary explorer provide load navigate watch monitor select
      notes metrics usage balance types logs tree profile
      """
    ),
    (
      .reversibleWrite, .certain,
      "create update write insert upsert modify edit rename upload unassign unarchive"
    ),
    (
      .reversibleWrite, .firm,
      """
      add set put patch save append assign move copy clone enable disable start stop restart pause
      resume restore reopen mark unmark register unregister subscribe unsubscribe attach detach
      unlink configure toggle import sync apply commit push increment decrement replace reorder
      unlock unpin star unstar follow unfollow invite disconnect reserve reply react install
      uninstall click draft dismiss change manage activate deactivate unresolve migrate reassign
      close adjust organize organise initialize setup provision allocate fork admit discharge
      """
    ),
    (
      .reversibleWrite, .loose,
      """
      generate build label tag comment link pin open request record log schedule press hover process
      handle book store connect join leave fill type drag lock archive complete swap
      """
    ),
    (
      .irreversibleWrite, .certain,
      """
      delete remove drop destroy purge erase wipe truncate terminate send pay refund publish deploy
      grant revoke unpublish transact withdraw purchase
      """
    ),
    (
      .irreversibleWrite, .firm,
      """
      execute exec eval kill notify broadcast tweet buy sell reject approve cancel reset rotate
      flush clear invoke dispatch mint ban unban expire rollback rollout finalize finalise submit
      merge transfer charge overwrite promote impersonate eject reboot shutdown
      """
    ),
    (
      .irreversibleWrite, .loose,
      "run post email mail message call order trade release trigger launch payout place"
    ),
  ]
}
