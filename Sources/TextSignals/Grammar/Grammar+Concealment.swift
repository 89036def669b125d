extension Grammar {
  /// What the user is not to learn.
  static let concealment: [Pattern] = [
    // Do not tell the user.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.negator), .within(3, .inform, .base, .third, .gerund),
      .within(6, .user)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.soThat), .within(3, .user), .within(4, .negator),
      .within(3, .know)),
    Pattern(
      .hidesThis, .standsNegated, .word(.negator), .within(2, .tell, .base), .within(2, .why)),
    Pattern(
      .hidesFromUser, .standsNegated, .word(.negator), .within(3, .tell), .within(6, .user)
    ),
    // Do not let the user know; the user must not notice; users are not to be informed.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.negator),
      .within(2, [.know, .inform, .plant, .act, .tell, .other]),
      .within(3, .user), .within(3, .know, .base)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.user), .within(3, .modal), .within(2, .negator),
      .within(3, [.know, .inform])),
    Pattern(
      .hidesFromUser, .standsNegated, .word(.user), .within(3, .negator), .within(3, .know)),
    // Without telling the user; without the user's knowledge; without mentioning it.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.without), .within(3, .consent), .within(4, .user)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.without), .within(4, [.user, .reference]),
      .within(2, .consent)),
    Pattern(
      .hidesThis, .standsNegated, .word(.without), .within(2, .consent), .within(2, .reference)),
    Pattern(.keepsQuiet, .standsNegated, .word(.without), .within(1, .remark)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.negator), .within(3, .remark), .within(3, .user)),
    // Speak to nobody about it; leave no trace; it is not to be mentioned.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.inform, .base), .within(3, .reference), .within(1, .to),
      .within(1, .negator)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.keep, .base), .within(1, .negator), .within(2, .trace)),
    Pattern(.hidesThis, .standsNegated, .word(.negator), .within(4, .inform, .past)),
    // Hide from the user that it costs more.
    Pattern(.keepsQuiet, .word(.hide, .base), .within(1, .from), .within(3, .user)),
    // And in Hindi, behind the negation.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.user), .within(7, .negator), .within(2, .inform, .base)),
    // The verb comes last in Japanese and Korean.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.user), .within(3, .inform, .base),
      .within(2, .negator)),
    // Hidden from the user; not shown in the summary.
    Pattern(.hidesFromUser, .word(.hide), .within(7, .from), .within(4, [.user, .shownPlace])),
    Pattern(
      .keepsQuiet, .word(.act, .base), .within(5, [.hide, .secret]), .within(2, .from),
      .within(4, .user)),
    Pattern(
      .hidesFromUser, .standsNegated, .word(.negator),
      .within(3, [.know, .display], .other, .past), .within(5, [.user, .shownPlace])),
    Pattern(
      .hidesThis, .standsNegated, .word(.negator), .within(4, .inform, .base),
      .within(3, .reference)),
    Pattern(.hidesThis, .standsNegated, .word(.negator), .within(3, .remark)),
    // Make sure that the person does not become aware of it.
    Pattern(
      .keepsQuiet, .standsNegated, .word(.modal), .within(4, .user), .within(7, .negator),
      .within(4, .know)),
    // Leave it out of the summary; keep this to yourself.
    Pattern(
      .hidesFromUser, .word(.keep, .base), .within(4, .outOf),
      .within(4, [.user, .shownPlace, .response])),
    Pattern(
      .keepsQuiet, .word(.keep, .base), .within(2, .reference), .within(1, .to), .within(1, .you)),
    Pattern(
      .keepsQuiet, .word(.keep, .base), .within(1, .reference), .within(2, .outOf),
      .within(3, [.shownPlace, .response])),
    // There is no need to mention it in your answer.
    Pattern(
      .hidesFromUser, .prohibition, .word(.negator), .within(4, .inform, .base),
      .within(8, [.response, .shownPlace])),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.negator), .within(1, .need), .within(3, .inform, .base)),
    // Must remain invisible to the user.
    Pattern(
      .keepsQuiet, .word(.modal), .within(3, .act, .base), .within(4, .hide),
      .within(2, [.from, .to]),
      .within(4, .user)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.negator), .within(3, .user), .within(3, .inform, .base)),
    Pattern(.hidesFromUser, .word(.hide), .within(7, .thisTalk)),
    Pattern(.keepsQuiet, .word(.hide, .base), .within(1, .thisTalk)),
    Pattern(
      .keepsQuiet, .standsNegated, .word(.remark), .within(3, .to), .within(1, .negator)),
    // The user remains unaware; keep the user in the dark.
    Pattern(.keepsQuiet, .word(.user), .within(3, .remark)),
    Pattern(.covertWord, .word(.secretly)),
    Pattern(.covert, .word(.covert), .within(6, movement)),
    Pattern(.covert, .word(movement), .within(7, .covert)),
  ]
}
