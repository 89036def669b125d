import Estate

/// The words by which a tool is told from others.
struct ToolDescription {
  /// The words of the description in lower case, without those that every description has.
  let words: Set<String>
  private let name: String
  private let text: String

  /// The words about `tool`.
  init(of tool: borrowing Tool) {
    text = tool.description.value ?? ""
    words = Self.words(of: text)
    name = tool.name
  }

  /// Whether the description says more than the name does.
  var isSpecific: Bool {
    !StandIn.matches(text) && !words.isSubset(of: Self.words(of: name).union(Self.empty))
  }

  /// Words of so long a description that more of them say nothing new.
  private static let limit = 400

  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var previousIsSmall = false
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      if words.count >= limit { break }
      let isLetter = Self.isLetter(scalar)
      let isCapital = Self.isCapital(scalar)
      if !isLetter || (isCapital && previousIsSmall) { insert(&word, into: &words) }
      if isLetter || isCapital { append(scalar, to: &word) }
      previousIsSmall = isLetter && !isCapital
    }
    insert(&word, into: &words)
    return words
  }

  /// Adds `scalar` in lower case.
  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    if scalar.isASCII {
      word.append(isCapital(scalar) ? UInt8(scalar.value) | 0x20 : UInt8(scalar.value))
    } else {
      word += (isCapital(scalar) ? scalar.properties.lowercaseMapping : String(scalar)).utf8
    }
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

  /// Adds `word`, which becomes empty.
  private static func insert(_ word: inout [UInt8], into words: inout Set<String>) {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    word.removeAll(keepingCapacity: true)
    if text.utf8.count <= longestCommon, common.contains(text) { return }
    // "Lists entries" says no more than `list_entry`.
    let isPlural = text.utf8.last == UInt8(ascii: "s") && text.count > 3 && text.hasSuffix("s")
    words.insert(isPlural ? String(text.dropLast()) : text)
  }

  /// Words that say nothing of any tool, as they are kept: "Does stuff".
  private static let empty: Set<String> = [
    "do", "doe", "does", "stuff", "thing", "something", "some", "my", "x", "foo", "bar", "test",
    "description",
  ]

  /// How many bytes the longest of the common words has.
  private static let longestCommon = common.map(\.utf8.count).max() ?? 0

  private static let common: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "with", "from", "by", "this",
    "that", "it", "is", "are", "be", "tool", "function", "use", "used",
  ]
}
