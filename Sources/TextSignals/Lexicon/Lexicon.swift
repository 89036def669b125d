/// Words and what they can mean, found in constant time by their bytes.
///
/// Verbs are entered once and known in all their forms. Expressions of several words are known too; they
/// are put together from tokens by `expression(at:in:)`.
struct Lexicon: Sendable {
  /// What is known about one word.
  struct Entry: Sendable {
    var classes: WordClass = []
    var form: WordForm = .other
    var word: UInt16 = 0
  }

  /// An expression of several words.
  struct Expression: Sendable {
    let words: [UInt16]
    var classes: WordClass
    let form: WordForm
  }

  /// The longest word, in bytes of UTF-8.
  let longestWord: Int
  private let entries: [Entry]
  private let spellings: [[UInt8]]
  /// Open addressing: numbers of words, 0 where there is none. A power of two.
  private let slots: [UInt16]
  /// Expressions by their first word, longest first.
  private let expressions: [[Expression]]

  /// The lexicon that `build` has filled.
  init(_ build: LexiconBuilder) {
    entries = [Entry()] + build.entries
    spellings = [[]] + build.spellings
    longestWord = spellings.map(\.count).max() ?? 0
    var slots = [UInt16](repeating: 0, count: 8192)
    precondition(build.entries.count < slots.count / 2, "the lexicon has outgrown its table")
    for (word, spelling) in spellings.enumerated().dropFirst() {
      var slot = Int(Self.hash(spelling[...])) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(word)
    }
    self.slots = slots
    var expressions = [[Expression]](repeating: [], count: spellings.count)
    for expression in build.expressions { expressions[Int(expression.words[0])].append(expression) }
    self.expressions = expressions.map { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// What is known about the word that `range` of `bytes` spells.
  func entry(_ bytes: [UInt8], _ range: Range<Int>) -> Entry? {
    guard range.count <= longestWord else { return nil }
    var slot = Int(Self.hash(bytes[range])) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot])
      if spellings[word].count == range.count, spellings[word].elementsEqual(bytes[range]) {
        return entries[word]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The longest expression that begins with the token at `index`.
  func expression(at index: Int, in tokens: [Token]) -> Expression? {
    let candidates = expressions[Int(tokens[index].word)]
    if candidates.isEmpty { return nil }
    return candidates.first { expression in
      guard index + expression.words.count <= tokens.count else { return false }
      for (offset, word) in expression.words.enumerated().dropFirst() {
        let token = tokens[index + offset]
        guard token.word == word, token.boundary == .none else { return false }
      }
      return true
    }
  }

  /// The FNV-1a hash of `bytes`.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
