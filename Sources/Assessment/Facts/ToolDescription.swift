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
    let (few, many) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    let common = few.count { many.contains($0) }
    let union = few.count + many.count - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }

  /// Whether the descriptions have at least the share `nearness` of their words in common.
  func isSimilar(to other: ToolDescription, nearness: Double) -> Bool {
    // What has many more words cannot be near, whatever they are.
    let (few, many) = (min(words.count, other.words.count), max(words.count, other.words.count))
    return Double(few) >= nearness * Double(many) && similarity(to: other) >= nearness
  }

  /// Words of so long a description that more of them say nothing new.
  private static let limit = 400

  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var previousIsSmall = false
    var word = ""
    for scalar in text.unicodeScalars {
      if words.count >= limit { break }
      let isLetter = Self.isLetter(scalar)
      let isCapital = Self.isCapital(scalar)
      if !isLetter || (isCapital && previousIsSmall) {
        insert(word, into: &words)
        word = ""
      }
      if isCapital {
        word += scalar.properties.lowercaseMapping
      } else if isLetter {
        word.unicodeScalars.append(scalar)
      }
      previousIsSmall = isLetter && !isCapital
    }
    insert(word, into: &words)
    return words
  }

  /// Whether `scalar` belongs to a word; the tables of Unicode are asked for little.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isAlphabetic }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return true
    default: return false
    }
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
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
