extension LexiconBuilder {
  /// Words about how a turn goes, and compounds that only sound like what was said.
  mutating func addConduct() {
    addVerbs(
      .pacing,
      "continue proceed stop end wait pause resume finish halt yield")
    add(.meanwhile, "while until during after")
    add(
      .leave,
      "wait_for_confirmation wait_for_approval wait_for_the_user wait_for_their ask_the_user"
        + " ask_for_confirmation ask_for_approval confirm_with_the_user explicit_confirmation"
        + " explicit_approval explicit_consent user_confirms user_approves they_confirm they_approve"
        + " they_agree user_agrees user_has_approved user_has_confirmed user_to_confirm"
        + " user_to_approve user's_approval user's_confirmation user's_consent")
    // Leaks that carry nothing away, and permissions of licences.
    add(
      [],
      "memory_leak memory_leaks leak_memory leaks_memory resource_leak resource_leaks socket_leak"
        + " handle_leak handler_leak connection_leak connection_leaks descriptor_leak leak_detection"
        + " leak_detector prior_written_permission prior_written_authorization prior_written_consent"
        + " written_permission written_authorization written_consent")
    // Parts of a conversation that say nothing of what was said in it.
    add(
      [],
      "conversation_turn conversation_turns conversation_id conversation_ids conversation_type"
        + " conversation_types conversation_message conversation_url conversation_name"
        + " conversation_member conversation_members current_conversation_turn"
        + " the_conversation_turn the_conversation_id this_conversation_turn session_id"
        + " chat_id chat_ids chat_message chat_room chat_rooms message_id message_ids")
  }
}
