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
    let words = words(of: text)
    return words.isEmpty || isOne(words.joined(separator: " "))
  }

  /// Whether `name`, the words of a text with one blank between them, is one of those words.
  static func isOne(_ name: String) -> Bool { words.contains(name) }

  /// The runs of letters and digits of `text` in lower case; the tables of Unicode are asked only where they must.
  static func words(of text: String) -> [String] {
    let text = text.lowercased()
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
    return text.utf8.split { !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
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
