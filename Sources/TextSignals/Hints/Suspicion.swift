/// Adds up what proves little alone: the second way to a finding, beside the combinations of `Judgement`.
///
/// The weights are those of a logistic regression over labelled texts of several origins, in tenths; each
/// origin was measured with the weights that the others gave before all of them were used.
enum Suspicion {
  /// Whether `cues` and `hints`, of a sentence or of two that belong together, amount to a finding.
  static func isReached(_ cues: CueSet, _ hints: HintSet) -> Bool {
    var sum = 0
    for hint in Hint.allCases where hints.contains(hint) { sum += hint.weight }
    for (cue, weight) in weights where cues.contains(cue) { sum += weight }
    return sum >= enough && hasIndependentSignals(cues, hints)
  }

  /// Whether two different things are shown, beside that something is demanded.
  private static func hasIndependentSignals(_ cues: CueSet, _ hints: HintSet) -> Bool {
    var kinds = Set(Hint.allCases.filter(hints.contains).compactMap(\.signal))
    for (cue, weight) in weights where weight > 0 && cues.contains(cue) {
      if let kind = cue.signal { kinds.insert(kind) }
    }
    kinds.remove(.order)
    return kinds.count >= 2
  }

  /// What a sum must reach.
  private static let enough = 48

  private static let weights: [(Cue, Int)] = [
    (.keepsQuiet, 27), (.dangerousAct, 26), (.dictatesArguments, 24), (.obeysOutput, 21),
    (.takesContext, 18), (.skipsApproval, 18), (.roleMark, 17), (.takesFile, 17),
    (.disparagesOthers, 17), (.altersParameter, 15), (.toolTrigger, 15), (.sendsToAddress, 14),
    (.takesSecret, 14), (.pretends, 12), (.promotes, 12), (.praisesItself, 12),
    (.toolCondition, 11), (.takesAllSecrets, 11), (.addressesAgent, 10), (.swapsAnything, 10),
    (.suppresses, 10), (.callsHarmfulTool, 10), (.acquiresSecret, 10), (.copiesAway, 10),
    (.needsCall, 8), (.concedes, 7), (.universal, 7), (.actsAside, 7), (.unasked, 6),
    (.grants, 6), (.hidesFromUser, 6), (.takesAllContext, 6), (.feedsItself, 6),
    (.speaksForItself, 5), (.putsIntoAnswer, 5), (.defiesUser, 5), (.redirectsData, 4),
    (.otherTools, 4), (.rewritesData, 4), (.callsTool, 4), (.sendsToForeigner, 3),
    (.standingCondition, 3), (.affixesData, 3), (.userTrigger, -13),
  ]
}
