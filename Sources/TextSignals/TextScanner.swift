/// Finds the passages of a text that try to steer the agent which reads it.
///
/// Linear in the size of the text, and bounded: a hostile text costs no more for being hostile.
public struct TextScanner: Sendable {
  private let lexicon = Lexicon.shared
  private let purpose: WordClass

  /// More passages than anybody reads; the first ones suffice to judge.
  private static let limit = 50
  /// Texts within encoded texts are read to this depth.
  private static let depthLimit = 2
  /// Characters of a decoded text that are kept for its reader.
  private static let shownDecoded = 400

  /// A scanner of the texts of a tool whose name, title and description are `purpose`.
  ///
  /// What a tool is for decides what it may need: one that is for talking needs what was said.
  public init(purpose: String = "") {
    let folded = FoldedText(Array(purpose.utf8.prefix(400)))
    self.purpose = Tokenizer.tokens(of: folded, using: lexicon)
      .reduce(into: []) { $0.formUnion($1.classes) }
  }

  /// The passages of `text`, in its order.
  public func passages(in text: String) -> [Passage] {
    passages(in: Array(text.utf8), depth: 0)
  }

  private func passages(in source: [UInt8], depth: Int) -> [Passage] {
    let tokens = Tokenizer.tokens(of: FoldedText(source), using: lexicon)
    let sentences = SentenceReader(tokens: tokens, purpose: purpose).sentences()
    var passages = PassageFinder(source: source, limit: Self.limit).passages(of: sentences)
    guard depth < Self.depthLimit else { return passages }
    for stretch in EncodedText.stretches(in: source) {
      passages += hidden(stretch.decoded, as: stretch.encoding, at: stretch.range, depth)
    }
    for sentence in sentences.prefix(Self.limit) where isCipher(tokens[sentence.tokens]) {
      for reading in Cipher.readings(of: source[sentence.range]) {
        passages += hidden(reading.text, as: reading.encoding, at: sentence.range, depth)
      }
    }
    return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What an encoded text tries, at the place of its encoding.
  private func hidden(
    _ text: [UInt8], as encoding: String, at range: Range<Int>, _ depth: Int
  ) -> [Passage] {
    guard let worst = passages(in: text, depth: depth + 1).max(by: { $0.strength < $1.strength })
    else { return [] }
    let kinds = worst.signals.map(\.kind).filter { $0 != .disguise }
    return [
      Passage(
        range: range, strength: max(worst.strength, .medium),
        signals: (kinds + [.disguise]).map { Signal($0, range) }, encoding: encoding,
        decoded: String(String(decoding: text, as: UTF8.self).prefix(Self.shownDecoded)),
        names: worst.names)
    ]
  }

  /// Whether no word of a sentence is known, though it has several.
  private func isCipher(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter { $0.shape == .word }
    return words.count >= Cipher.fewestWords
      && words.allSatisfy { $0.word == 0 && $0.classes.isEmpty }
  }
}
