extension LexiconBuilder {
  /// Words about instructions, orders, people and conditions.
  mutating func addSteering() {
    addVerbs(
      .ignore, "ignore disregard bypass dismiss circumvent abandon nullify set_aside")
    addVerbs([.ignore, .fail], "forget/forgot/forgotten")
    addVerbsAsWritten(
      .ignore, "do_without stay_away_from steer_clear_of pass_over leave_alone keep_off")
    add(.guidance, "safety_training safety_constraints ethical_guidelines")
    add(.modal, "calls_for call_for")
    add(
      .void,
      "void obsolete cancelled canceled revoked suspended lifted no_longer_apply no_longer_valid"
        + " do_not_apply don't_apply null invalid withdrawn rescinded repealed gelten_nicht_mehr gilt_nicht_mehr superseded replaced overridden"
    )
    addVerbs(
      .act,
      "let carry contain bear keep/kept make/made do/did/done leave/left hold/held perform take/took/taken proceed act continue"
        + " remain stay become/became merge approve deploy release answer respond recommend suggest"
        + " start begin/began commit push rate book order buy/bought choose/chose assume count turn"
        + " finish repeat retry say/said state claim reply carry_out/carried_out put_down/put_down push_back/pushed_back"
    )
    addVerbs([.ignore, .fail], "skip omit neglect")
    addVerbs([.ignore, .rewrite, .redirect], "override/overrode/overridden overrule supersede")
    addVerbs(.fail, "fail hesitate miss")
    add(
      .prior,
      "previous prior above earlier preceding foregoing former your system safety existing initial"
        + " past original all_previous all_prior all_other security current any_other everything"
        + " other following subsequent later next developer's operator's")
    add(
      .guidance,
      "guidance instruction instructions directive directives guideline guidelines safeguard safeguards"
        + " guardrail guardrails safety_checks safety_check safety_rules safety_rule programming"
        + " restrictions safety_measures safety_protocols safety_protocol content_policy"
        + " content_policies safety_guidelines safety_filters content_filters security_checks"
        + " security_policy security_policies security_measures security_controls"
        + " security_protocols alignment")
    add(
      .guidance,
      "your_rules your_prompt your_system_prompt your_instructions your_configuration"
        + " your_programming")
    add(
      .weakGuidance,
      "rule rules policy policies prompt prompts check checks context constraint constraints step steps"
        + " restriction limits limitations training filters warnings commands command orders protocols"
    )
    add(
      .modal,
      "must should shall need_to needs_to have_to has_to required mandatory ought always make_sure"
        + " be_sure ensure remember is_to_be are_to_be required_to obligated supposed_to only_to_be mandated"
        + " obliged expected_to instructed_to i_want_you_to i_need_you_to imperative essential crucial necessary"
        + " it_is_required are_to needs_to_be needs need shall_be has_to had_to has_to_be have_to_be"
        + " must_be should_be ought_to")
    add(
      .agent,
      "assistant agent model llm ai chatbot claude gpt chatgpt copilot assistants agents models"
        + " llms language_model ai_assistant ai_agent ai_model the_ai mcp_client gemini cursor")
    add(.user, "of_the_user with_the_user from_the_user the_user's_messages")
    add(.you, "you your yourself")
    add(
      .user,
      "user users human humans customer customers operator person owner client anyone anybody"
        + " end_user end_users administrator admin people someone somebody end-user requester"
        + " reviewer reviewers developer developers caller operators them victim guest guests visitor"
        + " visitors buyer buyers shopper traveler traveller patient employee employees")
    add(
      .negator,
      "not never no don't dont doesn't doesnt cannot can't cant won't without isn't aren't mustn't"
        + " shouldn't nor neither nothing nobody none avoid avoids avoiding refrain refrains"
        + " wouldn't didn't don prohibited forbidden under_no_circumstances stop avoided no_one")
    add(
      .trigger,
      "when whenever if upon once while after before each_time every_time during anytime any_time"
        + " in_case as_soon_as prior_to the_first_time unless until where")
    add(.before, "before prior_to first ahead_of beforehand in_advance initially preceding")
    add(
      .universal,
      "always every any all each whenever everything anytime anything no_matter each_time"
        + " every_time entire regardless future subsequent future_responses")
    add(
      .also,
      "also additionally furthermore as_part_of in_addition afterwards as_well then moreover"
        + " besides additional supplemental at_the_same_time along_with_it simultaneously"
        + " finally next")
    addVerbs(
      .outrank,
      "override/overrode/overridden overrule supersede outrank outweigh rank_above/ranked_above"
        + " stand_above/stood_above come_before/came_before trump beat/beat prevail_over/prevailed_over"
        + " take_precedence_over/took_precedence_over take_priority_over/took_priority_over replace"
        + " prevail_over")
    addVerbs(.keep, "keep/kept leave/left hold/held")
    add(.outOf, "out_of off")
    add(.waived, "pre-approved preapproved pre-authorized preauthorized whitelisted waived")
    add(.being, "is are was were be been being isn't aren't")
    add(.future, "will_be will would going_to")
    add(
      .answering,
      "answering responding replying returning proceeding finishing doing_the_task answer_anything every_conversation each_conversation"
        + " every_answer each_answer every_reply every_response each_response any_response any_answer"
        + " any_reply anything every_session each_session every_task any_task"
        + " doing_anything any_other_action everything_else anything_else")
    add(
      .response,
      "every_answer each_answer every_reply each_reply every_response each_response any_response"
        + " any_answer any_reply")
    add(
      .verbatim, "verbatim word_for_word in_full unabridged unredacted complete full whole entire")
    addVerbsAsWritten(
      .outrank,
      "have_precedence_over has_precedence_over have_priority_over has_priority_over"
        + " have_higher_priority_than has_higher_priority_than")
    addVerbs(.treat, "treat regard consider interpret handle")
    add(
      .unbound,
      "no_longer_bound not_bound no_longer_restricted no_longer_limited no_longer_subject"
        + " free_from exempt_from not_subject freed_from released_from unrestricted unfiltered"
        + " unlimited_access without_any_restrictions no_longer_apply no_longer_need no_longer_have_to"
        + " no_longer_required uncensored jailbroken no_limits no_restrictions no_rules no_limitations without_limits"
        + " no_constraints developer_mode debug_mode admin_mode root_mode unrestricted_mode allowed_to_execute_everything allowed_to_do_anything"
    )
    add(.changed, "changed is_now has_changed are_now changes becomes")
    add(
      .notorious,
      "stop_what_you_are_doing your_real_task your_new_task your_true_purpose your_new_role"
        + " your_actual_task your_real_purpose")
    add(.soThat, "that que dass so so_that such_that in_order_that to_ensure to_make_sure")
    add(
      .automatic,
      "automatically immediately at_once right_away straight_away instantly just directly")
    add(
      .already,
      "already previously explicitly fully pre-approved preapproved preauthorized pre-authorized")
    add(.need, "need needed necessary required requires require")
    add(
      .compliance,
      "do_what_it_says execute_it run_it do_as_it_says carry_it_out carry_them_out act_on_it obey_it comply_with_it"
        + " follow_it follow_them execute_them run_them do_as_they_say")
    add(.conjunction, "and or then but")
    add(
      .whenever,
      "whenever every_time each_time from_now_on anytime henceforth on_every at_every for_every"
        + " every_conversation each_conversation every_session each_session every_request"
        + " every_response each_response from_here_on on_each on_all always_when at_the_start_of_every at_all_times"
        + " in_every in_each")
    add(
      .although,
      "regardless_of irrespective_of no_matter_what although though even_though even_if whatever regardless irrespective no_matter"
        + " even_when whichever however much_as"
    )
    add(
      .why,
      "why what_you_did what_you_have_done what_happened what_you_are_doing what_was_done what_you're_doing"
    )
    addVerbs(
      .saying,
      "return say/said report show/shown find/found state contain indicate claim give/gave suggest")
    add(.inOrderTo, "to_use to_call to_run to_invoke to_work to_get to_make")
    add(.priority, "priority precedence")
    add(.please, "please kindly")
    add(
      .preface,
      "tip hint reminder dear hey important critical mandatory note warning attention system urgent notice notes caution"
        + " compulsory requirement security_notice system_note system_notice system_message")
  }
}
