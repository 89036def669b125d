extension Grammar {
  /// What is said to the agent, and when it is to act.
  static let orders: [Pattern] = [
    // You must, the assistant should.
    Pattern(.agentDuty, .word([.agent, .you]), .within(3, .modal)),
    Pattern(.standingOrder, .word(.modal), .within(3, verbs, .base)),
    Pattern(.duty, .word(.modal), .within(4, verbs, .past)),
    // When the user asks, whenever somebody mentions.
    Pattern(.userTrigger, .word(.trigger), .within(5, .user), .within(3, .ask)),
    Pattern(.userTrigger, .word(.trigger), .within(4, .universal), .within(3, [.task, .user])),
    Pattern(
      .userTrigger, .word(.trigger), .within(3, [.tell, .transfer], .gerund),
      .within(6, [.user, .response])),
    Pattern(.userTrigger, .word(.trigger), .within(3, .task), .within(3, [.ask, .know])),
    // When send_email is used, before calling any function.
    Pattern(.toolTrigger, .word(.trigger), .within(4, .use), .within(4, [.tool, .name])),
    Pattern(.toolTrigger, .word(.trigger), .within(4, .name), .within(7, .use)),
    // When transferring funds.
    Pattern(
      .dataTrigger, .word(.trigger), .within(4, [.redirect, .outward, .transfer], .gerund, .past),
      .within(4, .payee)),
    Pattern(
      .dataTrigger, .word(.trigger), .within(4, .payee), .within(4, [.redirect, .outward], .past)),
    Pattern(.userTrigger, .word(.trigger), .within(1, .ask, .past)),
    Pattern(.userTrigger, .word(.trigger), .within(4, .task), .within(2, .ask)),
    // Any call to send_email.
    Pattern(.toolTrigger, .word(.universal), .within(2, .use), .within(3, .name)),
    Pattern(.standingCondition, .word(.whenever)),
    Pattern(.defiesUser, .standsNegated, .word(.although), .within(8, .user), .within(3, .ask)),
    Pattern(.defiesUser, .standsNegated, .word(.although), .within(5, .ask), .within(3, .user)),
    Pattern(
      .defiesUser, .standsNegated, .word(.although), .within(3, .user), .within(1, .receive),
      .within(3, .own)),
    // No matter what the source says.
    Pattern(
      .defiesSource, .standsNegated, .word(.although),
      .within(4, [.response, .tool, .thisTool, .contents, .inspect, .name, .destination]),
      .within(2, .saying, .third, .base)),
    Pattern(
      .agentDuty, .word(.ask, .third, .past), .within(2, .you), .within(1, verbs, .base)),
    Pattern(.addressesAgent, .word(.agent), .within(1, .guidance)),
    Pattern(.addressesAgent, .word(.preface), .within(3, .agent)),
    Pattern(.addressesAgent, .word(.guidance), .within(3, .agent)),
    Pattern(.addressesAgent, .word(.agent), .within(2, .solely)),
    Pattern(.singlesOutAgent, .word(.trigger), .within(2, .you), .within(4, .agent)),
    Pattern(.agentDuty, .word(.trigger), .within(1, .you), .within(2, .transfer, .base)),
    // To use this tool, provide …
    Pattern(
      .standingOrder, .word(.inOrderTo), .within(3, .thisTool), .within(3, verbs, .base)),
    Pattern(.standingOrder, .word(.modal), .within(3, .before), .within(1, .tool)),
    Pattern(.concedes, .word(.although)),
    // If anything at all, then do this.
    Pattern(.anyTrigger, .word(.trigger)),
    Pattern(.toolTrigger, .word(.trigger), .within(2, .other), .within(2, .tool)),
    // This has to be invoked.
    Pattern(
      .mandatesItself, .word([.thisTool, .pronoun]), .within(4, .modal), .within(3, .use, .past)),
    Pattern(.also, .word(.also)),
    Pattern(.pretext, .word(.pretext)),
  ]
}
