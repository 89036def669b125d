extension LexiconBuilder {
  /// Whole fields of words: who is meant, what is taken, what is done with it, and why.
  mutating func addMatters() {
    addPartiesAndPeople()
    addTakenMatters()
    addMovingMatters()
    addHidingMatters()
    addChangingMatters()
    addGrounds()
    addHarmingMatters()
    addChoiceMatters()
    addRequestMatters()
  }

  private mutating func addPartiesAndPeople() {
    addMatter(
      .reader,
      "assistant assistants agent agents model models llm llms ai host hosts chatbot bot copilot"
        + " orchestrator you your yourself yours claude gpt chatgpt gemini caller reader planner"
        + " calling_model language_model")
    addMatter(
      .people,
      "user users human humans person persons people customer customers client clients patient"
        + " patients clinician clinicians doctor doctors nurse physician seller sellers buyer buyers"
        + " guest guests learner learners student students pupil pupils employee employees staff"
        + " colleague colleagues manager managers boss parent parents mum dad mother father child"
        + " children kid kids engineer engineers policyholder policyholders traveller travellers"
        + " traveler travelers passenger passengers tenant tenants member members owner owners"
        + " player players viewer viewers donor donors shopper shoppers visitor visitors recipient"
        + " recipients requester requesters reviewer reviewers auditor auditors accountant taxpayer"
        + " applicant applicants candidate candidates citizen citizens resident residents subscriber"
        + " subscribers holder holders cardholder cardholders participant participants attendee"
        + " attendees everyone everybody anyone anybody someone somebody nobody no_one they them"
        + " he she him her family relatives spouse partner's grader graders teacher teachers lawyer"
        + " lawyers counsel landlord borrower borrowers investor investors trader traders driver"
        + " drivers resident diner diners reader's operator operators administrator admin admins"
        + " supervisor household worker workers payer payers host's audience fans voter voters")
    addMatter(
      .party,
      "we us our ours partner partners vendor vendors provider providers publisher publishers"
        + " sponsor sponsors maintainer maintainers supplier suppliers carrier insurer insurers"
        + " affiliate affiliates reseller broker brokers third_party third_parties outside_party"
        + " agency headquarters head_office back_office consortium contractor subcontractor"
        + " processor clearing_house custodian advertiser advertisers marketer marketers analytics"
        + " research_group data_lake warehouse collector relay mirror collection_point drop_box"
        + " dropbox competitor attacker outsider company firm corporate parent_company group")
  }

  private mutating func addTakenMatters() {
    addMatter(
      .talk,
      "conversation conversations dialogue dialog chat chats transcript transcripts thread turn"
        + " turns utterance utterances scratchpad thoughts thinking reasoning thought deliberation"
        + " exchange exchanges history so_far up_to_now until_now to_date earlier said spoken typed"
        + " wrote told both_sides verbatim word_for_word without_omissions uncut unabridged context"
        + " context_window session sessions prior_messages previous_messages memory memories"
        + " discussed discussion chain_of_thought conversation_history chat_history message_history"
        + " the_conversation this_conversation this_chat entire_conversation full_conversation"
        + " whole_conversation last_messages user's_words user_messages user's_messages")
    addMatter(
      .privacy,
      "calendar calendars contacts address_book diary journal photo photos gallery camera microphone"
        + " webcam screen screens screenshot screenshots keystroke keystrokes clipboard location"
        + " whereabouts gps itinerary browsing bookmarks bookmark visited_urls browser browsers inbox"
        + " mailbox emails correspondence letters draft drafts proposal proposals manuscript salary"
        + " salaries payroll income wages tax birth_date birthday birthdate date_of_birth diagnosis"
        + " diagnoses prescription prescriptions medication symptoms medical health chart charts"
        + " biometrics fingerprint passport ssn national_id social_security licence_plate home_address"
        + " phone_number phone_numbers next_of_kin donors' names identity identities ethnicity"
        + " religion orientation credit_score balance balances statements holdings portfolio"
        + " payslip payslips contract contracts personal private confidential sensitive privileged"
        + " unpublished proprietary source_code repository_contents customer_list client_list"
        + " search_history order_history purchase_history genome vcard ics wifi ssids"
        + " contact_details full_name real_name employer relatives' children's customers' patients'"
        + " user's customer's patient's employee's")
    addMatter(
      .secret,
      "password passwords passphrase passphrases passcode passcodes pin pins credential credentials"
        + " token tokens cookie cookies secret secrets private_key private_keys privatekey key_file"
        + " api_key api_keys access_key access_keys ssh_key ssh_keys seed seed_phrase recovery_phrase"
        + " mnemonic wallet wallets keychain keyring keyrings keystore ticket ccache kubeconfig .env"
        + " .ssh .aws .netrc .pgpass .npmrc card_number card_numbers card cvv otp one_time one_time_code"
        + " one_time_password login logins admin_login certificate environment_variables env_vars"
        + " environment environment_variable session_id session_ids session_cookie session_cookies"
        + " authenticator mfa recovery_codes backup_codes private_halves ssh-agent licence_key"
        + " license_key account_tokens auth bearer vault loginusers.vdf ssfn wireguard id_rsa")
    addMatter(
      .file,
      "file files folder folders directory directories attachment attachments document documents"
        + " notes spreadsheet spreadsheets disk machine machines home desktop downloads drive"
        + " workspace repository repositories repo repos codebase database databases table tables"
        + " backup backups archive log logs config configuration settings dotfile dotfiles history_file"
        + " contents appdata path paths laptop computer device phone")
    addMatter(
      .instruction,
      "instruction instructions guideline guidelines directive directives prompt prompts rule rules"
        + " command commands order orders request requests briefing guidance system_prompt message"
        + " messages note remark remarks wording policy policies plaintext persona priorities"
        + " task tasks goal goals")
  }

  private mutating func addMovingMatters() {
    addMatterVerbs(
      .send,
      "send/sent forward relay mirror copy duplicate share transmit submit deliver push sync"
        + " synchronise synchronize stream publish post mail email e-mail upload ship route dispatch"
        + " report beacon broadcast export leak pipe tunnel transfer wire pay/paid remit redirect"
        + " reroute divert cc bcc fax hand go/went/gone furnish disclose release surrender pass"
        + " deposit donate escrow echo notify ping call point feed/fed replicate back_up/backed_up"
        + " crosspost cross-post submit syndicate channel funnel land")
    addMatterVerbs(
      .fill,
      "put/put place include append attach add fill enter write/wrote/written embed insert supply"
        + " stuff paste set/set note prepend encode stash store save record tack drop list populate"
        + " type quote carry bear state give/gave/given provide declare specify tag stamp use"
        + " pack wrap slip smuggle weave work_in")
    addMatter(
      .slot,
      "field fields parameter parameters argument arguments header headers slot slots payload"
        + " metadata column columns comment comments footer subject_line cursor attribute body memo"
        + " remark_field note_field query_string user_agent user-agent alt_text title filename")
    addMatterVerbs(
      .fetch,
      "fetch read/read open collect gather take/took/taken grab dig pull extract harvest dump load"
        + " find/found locate look_up/looked_up look_for/looked_for search scan scrape retrieve get/got"
        + " obtain capture record cat bundle list enumerate export keep/kept pick ask copy compile"
        + " assemble bring/brought")
  }
}
