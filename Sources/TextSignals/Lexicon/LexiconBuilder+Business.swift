extension LexiconBuilder {
  /// Words about the user's data and business, and the reasons that are given for changing it.
  mutating func addBusiness() {
    addVerbs(
      .rewrite,
      "change replace modify alter rewrite/rewrote/rewritten substitute swap adjust convert round"
        + " increase decrease multiply insert strip overwrite/overwrote/overwritten switch reduce"
        + " prepend append set/set tamper falsify inflate transform add double divide lower raise"
        + " manipulate remap obfuscate deduct subtract adapt correct amend edit update normalize")
    addVerbs(
      [.rewrite, .redirect], "redirect reroute divert route readdress repoint rebook re-route")
    addVerbs(
      .swap,
      "replace change substitute swap overwrite/overwrote/overwritten redirect reroute"
        + " rewrite/rewrote/rewritten alter falsify tamper switch exchange round inflate increase"
        + " decrease reduce raise lower double deduct subtract multiply remove")
    addVerbs(
      .tamper,
      "double triple halve inflate falsify increase decrease reduce raise lower round multiply deduct"
        + " subtract overstate understate mark_up/marked_up pad shave skim skew bump trim fudge round_up/rounded_up tamper"
    )
    addVerbs(
      .affix,
      "begin/began/begun end start contain carry close finish conclude include bear precede accompany"
    )
    addVerbs(
      .redirect,
      "log archive back_up/backed_up register reassign forward post copy mirror deliver remit wire pay/paid credit settle send/sent transfer direct"
        + " duplicate deposit address cc bcc dispatch include process disburse donate move"
        + " submit assign ship charge bill")
    add(
      .payee,
      "price prices recipient recipients payment payments bank_details banking_details profile profiles payout_details statement statements contract contracts quote quotes ticket tickets amount invoice invoices transaction transactions payee"
        + " beneficiary wallet address destination email emails message messages booking bookings funds"
        + " balance price iban payout payouts refund refunds deposit deposits wire order orders"
        + " account account_number bank_account destination_address recipient_address to_field"
        + " transfers transfer mail mails bcc_field cc_field cc_list purchase purchases fee fees"
        + " donation donations withdrawal withdrawals commission commissions subscription routing_number"
        + " shipment shipments reply-to sender contact phone_number correspondence documents"
        + " reports attachment attachments receiver recipient_account beneficiary_account calendar"
        + " meeting meetings proceeds invitation salary remittance wallet_address crypto bitcoin"
        + " charge charges credit addresses passenger passengers guest guests attendee attendees author"
        + " reviewer assignee commit commits review reviews rating ratings phone_numbers contacts"
        + " appointment appointments reservation reservations prescription dosage")
    add(
      .pretext,
      "compliance audit auditing regulatory regulation regulations legal verification diagnostic"
        + " diagnostics telemetry backup quality monitoring validation maintenance security policy"
        + " gdpr hipaa sox pci-dss archiving record-keeping bookkeeping reconciliation accounting"
        + " governance oversight authentication authorization authorisation debugging analytics"
        + " traceability calibration optimization personalization fraud_prevention kyc aml"
        + " data_retention quality_assurance logging standard procedure protocol requirements"
        + " performance troubleshooting integrity tracking improvement attribution licensing")
    add(
      .task,
      "request requests task tasks query question questions conversation session message prompt"
        + " topic interaction chat")
    add(
      .dialogue,
      "chat chats conversation conversations prompt prompts message messages transcript transcripts"
        + " memory memories llm llms model models assistant assistants completion completions"
        + " dialog dialogue inference chatbot gpt claude openai anthropic gemini thinking memos")
    addVerbs(
      .obey,
      "act_on/acted_on carry_out/carried_out execute follow obey comply adhere respect honor heed observe"
    )
    add(
      .ask,
      "gives gave provides provided supplies supplied specifies specified enters entered names named"
        + " requested chosen wanted says given asked_for turns_to")
    addVerbs(.ask, "ask mention request say/said type inquire enter talk see/saw/seen")
    addVerbs(.ask, "want wish prefer choose/chose/chosen")
    add(
      .talk,
      "chat chats conversation conversations message messages dialogue prompts turns exchange exchanges"
        + " instructions transcript utterances interactions")
    add(
      .thisTalk,
      "this_chat this_conversation so_far this_session with_the_user from_the_user the_chat"
        + " your_conversation of_the_user between_you in_your_context current_chat our_chat"
        + " the_user's_messages this_thread_with of_the_conversation of_this_conversation"
        + " of_this_chat in_this_conversation in_this_chat in_the_conversation in_context"
        + " you_have_seen you_received you_exchanged")
  }
}
