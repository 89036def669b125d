/// Words and what they can mean, found in constant time by their bytes.
///
/// Verbs are entered once and known in all their forms. Expressions of several words are known too; they
/// are put together from tokens by `expression(at:in:)`.
final class Lexicon: Sendable {
  /// What is known about one word.
  struct Entry: Sendable {
    var classes: WordClass = []
    var form: WordForm = .other
    var word: UInt16 = 0
    var matter: Matter = []
  }

  /// Several words that together say what a text is about.
  struct Phrase: Sendable {
    let words: [UInt16]
    let matter: Matter
  }

  /// An expression of several words.
  struct Expression: Sendable {
    let words: [UInt16]
    var classes: WordClass
    let form: WordForm
  }

  /// All phrases by their first word.
  private let phrases: [Phrase]
  /// Where the phrases of each word begin in `phrases`, and behind the last one where they end.
  private let phraseBeginnings: [Int32]
  /// The longest word, in bytes of UTF-8.
  let longestWord: Int
  private let entries: [Entry]
  /// The spellings of all words, one behind the other.
  private let letters: [UInt8]
  /// Where the spelling of each word begins in `letters`, and behind the last one where it ends.
  private let starts: [Int32]
  /// Open addressing: numbers of words, 0 where there is none; their count is a power of two.
  private let slots: [UInt16]
  /// All expressions by their first word, the longest of each word first.
  private let expressions: [Expression]
  /// The second word of each expression.
  private let seconds: [UInt16]
  /// Where the expressions of each word begin in `expressions`, and behind the last one where they end.
  private let beginnings: [Int]

  /// The lexicon that `build` has filled.
  init(_ build: LexiconBuilder) {
    entries = [Entry()] + build.entries
    let spellings = [[]] + build.spellings
    letters = Array(spellings.joined())
    starts = spellings.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    longestWord = spellings.map(\.count).max() ?? 0
    var slots = [UInt16](repeating: 0, count: 32768)
    precondition(build.entries.count < slots.count / 2, "the lexicon has outgrown its table")
    for (word, spelling) in spellings.enumerated().dropFirst() {
      let hash = spelling.reduce(Self.hashBasis) { ($0 ^ UInt32($1)) &* Self.hashPrime }
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(word)
    }
    self.slots = slots
    var phrases = [[Phrase]](repeating: [], count: spellings.count)
    for phrase in build.phrases { phrases[Int(phrase.words[0])].append(phrase) }
    phraseBeginnings = phrases.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    self.phrases = Array(phrases.joined())
    var expressions = [[Expression]](repeating: [], count: spellings.count)
    for expression in build.expressions { expressions[Int(expression.words[0])].append(expression) }
    let sorted = expressions.map { $0.sorted { $0.words.count > $1.words.count } }
    beginnings = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    self.expressions = Array(sorted.joined())
    seconds = self.expressions.map { $0.words[1] }
  }

  /// What is known about the word that `range` of `bytes` spells.
  func entry(_ bytes: [UInt8], _ range: Range<Int>) -> Entry? {
    guard range.count <= longestWord else { return nil }
    var hash = Self.hashBasis
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* Self.hashPrime }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot])
      if spells(word, bytes, range) { return entries[word] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func spells(_ word: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where letters[start + offset] != bytes[range.lowerBound + offset]
    {
      return false
    }
    return true
  }

  /// What the phrases are about that begin with the token at `index`.
  func matter(ofPhrasesAt index: Int, in tokens: [Token]) -> Matter {
    let word = Int(tokens[index].word)
    var matter: Matter = []
    for candidate in Int(phraseBeginnings[word])..<Int(phraseBeginnings[word + 1])
    where continues(phrases[candidate].words, at: index, in: tokens) {
      matter.formUnion(phrases[candidate].matter)
    }
    return matter
  }

  /// The longest expression that begins with the token at `index`.
  func expression(at index: Int, in tokens: [Token]) -> Expression? {
    // Most words begin no expression, or are followed by one that goes on with none.
    guard index + 1 < tokens.count, tokens[index + 1].boundary == .none else { return nil }
    let next = tokens[index + 1].word
    guard next != 0 else { return nil }
    let first = Int(tokens[index].word)
    for candidate in beginnings[first]..<beginnings[first + 1]
    where seconds[candidate] == next
      && continues(expressions[candidate].words, at: index, in: tokens)
    {
      return expressions[candidate]
    }
    return nil
  }

  private func continues(_ words: [UInt16], at index: Int, in tokens: [Token]) -> Bool {
    guard index + words.count <= tokens.count else { return false }
    for offset in 1..<words.count {
      let token = tokens[index + offset]
      guard token.word == words[offset], token.boundary == .none else { return false }
    }
    return true
  }

  /// FNV-1a, in 32 bits.
  private static let hashBasis: UInt32 = 2_166_136_261
  private static let hashPrime: UInt32 = 16_777_619
}
