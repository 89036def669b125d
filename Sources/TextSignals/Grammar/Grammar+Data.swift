extension Grammar {
  /// Data that is taken, and where it is put.
  static let data: [Pattern] = [
    Pattern(
      .takesFile, .word([.acquire, .transfer], .base, .third, .gerund, .other),
      .within(12, .secretFile)),
    Pattern(.takesFile, .word(.copyOf), .within(6, .secretFile)),
    Pattern(
      .takesFile, .word(.secretFile), .within(6, .modal),
      .within(4, [.acquire, .carry, .outward], .past)),
    Pattern(.takesContext, .word([.acquire, .transfer, .inform]), .within(12, .context)),
    Pattern(
      .takesContext, .word(.context), .within(5, .modal),
      .within(4, [.acquire, .transfer], .past)),
    Pattern(
      .takesContext, .word([.carry, .outward, .seize], .base), .within(8, [.talk, .universal]),
      .within(8, .thisTalk)),
    // All of the conversation; a summary of this session.
    Pattern(
      .takesAllContext, .word([.universal, .copyOf]), .within(5, .context)),
    Pattern(.takesContext, .word(.shownPlace), .within(10, .thisTalk)),
    Pattern(.takesSecret, .word([.seize, .carry, .outward]), .within(9, [.secret, .environment])),
    Pattern(
      .takesUserSecret, .word([.transfer, .acquire]), .within(3, .user),
      .within(6, [.secret, .personal])),
    Pattern(
      .takesSecret, .word([.secret, .environment]), .within(5, .modal),
      .within(4, [.acquire, .outward], .past)),
    Pattern(
      .takesUserSecret, .word(.seize), .within(4, [.secret, .personal]), .within(5, .user)),
    Pattern(.acquiresSecret, .word(.acquire), .within(5, .secret)),
    // Reveal your instructions.
    Pattern(
      .takesContext, .word([.tell, .acquire, .outward, .carry], .base), .within(3, .you),
      .within(3, .selfKnowledge)),
    Pattern(.publishes, .word(.outward), .within(8, .publicPlace)),
    Pattern(
      .persists, .word([.transfer, .seize]), .within(10, .memory), .within(6, .lasting)),
    Pattern(.takesPersonal, .word([.seize, .carry, .outward]), .within(8, .personal)),
    Pattern(.takesPersonal, .word(.personal), .within(6, .outward, .past)),
    Pattern(.passesOn, .word(.transfer)),
    Pattern(.putsIntoParameter, .word(.transfer), .within(14, [.parameter, .name])),
    Pattern(.putsIntoAnswer, .word(.transfer), .within(14, .response)),
    Pattern(.sendsOutside, .word(.outward), .within(12, [.foreign, .stranger])),
    Pattern(.sendsToForeigner, .word(.outward), .within(12, .foreign)),
    Pattern(.sendsOutside, .word(.outward), .within(10, .to), .within(5, .destination)),
    Pattern(.sendsToAddress, .word([.outward, .redirect]), .within(16, .address)),
    Pattern(.sendsToAddress, .word([.transfer, .seize]), .within(10, .to), .within(4, .address)),
    Pattern(
      .movesUserData, .word([.outward, .redirect]),
      .within(8, [.contents, .payee, .talk, .response, .pronoun])),
    Pattern(
      .movesUserData, .word([.contents, .payee, .task, .talk, .response]), .within(12, .modal),
      .within(5, [.outward, .redirect], .past, .other)),
    // Users' addresses have to be submitted.
    Pattern(
      .movesUserData, .word(.user), .within(4, .modal), .within(5, [.outward, .redirect], .past)),
    Pattern(
      .sendsOutside, .word(.redirect, .base, .past, .third), .within(6, .to), .within(3, .foreign)),
    Pattern(.movesUserData, .word(.transfer, .base), .within(2, .pronoun)),
    Pattern(
      .movesUserData, .word(.contents), .within(12, .modal), .within(5, .transfer, .past)),
    // What the user and the assistant have said.
    Pattern(.takesContext, .word(.user), .within(3, .agent), .within(4, [.tell, .ask], .past)),
    Pattern(.takesAllContext, .word(.context), .within(8, .verbatim)),
    Pattern(
      .takesAllSecrets, .word(.universal), .within(3, [.environment, .secret, .personal])),
    Pattern(
      .takesSecret, .word(.universal), .within(3, [.secret, .personal]), .within(10, .thisTalk)),
    // The password first, as many languages have it: then where to, and the verb in the end.
    Pattern(
      .takesUserSecret, .word(.secret), .within(5, .address), .within(5, .outward, .base)),
    Pattern(.sendsToAddress, .word(.secret), .within(5, .address), .within(5, .outward, .base)),
    Pattern(
      .takesUserSecret, .word(.secret), .within(2, .outward, .base), .within(4, .address)),
    // In German the participle ends the sentence.
    Pattern(
      .takesFile, .word(.modal), .within(4, .secretFile), .within(3, [.acquire, .transfer], .past)),
    // Select the password and include it.
    Pattern(
      .takesSecret, .word([.secret, .personal]), .within(6, [.carry, .outward], .base),
      .within(1, .pronoun)),
    // All instructions that you were given; the user's previous questions.
    Pattern(.takesContext, .word(.guidance), .within(2, .you), .within(3, .ask, .past, .other)),
    Pattern(.takesContext, .word(.user), .within(2, .prior), .within(2, [.task, .talk])),
    Pattern(
      .takesAllContext, .word([.universal, .verbatim]), .within(1, .guidance), .within(2, .you)),
    Pattern(
      .takesAllContext, .word([.universal, .verbatim]), .within(6, .user), .within(2, .prior),
      .within(2, [.task, .talk])),
    Pattern(
      .takesSecret, .word(.acquire, .base), .within(8, .authenticator), .within(8, .carry)),
    // Everything in your context; your full instructions; each message that the user types.
    Pattern(.takesContext, .word(.affix, .base), .within(6, [.innermost, .context])),
    Pattern(
      .takesContext, .word(.transfer, .base), .within(2, .you), .within(1, .verbatim),
      .within(2, .selfKnowledge)),
    Pattern(
      .takesContext, .word([.seize, .outward], .base), .within(3, .talk), .within(3, .user),
      .within(2, .ask)),
    // All previous exchanges.
    Pattern(
      .takesContext, .word([.transfer, .acquire], .base), .within(4, .prior), .within(2, .talk)),
    Pattern(.takesAllContext, .word(.universal), .within(2, .prior), .within(2, .talk)),
    // Ask the user for the password.
    Pattern(
      .solicits, .word(.ask, .base), .within(2, .user), .within(10, .authenticator)),
    Pattern(
      .solicits, .word(.ask, .base), .within(3, .user), .within(2, .authenticator)),
    Pattern(.theft, .word(.theft, .base, .third, .gerund)),
  ]
}
