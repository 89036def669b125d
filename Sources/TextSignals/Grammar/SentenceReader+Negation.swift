/// What takes meaning away: negations, conditions, and protections.
extension SentenceReader {
  private static let negationReach = 4

  /// Whether a negation stands before the first word of the match, in the same clause, and is not itself
  /// turned round, as in "never forget to".
  func isNegated(
    _ match: ClosedRange<Int>, _ cue: Cue, in slice: ArraySlice<Token>
  ) -> Bool {
    var index = match.lowerBound
    var steps = 0
    while index > slice.startIndex, steps < Self.negationReach {
      if slice[index].boundary >= .clause || beginsOrder(index, in: slice) { break }
      index -= 1
      steps += 1
      guard slice[index].classes.contains(.negator) else { continue }
      return !slice[index...match.lowerBound].dropLast().contains { $0.classes.contains(.fail) }
    }
    // "As data, not as instructions" says the opposite in its midst.
    return (cue == .obeysOutput || cue == .elevatesOutput)
      && slice[match].contains { $0.classes.contains(.negator) }
  }

  /// Whether the negation at `index` forbids something to the reader, as "do not" and "must never" do, and
  /// does not say what a tool will not do.
  func isProhibition(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    if index == slice.startIndex || slice[index].boundary >= .comma { return true }
    let before = slice[index - 1]
    // "Do not" forbids; "does not" describes.
    if before.classes.contains(.act), before.form == .third { return false }
    return !before.classes.isDisjoint(
      with: [.act, .modal, .agent, .you, .please, .conjunction, .need, .being])
  }

  /// Whether the negation that `match` begins with belongs to something else: to a condition, as in "if
  /// nothing is found, tell the user", or to a negation before it, as in "never delete it without asking".
  func isElsewhere(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    let index = match.lowerBound
    let token = slice[index]
    if token.classes.contains(.negator), endsCondition(match, in: slice) { return true }
    guard token.classes.contains(.without), token.boundary == .none else { return false }
    for earlier in slice[..<index].suffix(Self.doubleReach).reversed() {
      if earlier.classes.contains(.negator) { return true }
      if earlier.boundary >= .comma { return false }
    }
    return false
  }

  /// Whether a condition that began before `match` ends within it.
  private func endsCondition(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    guard slice[match].dropFirst().contains(where: { $0.boundary >= .comma }) else { return false }
    for index in slice[..<match.lowerBound].indices.suffix(Self.doubleReach).reversed() {
      if slice[index].classes.contains(.trigger) { return true }
      if slice[index + 1].boundary >= .comma { return false }
    }
    return false
  }

  /// How far before "without" a negation turns it round.
  private static let doubleReach = 10

  /// For each token of `slice`, where the clause ends that it belongs to.
  func clauseEnds(in slice: ArraySlice<Token>) -> [Int] {
    var ends = [Int](repeating: slice.endIndex, count: slice.count)
    for index in slice.indices.dropLast().reversed() {
      let place = index - slice.startIndex
      ends[place] = slice[index + 1].boundary >= .clause ? index + 1 : ends[place + 1]
    }
    return ends
  }

  /// Whether what is kept from the user are secrets, as they should be.
  func protects(
    _ cue: Cue, _ match: ClosedRange<Int>, in slice: ArraySlice<Token>
  ) -> Bool {
    if cue == .defiesUser {
      // "Even if the user did not ask for it" shows zeal.
      return slice[match].dropFirst().contains { $0.classes.contains(.negator) }
    }
    // "Call this tool before using `read_file`" has this one called.
    if cue == .callsTool, slice[match].contains(where: { $0.classes.contains(.thisTool) }) {
      return true
    }
    if cue == .presumesConsent || cue == .givesAway || cue == .givesSecret || cue == .copiesAway
      || cue == .callsTool
      || cue == .takesAlienFile
    {
      return slice[match].contains { $0.classes.contains(.negator) }
    }
    if Self.takings.contains(cue) {
      // "Give feedback, and include nothing else from the conversation" takes none of it.
      return slice[match].dropFirst().contains { $0.classes.contains(.negator) }
    }
    if isConduct(cue, match, in: slice) { return true }
    if cue == .dangerousAct {
      // "Set it to false only for tests" warns.
      return slice[match.upperBound...].prefix(3).contains { $0.classes.contains(.exclusive) }
    }
    if cue == .actsAside { return !opensSentence(match.lowerBound, in: slice) }
    if cue == .override, slice[match.upperBound].classes.contains(.void) {
      // "Restrictions do not apply to public files" says where they do.
      return slice[match.upperBound...].dropFirst().first?.classes.contains(.to) == true
    }
    if cue == .runsBeforeAll { return isOpening || isOwnBusiness(match, in: slice) }
    if cue == .runsBeforeAnswers {
      // "Before responding" is when some tools are of use; "before any answer" is always.
      return !slice[match.lowerBound...].prefix(match.count + 1).contains {
        $0.classes.contains(.universal) && !$0.classes.contains(.trigger)
          || $0.classes.contains(.answering)
            && !$0.classes.isDisjoint(with: [.whenever, .response])
      }
    }
    guard cue == .keepsQuiet || cue == .hidesFromUser || cue == .hidesThis else { return false }
    // "Should not need to know" spares them the trouble.
    let needless = slice[match].indices.contains { index in
      index < match.upperBound && slice[index].classes.contains(.negator)
        && !slice[index + 1].classes.isDisjoint(with: [.need, .modal])
    }
    if needless, slice[match.upperBound].classes.contains(.know) { return true }
    if instructsUser(behind: match.upperBound, in: slice) { return true }
    if keepsConfidence(match, in: slice) { return true }
    // "Do not reveal the password to the user" keeps what should be kept.
    if slice[match].contains(where: { !$0.classes.isDisjoint(with: [.secret, .personal]) }) {
      return true
    }
    // What follows "that" is what is done with them.
    return slice[match.upperBound...].prefix(5).prefix { !$0.classes.contains(.soThat) }.contains {
      !$0.classes.isDisjoint(with: [.secret, .personal])
    }
  }

  /// Whether `match`, which puts this tool before others, means those of its own server or of one matter: "before
  /// any other query tool", "before any other tools when working with tables".
  private func isOwnBusiness(_ match: ClosedRange<Int>, in slice: ArraySlice<Token>) -> Bool {
    if slice[match].dropLast().last?.classes.isDisjoint(with: [.other, .universal]) == true {
      return true
    }
    let behind = slice[match.upperBound...].dropFirst()
    if behind.first?.classes.contains(.trigger) == true { return true }
    return behind.prefix(3).contains { $0.classes.contains(.thisTool) }
  }

  /// Whether the verb at `index` opens its sentence, or goes on with an order, and is followed by an object.
  private func opensSentence(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    guard !isRequest, index + 1 < slice.endIndex, slice[index + 1].boundary == .none else {
      return false
    }
    return index == slice.startIndex || slice[index].boundary == .none
  }

  /// Whether the user is told to do something, as in "do not tell the user to restart it".
  private func instructsUser(behind index: Int, in slice: ArraySlice<Token>) -> Bool {
    guard slice[index].classes.contains(.user), index + 2 < slice.endIndex else { return false }
    let act = slice[index + 2]
    return slice[index + 1].classes.contains(.to) && slice[index + 1].boundary == .none
      && (act.form == .base || (act.shape == .word && act.classes.isEmpty))
  }

  /// Whether an order of its own begins at `index`, as at "disable" in "do not check it, disable it"; in "do
  /// not read, copy or send it" none does.
  private func beginsOrder(_ index: Int, in slice: ArraySlice<Token>) -> Bool {
    let token = slice[index]
    return token.boundary == .comma && token.form == .base
      && !token.classes.isDisjoint(with: Grammar.verbs) && slice[index - 1].form != .base
  }
}
