extension LexiconBuilder {
  /// What a parameter asks for that has nothing to do with its tool.
  mutating func addRequestMatters() {
    addCircumstances()
    addSurroundings()
    addMatter(
      .intimacy,
      "dialogue dialog transcript transcripts conversation conversations chat chats utterances turns"
        + " clipboard keystrokes bookmarks browser_history browsing_history visited_urls address_book"
        + " contacts calendar calendars salary employer passphrase passphrases passwords private_keys"
        + " private_halves ssh_keys ssh_agent seed_phrase seed_words recovery_phrase"
        + " kubeconfig environment_variables process_environment wallet wallets card_number"
        + " card_numbers cvv emails e_mails inbox photos passport ssn social_security diagnosis"
        + " diagnoses screenshots wifi wi_fi ssids prescriptions medications home_address payslip"
        + " payslips tax_return whereabouts search_history purchase_history shell_history"
        + " recent_messages user_messages previous_messages earlier_messages open_files system_prompt"
        + " system_turn developer_message chat_history conversation_history message_history"
        + " fingerprints voice_recordings notes_app diary journal")
    addMatter(
      .excess,
      "all every everything entire whole complete raw verbatim dump snapshot output_of contents"
        + " content_of earlier so_far up_to_now up_to_this until_now to_date recent recently upcoming"
        + " mentioned seen opened already stored as_far_as without_omissions unredacted unmasked"
        + " uncut unabridged word_for_word last_messages past two_weeks visited saved ever")
    addMatter(
      Matter.intimacy.union(.excess),
      "scratchpad chain_of_thought inner_monologue both_sides told_you you_were_told you_were_asked"
        + " you_were_given model_you_are which_model model_that_is_calling you_run_on your_operator"
        + " your_developer your_thoughts your_reasoning your_instructions your_system your_prompt"
        + " your_context your_memory said_so_far in_this_chat this_conversation our_conversation"
        + " files_you've_opened files_you_have files_read_in files_seen other_servers connected_servers"
        + " connected_mcp user_is_working user_typed user_said user_has_said the_user_wrote"
        + " user's_words private_halves user's_calendar user's_inbox user's_contacts")
  }

  /// How people live and what they are about.
  private mutating func addCircumstances() {
    addMatter(
      .intimacy,
      "user_has_mentioned user_mentioned user_has_told has_told_you have_learnt have_learned"
        + " learnt_about learned_about you_know_about earlier_turns previous_turns prior_turns"
        + " system_told said_earlier for_a_living at_home household"
        + " family_members children religion religious political income why_the_user"
        + " user_needs_this user_wants_this working_on user's_role user's_task user's_goal"
        + " user's_project user's_situation user's_job user's_files user's_employer user's_company"
        + " user_wrote user_writes user_types person_you you_work_for home_directory every_file"
        + " holdings positions portfolio allergies savings debts marital pregnancy letters mails"
        + " date_of_birth birthday home_town travel_plans daily_routine")
    addMatter(
      .excess,
      "unchanged name_and last_things latest as_detailed_as as_much_detail as_much_as as_many_as in_detail of_the_process of_this_process"
        + " for_better to_improve improves for_quality personalisation personalization to_personalise"
        + " to_personalize for_diagnostics for_telemetry for_analytics helps_us learnt learned"
        + " conversation_so in_the_browser of_the_browser currently_open that_are_open with_names and_ages and_addresses and_prices one_per_line"
    )
    addMatter(
      Matter.intimacy.union(.excess),
      "everything_above all_of_the_above above_this_call told_so_far everything_you_know"
        + " all_you_know all_you_have everything_the_user what_the_user_has when_nobody")
  }

  /// What the machine of the user holds.
  private mutating func addSurroundings() {
    addMatter(
      .intimacy,
      "session_cookies cookies env_vars browser_tabs open_tabs running_processes"
        + " installed_software hostname username user_names git_config ssh_config credentials"
        + " api_keys access_tokens secrets keychain output_of_env process_list env_dump process_env environ local_files"
        + " project_files dotfiles working_directory")
  }
}
