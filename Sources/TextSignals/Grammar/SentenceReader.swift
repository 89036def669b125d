/// Finds the cues of sentences.
struct SentenceReader {
  let tokens: [Token]
  /// What the tool is for, in the classes of its name and first sentence.
  let purpose: WordClass

  /// Longer sentences are read in pieces of this many tokens.
  private static let longestSentence = 240

  /// The sentences of the text, in order.
  func sentences() -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].boundary < .sentence,
        end - start < Self.longestSentence
      {
        end += 1
      }
      sentences.append(read(start..<end, isFirst: sentences.isEmpty))
      start = end
    }
    return sentences
  }

  private func read(_ range: Range<Int>, isFirst: Bool) -> Sentence {
    let slice = tokens[range]
    var sentence = Sentence(
      tokens: range,
      range: slice[range.lowerBound].range.lowerBound..<slice[range.upperBound - 1].range.upperBound)
    let classes = slice.reduce(into: WordClass()) { $0.formUnion($1.classes) }
    addMarks(slice, to: &sentence)
    let patterns = Grammar.patterns.filter { $0.canMatch(classes) }
    if !patterns.isEmpty, !isTalkAboutAttacks(slice, classes) {
      for start in range {
        for pattern in patterns where pattern.begins(with: tokens[start]) {
          guard let match = pattern.match(at: start, in: slice),
            !(pattern.yieldsToNegation && isNegated(match, in: slice))
          else { continue }
          sentence.add(
            pattern.cue,
            tokens[match.lowerBound].range.lowerBound..<tokens[match.upperBound].range.upperBound)
        }
      }
      addImperatives(slice, isFirst: isFirst, to: &sentence)
      addAddresses(slice, to: &sentence)
    }
    sentence.refersBack = refersBack(slice)
    return sentence
  }

  // MARK: Cues that one token gives

  private func addMarks(_ slice: ArraySlice<Token>, to sentence: inout Sentence) {
    for token in slice {
      addMark(token, to: &sentence)
      if token.isComment { sentence.add(.comment, token.range) }
      if token.isDisguised, !token.classes.isEmpty { sentence.add(.disguise, token.range) }
      if token.shape == .identifier { sentence.names.append(token.range) }
    }
    // A sentence that a mark opens is spoken by whoever the mark says.
    if slice.startIndex > 0 { addMark(tokens[slice.startIndex - 1], to: &sentence) }
  }

  private func addMark(_ token: Token, to sentence: inout Sentence) {
    switch token.shape {
    case .roleMark: sentence.add(.roleMark, token.range)
    case .templateMark:
      sentence.add(.roleMark, token.range)
      sentence.add(.templateMark, token.range)
    default: break
    }
  }

  private func addAddresses(_ slice: ArraySlice<Token>, to sentence: inout Sentence) {
    for index in slice.indices where !slice[index].classes.isDisjoint(with: .address) {
      if !isExample(index, in: slice) { sentence.add(.fixedAddress, slice[index].range) }
    }
  }

  /// Verbs in the form of an order that begin a clause; in the first sentence they state the purpose.
  private func addImperatives(
    _ slice: ArraySlice<Token>, isFirst: Bool, to sentence: inout Sentence
  ) {
    for index in slice.indices {
      let token = slice[index]
      guard token.form == .base, !token.isQuoted, !token.classes.isDisjoint(with: Grammar.verbs) else { continue }
      let opens = index == slice.startIndex || opensClause(index, in: slice)
      if opens, !(isFirst && index == slice.startIndex) { sentence.add(.imperative, token.range) }
    }
  }

  private func opensClause(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    let token = slice[index]
    if token.boundary >= .comma { return true }
    let before = slice[index - 1]
    return !before.classes.isDisjoint(with: [.also, .please, .before, .covert, .preface])
  }

  // MARK: What takes meaning away

  private static let negationReach = 4

  /// Whether a negation stands before the first word of the match, in the same clause, and is not itself
  /// turned round, as in "never forget to".
  private func isNegated(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    var index = match.lowerBound
    var steps = 0
    while index > slice.startIndex, steps < Self.negationReach {
      if slice[index].boundary >= .clause { return false }
      index -= 1
      steps += 1
      guard slice[index].classes.contains(.negator) else { continue }
      return !slice[index...match.lowerBound].dropLast().contains { $0.classes.contains(.fail) }
    }
    return false
  }

  private func isExample(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    slice[max(slice.startIndex, index - 4)..<index].contains { $0.classes.contains(.example) }
  }

  /// Whether the sentence is about attacks and how they are met, and quotes one.
  private func isTalkAboutAttacks(_ slice: ArraySlice<Token>, _ classes: WordClass) -> Bool {
    guard let head = slice.prefix(12).first(where: { $0.classes.contains(.detect) }),
      !head.isQuoted
    else { return false }
    return classes.contains(.attackName) || classes.contains(.example)
      || slice.contains { $0.isQuoted }
  }

  private func refersBack(_ slice: ArraySlice<Token>) -> Bool {
    slice.prefix(8).contains { !$0.classes.isDisjoint(with: [.reference, .also]) }
  }
}
