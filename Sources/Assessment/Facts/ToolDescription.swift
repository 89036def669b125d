import Estate

/// The words by which a tool is told from others.
struct ToolDescription {
  /// The words of the description in lower case, without those that every description has.
  let words: Set<String>
  private let name: Set<String>

  /// The words about `tool`.
  init(of tool: Tool) {
    words = Self.words(of: tool.description.value ?? "")
    name = Self.words(of: tool.name)
  }

  /// Whether the description says more than the name does.
  var isSpecific: Bool {
    !words.subtracting(name).isEmpty
  }

  /// What share of the words of both the two descriptions have in common.
  func similarity(to other: ToolDescription) -> Double {
    let union = words.union(other.words).count
    return union == 0 ? 0 : Double(words.intersection(other.words).count) / Double(union)
  }

  /// Words of so long a description that more of them say nothing new.
  private static let limit = 400

  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var previousIsSmall = false
    var word = ""
    for scalar in text.unicodeScalars {
      if words.count >= limit { break }
      let isLetter = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      let isCapital = scalar.properties.isUppercase
      if !isLetter || (isCapital && previousIsSmall) {
        insert(word, into: &words)
        word = ""
      }
      if isLetter { word += scalar.properties.lowercaseMapping }
      previousIsSmall = isLetter && !isCapital
    }
    insert(word, into: &words)
    return words
  }

  private static func insert(_ word: String, into words: inout Set<String>) {
    if word.isEmpty || common.contains(word) { return }
    // "Lists entries" says no more than `list_entry`.
    words.insert(word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word)
  }

  private static let common: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "with", "from", "by", "this",
    "that", "it", "is", "are", "be", "tool", "function", "use", "used",
  ]
}
