/// What a tool works on, by its name: the last word that is neither a verb nor a part of the thing.
///
/// `list_inbox` and `email_search` work on an inbox and on mails, `list_email_templates` works on templates.
struct ToolObject {
  /// The word; empty where the name has none.
  let word: String

  /// Reads the words `tokens` of a name.
  init(_ tokens: [String]) {
    var words = tokens
    if let end = words.dropFirst().firstIndex(where: Self.prepositions.contains) {
      words.removeSubrange(end...)
    }
    while words.count > 1, let last = words.last,
      Self.verbs.contains(last) || Self.parts.contains(last)
    {
      words.removeLast()
    }
    let isPull = words.count > 1 && words[words.count - 2] == "pull"
    word = isPull ? "pull_request" : words.last ?? ""
  }

  private static let prepositions: Set<String> = [
    "by", "for", "from", "in", "with", "to", "on", "of", "as", "via",
  ]

  /// Verbs that stand behind what they are done to.
  private static let verbs: Set<String> = [
    "search", "read", "get", "list", "fetch", "find", "query", "write", "create", "update",
  ]

  /// What is read of a thing where the thing itself is read.
  private static let parts: Set<String> = [
    "content", "contents", "body", "text", "thread", "threads", "details", "all",
  ]
}
