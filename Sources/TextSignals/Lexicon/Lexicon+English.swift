extension LexiconBuilder {
  /// Words about instructions, orders, people and conditions.
  mutating func addSteering() {
    addVerbs(
      .ignore, "ignore disregard bypass dismiss circumvent abandon nullify set_aside")
    addVerbs([.ignore, .fail], "forget/forgot/forgotten")
    add(
      .void,
      "void obsolete cancelled canceled revoked suspended lifted no_longer_apply no_longer_valid"
        + " do_not_apply don't_apply null invalid superseded replaced overridden")
    addVerbs(
      .act,
      "let carry contain bear keep/kept make/made do/did leave/left hold/held perform take/took proceed act continue"
    )
    addVerbs([.ignore, .fail], "skip omit neglect")
    addVerbs([.ignore, .rewrite, .redirect], "override/overrode/overridden overrule supersede")
    addVerbs(.fail, "fail hesitate miss")
    add(
      .prior,
      "previous prior above earlier preceding foregoing former your system safety existing initial"
        + " past original all_previous all_prior all_other security current any_other everything"
        + " other")
    add(
      .guidance,
      "guidance instruction instructions directive directives guideline guidelines safeguard safeguards"
        + " guardrail guardrails safety_checks safety_check safety_rules safety_rule programming"
        + " restrictions safety_measures safety_protocols safety_protocol content_policy"
        + " content_policies safety_guidelines safety_filters content_filters security_checks"
        + " security_policy security_policies security_measures security_controls"
        + " security_protocols alignment")
    add(
      .weakGuidance,
      "rule rules policy policies prompt prompts check checks context constraint constraints"
        + " restriction limits limitations training filters warnings commands command orders protocols"
    )
    add(
      .modal,
      "must should shall need_to needs_to have_to has_to required mandatory ought always make_sure"
        + " be_sure ensure remember is_to_be are_to_be required_to obligated supposed_to mandated"
        + " obliged expected_to instructed_to i_want_you_to i_need_you_to imperative essential crucial necessary"
        + " it_is_required are_to needs_to_be needs need will_be shall_be")
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
        + " reviewer reviewers developer developers caller operators them victim")
    add(
      .negator,
      "not never no don't dont doesn't doesnt cannot can't cant won't without isn't aren't mustn't"
        + " shouldn't nor neither nothing nobody none avoid avoids avoiding refrain refrains"
        + " wouldn't didn't don prohibited forbidden under_no_circumstances stop")
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
      "override/overrode/overridden overrule supersede outrank outweigh"
        + " take_precedence_over/took_precedence_over take_priority_over/took_priority_over replace"
        + " prevail_over")
    addVerbs(.treat, "treat regard consider interpret handle")
    add(
      .unbound,
      "no_longer_bound not_bound no_longer_restricted no_longer_limited no_longer_subject"
        + " free_from exempt_from not_subject freed_from released_from unrestricted unfiltered"
        + " unlimited_access without_any_restrictions no_longer_apply no_longer_need no_longer_have_to"
        + " no_longer_required uncensored jailbroken")
    add(.changed, "changed is_now has_changed are_now changes becomes")
    add(
      .notorious,
      "stop_what_you_are_doing your_real_task your_new_task your_true_purpose your_new_role"
        + " your_actual_task your_real_purpose")
    add(.soThat, "so so_that such_that in_order_that to_ensure to_make_sure")
    add(
      .automatic,
      "automatically immediately at_once right_away straight_away instantly just directly")
    add(
      .already,
      "already previously explicitly fully pre-approved preapproved preauthorized pre-authorized")
    add(.need, "need needed necessary required requires require")
    add(
      .compliance,
      "do_what_it_says execute_it run_it do_as_it_says act_on_it obey_it comply_with_it"
        + " follow_it follow_them execute_them run_them do_as_they_say")
    add(.instead, "instead rather")
    add(.conjunction, "and or then but")
    add(
      .whenever,
      "whenever every_time each_time from_now_on anytime henceforth on_every at_every for_every"
        + " every_conversation each_conversation every_session each_session every_request"
        + " every_response each_response")
    add(
      .although,
      "regardless_of irrespective_of no_matter_what although though even_though even_if whatever regardless irrespective no_matter"
    )
    add(.why, "why")
    add(.inOrderTo, "to_use to_call to_run to_invoke to_work to_get to_make")
    add(.priority, "priority precedence")
    add(.please, "please kindly")
    add(
      .preface,
      "important critical mandatory note warning attention system urgent notice notes caution"
        + " compulsory requirement security_notice system_note system_notice system_message")
  }

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
        + " tell_anyone tell_anybody let_on give_away show_this expose_this")
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
        + " in_secret invisible_to undetected imperceptibly")
    add(
      .secretly,
      "secretly quietly covertly discreetly stealthily surreptitiously clandestinely in_secret"
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
        + " disclosing revealing disclosure")
    add(.without, "without")
    add(.from, "from in within into on")
    add(.to, "to as via through with using by")
    add(
      .reference,
      "this these it them that those step steps action actions their its above requirement"
        + " behavior behaviour process operation same former instruction instructions tool what"
        + " why how which detail details call fact usage existence message such")
    add(.pronoun, "it them these those this that everything all")
    add(
      .shownPlace,
      "summary summaries interface ui log logs transcript user-facing user_facing screen display"
        + " user-visible changelog report reports answer")
  }

  /// Words about taking data and passing it on.
  mutating func addMovement() {
    addVerbs(
      .acquire,
      "read/read open collect gather retrieve extract scan search locate fetch access dump grab"
        + " capture load find/found copy look_up/looked_up obtain enumerate harvest steal/stole/stolen"
        + " look_for/looked_for acquire scrape slurp cat crawl inspect check examine get/got list"
        + " query parse pull discover view compile exfiltrate recite repeat")
    addVerbs(
      [.transfer, .carry],
      "include pass append attach put/put place embed insert add supply paste populate fill prepend"
        + " concatenate feed/fed incorporate inject stuff weave smuggle copy interpolate repeat"
        + " recite reproduce enter hand encode concat tack_on/tacked_on give/gave/given")
    addVerbs(
      .transfer,
      "write/wrote/written store save echo return provide set/set record input log"
        + " dump quote reply respond serialize output specify")
    addVerbs(
      [.transfer, .outward],
      "send/sent upload post forward email transmit submit relay bcc leak exfiltrate ship deliver"
        + " mirror curl cc beacon publish export mail tunnel broadcast push transfer sync"
        + " funnel pipe dispatch stream text report share phone_home/phoned_home replicate"
        + " fax post_back/posted_back backhaul disclose back_up/backed_up backup")
    addVerbs(
      .seize,
      "remember memorize retain collect gather extract harvest dump scrape slurp capture grab copy steal/stole/stolen siphon"
        + " exfiltrate record compile back_up/backed_up cat read/read open find/found locate")
    addVerbs(.theft, "exfiltrate steal/stole/stolen siphon smuggle leak harvest phone_home")
    add(
      [.transfer, .outward, .redirect],
      "cc'd bcc'd cc'ed bcc'ed bcced cced cc bcc carbon_copy blind_copy")
    add(
      .parameter,
      "parameter parameters argument arguments field fields param params header headers body"
        + " query_string property metadata sidenote side_note note notes footer payload context"
        + " signature subject comment attribute input query_parameter query_parameters request_body"
    )
    add(
      .response,
      "response responses output outputs result results reply replies answer answers message"
        + " summary")
    add(
      .destination,
      "server endpoint webhook collector third_party website site bucket listener host inbox"
        + " address api domain url backend channel database service location link cloud drive"
        + " mailbox account repository gist c2")
    add(
      .foreign,
      "external vendor vendor's partner partner's vendors remote attacker attackers attacker's third-party third_party outside offsite"
        + " off-site offshore adversary collector telemetry analytics our monitoring diagnostics")
    add(.copyOf, "content contents copy copies lines text full_text output")
    add(
      .contents,
      "content contents data text value values full entire whole information details copy file"
        + " files everything material records document documents output results")
  }

  /// Names of what should stay where it is.
  mutating func addSensitiveObjects() {
    add(
      .secret,
      "password passwords credential credentials token tokens api_key api_keys apikey secret"
        + " secrets passphrase seed_phrase mnemonic private_key private_keys access_key access_keys"
        + " secret_key secret_keys ssh_key ssh_keys ssh_private_keys ssh_private_key session_token"
        + " cookie cookies auth_token oauth_token oauth_tokens access_token access_tokens passwd"
        + " bearer_token encryption_key encryption_keys recovery_phrase connection_string keychain"
        + " connection_strings login_details keystore service_account_key pin signing_key jwt"
        + " aws_keys aws_credentials authentication_tokens auth_tokens session_cookies totp otp")
    add(
      .secretFile,
      ".ssh id_rsa id_ed25519 id_ecdsa id_dsa .env .env.local .env.production .netrc .npmrc .pypirc"
        + " .gnupg .git-credentials .bash_history .zsh_history .history passwd shadow sudoers"
        + " .aws .kube kubeconfig wallet.dat mcp.json .mcp.json credentials.json"
        + " claude_desktop_config.json application_default_credentials.json .gcloud .azure"
        + " secrets.yaml secrets.yml secrets.json .docker cookies.sqlite .pgpass .my.cnf .htpasswd"
        + " service-account.json service_account.json known_hosts authorized_keys .vault-token"
        + " .s3cfg login.keychain .password-store keystore.json settings.json_secrets .cursor"
        + " ssh_private_keys ssh_private_key ssh_keys private_ssh_keys private_ssh_key"
        + " aws_credential_files aws_credentials_file credential_files credential_file"
        + " credentials_file .env_files .env_file env_files env_file dotenv key.pem private.key"
        + " id_rsa.pem server.key wallet_files keychain_files .config/gcloud secrets.env .envrc"
        + " shell_history browser_history bash_history terraform.tfstate logins.json"
        + " /etc/passwd /etc/shadow private_key_file private_key_files dotfiles aws_config")
    add(
      .context,
      "conversation_history chat_history system_prompt system_prompts chain_of_thought"
        + " message_history conversation_context conversation_log conversation_logs"
        + " previous_messages prior_messages entire_conversation full_conversation whole_conversation"
        + " chat_log chat_logs chat_transcript conversation_transcript all_previous_messages"
        + " prior_conversation previous_conversation previous_conversations user_messages"
        + " your_instructions initial_instructions system_instructions internal_reasoning"
        + " conversation_so_far our_conversation the_conversation this_conversation"
        + " keystrokes webcam microphone screen_contents context_window your_context current_conversation full_context entire_context"
        + " complete_conversation dialogue_history dialog_history conversation_data"
        + " user's_messages session_history user_prompt user_prompts user's_prompt user_query"
        + " original_prompt raw_prompt previous_tool_results tool_results tool_outputs"
        + " model_name llm_model_name llm_name model_id chat_messages agent_memory your_memory"
        + " system_message hidden_prompt developer_message reasoning_trace thought_process"
        + " all_messages tool_definitions available_tools list_of_tools tools_list tool_list"
        + " conversation_summary past_messages past_conversations")
    add(
      .environment,
      "environment_variables environment_variable env_vars env_var process.env os.environ"
        + " environment_details")
    add(
      .context,
      "clipboard clipboard_contents browser_cookies saved_passwords browsing_history keychain")
    add(
      .personal,
      "health_records medical_history location_history ssn social_security_number social_security_numbers credit_card credit_cards"
        + " credit_card_number credit_card_numbers passport_number date_of_birth medical_records"
        + " personal_data personal_information personally_identifiable_information pii"
        + " phone_number phone_numbers bank_details bank_account home_address contact_list address_book private_messages"
        + " private_data sensitive_data sensitive_information confidential_data customer_data"
        + " user_data confidential_information private_information sensitive_files cvv card_number"
        + " private_repositories private_repository private_files patient_data user's_data"
        + " private_conversations financial_data banking_information proprietary_code")
    add(
      .startupFile,
      ".bashrc .zshrc .profile .bash_profile crontab .zshenv .zprofile authorized_keys .gitconfig"
        + " .config/fish autostart rc.local .vimrc launchd systemd .bash_login sitecustomize.py")
    add(
      .selfKnowledge,
      "configuration instructions prompt prompts tools rules guidelines memory context capabilities"
        + " constraints reasoning thoughts settings system_prompt directives functions permissions"
        + " conversation initial_prompt training_data secrets credentials")
    add(
      .context,
      "tools_available_to_you available_to_you your_tools your_system_prompt your_prompt"
        + " your_configuration your_reasoning reasoning_steps full_prompt your_rules your_thoughts")
    add(.trace, "traces trace evidence history audit_log audit_logs audit_trail footprints logs_of")
    add(.memory, "memory memories long-term_memory knowledge_base persistent_memory")
    add(
      .lasting,
      "permanent permanently forever rule rules always all_future future_sessions"
        + " persistent later_conversations other_sessions other_users every_future")
    add(
      .publicPlace,
      "public_issue public_gist public_repository public_repo public_channel public_bucket pastebin"
        + " public_page public_comment public_pull_request public_url public_link public")
    add(.harmless, "public authorized_keys known_hosts placeholder dummy fake_credentials redacted")
  }

  /// Words about tools and which of them to take.
  mutating func addToolChoice() {
    addVerbs(
      .use, "use call invoke run/ran/run execute trigger utilize employ activate start launch")
    add(.use, "usage invocation calls execution")
    add(
      .tool,
      "tool tools function functions command commands plugin plugins integration integrations mcp"
        + " operation operations method api apis server servers service skill")
    add(
      .other,
      "other another different competing alternative alternatives similar else others competitor"
        + " competitors rival native built-in builtin standard default any_other all_other every_other"
        + " remaining subsequent all")
    add(
      .thisTool, "this_tool this_function this_one this_server this_api this_command me this_plugin"
    )
    addVerbs(.prefer, "prefer choose/chose/chosen select favor favour prioritize prioritise pick")
    add(.solely, "exclusively solely at_all_costs no_matter_what only")
    addVerbs(.prefer, "trust recommend rely_on prefer_to default_to go_with")
    add(
      .exclusive,
      "only exclusively instead_of rather_than no_matter regardless even_if solely in_place_of"
        + " in_preference_to in_favor_of over no_matter_what at_all_costs exclusive"
        + " above_all regardless_of even_when even_though irrespective")
    add(
      .superlative,
      "best superior most_reliable most_accurate most_secure most_trusted most_powerful optimal"
        + " ultimate finest unrivaled top-rated number_one most_advanced most_efficient"
        + " highest_priority highest_quality only_trusted only_reliable only_secure most_capable"
        + " most_effective more_reliable more_accurate more_secure better more_trustworthy most_up-to-date"
        + " only_authorized only_approved only_official authoritative world-class premier"
        + " most_comprehensive far_superior")
    add(
      .inferior,
      "malicious harmful outdated unreliable inferior insecure inaccurate broken unsafe compromised untrusted obsolete"
        + " inefficient buggy less_accurate less_reliable less_secure dangerous")
  }

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
        + " rewrite/rewrote/rewritten alter falsify tamper switch exchange round inflate")
    addVerbs(.affix, "begin/began/begun end start contain carry close finish conclude include bear")
    addVerbs(
      .redirect,
      "forward post copy mirror deliver remit wire pay/paid credit settle send/sent transfer direct"
        + " duplicate deposit channel address cc bcc dispatch include process disburse donate move"
        + " submit assign ship charge bill")
    add(
      .payee,
      "recipient recipients payment payments bank_details banking_details profile profiles payout_details statement statements contract contracts quote quotes ticket tickets amount invoice invoices transaction transactions payee"
        + " beneficiary wallet address destination email emails message messages booking bookings funds"
        + " balance price iban payout payouts refund refunds deposit deposits wire order orders"
        + " account account_number bank_account destination_address recipient_address to_field"
        + " transfers transfer mail mails bcc_field cc_field cc_list purchase purchases fee fees"
        + " donation donations withdrawal withdrawals commission commissions subscription routing_number"
        + " shipment shipments reply-to sender contact phone_number correspondence documents"
        + " reports attachment attachments receiver recipient_account beneficiary_account calendar"
        + " meeting meetings proceeds invitation salary remittance wallet_address crypto bitcoin"
        + "")
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
    addVerbs(.obey, "follow obey comply adhere respect honor heed observe")
    addVerbs(.ask, "ask mention request say/said type inquire enter talk see/saw/seen")
    addVerbs([.ask, .wish], "want wish prefer choose/chose/chosen")
    add(
      .talk,
      "chat chats conversation conversations message messages dialogue prompts turns exchange"
        + " instructions transcript utterances interactions")
    add(
      .thisTalk,
      "this_chat this_conversation so_far this_session with_the_user from_the_user the_chat"
        + " your_conversation of_the_user between_you in_your_context current_chat our_chat"
        + " the_user's_messages this_thread_with of_the_conversation of_this_conversation"
        + " of_this_chat in_this_conversation in_this_chat in_the_conversation in_context"
        + " you_have_seen you_received you_exchanged")
  }

  /// Words about harm, and about keeping from it.
  mutating func addHarm() {
    addVerbs(
      .damage,
      "disable deactivate weaken turn_off/turned_off kill uninstall wipe erase destroy bypass"
        + " circumvent suppress chmod sudo delete remove revoke stop/stopped")
    add(
      .protection,
      "firewall antivirus safety_checks audit_log audit_logs sandbox sandboxing"
        + " ssl_verification certificate_checks certificate_validation 2fa mfa two_factor"
        + " rate_limits approvals security_checks security_controls backups all_files"
        + " home_directory 777 selinux guardrails user_files access_controls input_validation")
    addVerbs(
      .plant,
      "install grant add create deploy plant enable give/gave/given insert inject hand_over/handed_over"
        + " open run/ran/run execute download write/wrote/written escalate elevate")
    add(
      .foothold,
      "backdoor reverse_shell malware root_access admin_rights admin_access administrator_rights"
        + " administrator_privileges privileges your_privileges keylogger rootkit authorized_keys admin_privileges"
        + " superuser_privileges startup_script remote_access full_access ssh_access rm_rf"
        + " trojan spyware cron_job ransomware persistence payload_script")
    add(.download, "curl wget iwr invoke-webrequest fetch download")
    add(.shell, "sh bash zsh powershell python python3 cmd.exe eval iex sudo")
    addVerbs(
      .detect,
      "detect flag block prevent protect guard sanitize redact mask reject filter identify defend"
        + " recognize recognise refuse deny/denied quarantine classify mitigate evaluate analyze"
        + " analyse test validate audit lint moderate score scan_for check_for scrub")
    addVerbs(.inspect, "check scan search look_for/looked_for audit find/found verify monitor")
    add(
      .sham,
      "pretend act_as_if act_as_though make_it_look make_it_appear give_the_impression lie fabricate"
        + " falsely falsify impersonate")
    add(
      .approval,
      "asking confirmation confirmations approval approvals permission prompting confirming"
        + " consent authorization permission_prompt permission_prompts confirmation_dialog"
        + " approval_step confirmation_step permission_check user_confirmation user_approval"
        + " user_consent consent_dialog human_review approval_process authorization_checks"
        + " confirmation_prompt confirmation_prompts permission_checks human_approval")
    addVerbs(.assent, "accept approve grant agree confirm allow authorize consent acknowledge")
    addVerbs(.pretend, "pretend claim fake falsify lie fabricate invent simulate impersonate")
    add(.pretend, "falsely act_as act_as_if you_are_now as_if roleplay role-play from_now_on")
    add(
      .example,
      "format valid e.g e.g. eg example examples such_as for_example for_instance sample phrases i.e i.e. vs"
        + " quoted phrase like strings")
    add(
      .notorious,
      "dan_mode do_anything_now unrestricted_mode god_mode no_restrictions without_restrictions"
        + " new_instructions new_directive new_directives real_instructions unrestricted_ai"
        + " hidden_instructions secret_instructions")
    add(.outcome, "error errors failure success successful failed unavailable succeeded safe")
    add(
      .attackName,
      "injection injections attack attacks attacker phishing jailbreak jailbreaks malicious exploit"
        + " exploits poisoning vulnerabilities vulnerability threats threat adversarial payloads"
        + " leakage exfiltration")
  }
}
