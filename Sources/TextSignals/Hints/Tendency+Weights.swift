/// The weights of a logistic regression over labelled tools of many origins, in tenths.
///
/// Each origin was measured with the weights that the others gave before all of them were used; of an attack,
/// the sentence that weighs most was learned from, and of an honest tool every one.
extension Tendency {
  /// What every sentence begins with.
  static let start = -37
  /// What a sum must reach.
  static let enough = 20

  static let weights = suspectPairs + honestPairs

  /// Matters that honest texts do not have in one sentence.
  private static let suspectPairs: [Weight] = [
    Weight([.authority, .protection], 23), Weight([.favour, .rivals], 16),
    Weight([.link, .say], 16), Weight([.obedience, .tools], 16), Weight([.defiance, .notice], 15),
    Weight([.duty, .tell], 15), Weight([.favour, .link], 15), Weight([.protection, .reason], 15),
    Weight([.fill, .privacy], 14), Weight([.rivals, .tools], 14),
    Weight([.authority, .change], 13),
    Weight([.money, .party], 13), Weight([.duty, .favour], 12), Weight([.fetch, .habit], 12),
    Weight([.fetch, .secret], 12), Weight([.namedTool, .slot], 12), Weight([.omit, .order], 12),
    Weight([.file, .secretFile], 11), Weight([.namedTool, .obligation], 11),
    Weight([.amount, .say], 10), Weight([.favour, .universal], 10), Weight([.file, .talk], 10),
    Weight([.habit, .hush], 10), Weight([.habit, .secret], 10), Weight([.order, .secret], 10),
    Weight([.say, .sham], 10), Weight([.send, .tell], 10), Weight([.slot, .talk], 10),
    Weight([.authority, .caution], 9), Weight([.authority, .quotedName], 9),
    Weight([.authority, .reader], 9), Weight([.change, .firmOrder], 9),
    Weight([.exchange, .fetch], 9), Weight([.firmOrder, .literal], 9), Weight([.harm, .party], 9),
    Weight([.literal, .namedTool], 9), Weight([.money, .reader], 9),
    Weight([.notice, .obligation], 9), Weight([.privacy, .thisTool], 9),
    Weight([.reader, .slot], 9), Weight([.approval, .authority], 8),
    Weight([.authority, .send], 8),
    Weight([.change, .literal], 8), Weight([.change, .reader], 8), Weight([.exchange, .order], 8),
    Weight([.favour, .obedience], 8), Weight([.favour, .sham], 8), Weight([.hush, .order], 8),
    Weight([.namedTool, .rivals], 8), Weight([.notice, .protection], 8),
    Weight([.order, .reader], 8), Weight([.secret, .universal], 8),
    Weight([.approval, .notice], 7),
    Weight([.approval, .obedience], 7), Weight([.approval, .reader], 7),
    Weight([.defiance, .say], 7), Weight([.favour, .say], 7), Weight([.fetch, .file], 7),
    Weight([.file, .slot], 7), Weight([.instruction, .privacy], 7),
    Weight([.obligation, .quotedName], 7), Weight([.privacy, .slot], 7),
    Weight([.reason, .tell], 7), Weight([.reason, .tools], 7), Weight([.change, .obligation], 6),
    Weight([.change, .party], 6), Weight([.condition, .money], 6),
    Weight([.condition, .namedTool], 6), Weight([.defiance, .negation], 6),
    Weight([.habit, .literal], 6), Weight([.money, .say], 6), Weight([.party, .send], 6),
    Weight([.privacy, .protection], 6), Weight([.quotedName, .send], 6),
    Weight([.send, .universal], 6), Weight([.approval, .say], 5),
    Weight([.change, .instruction], 5), Weight([.fill, .money], 5), Weight([.fill, .namedTool], 5),
    Weight([.habit, .tools], 5), Weight([.literal, .reader], 5), Weight([.name, .send], 5),
    Weight([.negation, .reader], 5), Weight([.omit, .reader], 5), Weight([.people, .reason], 5),
    Weight([.protection, .tell], 5), Weight([.reader, .sham], 5), Weight([.amount, .fill], 4),
    Weight([.obligation, .protection], 4), Weight([.obligation, .reason], 4),
    Weight([.defiance, .privacy], 3), Weight([.harm, .send], 3), Weight([.negation, .omit], 3),
    Weight([.example, .say], 2), Weight([.money, .universal], 2), Weight([.example, .fill], 1),
    Weight([.instruction, .rivals], 1), Weight([.money, .omit], 1),
    Weight([.namedTool, .thisTool], 1),
  ]

  /// Matters that honest texts often have in one sentence.
  private static let honestPairs: [Weight] = [
    Weight([.authority, .tools], -1), Weight([.condition, .secret], -1),
    Weight([.caution, .duty], -2), Weight([.habit, .universal], -2),
    Weight([.instruction, .tools], -2), Weight([.name, .quotedName], -2),
    Weight([.omit, .say], -2),
    Weight([.habit, .quotedName], -3), Weight([.harm, .universal], -3),
    Weight([.name, .order], -3),
    Weight([.authority, .party], -4), Weight([.change, .negation], -4),
    Weight([.instruction, .notice], -4), Weight([.obedience, .send], -4),
    Weight([.amount, .instruction], -5), Weight([.authority, .literal], -5),
    Weight([.change, .fill], -5), Weight([.change, .link], -5), Weight([.firmOrder, .say], -5),
    Weight([.instruction, .money], -5), Weight([.notice, .omit], -5), Weight([.people, .tell], -5),
    Weight([.say, .send], -5), Weight([.fetch, .fill], -6), Weight([.fetch, .instruction], -6),
    Weight([.file, .link], -6), Weight([.firmOrder, .tell], -6), Weight([.money, .obedience], -6),
    Weight([.obedience, .quotedName], -6), Weight([.obligation, .people], -6),
    Weight([.rivals, .secret], -6), Weight([.rivals, .thisTool], -6),
    Weight([.approval, .slot], -7), Weight([.condition, .reader], -7),
    Weight([.defiance, .reason], -7), Weight([.favour, .send], -7), Weight([.file, .sham], -7),
    Weight([.omit, .secret], -7), Weight([.privacy, .say], -7), Weight([.protection, .reader], -7),
    Weight([.reader, .secret], -7), Weight([.send, .talk], -7), Weight([.approval, .tools], -8),
    Weight([.authority, .fetch], -8), Weight([.authority, .sham], -8),
    Weight([.condition, .rivals], -8), Weight([.favour, .notice], -8),
    Weight([.fetch, .protection], -8), Weight([.firmOrder, .protection], -8),
    Weight([.hush, .people], -8), Weight([.literal, .name], -8), Weight([.literal, .notice], -8),
    Weight([.name, .secret], -8), Weight([.negation, .reason], -8), Weight([.favour, .reason], -9),
    Weight([.fill, .name], -9), Weight([.literal, .rivals], -9), Weight([.name, .namedTool], -9),
    Weight([.negation, .sham], -9), Weight([.privacy, .talk], -9), Weight([.secret, .tools], -9),
    Weight([.slot, .tell], -9), Weight([.amount, .file], -10), Weight([.condition, .tell], -10),
    Weight([.example, .reader], -10), Weight([.example, .people], -11),
    Weight([.literal, .negation], -11), Weight([.literal, .people], -11),
    Weight([.name, .notice], -11), Weight([.notice, .sham], -11), Weight([.notice, .talk], -11),
    Weight([.say, .universal], -11), Weight([.approval, .people], -12),
    Weight([.caution, .name], -12), Weight([.literal, .omit], -12), Weight([.name, .sham], -12),
    Weight([.negation, .privacy], -12), Weight([.authority, .namedTool], -14),
    Weight([.example, .habit], -14), Weight([.example, .slot], -14),
    Weight([.exchange, .name], -14), Weight([.negation, .secret], -16),
    Weight([.habit, .negation], -19),
  ]

  static let hintWeights: [(Hint, Int)] = [
    (.possessionToSink, 20), (.account, 19), (.foreignFile, 17), (.putsUntruly, 15),
    (.movesToPlace, 15), (.quietOrder, 13), (.person, 13), (.favoursName, 11), (.quiet, 10),
    (.stranger, 9), (.name, 9), (.foreignExchange, 9), (.movesToStranger, 8), (.agent, -3),
    (.alters, -6),
  ]

  static let cueWeights: [(Cue, Int)] = [
    (.override, 45), (.roleMark, 40), (.keepsQuiet, 29), (.dangerousAct, 29), (.hushes, 28),
    (.threatens, 26), (.sendsToAddress, 24), (.skipsApproval, 23), (.disparagesOthers, 23),
    (.foregoneVerdict, 22), (.dictatesArguments, 22), (.claimsAuthority, 21), (.advertises, 21),
    (.fixedAccount, 20), (.advertisesAgain, 20), (.skews, 19), (.mislabels, 19), (.biased, 18),
    (.takesContext, 17), (.forbidsOthers, 17), (.actsAside, 16), (.scripted, 15),
    (.prefersItself, 15), (.reroutesSupply, 14), (.feedsStranger, 14), (.givesAway, 13),
    (.defiesUser, 13), (.suppresses, 12), (.presumesConsent, 12), (.obeysOutput, 12),
    (.lendsName, 12), (.toolCondition, 11), (.slotsTreasure, 11), (.praisesItself, 11),
    (.imposesItself, 11), (.concedes, 11), (.pretext, 10), (.pretends, 10), (.unasked, 9),
    (.toolTrigger, 9), (.toValue, 9), (.theft, 9), (.takesFile, 9), (.liftsSafety, 9),
    (.callsHarmfulTool, 9), (.altersCall, 9), (.universal, 8), (.takesSecret, 8),
    (.speaksForItself, 8), (.callsTool, 8), (.takesAllSecrets, 7), (.movesUserData, 6),
    (.hidesThis, 6), (.hidesFromUser, 6), (.sendsOutside, 4), (.takesAlienFile, 3), (.usesThis, -5),
    (.standingOrder, -6),
  ]
}
