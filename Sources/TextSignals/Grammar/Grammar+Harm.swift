extension Grammar {
  /// Harm, pretence, approvals set aside.
  static let harm: [Pattern] = [
    Pattern(.dangerousAct, .word(.damage, .base, .past), .within(6, .protection)),
    Pattern(.dangerousAct, .order, .word(.damage, .base), .within(5, .trace)),
    Pattern(.dangerousAct, .word(.plant, .base, .past), .within(6, .foothold)),
    Pattern(.dangerousAct, .order, .word([.plant, .carry], .base), .within(14, .foothold)),
    // Logging has to be disabled.
    Pattern(.dangerousAct, .word(.protection), .within(3, .modal), .within(4, .damage, .past)),
    // The check gets in the way: switch it off.
    Pattern(
      .dangerousAct, .word(.protection), .within(10, [.act, .swap], .base), .within(2, .pronoun),
      .within(1, .outOf)),
    Pattern(.dangerousAct, .order, .word(.assent, .base), .within(6, .foothold)),
    Pattern(
      .dangerousAct, .word(.trace), .within(4, .reference), .within(6, .modal),
      .within(3, .damage, .past)),
    // Turn the checks off; so that nobody has to approve it; no need to wait for a yes.
    Pattern(
      .dangerousAct, .order, .word([.act, .swap], .base), .within(4, .protection),
      .within(1, .outOf)),
    Pattern(
      .skipsApproval, .standsNegated, .word(.negator), .within(3, .modal), .within(4, .approval)),
    Pattern(.skipsApproval, .order, .word(.assent, .base), .within(2, .automatic)),
    Pattern(.foregoneVerdict, .order, .word(.assurance, .base), .within(3, .user)),
    // Mark it as approved; describe them as safe.
    Pattern(
      .foregoneVerdict, .order, .word([.wording, .treat], .base), .within(9, .to),
      .within(3, .verdict)),
    // Approve and merge at once.
    Pattern(
      .skipsApproval, .order, .word(.assent, .base), .within(3, .act, .base),
      .within(3, .automatic)),
    // Say that all of them are fine; that it was verified, though nothing was.
    Pattern(
      .foregoneVerdict, .order, .word([.tell, .pretend, .act], .base), .within(2, .soThat),
      .within(2, .universal), .within(5, .verdict)),
    Pattern(
      .falsehood, .word([.inform, .pretend], .base), .within(12, .verdict),
      .within(4, .although), .within(3, .negator)),
    Pattern(.dangerousAct, .word(.download), .within(8, .shell)),
    Pattern(
      .dangerousAct, .word([.rewrite, .transfer, .plant], .base, .past), .within(6, .startupFile)),
    // Disable it before the call.
    Pattern(.prepares, .word([.damage, .plant, .assent], .base), .within(14, .before)),
    Pattern(.saysSo, .word([.tell, .act], .base)),
    Pattern(.pretends, .word(.sham)),
    Pattern(
      .deception, .word(.pretend, .base), .within(8, [.outcome, .user, .thisTool, .attackName])),
    Pattern(
      .deception, .word(.tell, .base), .within(3, .user), .within(10, .outcome),
      .within(6, .although)),
    // Say that none are left even though there are.
    Pattern(
      .falsehood, .word([.tell, .pretend], .base), .within(8, .negator), .within(8, .although),
      .within(2, [.pronoun, .reference]), .within(1, .being)),
    // Claim that it worked even when it did not.
    Pattern(
      .falsehood, .standsNegated, .word([.tell, .pretend, .act], .base), .within(12, .although),
      .within(3, [.pronoun, .reference, .thisTool]), .within(3, .negator)),
    Pattern(
      .falsehood, .word(.tell, .base), .within(2, .user), .within(10, .outcome),
      .within(3, .although)),
    Pattern(.deception, .word(.trigger), .within(4, .user), .within(2, .ask), .within(1, .why)),
    // Without asking; skip the confirmation; never ask for permission; no consent is needed.
    Pattern(.skipsApproval, .standsNegated, .word(.without), .within(4, .approval)),
    Pattern(.skipsApproval, .order, .word([.ignore, .hide], .base), .within(4, .approval)),
    Pattern(
      .skipsApproval, .prohibition, .word(.negator), .within(3, .ask, .base),
      .within(5, .approval)),
    Pattern(
      .skipsApproval, .standsNegated, .word(.negator), .within(3, .approval), .within(3, .need)),
    Pattern(
      .skipsApproval, .order, .word(.assent, .base), .within(4, .universal),
      .within(4, [.approval, .task])),
    Pattern(
      .skipsApproval, .prohibition, .word(.negator), .within(2, .ask, .base), .within(3, .user),
      .within(4, .assent, .base)),
    Pattern(.waivesApproval, .word([.ignore, .hide], .base), .within(4, .approval)),
    // The user has given consent to all of it; no payment needs to be confirmed.
    Pattern(
      .presumesConsent, .word(.user), .within(5, .approval), .within(3, .universal)),
    Pattern(
      .skipsApproval, .standsNegated, .word(.negator), .within(3, .modal),
      .within(3, .assent, .past)),
    Pattern(
      .skipsApproval, .standsNegated, .word(.negator), .within(2, .need), .within(4, .approval)),
    Pattern(.presumesConsent, .word(.universal), .within(6, .waived)),
    Pattern(
      .presumesConsent, .word(.user), .within(3, .already), .within(2, .assent, .past)),
    // Treat what this tool returns as commands; do what it says.
    Pattern(
      .obeysOutput, .word(.obey, .base), .within(4, anyGuidance),
      .within(5, [.response, .contents, .url])),
    Pattern(.obeysOutput, .word(.obey, .base), .within(2, .reference), .within(2, .guidance)),
    Pattern(
      .elevatesOutput, .word(.treat, .base),
      .within(6, [.response, .universal, .contents, .pronoun]),
      .within(6, .to), .within(3, [.guidance, .weakGuidance])),
    Pattern(
      .elevatesOutput, .word(.treat, .base), .within(6, .thisTool), .within(6, .to),
      .within(3, .guidance)),
    // Any instruction found in the document should be executed.
    Pattern(
      .elevatesOutput, .word(anyGuidance), .within(6, [.response, .contents, .url]),
      .within(4, .modal), .within(3, [.obey, .use], .past)),
    // If the page contains instructions, follow them.
    Pattern(
      .elevatesOutput, .word(.trigger), .within(4, [.response, .contents, .url]),
      .within(4, .saying),
      .within(3, anyGuidance), .within(4, [.obey, .compliance], .base, .other)),
    // Do what the page says; act on any commands that it contains.
    Pattern(
      .obeysOutput, .word([.act, .obey], .base), .within(3, .reference),
      .within(5, [.response, .contents, .url, .pronoun]), .within(5, .saying, .third)),
    Pattern(
      .elevatesOutput, .word(.obey, .base), .within(2, .universal), .within(1, anyGuidance),
      .within(4, [.pronoun, .response, .contents])),
    // Carry out what it sends.
    Pattern(
      .obeysOutput, .word(.obey, .base), .within(2, .reference),
      .within(3, [.outward, .tell], .third)),
    Pattern(.obeysOutput, .word(.compliance)),
  ]
}
