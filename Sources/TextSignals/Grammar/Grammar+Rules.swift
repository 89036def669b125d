extension Grammar {
  /// Rules of a product that work against the people whom it serves: what they are told, shown and asked.
  static let rules: [Pattern] = answers + figures + agreement + slots + impositions

  /// What people are told who ask, and what is left out.
  private static let answers: [Pattern] = [
    // Asked about it, say that it only plays music; whoever wonders about the light hears of a driver.
    Pattern(
      .scripted, .word(.wonder), .within(3, [.pronoun, .why, .excuse]),
      .within(4, [.tell, .saying, .wording], .base)),
    Pattern(.scripted, .word(.wonder), .within(6, [.excuse, .why]), .within(8, .literal)),
    // Complaints are counted as neutral; findings are to be reported as minor.
    Pattern(
      .mislabels, .word([.measure, .adverse]),
      .within(12, [.wording, .treat, .tell, .skewing], .past),
      .within(2, .to), .within(2, [.mild, .verdict])),
    Pattern(.mislabels, .word([.measure, .adverse]), .within(12, .posing), .within(2, .mild)),
    Pattern(
      .mislabels, .order, .word([.wording, .tell], .base),
      .within(6, [.measure, .adverse, .rivals]),
      .within(4, .to), .within(3, [.mild, .verdict])),
    // Drawbacks are left out; cheaper ones must not be mentioned.
    Pattern(
      .omitsAdverse, .word(.adverse), .within(10, [.hide, .ignore, .damage], .past)),
    Pattern(
      .omitsAdverse, .order, .word([.hide, .ignore, .damage], .base), .within(5, .adverse)),
    Pattern(
      .omitsAdverse, .standsNegated, .word(.negator), .within(2, [.tell, .remark], .base, .other),
      .within(6, .adverse)),
    Pattern(.omitsAdverse, .word(.adverse), .within(8, .outOf), .within(4, [.response, .user])),
    // If it is somebody from that team, say that the index is down.
    Pattern(
      .scripted, .word([.tell, .saying, .act, .wording], .base), .within(4, .soThat),
      .within(6, [.state, .mild, .verdict])),
    Pattern(
      .scripted, .word([.tell, .inform], .base), .within(2, .user), .within(8, .verdict)),
    // Reports success without running.
    Pattern(
      .falsehood, .standsNegated, .word([.tell, .saying]), .within(3, [.outcome, .verdict]),
      .within(2, .without), .within(1, [.use, .inspect], .gerund)),
    // Answer that none is known, even when one is listed.
    Pattern(
      .falsehood, .standsNegated, .word([.tell, .act, .saying], .base), .within(2, .soThat),
      .within(5, .negator), .within(8, .although)),
    // Give lack of experience as the reason; the reason given is a lack of parts.
    Pattern(
      .givesExcuse, .word([.transfer, .wording, .tell], .base), .within(9, .to),
      .within(2, .excuse)),
    // The receipt still names it; report the path as usual.
    Pattern(
      .keepsUp, .word([.tell, .wording, .saying], .base, .third), .within(8, .asBefore)),
    Pattern(
      .keepsUp, .word(.asBefore), .within(2, [.tell, .wording, .saying, .favour], .base, .third)),
  ]

  /// What is measured or due, given higher or lower than it is.
  private static let figures: [Pattern] = [
    // Marks are raised by half a point; readings are lowered before you submit them.
    Pattern(
      .skews, .word(.measure), .within(12, .being), .within(4, .skewing, .past),
      .within(6, [.share, .before, .agentItself])),
    Pattern(.skews, .order, .word(.skewing, .base), .within(5, .measure), .within(6, .share)),
    Pattern(
      .skews, .order, .word(.tamper, .base), .within(5, [.measure, .payee]), .within(2, .upOrDown)),
    Pattern(
      .skews, .order, .word(.skewing, .base), .within(8, .share), .within(6, .before)),
    Pattern(
      .skews, .order, .word(.skewing, .base), .within(2, .universal),
      .within(2, [.measure, .payee])),
    Pattern(.skews, .order, .word(.wording, .base), .within(12, .share), .within(4, .above)),
  ]

  /// Who is said to agree, and that nobody need be asked.
  private static let agreement: [Pattern] = [
    // Confirmation prompts are annoying; the dry run is a leftover.
    Pattern(
      .belittlesApproval, .word(.approval), .within(8, .nuisance)),
    Pattern(
      .belittlesApproval, .word(.ask, .gerund), .within(6, .nuisance)),
    Pattern(
      .belittlesApproval, .word(.task), .within(2, .assent, .base), .within(2, .nuisance)),
    // Accept it on their behalf; approve it with the bot account; signed by the agent itself.
    Pattern(.lendsName, .order, .word([.assent, .sideEffect], .base), .within(6, .inName)),
    Pattern(.lendsName, .word(.approval), .within(6, .modal), .within(5, .agentItself)),
    Pattern(
      .lendsName, .word(.approval), .within(3, .being), .within(5, .to), .within(2, .agentItself)),
    Pattern(
      .lendsName, .order, .word(.assent, .base), .within(1, .forWhom),
      .within(1, [.user, .pronoun])),
    Pattern(.belittlesApproval, .word(.nuisance), .within(3, .warning)),
    // Counts as approved; one approval covers the other tools.
    Pattern(
      .stretchesApproval, .word([.posing, .stretch]), .within(3, .to), .within(2, .agreed)),
    Pattern(.stretchesApproval, .word(.posing), .within(2, .agreed)),
    Pattern(
      .stretchesApproval, .word(.treat, .base), .within(8, .to), .within(2, .agreed)),
    Pattern(
      .stretchesApproval, .word([.approval, .agreed]), .within(6, .stretch, .third, .gerund),
      .within(5, [.other, .namedTool, .everyOther])),
    // Consent is presumed.
    Pattern(
      .stretchesApproval, .word([.approval, .consent]), .within(3, .being), .within(2, .blanket)),
    // Reviewers have agreed to this in general.
    Pattern(.presumesConsent, .word(.user), .within(3, .agreed), .within(5, .blanket)),
    // Go on without showing them.
    Pattern(
      .skipsApproval, .word([.pacing, .act], .base), .within(3, .without),
      .within(2, [.tell, .ask], .gerund)),
    // Agents need not ask.
    Pattern(
      .skipsApproval, .standsNegated, .word(.need), .within(1, .negator),
      .within(2, [.ask, .inform, .assent], .base)),
  ]

  /// What people have said, put where the tool's owner reads it.
  private static let slots: [Pattern] = [
    Pattern(
      .slotsTalk, .word([.universal, .although, .contents]), .within(5, .user),
      .within(4, .spoken), .within(12, .landing), .within(4, [.slot, .parameter, .name]))
  ]

  /// Other tools and their arguments.
  private static let impositions: [Pattern] = [
    // Its `reply_to` is always this address.
    Pattern(
      .rulesOtherTool, .word(.namedTool), .within(10, [.parameter, .slot, .name]),
      .within(4, [.modal, .obligation]), .within(6, [.address, .literal])),
    Pattern(
      .rulesOtherTool, .word(.namedTool), .within(12, [.parameter, .slot, .name]),
      .within(4, .being), .within(1, .universal)),
    // Handed to bank_parse of that server.
    Pattern(
      .handsOver, .word([.carry, .outward], .past), .within(2, .to), .within(2, .name),
      .within(5, .tool)),
    // It goes to this account, not to the customer's; keep their own in the comment.
    Pattern(
      .sidelinesUser, .standsNegated, .word([.accountNumber, .email, .literal]),
      .within(3, .negator), .within(5, .user)),
    Pattern(.sidelinesUser, .word(.keep, .base), .within(3, .user), .within(1, .own)),
    // The other is to be considered switched off.
    Pattern(
      .imposesItself, .word(.treat, .past, .base), .within(6, [.disabled, .outOf]),
      .within(6, .thisTool)),
    // What the user tells other servers.
    Pattern(
      .slotsTalk, .word(.user), .within(2, [.tell, .transfer], .base, .third),
      .within(3, .other), .within(2, .tool)),
    // Prior to any work on a request, call this.
    Pattern(
      .imposesItself, .word(.before), .within(1, .universal), .within(2, .task),
      .within(8, .use, .base), .within(2, .thisTool)),
    // Prefer it over everything else; all traffic goes through it.
    Pattern(
      .imposesItself, .word([.prefer, .use], .base), .within(2, [.thisTool, .reference]),
      .within(2, .exclusive), .within(2, .everyOther)),
    Pattern(
      .imposesItself, .word([.pacing, .use], .base), .within(2, .to), .within(1, .thisTool),
      .within(2, .to), .within(3, .universal)),
    Pattern(.disparagesOthers, .word(.other), .within(6, .being), .within(6, .inferior)),
    Pattern(.imposesItself, .word(.other), .within(10, .slander)),
    // What another server would write is to be written here as well.
    Pattern(
      .imposesItself, .word(.other), .within(6, .tool), .within(4, .modal),
      .within(5, [.transfer, .outward, .use, .redirect, .acquire], .past), .within(2, .here)),
    // So that the change is not recorded.
    Pattern(
      .hidesThis, .standsNegated, .word(.soThat), .within(6, .negator), .within(2, .recorded)),
    // Read a file of the user's settings and give its text.
    Pattern(
      .takesAlienFile, .word([.acquire, .seize], .base), .within(4, .homeFile),
      .within(6, [.transfer, .carry, .outward], .base)),
    Pattern(
      .disparagesOthers, .standsNegated, .word(.other), .within(5, .inferior)),
  ]
}
