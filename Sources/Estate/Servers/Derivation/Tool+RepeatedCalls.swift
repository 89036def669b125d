extension Tool {
  /// Whether the name says that a call brings something into a state or a membership, in which a second call
  /// leaves it: `activate_application`, `add_user_to_group`, `update_page_settings`.
  public var setsAState: Bool {
    let words = NameTokens.split(name)
    guard let verb = ToolNameReading(words)?.verb else { return false }
    if Self.stateVerbs.contains(verb) { return true }
    let end = words.last ?? ""
    switch verb {
    case "add", "remove": return words.contains("to") || words.contains("from")
    case "update", "set": return Self.settings.contains(end)
    default: return false
    }
  }

  private static let stateVerbs: Set<String> = [
    "activate", "deactivate", "enable", "disable", "suspend", "unsuspend", "lock", "unlock",
    "archive", "unarchive", "assign", "unassign", "pin", "unpin", "star", "unstar", "follow",
    "unfollow", "mark", "unmark", "subscribe", "unsubscribe", "attach", "detach", "mute", "unmute",
  ]

  private static let settings: Set<String> = ["settings", "configuration", "preferences"]
}
