/// Turns sentences that show something into passages.
struct PassageFinder {
  let source: [UInt8]
  let limit: Int

  /// The passages that `sentences` make, alone or with the sentence before them that they refer to.
  func passages(of sentences: [Sentence]) -> [Passage] {
    var passages: [Passage] = []
    for index in sentences.indices where passages.count < limit {
      guard let (strength, parts) = judgement(of: index, in: sentences) else { continue }
      let passage = passage(strength, sentences[parts])
      if let last = passages.last, last.range.upperBound > passage.range.lowerBound {
        // The sentence before is part of this passage now; what is stronger stays.
        if last.strength > strength { continue }
        passages.removeLast()
      }
      passages.append(passage)
    }
    return passages
  }

  private func judgement(
    of index: Int, in sentences: [Sentence]
  ) -> (Strength, ClosedRange<Int>)? {
    let sentence = sentences[index]
    let alone = Judgement.strength(of: sentence.cues)
    if index > 0, sentence.refersBack, !sentence.cues.isEmpty {
      let both = Judgement.strength(of: sentence.cues.union(sentences[index - 1].cues))
      if let both, both >= .medium, alone.map({ both > $0 }) ?? true {
        return (both, index - 1...index)
      }
    }
    return alone.map { ($0, index...index) }
  }

  private func passage(_ strength: Strength, _ sentences: ArraySlice<Sentence>) -> Passage {
    var signals: [Signal] = []
    for (cue, range) in sentences.flatMap(\.evidence) {
      guard let kind = cue.signal, !signals.contains(where: { $0.kind == kind }) else { continue }
      signals.append(Signal(kind, range))
    }
    signals.sort {
      ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue)
    }
    let range = sentences.reduce(sentences[sentences.startIndex].range) { whole, sentence in
      min(
        whole.lowerBound, sentence.range.lowerBound)..<max(
          whole.upperBound, sentence.range.upperBound)
    }
    let names = sentences.flatMap(\.names).map { String(decoding: source[$0], as: UTF8.self) }
    return Passage(
      range: range, strength: strength, signals: signals,
      isComment: sentences.contains { $0.cues.contains(.comment) }, names: names)
  }
}
