/// What the cues of a sentence, or of two that belong together, amount to.
enum Judgement {
  /// Cues that together are worth a strength.
  private struct Combination {
    let strength: Strength
    /// Each of these sets must have a cue in the sentence.
    let parts: [CueSet]

    init(_ strength: Strength, _ parts: CueSet...) {
      self.strength = strength
      self.parts = parts
    }

    func holds(for cues: CueSet) -> Bool {
      parts.allSatisfy { cues.containsAny($0) }
    }
  }

  /// The strength of `cues`; `nil` where they show nothing.
  static func strength(of cues: CueSet) -> Strength? {
    if let combination = combinations.first(where: { $0.holds(for: cues) }) {
      return combination.strength
    }
    if cues.containsAny(steering), independentSignals(of: cues) >= 2 { return .medium }
    return cues.containsAny(telling) ? .low : nil
  }

  /// How many different things of `suspicious` the cues show.
  private static func independentSignals(of cues: CueSet) -> Int {
    let telling = cues.intersection(suspicious)
    guard telling.count > 1 else { return telling.count }
    return Set(Cue.allCases.filter(telling.contains).compactMap(\.signal)).count
  }

  private static let suspicious = CueSet(
    .override, .defiesUser, .defiesSource, .defiesGuidance, .liftsSafety, .roleMark,
    .addressesAgent,
    .runsBeforeAll, .claimsPriority, .interceptsTools, .runsBeforeAnswers, .prefersItself,
    .praisesItself,
    .disparagesOthers, .forbidsOthers, .forbidsTool, .promotes, .prefersThis, .outshinesOthers,
    .shunsOthers,
    .feedsItself, .takesFile, .takesContext, .takesAllContext, .takesAllSecrets, .takesSecret,
    .takesPersonal,
    .takesUserSecret, .acquiresSecret, .sendsToForeigner, .sendsToAddress, .publishes, .theft,
    .covert,
    .covertWord, .keepsQuiet, .hidesFromUser, .hidesThis, .rewritesData, .redirectsData, .swapsData,
    .swapsUserData, .affixesData, .swapsAnything, .tampers, .persists, .fixedAccount, .dangerousAct,
    .skipsApproval, .waivesApproval, .presumesConsent, .obeysOutput, .deception, .falsehood,
    .pretends)

  /// What tells the agent to do something.
  private static let order = CueSet(.agentDuty, .standingOrder, .imperative, .duty)
  /// The same, said so that it cannot be a description of what the tool does.
  private static let firmOrder = CueSet(.agentDuty, .standingOrder, .duty)
  private static let condition = CueSet(
    .userTrigger, .toolTrigger, .dataTrigger, .standingCondition, .runsBeforeAll)
  /// A speaker who poses as somebody else, or speaks so that only some hear it.
  private static let guise = CueSet(
    .roleMark, .comment, .disguise, .addressesAgent, .singlesOutAgent)
  private static let steering = order.union(condition).union(guise)
    .union(CueSet(.override, .also))
  private static let concealment = CueSet(
    .covert, .covertWord, .keepsQuiet, .hidesFromUser, .hidesThis)
  private static let strongConcealment = CueSet(.covert, .keepsQuiet)
  private static let anyData = CueSet(
    .takesFile, .takesContext, .takesSecret, .takesPersonal, .takesUserSecret)
  private static let outside = CueSet(.sendsOutside, .sendsToAddress)
  private static let inside = CueSet(.putsIntoParameter, .putsIntoAnswer)
  private static let anySink = outside.union(inside).union(CueSet(.passesOn))

  /// The strongest first, so that the first that holds decides.
  private static let combinations = known.sorted { $0.strength > $1.strength }

  private static let known: [Combination] = [
    // Another tool is called or its call changed, which is not what a tool's own text is for.
    Combination(
      .high, CueSet(.toolCondition), CueSet(.altersCall), CueSet(.defiesInput, .override)),
    Combination(.medium, CueSet(.toolCondition), CueSet(.altersCall)),
    Combination(.medium, CueSet(.toolCondition), CueSet(.callsTool)),
    Combination(
      .medium, CueSet(.dictatesArguments),
      CueSet(
        .also, .needsCall, .agentDuty, .defiesUser, .fixedAccount, .takesFile, .unasked,
        .callsHarmfulTool),
      CueSet(.callsTool, .needsCall, .fixedAccount, .callsHarmfulTool, .unasked)),
    Combination(.medium, CueSet(.callsHarmfulTool), CueSet(.also), order),
    Combination(.medium, CueSet(.defiesInput), firmOrder),
    Combination(.medium, CueSet(.altersParameter), firmOrder),
    Combination(.medium, CueSet(.threatens), CueSet(.callsTool)),
    Combination(
      .medium, CueSet(.dictatesArguments), CueSet(.callsTool), CueSet(.anyTrigger),
      CueSet(.prepares, .threatens, .duty)),
    Combination(.high, CueSet(.takesUserSecret), CueSet(.sendsToAddress)),
    Combination(.medium, CueSet(.sendsToSpeaker), CueSet(.universal, .also, .movesUserData)),
    // What a text admits to.
    Combination(.high, CueSet(.givesAway), CueSet(.aside), outside.union(CueSet(.copiesAway))),
    Combination(.medium, CueSet(.givesAway), CueSet(.aside)),
    Combination(
      .medium, CueSet(.givesSecret), CueSet(.aside), CueSet(.offPurpose),
      CueSet(.also, .unasked, .pretext)),
    Combination(.medium, CueSet(.takesAlienFile), CueSet(.offPurpose), CueSet(.aside)),
    Combination(
      .medium, CueSet(.copiesAway), CueSet(.aside),
      CueSet(.unasked, .pretext, .fixedAccount, .sendsToForeigner, .publishes)),
    // Acts beyond what a tool is for.
    Combination(.medium, CueSet(.actsAside), CueSet(.forReading), CueSet(.aside)),
    Combination(
      .medium, CueSet(.speaksForItself), order,
      CueSet(
        .actsAside, .swapsData, .rewritesData, .redirectsData, .movesUserData, .swapsAnything,
        .saysSo),
      CueSet(.aside)),
    Combination(.medium, CueSet(.suppresses), CueSet(.aside)),
    Combination(.medium, CueSet(.grants), CueSet(.aside)),
    // A first sentence that its tool's name does not bear out.
    Combination(
      .medium, CueSet(.offName), CueSet(.takesSecret, .acquiresSecret, .takesFile),
      outside.union(inside).union(CueSet(.takesAllSecrets))),
    Combination(.medium, CueSet(.offName), CueSet(.takesContext), CueSet(.passesOn, .saysSo)),
    // Rules of a product that work against the people whom it serves.
    Combination(.medium, CueSet(.mislabels, .omitsAdverse, .givesExcuse), CueSet(.aside)),
    Combination(.medium, CueSet(.skews, .slotsTalk, .rulesOtherTool), CueSet(.aside)),
    Combination(.medium, CueSet(.lendsName, .stretchesApproval), CueSet(.aside)),
    Combination(.medium, CueSet(.scripted, .belittlesApproval), order),
    Combination(
      .medium, CueSet(.keepsUp),
      CueSet(.redirectsData, .swapsData, .tampers, .skews, .fixedAddress, .movesUserData, .toValue)),
    Combination(.medium, CueSet(.handsOver, .sidelinesUser), CueSet(.aside)),
    Combination(
      .medium, CueSet(.defiesUser), CueSet(.redirectsData, .swapsData, .swapsUserData, .tampers)),
    Combination(.medium, CueSet(.imposesItself, .belittlesApproval), CueSet(.aside)),
    Combination(
      .medium, CueSet(.defiesUser),
      CueSet(.otherTools, .usesThis, .imposesItself, .disparagesOthers)),
    // What frames show.
    Combination(.medium, CueSet(.hushes), CueSet(.aside)),
    Combination(.medium, CueSet(.claimsAuthority), CueSet(.aside)),
    Combination(.medium, CueSet(.pretends), CueSet(.aside), CueSet(.anyTrigger)),
    Combination(.medium, CueSet(.disparagesOthers), CueSet(.shunsOthers, .feedsItself)),
    Combination(
      .medium, CueSet(.addressesAgent), CueSet(.imperative, .agentDuty),
      CueSet(.movesUserData, .takesPersonal)),
    Combination(.medium, CueSet(.slotsTreasure), CueSet(.offPurpose)),
    Combination(.medium, CueSet(.takesBackstage), CueSet(.offPurpose)),
    Combination(.medium, CueSet(.foregoneVerdict), CueSet(.imperative)),
    Combination(.medium, CueSet(.biased), order),
    Combination(
      .medium, CueSet(.advertises), CueSet(.advertisesAgain, .outshinesOthers, .disparagesOthers)),
    Combination(.medium, CueSet(.feedsStranger), CueSet(.unasked, .pretext, .universal)),
    Combination(.medium, CueSet(.reroutesSupply), order.union(condition)),
    Combination(
      .medium, CueSet(.fixedAccount), CueSet(.aside), order.union(outside).union(CueSet(.concedes))),
    // Instructions set aside, and something done instead.
    Combination(.critical, CueSet(.override), anyData.union(outside).union(concealment)),
    Combination(.critical, CueSet(.override), guise),
    // Secrets taken and passed on.
    Combination(.critical, CueSet(.takesFile), anySink, steering),
    Combination(.critical, CueSet(.takesFile), outside),
    Combination(.critical, anyData, concealment, steering),
    Combination(.critical, anyData, strongConcealment),
    Combination(.critical, anyData, CueSet(.sendsToAddress), steering),
    Combination(.critical, CueSet(.theft), anyData.union(outside).union(steering)),
    // The user's business redirected.
    Combination(.critical, CueSet(.sendsToAddress), CueSet(.fixedAddress), strongConcealment),
    Combination(.critical, CueSet(.redirectsData, .rewritesData), CueSet(.fixedAddress), firmOrder),
    Combination(.critical, CueSet(.redirectsData, .rewritesData), CueSet(.fixedAddress), condition),
    Combination(.high, CueSet(.sendsToAddress), CueSet(.movesUserData), firmOrder.union(condition)),
    Combination(.high, CueSet(.redirectsData, .swapsData), CueSet(.fixedAccount), order),
    Combination(.critical, CueSet(.affixesData), CueSet(.fixedAddress)),
    Combination(
      .high, CueSet(.redirectsData, .rewritesData, .swapsData), CueSet(.toolTrigger, .dataTrigger),
      order),
    Combination(.medium, CueSet(.sendsToAddress), CueSet(.movesUserData), CueSet(.imperative)),
    Combination(.medium, CueSet(.redirectsData), firmOrder, CueSet(.also, .pretext)),
    Combination(.medium, CueSet(.swapsData), firmOrder, CueSet(.universal, .pretext)),
    Combination(.high, CueSet(.takesFile), CueSet(.putsIntoParameter)),
    Combination(.high, CueSet(.takesPersonal), outside, CueSet(.also)),
    Combination(.medium, CueSet(.takesUserSecret), inside, firmOrder),
    Combination(.medium, anyData, CueSet(.standingCondition), order),
    // Orders of somebody who poses as somebody else, or that nobody is to hear of.
    Combination(.high, CueSet(.override)),
    Combination(
      .high, guise, order,
      anyData.union(outside).union(concealment).union(
        CueSet(.dangerousAct, .rewritesData, .redirectsData, .deception))),
    Combination(.high, CueSet(.takesFile), steering),
    Combination(.high, anyData, outside, steering),
    Combination(.high, strongConcealment, order),
    Combination(.medium, CueSet(.keepsQuiet)),
    Combination(.medium, CueSet(.covertWord), firmOrder),
    Combination(
      .medium, CueSet(.hidesThis),
      guise.union(CueSet(.userTrigger, .dataTrigger, .also, .imperative))),
    Combination(.medium, CueSet(.roleMark), order),
    Combination(.medium, CueSet(.templateMark)),
    Combination(.medium, CueSet(.takesContext), order),
    // Harm.
    Combination(.high, CueSet(.dangerousAct), concealment.union(condition)),
    Combination(.high, CueSet(.dangerousAct), firmOrder),
    Combination(.medium, CueSet(.dangerousAct), order),
    Combination(.medium, CueSet(.deception), order),
    Combination(
      .medium, CueSet(.pretends), CueSet(.imperative, .passesOn, .agentDuty, .standingOrder)),
    Combination(.medium, CueSet(.skipsApproval), CueSet(.obeysOutput, .addressesAgent)),
    Combination(.medium, CueSet(.skipsApproval), guise),
    Combination(.medium, CueSet(.skipsApproval), order),
    Combination(.medium, CueSet(.presumesConsent), order.union(CueSet(.skipsApproval))),
    Combination(.medium, CueSet(.elevatesOutput)),
    Combination(.medium, CueSet(.defiesUser), order),
    Combination(
      .medium, CueSet(.takesPersonal, .takesSecret, .takesContext), CueSet(.sendsToForeigner),
      CueSet(.aside)),
    Combination(.medium, CueSet(.persists), order, CueSet(.duty, .standingOrder, .takesUserSecret)),
    Combination(
      .medium, CueSet(.promotes),
      guise.union(CueSet(.universal, .standingCondition, .standingOrder))),
    Combination(.medium, CueSet(.takesUserSecret), CueSet(.imperative)),
    Combination(.medium, CueSet(.takesPersonal), CueSet(.publishes)),
    Combination(.high, CueSet(.acquiresSecret), firmOrder, condition, inside.union(outside)),
    Combination(.medium, CueSet(.swapsUserData), firmOrder),
    Combination(.medium, CueSet(.movesUserData), CueSet(.also), CueSet(.universal), firmOrder),
    Combination(.high, anyData, CueSet(.covertWord)),
    Combination(.medium, CueSet(.forbidsTool), CueSet(.praisesItself), CueSet(.imperative)),
    Combination(.medium, CueSet(.takesContext), CueSet(.takesAllContext, .takesAllSecrets)),
    Combination(.medium, CueSet(.falsehood)),
    Combination(
      .medium, CueSet(.defiesSource),
      CueSet(.imperative, .deception, .agentDuty, .standingOrder, .saysSo)),
    Combination(.medium, CueSet(.deception, .pretends), CueSet(.userTrigger)),
    Combination(
      .medium, CueSet(.liftsSafety),
      guise.union(CueSet(.override, .skipsApproval))),
    Combination(.medium, CueSet(.skipsApproval, .waivesApproval), CueSet(.presumesConsent)),
    Combination(.medium, CueSet(.obeysOutput), CueSet(.defiesUser, .standingCondition)),
    Combination(
      .medium, CueSet(.covertWord), CueSet(.imperative), condition.union(anyData).union(outside)),
    Combination(
      .medium, CueSet(.hidesThis, .hidesFromUser), CueSet(.falsehood, .pretends, .deception)),
    Combination(
      .high, CueSet(.toolTrigger), CueSet(.fixedAccount), CueSet(.imperative, .standingOrder, .duty)
    ),
    Combination(.high, CueSet(.toolTrigger), CueSet(.sendsOutside), firmOrder),
    Combination(.medium, CueSet(.toolTrigger), CueSet(.swapsAnything, .rewritesData), order),
    Combination(.medium, CueSet(.putsIntoAnswer), CueSet(.fixedAddress), order, condition),
    Combination(.medium, CueSet(.redirectsData), CueSet(.fixedAccount)),
    Combination(.high, CueSet(.fixedAccount), CueSet(.defiesUser)),
    Combination(.medium, CueSet(.swapsData), CueSet(.duty), CueSet(.aside), CueSet(.toValue)),
    Combination(.medium, CueSet(.defiesGuidance), order.union(CueSet(.obeysOutput))),
    Combination(.medium, CueSet(.takesSecret), CueSet(.takesAllSecrets), order),
    Combination(
      .medium, CueSet(.tampers), CueSet(.imperative),
      condition.union(CueSet(.concedes, .disparagesOthers))),
    Combination(
      .medium, CueSet(.hidesThis), CueSet(.also, .saysSo, .defiesUser, .keepsQuiet, .covertWord)),
    Combination(.medium, CueSet(.skipsApproval), condition),
    Combination(
      .medium, CueSet(.movesUserData), CueSet(.fixedAccount), CueSet(.anyTrigger),
      CueSet(.imperative)),
    Combination(.medium, CueSet(.addressesAgent), CueSet(.imperative), inside),
    Combination(.medium, CueSet(.feedsItself), CueSet(.otherTools)),
    Combination(.medium, CueSet(.prefersThis), CueSet(.concedes), firmOrder),
    Combination(.high, CueSet(.swapsData), CueSet(.fixedAccount)),
    Combination(.medium, CueSet(.sendsToAddress), CueSet(.fixedAccount), CueSet(.pretext)),
    Combination(.medium, CueSet(.covert), outside),
    Combination(.medium, CueSet(.hidesFromUser), CueSet(.covertWord)),
    Combination(
      .medium, CueSet(.solicits), CueSet(.imperative, .passesOn, .userTrigger, .agentDuty)),
    Combination(.medium, CueSet(.dangerousAct), CueSet(.prepares)),
    Combination(.medium, CueSet(.takesSecret), CueSet(.agentDuty), inside.union(CueSet(.passesOn))),
    Combination(
      .medium, CueSet(.anyTrigger), CueSet(.standingOrder), CueSet(.fixedAddress),
      CueSet(.passesOn), CueSet(.universal, .dataTrigger, .standingOrder)),
    Combination(.medium, CueSet(.usesThis), CueSet(.disparagesOthers)),
    Combination(.medium, CueSet(.mandatesItself), CueSet(.concedes)),
    Combination(.medium, CueSet(.obeysOutput), CueSet(.comment, .addressesAgent, .singlesOutAgent)),
    Combination(
      .medium, CueSet(.prefersThis),
      CueSet(.otherTools, .praisesItself, .outshinesOthers, .disparagesOthers),
      condition.union(firmOrder)),
    Combination(.medium, CueSet(.outshinesOthers), firmOrder.union(CueSet(.defiesUser))),
    Combination(
      .medium, CueSet(.shunsOthers), CueSet(.praisesItself, .prefersThis, .outshinesOthers)),
    Combination(
      .medium, CueSet(.disparagesOthers), CueSet(.thisTool),
      CueSet(.imperative, .standingOrder, .agentDuty), CueSet(.passesOn, .prefersThis)),
    Combination(.medium, CueSet(.liftsAllSafety)),
    Combination(.medium, CueSet(.publishes), CueSet(.also), CueSet(.imperative)),
    Combination(.medium, CueSet(.forbidsOthers), CueSet(.disparagesOthers, .praisesItself)),
    Combination(.medium, CueSet(.runsBeforeAnswers), CueSet(.runsFirst), firmOrder),
    Combination(.medium, CueSet(.runsBeforeAll), firmOrder),
    Combination(.medium, CueSet(.claimsPriority, .interceptsTools)),
    Combination(
      .medium, CueSet(.prefersItself),
      firmOrder.union(CueSet(.praisesItself, .disparagesOthers))),
    Combination(.medium, CueSet(.forbidsOthers), order),
    Combination(
      .medium, CueSet(.praisesItself), CueSet(.disparagesOthers, .prefersItself, .forbidsOthers)),
    Combination(.medium, CueSet(.disparagesOthers), CueSet(.forbidsOthers, .agentDuty)),
    Combination(
      .medium, CueSet(.disparagesOthers), CueSet(.thisTool), CueSet(.takesSecret, .takesContext)),
  ]

  /// Cues that are worth showing alone.
  private static let telling = CueSet(
    .roleMark, .runsBeforeAll, .prefersItself, .praisesItself, .disparagesOthers, .forbidsOthers,
    .takesFile, .takesContext, .sendsToAddress, .covert, .hidesFromUser, .hidesThis,
    .redirectsData, .dangerousAct, .deception, .disguise, .theft, .toolTrigger, .skipsApproval,
    .covertWord, .addressesAgent, .defiesUser, .obeysOutput, .liftsSafety, .defiesSource,
    .interceptsTools, .prefersThis, .outshinesOthers)
}
