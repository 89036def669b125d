/// Finds the hints of sentences.
struct HintReader {
  let tokens: [Token]
  /// The UTF-8 of the text, which tells names of things by their capitals.
  let source: [UInt8]
  /// What the tool is for.
  let purpose: WordClass
  /// Whether the text describes a parameter.
  let isRequest: Bool

  /// How far apart two words may stand that have to do with each other.
  private static let reach = 12

  /// A hint and the words that give it.
  typealias Sighting = (hint: Hint, range: Range<Int>)

  /// The hints of `sentence`.
  func hints(of sentence: Sentence) -> [Sighting] {
    let slice = tokens[sentence.tokens]
    let classes = slice.reduce(into: WordClass()) { $0.formUnion($1.classes) }
    var found = Sightings(slice: slice, classes: classes)
    // What states a purpose is what the tool is for.
    if sentence.cues.contains(.aside) {
      let isFirm = sentence.cues.containsAny(Self.firmCues) || found.has(Self.firm)
      let isOrder = sentence.cues.contains(.imperative)
      if isFirm { found.addWhole(.obliges) }
      if isOrder { found.addWhole(.orders) }
      addDemands(isFirm: isFirm, isOrder: isOrder || isFirm, to: &found)
      addPlaces(to: &found)
      addTone(isOrder: isOrder || isFirm, to: &found)
    }
    if isRequest { addRequests(to: &found) }
    return found.all
  }

  // MARK: Matters

  private static let possessions: WordClass = [
    .possession, .secret, .secretFile, .environment, .personal, .treasure, .authenticator,
  ]
  private static let exchanges: WordClass = [.exchange, .context, .innermost, .thisTalk]
  private static let files: WordClass = [.secretFile, .alienFile]
  private static let strangers: WordClass = [
    .foreign, .stranger, .publicPlace, .speaker, .firstPerson,
  ]
  private static let sinks: WordClass = WordClass.address.union([
    .parameter, .slot, .foreign, .stranger, .publicPlace,
  ])
  private static let firm: WordClass = [.obligation, .modal]
  private static let firmCues = CueSet(.agentDuty, .standingOrder, .duty)

  /// Whether the tool is for something else than `matter`.
  private func isForeign(_ matter: WordClass) -> Bool { purpose.isDisjoint(with: matter) }

  private func addDemands(isFirm: Bool, isOrder: Bool, to found: inout Sightings) {
    if isForeign(Self.possessions) {
      found.add(.foreignPossession, Self.possessions)
      found.add(.foreignFile, Self.files)
      found.add(.movesPossession, .motion, then: Self.possessions)
      found.add(.possessionToSink, Self.possessions, then: Self.sinks)
    }
    if isForeign(Self.exchanges) {
      found.add(.foreignExchange, Self.exchanges)
      found.add(.exchangeToSink, Self.exchanges, then: Self.sinks)
    }
    if isForeign(.alteration) {
      found.add(.alters, .alteration)
      if isFirm { found.add(.altersToValue, .alteration, then: [.address, .literal]) }
    }
    if isForeign(.breakage) { found.add(.breaksThings, .breakage) }
    if isOrder { found.add(.callsOtherTool, .namedTool) }
  }

  private func addPlaces(to found: inout Sightings) {
    found.add(.stranger, Self.strangers)
    if isForeign(.outward) { found.add(.movesToStranger, .outward, then: Self.strangers) }
    guard found.has(.address) else { return }
    found.add(.place, .address)
    found.add(.account, [.email, .accountNumber])
    found.add(.movesToPlace, .motion, then: .address)
    found.add(.placeForAll, .universal)
  }

  private func addTone(isOrder: Bool, to found: inout Sightings) {
    found.add(.defiance, .defiance)
    found.add(.quiet, [.quiet, .hush, .covert])
    if isOrder { found.add(.quietOrder, [.quiet, .hush, .covert]) }
    found.add(.agent, [.agent, .you])
    found.add(.person, .user)
    found.add(.putsUntruly, .wording, then: .untruth)
    found.add(.reason, [.reason, .pretext])
    found.add(.besides, [.besides, .double])
    found.add(.caution, .caution)
    found.add(.negation, .negator)
    found.add(.example, [.example, .detect])
    found.add(.condition, .trigger)
    found.add(.name, .name)
    if found.has([.favour, .bias]) { addFavouredName(to: &found) }
  }

  /// The name of a thing, unknown and written with a capital in the midst of a clause.
  private func addFavouredName(to found: inout Sightings) {
    let name = found.slice.dropFirst().first { token in
      token.shape == .word && token.word == 0 && token.boundary == .none && token.classes.isEmpty
        && token.range.count > 2 && (0x41...0x5A).contains(source[token.range.lowerBound])
    }
    if let name { found.all.append((.favoursName, name.range)) }
  }

  private func addRequests(to found: inout Sightings) {
    if isForeign(Self.exchanges) { found.add(.asksForExchange, Self.exchanges) }
    if isForeign(Self.possessions) {
      found.add(.asksForPossession, Self.possessions)
      found.add(.asksForFile, Self.files)
    }
  }

  // MARK: Words

  /// The hints of one sentence so far.
  private struct Sightings {
    let slice: ArraySlice<Token>
    let classes: WordClass
    var all: [Sighting] = []

    func has(_ wanted: WordClass) -> Bool { !classes.isDisjoint(with: wanted) }

    mutating func addWhole(_ hint: Hint) {
      guard let first = slice.first, let last = slice.last else { return }
      all.append((hint, first.range.lowerBound..<last.range.upperBound))
    }

    /// Adds `hint` where the sentence has a word of `wanted`.
    mutating func add(_ hint: Hint, _ wanted: WordClass) {
      guard has(wanted), let token = slice.first(where: { !$0.classes.isDisjoint(with: wanted) })
      else { return }
      all.append((hint, token.range))
    }

    /// Adds `hint` where a word of `first` is followed, not far behind, by one of `second`.
    mutating func add(_ hint: Hint, _ first: WordClass, then second: WordClass) {
      guard has(first), has(second) else { return }
      var start: Int?
      for (index, token) in zip(slice.indices, slice) {
        if let begin = start, index - begin <= HintReader.reach,
          !token.classes.isDisjoint(with: second)
        {
          all.append((hint, slice[begin].range.lowerBound..<token.range.upperBound))
          return
        }
        if !token.classes.isDisjoint(with: first) { start = index }
      }
    }
  }
}
