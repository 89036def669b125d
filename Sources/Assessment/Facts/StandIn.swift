import Estate

/// Whether a text that ought to say something says that there is nothing (yet).
enum StandIn {
  private static let words: Set<String> = [
    "none", "no", "not yet", "not set", "n a", "na", "nil", "null", "off", "false", "never",
    "nothing", "disabled", "tbd", "tba", "todo", "fixme", "xxx", "unknown", "undefined", "missing",
    "later",
    "planned", "nobody", "no one", "noone", "unassigned", "vacant", "unstaffed",
    "to be decided", "to be defined", "to be determined", "placeholder", "unlimited", "unbounded",
  ]

  /// Whether `text` is one of those words, or holds neither letter nor digit.
  static func matches(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.isEmpty || Self.words.contains(words.joined(separator: " "))
  }
}

extension Stated<String> {
  /// Whether something is stated that is no word for nothing yet.
  var isSaid: Bool { value.map { !StandIn.matches($0) } ?? false }
}

extension Stated<[String]> {
  /// Whether an element is stated that is no word for nothing yet.
  var isSaid: Bool { value.map { !$0.allSatisfy(StandIn.matches) } ?? false }
}
