/// Finds the cues of sentences.
struct SentenceReader {
  let tokens: [Token]
  /// What the tool is for, in the classes of its name and first sentence.
  let purpose: WordClass
  /// Whether the first sentence may say what the tool does, and is then no order.
  let statesPurpose: Bool
  /// Whether the text describes a parameter, so that what it names is asked for.
  let isRequest: Bool
  /// Whether the text is a name, whose words are read as a sentence.
  let isName: Bool

  /// Whether the tool's name says nothing of secrets or of talking.
  private let isNamedOtherwise: Bool
  /// Whether what the tool is for, as its name and first sentence say, may well take a secret.
  private let isForSecrets: Bool
  /// Whether the tool's name says that it gets things ready for the others.
  let isOpening: Bool
  /// Whether nothing in it says that the tool changes anything.
  private let isForReading: Bool

  /// A reader of `tokens`.
  init(
    tokens: [Token], purpose: WordClass, name: WordClass = [], statesPurpose: Bool, isRequest: Bool,
    isName: Bool = false
  ) {
    isNamedOtherwise =
      !purpose.isEmpty && name.isDisjoint(with: Self.secrecy.union([.dialogue, .context]))
    isOpening = !name.isDisjoint(with: .opening)
    self.isName = isName
    self.tokens = tokens
    self.purpose = purpose
    self.statesPurpose = statesPurpose
    self.isRequest = isRequest
    // What describes a parameter says nothing of what the tool is for.
    let opening = statesPurpose && !isRequest ? Self.openingClasses(of: tokens) : []
    isForSecrets = purpose.isEmpty || !purpose.union(opening).isDisjoint(with: Self.secrecy)
    isForReading = !purpose.isEmpty && purpose.union(opening).isDisjoint(with: Self.changes)
  }

  /// What the first words of a text say it is about; nothing where they give orders.
  private static func openingClasses(of tokens: [Token]) -> WordClass {
    var classes: WordClass = []
    for (index, token) in tokens.prefix(purposeReach).enumerated() {
      if index > 0, token.boundary == .sentence { break }
      classes.formUnion(token.classes)
    }
    return classes.isDisjoint(with: [.modal, .also, .trigger, .preface]) ? classes : []
  }

  /// How many words a statement of a purpose has at most.
  private static let purposeReach = 40

  /// Longer sentences are read in pieces of this many tokens.
  private static let longestSentence = 240

  /// The sentences of the text, in order.
  func sentences() -> [Sentence] {
    var sentences: [Sentence] = []
    // A tool for talking needs what was said.
    var hasAdvertised = false
    var speaksOfTalking = purpose.contains(.dialogue)
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].boundary < .sentence,
        end - start < Self.longestSentence
      {
        end += 1
      }
      let isFirst = sentences.isEmpty && statesPurpose && !speaksToReader(start..<end)
      var sentence = read(start..<end, isFirst: isFirst)
      if sentences.isEmpty {
        speaksOfTalking =
          speaksOfTalking
          || (isFirst && saysTalking(start..<end) && !sentence.cues.contains(.takesContext))
      } else if speaksOfTalking {
        sentence.cues.remove(.takesContext)
        sentence.cues.remove(.slotsTreasure)
      }
      if sentence.cues.contains(.advertises) {
        if hasAdvertised { sentence.cues.insert(.advertisesAgain) }
        hasAdvertised = true
      }
      sentences.append(sentence)
      start = end
    }
    return sentences
  }

  private func read(_ range: Range<Int>, isFirst: Bool) -> Sentence {
    let slice = tokens[range]
    var sentence = Sentence(
      tokens: range,
      range: slice[range.lowerBound].range.lowerBound..<slice[range.upperBound - 1].range.upperBound
    )
    let classes = classes(of: range)
    let set = Grammar.patterns
    let candidates = set.candidates(for: classes)
    let talk = AttackTalk(slice, classes, purpose: purpose)
    addMarks(slice, talk, to: &sentence)
    let ends = candidates.contains { set[$0].standsNegated } ? clauseEnds(in: slice) : []
    for start in range where !candidates.isEmpty {
      for index in candidates where set.begins(index, with: tokens[start]) {
        let pattern = set[index]
        // What belongs to a negation ends with its clause, as in "do not retry; tell the user".
        let reach = pattern.standsNegated ? slice[..<ends[start - range.lowerBound]] : slice
        guard let match = pattern.match(at: start, in: reach),
          stands(pattern, match, in: slice, isFirst: isFirst), !talk.covers(match, in: slice)
        else { continue }
        sentence.add(
          pattern.cue,
          tokens[match.lowerBound].range.lowerBound..<tokens[match.upperBound].range.upperBound)
      }
    }
    addFrames(slice, classes, talk, to: &sentence)
    let showsSomething = !candidates.isEmpty || !sentence.cues.isEmpty
    if !isFirst { sentence.cues.insert(.aside) }
    if !isForSecrets { sentence.cues.insert(.offPurpose) }
    if isForReading { sentence.cues.insert(.forReading) }
    if isFirst, isNamedOtherwise, slice.first?.form == .base { sentence.cues.insert(.offName) }
    if isRequest { addRequests(slice, to: &sentence) }
    if asksLeave(slice) { Self.workflow.forEach { sentence.cues.remove($0) } }
    if showsSomething {
      addImperatives(slice, isFirst: isFirst, to: &sentence)
      addAddresses(slice, to: &sentence)
    }
    sentence.refersBack = refersBack(slice)
    return sentence
  }

  /// Whether `match` of `pattern` means what it says where it stands.
  private func stands(
    _ pattern: Pattern, _ match: ClosedRange<Int>, in slice: ArraySlice<Token>, isFirst: Bool
  ) -> Bool {
    let start = match.lowerBound
    return !(pattern.yieldsToNegation && isNegated(match, pattern.cue, in: slice))
      && !(pattern.isOrder && !isOrder(start, in: slice, isFirst: isFirst))
      && !(pattern.isProhibition && !isProhibition(start, in: slice))
      && !(pattern.standsNegated && isElsewhere(match, in: slice))
      && !protects(pattern.cue, match, in: slice)
  }

  private func addFrames(
    _ slice: ArraySlice<Token>, _ classes: WordClass, _ talk: AttackTalk,
    to sentence: inout Sentence
  ) {
    guard !classes.isDisjoint(with: Grammar.framed) else { return }
    for frame in Grammar.frames {
      guard let match = frame.match(slice, classes), !talk.covers(match, in: slice) else {
        continue
      }
      sentence.add(
        frame.cue,
        tokens[match.lowerBound].range.lowerBound..<tokens[match.upperBound].range.upperBound)
    }
  }

  private func classes(of range: Range<Int>) -> WordClass {
    tokens[range].reduce(into: []) { $0.formUnion($1.classes) }
  }

  /// Whether a sentence is about its reader or about one call, as no statement of a purpose is.
  private func speaksToReader(_ range: Range<Int>) -> Bool {
    if isStatement(range) { return false }
    let classes = classes(of: range)
    return !classes.isDisjoint(with: [.although, .whenever, .thisTool, .verbatim])
      || classes.contains([.before, .answering]) && precedesAnswer(range)
  }

  /// Whether a sentence says that something comes before an answer, as in "before responding".
  private func precedesAnswer(_ range: Range<Int>) -> Bool {
    let slice = tokens[range]
    return slice.indices.dropLast().contains { index in
      slice[index].classes.contains(.before) && slice[index + 1].classes.contains(.answering)
    }
  }

  /// Whether a sentence says that the tool is for talking, and not that something has to be done with talk.
  private func saysTalking(_ range: Range<Int>) -> Bool {
    let classes = classes(of: range)
    return classes.contains(.dialogue) && !classes.contains(.modal)
  }

  /// Whether a sentence begins as in "This tool reads", which is about the tool.
  private func isStatement(_ range: Range<Int>) -> Bool {
    tokens[range.lowerBound].classes.contains(.thisTool)
      && tokens[range].prefix(3).contains { $0.form == .third }
  }

  // MARK: Cues that one token gives

  private func addMarks(
    _ slice: ArraySlice<Token>, _ talk: AttackTalk, to sentence: inout Sentence
  ) {
    for (index, token) in zip(slice.indices, slice) {
      let isMark = token.shape == .roleMark || token.shape == .templateMark
      if isMark, !talk.covers(index...index, in: slice), !isMentioned(index) {
        addMark(token, to: &sentence)
      }
      if token.isComment { sentence.add(.comment, token.range) }
      if token.isDisguised, !token.classes.isEmpty { sentence.add(.disguise, token.range) }
      if token.shape == .identifier { sentence.names.append(token.range) }
    }
    // A sentence that a mark opens is spoken by whoever the mark says.
    if slice.startIndex > 0, !isMentioned(slice.startIndex - 1) {
      addMark(tokens[slice.startIndex - 1], to: &sentence)
    }
  }

  /// Whether the mark at `index` is spoken of, as in "detects tags such as <system>".
  private func isMentioned(_ index: Int) -> Bool {
    tokens[max(0, index - 6)..<index].contains {
      !$0.classes.isDisjoint(with: [.example, .detect, .inspect])
    }
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
      sentence.add(.fixedAddress, slice[index].range)
      if !slice[index].classes.isDisjoint(with: [.email, .accountNumber]) {
        sentence.add(.fixedAccount, slice[index].range)
      }
    }
  }

  /// What the description of a parameter names without a verb, as in "the conversation so far".
  private func addRequests(_ slice: ArraySlice<Token>, to sentence: inout Sentence) {
    for token in slice where token.classes.contains(.innermost) && !token.isQuoted {
      sentence.add(.takesContext, token.range)
    }
    // "Include archived items" says what a flag does; "read the key file" can only be meant as an order.
    if let first = slice.first, first.form == .base || isName,
      sentence.cues.containsAny(Self.takings.union(CueSet(.takesSecret, .takesAllSecrets)))
    {
      sentence.add(.imperative, first.range)
    }
  }

  /// What the purpose of a tool has words of that may well take a secret.
  private static let secrecy: WordClass = [.keeping, .secret, .secretFile, .environment]

  /// What the purpose of a tool has words of that changes something.
  private static let changes: WordClass = [
    .sideEffect, .rewrite, .plant, .damage, .outward, .swap,
  ]

  /// What takes something in.
  static let takings = CueSet(.takesFile, .takesContext, .takesUserSecret)

  private func addImperatives(
    _ slice: ArraySlice<Token>, isFirst: Bool, to sentence: inout Sentence
  ) {
    for index in slice.indices {
      if isOrder(index, in: slice, isFirst: isFirst) {
        sentence.add(.imperative, slice[index].range)
        return
      }
    }
  }

  /// Whether a verb in the form of an order begins a clause at `index`; in the first sentence the first one
  /// states the purpose.
  private func isOrder(_ index: Int, in slice: ArraySlice<Token>, isFirst: Bool) -> Bool {
    let token = slice[index]
    guard token.form == .base, !token.isQuoted, !token.classes.isDisjoint(with: Grammar.verbs)
    else {
      return false
    }
    if token.classes.contains(.finalOrder) { return !isFirst }
    if index == slice.startIndex { return !isFirst }
    if token.boundary >= .comma { return true }
    let before = slice[index - 1].classes
    if before.contains(.to) { return false }
    // "Keys are never read" says what a tool does.
    if before.contains(.negator), index - 2 >= slice.startIndex,
      slice[index - 2].classes.contains(.being)
    {
      return false
    }
    if !before.isDisjoint(with: Self.openers) { return true }
    // "and" joins two verbs; in the first sentence both of them state the purpose.
    return !isFirst && before.contains(.conjunction)
  }

  /// Words behind which a verb in its base form is an order.
  private static let openers: WordClass = [
    .also, .please, .before, .covert, .preface, .automatic, .universal, .negator, .modal, .instead,
  ]

  private func refersBack(_ slice: ArraySlice<Token>) -> Bool {
    slice.prefix(8).contains { !$0.classes.isDisjoint(with: [.reference, .also, .thisTool]) }
      || slice.prefix(16).contains { $0.classes.contains(.thisTool) }
  }
}
