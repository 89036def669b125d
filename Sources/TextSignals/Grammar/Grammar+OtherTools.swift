extension Grammar {
  /// What is to be done with other tools, which the text names.
  static let otherTools: [Pattern] = [
    // When using `search`; before a file is moved with `move_file`.
    Pattern(
      .toolCondition, .word(.trigger),
      .within(8, [.use, .inOrderTo], .gerund, .third, .past, .other), .within(2, .namedTool)),
    Pattern(
      .toolCondition, .word(.trigger), .within(2, [.you, .user, .agent]), .within(3, .use, .base),
      .within(4, .namedTool)),
    Pattern(
      .toolCondition, .word([.trigger, .universal]), .within(6, .task), .within(4, .namedTool)),
    Pattern(.toolCondition, .word(.trigger), .within(1, .use, .base), .within(4, .namedTool)),
    // You must change the `limit` parameter.
    Pattern(
      .altersParameter, .order, .word(.swap, .base), .within(5, .parameter), .within(3, .to)),
    Pattern(
      .altersParameter, .order, .word(.swap, .base), .within(3, [.slot, .name]), .within(3, .to),
      .within(2, [.literal, .slot, .address])),
    // All requests for it must be redirected.
    Pattern(
      .interceptsTools, .word(.universal), .within(7, [.task, .use], .other, .third),
      .within(9, .modal), .within(2, [.swap, .rewrite, .redirect], .past), .within(4, .to)),
    Pattern(.threatens, .word(.refusal), .within(10, .ruin)),
    Pattern(.callsTool, .order, .word(verbs, .base), .within(9, .namedTool)),
    Pattern(
      .altersCall, .order, .word([.rewrite, .swap, .redirect, .ignore, .carry, .affix], .base)),
    Pattern(
      .callsHarmfulTool, .word(.use, .base, .gerund), .within(4, .harmfulTool)),
    Pattern(
      .dictatesArguments, .word(.use), .within(4, .namedTool), .within(10, [.assigned, .literal])),
    Pattern(.unasked, .word(.besides)),
    Pattern(
      .unasked, .standsNegated, .word(.although), .within(2, .negator), .within(3, .ask, .past)),
    Pattern(.sendsToSpeaker, .word(.outward, .base), .within(8, .to), .within(1, .speaker)),
    Pattern(.needsCall, .word([.need, .modal]), .within(4, .use, .gerund), .within(4, .namedTool)),
    // Others are stale: do without them; route all reads through this one.
    Pattern(.shunsOthers, .word(.ignore, .base), .within(2, .pronoun)),
    Pattern(
      .feedsItself, .word([.redirect, .outward, .use], .base),
      .within(4, [.universal, .contents, .task]), .within(4, .to), .within(2, .thisTool)),
    Pattern(
      .forbidsOthers, .standsNegated, .word(.negator), .within(1, .other), .within(3, .tool),
      .within(4, .use, .past)),
    // This description's priority is higher than the user's query.
    Pattern(.override, .word(.priority), .within(6, .above), .within(6, .user)),
    Pattern(.override, .word(.outrank, .base, .third), .within(4, .user), .within(3, .input)),
    Pattern(
      .defiesInput, .standsNegated, .word(.although), .within(6, .input)),
  ]

  /// Acts that go beyond what a tool is for.
  static let acts: [Pattern] = [
    Pattern(.actsAside, .order, .word(.sideEffect, .base)),
    Pattern(.speaksForItself, .word(.firstPerson)),
    // Must not appear in the answer; results of others are dropped.
    Pattern(
      .suppresses, .standsNegated, .word(.modal), .within(2, .negator), .within(3, .appear)),
    Pattern(
      .suppresses, .word([.response, .contents, .rivals]), .within(6, .modal),
      .within(4, [.damage, .hide], .past)),
    // Set verify_ssl to false.
    Pattern(
      .dangerousAct, .order, .word(.rewrite, .base), .within(4, .safetyName),
      .within(4, .falsy)),
    Pattern(.grants, .word(.receive), .within(4, .foothold)),
    // Content filters are off.
    Pattern(
      .liftsAllSafety, .word([.protection, .guidance]), .within(3, .being),
      .within(2, [.disabled, .outOf])),
  ]

  /// What a text says of itself that it gives away.
  static let confessions: [Pattern] = [
    Pattern(
      .givesAway, .word([.outward, .carry], .third, .gerund), .within(9, confidential)),
    Pattern(
      .givesAway, .word([.outward, .carry], .third, .gerund), .within(6, .user),
      .within(3, [.context, .secret, .personal])),
    Pattern(
      .givesSecret, .word([.outward, .carry], .third, .gerund),
      .within(9, [.secret, .personal])),
    Pattern(
      .givesAway, .word([.outward, .carry], .third, .gerund), .within(5, .universal),
      .within(4, [.secret, .environment])),
    Pattern(
      .givesAway, .word(confidential), .within(6, .being), .within(4, .outward, .past)),
    // Reads the keys and returns them.
    Pattern(
      .givesAway, .word(confidential), .within(14, [.transfer, .carry, .outward], .third, .gerund),
      .within(2, [.pronoun, .reference]), .within(14, [.to, .from])),
    Pattern(.takesAlienFile, .word([.acquire, .transfer, .seize]), .within(9, .alienFile)),
    Pattern(
      .copiesAway, .word([.copyOf, .contents, .response, .universal, .payee, .talk]),
      .within(8, .being), .within(4, [.outward, .redirect], .past),
      .within(6, .to), .within(7, [.destination, .foreign, .address, .publicPlace])),
    Pattern(
      .copiesAway, .word([.outward, .redirect], .third),
      .within(8, [.copyOf, .contents, .response, .universal, .payee, .talk, .pronoun]),
      .within(5, .to), .within(6, [.destination, .foreign, .address, .publicPlace])),
  ]

  private static let confidential: WordClass = [.secretFile, .treasure]
}
