/// What was cut out of a text and what was put in its place.
struct TextDifference {
  /// The difference in words; what is long is cut.
  let summary: String

  /// How much of either side is shown, in characters.
  private static let limit = 160

  /// Compares two texts, of which either may be absent.
  init(from old: String?, to new: String?) {
    switch (old, new) {
    case (nil, nil): summary = "it is no text"
    case (nil, let new?): summary = "there was none, and it says '\(Self.cut(new))' now"
    case (let old?, nil): summary = "it said '\(Self.cut(old))', and is gone"
    case (let old?, let new?): summary = Self.summary(Array(old), Array(new))
    }
  }

  private static func summary(_ old: [Character], _ new: [Character]) -> String {
    var start = 0
    while start < min(old.count, new.count), Self.areSame(old[start], new[start]) { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      Self.areSame(old[old.count - 1 - end], new[new.count - 1 - end])
    {
      end += 1
    }
    // Whole words, so that the difference can be read.
    while !partsWords(old, at: start) || !partsWords(new, at: start) { start -= 1 }
    while !partsWords(old, at: old.count - end) || !partsWords(new, at: new.count - end) {
      end -= 1
    }
    let removed = cut(String(old[start..<max(start, old.count - end)]))
    let added = cut(String(new[start..<max(start, new.count - end)]))
    if removed.isEmpty { return "'\(added)' came in" }
    return added.isEmpty ? "'\(removed)' was cut out" : "'\(removed)' became '\(added)'"
  }

  /// Whether no word is cut in two before the character at `index`; so it is at either end.
  private static func partsWords(_ text: [Character], at index: Int) -> Bool {
    index == 0 || index == text.count || text[index - 1].isWhitespace || text[index].isWhitespace
  }

  /// Whether two characters have the same bytes; equality alone lets other encodings of one glyph pass.
  private static func areSame(_ left: Character, _ right: Character) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private static func cut(_ text: String) -> String {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    return trimmed.count <= limit ? trimmed : trimmed.prefix(limit - 1) + "…"
  }
}
