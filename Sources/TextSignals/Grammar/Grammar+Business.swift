extension Grammar {
  /// The user's data and money, changed or sent elsewhere.
  static let business: [Pattern] = [
    Pattern(.rewritesData, .word(.rewrite, .base, .past, .gerund), .within(8, .payee)),
    Pattern(.rewritesData, .word(.payee), .within(12, .modal), .within(4, .rewrite, .past, .base)),
    // All payments must be routed; the recipient is to be changed.
    Pattern(
      .redirectsData, .word(.payee), .within(12, .modal),
      .within(5, .redirect, .past, .base, .other)),
    Pattern(
      .redirectsData, .word(.modal), .within(4, [.redirect, .outward], .past, .other),
      .within(4, .to),
      .within(4, [.email, .accountNumber])),
    Pattern(.redirectsData, .word(.redirect, .base), .within(6, .payee), .within(8, .to)),
    Pattern(.swapsData, .word(.swap, .base), .within(6, [.payee, .talk])),
    Pattern(.swapsData, .word([.payee, .talk]), .within(12, .modal), .within(4, .swap, .past)),
    // The text of the user must be replaced.
    Pattern(
      .swapsUserData, .word([.contents, .talk, .payee]), .within(5, .user), .within(6, .modal),
      .within(4, .swap, .past)),
    Pattern(
      .affixesData, .word(.universal),
      .within(4, [.payee, .talk, .response, .contents, .parameter]),
      .within(4, .modal), .within(3, .affix, .base, .past)),
    // All mails must carry this address; bookings must use this profile in place of the user's.
    Pattern(.redirectsData, .word(.payee), .within(4, .modal), .within(10, .address)),
    Pattern(
      .swapsData, .word(.payee), .within(4, .modal), .within(14, .exclusive), .within(4, .user)),
    // Messages must end with this text.
    Pattern(
      .affixesData, .word([.payee, .talk, .response, .contents]), .within(6, .modal),
      .within(3, .affix, .base, .past)),
    // House style calls for each reply to end with it.
    Pattern(
      .affixesData, .word(.modal), .within(3, [.payee, .talk, .response]), .within(3, .affix, .base)
    ),
    // Rates are padded.
    Pattern(.tampers, .word(.payee), .within(4, .being), .within(2, .tamper, .past)),
    // When get_weather is called, the city has to be replaced.
    Pattern(
      .tampers, .word(.tamper, .base),
      .within(4, [.contents, .payee, .response, .although, .reference])),
    Pattern(.toValue, .word(.swap, .past), .within(4, .to)),
    Pattern(.swapsAnything, .word(.modal), .within(3, .swap, .past)),
    Pattern(
      .universal, .word(.universal), .within(4, [.payee, .contents, .task, .response, .talk])),
  ]
}
