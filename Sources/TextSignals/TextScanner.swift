/// Finds the passages of a text that try to steer the agent which reads it.
///
/// Linear in the size of the text, and bounded: a hostile text costs no more for being hostile.
public struct TextScanner: Sendable {
  private let lexicon = Lexicon.shared

  /// A scanner with the lexicon of the product.
  public init() {}

  /// More passages than anybody reads; the first ones suffice to judge.
  private static let limit = 50

  /// The passages of `text`, in its order.
  public func passages(in text: String) -> [Passage] {
    let source = Array(text.utf8)
    let folded = FoldedText(source)
    let tokens = Tokenizer.tokens(of: folded, using: lexicon)
    let sentences = SentenceReader(tokens: tokens, purpose: []).sentences()
    return passages(of: sentences, in: source)
  }

  private func passages(of sentences: [Sentence], in source: [UInt8]) -> [Passage] {
    var passages: [Passage] = []
    for (index, sentence) in sentences.enumerated() {
      guard passages.count < Self.limit else { break }
      var best = Judgement.strength(of: sentence.cues).map { ($0, index...index) }
      if index > 0, sentence.refersBack, !sentence.cues.isEmpty {
        var cues = sentences[index - 1].cues
        cues.formUnion(sentence.cues)
        if let both = Judgement.strength(of: cues), both >= .medium, both > best?.0 ?? .low {
          best = (both, index - 1...index)
        }
      }
      guard let (strength, parts) = best else { continue }
      let passage = passage(strength, Array(sentences[parts]), in: source)
      if parts.count == 2, let last = passages.last, last.range.lowerBound == passage.range.lowerBound
      {
        passages.removeLast()
      }
      passages.append(passage)
    }
    return passages
  }

  private func passage(
    _ strength: Strength, _ sentences: [Sentence], in source: [UInt8]
  ) -> Passage {
    var signals: [Signal] = []
    for sentence in sentences {
      for (cue, range) in sentence.evidence {
        guard let kind = cue.signal, !signals.contains(where: { $0.kind == kind }) else { continue }
        signals.append(Signal(kind, range))
      }
    }
    signals.sort { ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue) }
    let names = sentences.flatMap(\.names).map { String(decoding: source[$0], as: UTF8.self) }
    return Passage(
      range: sentences[0].range.lowerBound..<sentences[sentences.count - 1].range.upperBound,
      strength: strength, signals: signals, names: names)
  }
}
