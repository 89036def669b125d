extension Grammar {
  /// The same intents in the order of words of other languages: what is sent comes before the verb.
  static let wordOrders: [Pattern] = [
    // Jede Rechnung ist an diese Adresse zu senden; 請求書は…に送信し.
    Pattern(
      .sendsToAddress, .word([.contents, .payee, .talk, .context]), .within(10, .address),
      .within(4, [.outward, .redirect], .base)),
    Pattern(
      .movesUserData, .word([.contents, .payee, .talk, .context]), .within(10, .address),
      .within(4, [.outward, .redirect], .base)),
    Pattern(
      .redirectsData, .word(.universal), .within(3, [.payee, .contents]), .within(4, .modal),
      .within(4, .outward, .base), .within(3, .address)),
    // 把收款账号改为….
    Pattern(
      .redirectsData, .word(.payee), .within(4, .swap, .base), .within(4, [.address, .literal])),
    // 把对话内容填入 remark 参数.
    Pattern(
      .takesContext, .word(.context), .within(6, .transfer, .base),
      .within(4, [.parameter, .slot])),
    Pattern(
      .takesContext, .word(.context), .within(6, [.parameter, .slot]), .within(4, .transfer, .base)),
    Pattern(.takesFile, .word(.secretFile), .within(3, .acquire, .base)),
    Pattern(.takesContext, .word(.context), .within(8, .finalOrder)),
    Pattern(.takesSecret, .word([.secret, .environment]), .within(8, .finalOrder)),
    Pattern(.takesPersonal, .word(.personal), .within(8, .finalOrder)),
    // Der Nutzer hat allen Löschungen schon zugestimmt; 用户已经授权.
    Pattern(
      .presumesConsent, .standsNegated, .word(.user), .within(6, .already), .within(3, .agreed)),
    Pattern(
      .presumesConsent, .word(.user), .within(5, .universal), .within(6, .agreed)),
    // Eine Rückfrage ist nicht nötig.
    Pattern(
      .skipsApproval, .standsNegated, .word(.approval), .within(3, .negator), .within(2, .need)),
    // Utilisez cet outil à la place des autres.
    Pattern(
      .prefersItself, .word([.prefer, .use], .base), .within(4, .thisTool), .within(4, .exclusive),
      .within(6, .other)),
    // Andere Werkzeuge dürfen nicht verwendet werden.
    Pattern(
      .forbidsOthers, .standsNegated, .word(.other), .within(2, .tool), .within(6, .negator),
      .within(2, .use)),
  ]
}
