extension LexiconBuilder {
  /// Words about what the user is to learn.
  mutating func addConcealment() {
    addVerbs(
      [.tell, .inform],
      "tell/told mention inform notify reveal disclose alert acknowledge announce divulge surface"
        + " discuss communicate let_know/let_known bring_up/brought_up admit hint talk speak/spoke/spoken"
    )
    add(
      .remark,
      "say_so say_anything say_a_word comment_on talk_about speak_about mention_it bring_it_up"
        + " tell_anyone tell_anybody let_on give_away show_this expose_this speak_of make_mention"
        + " draw_attention arouse_suspicion raise_suspicion leave_a_trace leave_traces drawing_attention raising_suspicion raising_alarm leaving_a_trace leaving_traces"
    )
    addVerbs(
      [.tell, .display],
      "show/shown/showed display explain expose describe say/said print warn present highlight"
        + " list cite indicate summarize confirm output quote visualize")
    addVerbs([.tell, .inform, .transfer], "report")
    addVerbs([.tell, .display, .transfer], "share")
    addVerbs([.tell, .display, .ask], "ask prompt consult")
    add(
      .covert,
      "silently secretly quietly covertly discreetly stealthily invisibly unnoticed"
        + " surreptitiously transparently_to_the_user clandestinely unbeknownst under_the_radar"
        + " in_secret undetected imperceptibly")
    add(
      .secretly,
      "stealth_mode in_stealth_mode secretly quietly covertly discreetly stealthily surreptitiously clandestinely in_secret"
        + " unbeknownst imperceptibly")
    addVerbs(
      .hide,
      "omit exclude hide/hid/hidden conceal suppress obscure mask disguise camouflage obfuscate")
    addVerbs(.hide, "withhold/withheld")
    add(.hide, "invisible confidential")
    addVerbs(
      .know, "know/knew/known notice see/saw/seen learn realize realise discover suspect perceive")
    add(.know, "aware visible noticeable apparent shown displayed presented told informed notified")
    add(
      .consent,
      "knowledge consent awareness noticing knowing informing telling notifying mentioning alerting"
        + " disclosing revealing disclosure attention drawing_attention raising_suspicion suspicion"
        + " raising_alarm a_trace visibility")
    add(.without, "without")
    addVerbs(.fail, "resist")
    add(.from, "from in within into on")
    add(.to, "to as via through with using by")
    add(
      .reference,
      "the_following following_text this these it them that those step steps action actions their its above requirement"
        + " behavior behaviour process operation same former instruction instructions tool what"
        + " why how which detail details call fact usage existence message such")
    add(.pronoun, "it them they these those this that everything all")
    add(
      .shownPlace,
      "summary summaries interface ui log logs transcript user-facing user_facing screen display"
        + " user-visible changelog report reports answer")
  }
}
