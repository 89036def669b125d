import Syntax

/// What the words of a log mean, each found out once.
struct WordTable: Sendable {
  /// A word of at most sixteen bytes, which most are.
  private struct ShortWord: Sendable {
    /// The length, and the bytes as `ByteHash.ends` gives them; no word has length 0.
    var count = 0
    var low: UInt64 = 0
    var high: UInt64 = 0
    var meaning = WordMeaning("")
  }

  /// Short words, each at the one place that its bytes give; a later word takes the place of an earlier.
  private var shortWords = [ShortWord](repeating: ShortWord(), count: 64)
  private var words = NameIndex()
  /// What each of the other words means, by its number.
  private var meanings: [WordMeaning] = []

  /// How many words are remembered; a hostile log may hold any number of them.
  private static let limit = 4096

  /// What the word in `start..<end` means.
  mutating func meaning(of bytes: borrowing RawSpan, from start: Int, to end: Int) -> WordMeaning {
    let count = end &- start
    guard count <= 16 else { return longMeaning(of: bytes, from: start, to: end) }
    let (low, high) = ByteHash.ends(bytes, from: start, to: end)
    let place = Int(truncatingIfNeeded: ((low ^ high) &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if shortWords[place].count == count, shortWords[place].low == low,
      shortWords[place].high == high
    {
      return shortWords[place].meaning
    }
    let meaning = longMeaning(of: bytes, from: start, to: end)
    shortWords[place] = ShortWord(count: count, low: low, high: high, meaning: meaning)
    return meaning
  }

  private mutating func longMeaning(
    of bytes: borrowing RawSpan, from start: Int, to end: Int
  ) -> WordMeaning {
    if meanings.count > Self.limit { (words, meanings) = (NameIndex(), []) }
    let number = Int(words.number(of: bytes, from: start, to: end))
    if number == meanings.count { meanings.append(WordMeaning(words.names[number])) }
    return meanings[number]
  }
}
