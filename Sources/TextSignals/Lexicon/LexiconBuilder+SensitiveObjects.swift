extension LexiconBuilder {
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
        + " gcloud credentials.db credentials.csv credentials.xml tokens.json token.json .s3cfg login.keychain .password-store keystore.json settings.json_secrets .cursor"
        + " ssh_private_keys ssh_private_key ssh_keys private_ssh_keys private_ssh_key"
        + " aws_credential_files aws_credentials_file credential_files credential_file"
        + " credentials_file .env_files .env_file env_files env_file dotenv key.pem private.key"
        + " id_rsa.pem server.key wallet_files keychain_files .config/gcloud secrets.env .envrc"
        + " shell_history browser_history bash_history terraform.tfstate logins.json"
        + " auth.log /etc/passwd /etc/shadow private_key_file private_key_files dotfiles aws_config"
    )
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
        + " user's_messages session_history user_prompt user_prompts user's_prompt "
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
      .authenticator,
      "password passwords pin passphrase seed_phrase recovery_phrase mnemonic cvv card_number credit_card"
        + " credit_card_number social_security_number ssn otp one-time_code one-time_password"
        + " security_code login_details private_key online_banking")
    add(
      .innermost,
      "conversation_history chat_history system_prompt system_prompts chain_of_thought"
        + " message_history conversation_log conversation_logs entire_conversation full_conversation"
        + " whole_conversation chat_log chat_logs chat_transcript all_messages all_previous_messages"
        + " internal_reasoning llm_model_name llm_name hidden_prompt developer_message reasoning_trace"
        + " thought_process agent_memory previous_tool_results context_window full_context entire_context"
        + " initial_instructions system_instructions conversation_so_far available_tools tool_definitions"
        + " tools_list tool_call_history"
    )
    add(
      .personal,
      "account_number account_numbers medical_data health_data health_records medical_history location_history ssn social_security_number social_security_numbers credit_card credit_cards"
        + " credit_card_number credit_card_numbers passport_number date_of_birth medical_records"
        + " personal_data personal_information personally_identifiable_information pii"
        + " phone_number phone_numbers bank_details bank_account home_address contact_list address_book private_messages"
        + " full_name full_names private_data sensitive_data sensitive_information confidential_data customer_data"
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
      "installed_mcp_servers tools_you_can_access tools_you_have tools_you_can_use model_you_are llm_you_are"
        + " the_user's_messages user's_previous_messages tools_available_to_you available_to_you your_tools your_system_prompt your_prompt"
        + " your_configuration your_reasoning reasoning_steps full_prompt your_rules your_thoughts")
    add(
      .trace,
      "record_of_this records_of_this trace_of_this any_record_of log_entries log_files log_entry shell_history traces trace evidence history audit_log audit_logs audit_trail footprints logs_of"
    )
    add(.memory, "memory memories long-term_memory knowledge_base persistent_memory")
    add(
      .lasting,
      "permanent permanently forever rule rules always all_future future_sessions"
        + " persistent later_conversations other_sessions other_users every_future")
    add(
      .publicPlace,
      "public_issue public_gist public_repository public_repo public_channel public_bucket pastebin"
        + " public_page public_comment public_pull_request public_url public_link public")
    add(
      .alienFile,
      "id_rsa id_ed25519 id_ecdsa id_dsa .ssh shadow passwd .gnupg wallet.dat .bash_history"
        + " .zsh_history cookies.sqlite logins.json login.keychain .netrc .git-credentials .pgpass"
        + " /etc/passwd /etc/shadow sudoers .vault-token")
    add(
      .keeping,
      "ssh sftp scp sshd key keys keypair gpg pgp keyring credential credentials secret secrets vault"
        + " password passwords login logins auth authentication certificate certificates tls pki"
        + " permission permissions user users host hosts remote git security forensic forensics shell"
        + " account accounts"
        + " oauth oauth2 token tokens cookie cookies header headers env environment http session"
        + " authorization authorize encrypt encryption decrypt sign signing wallet bearer jwt")
    // Tokens that open nothing.
    add(
      [],
      "page_token next_page_token pagination_token continuation_token cancellation_token sync_token"
        + " token_limit token_limits token_count token_counts token_usage token_budget token_cost"
        + " token_efficient token_efficiency token_consumption token_size token_window token_sequence"
        + " input_tokens output_tokens max_tokens maximum_tokens context_tokens number_of_tokens"
        + " tokens_used tokens_per saves_tokens save_tokens saving_tokens fewer_tokens few_tokens"
        + " many_tokens prompt_tokens completion_tokens encoding_token encoding_cookie two_tokens"
        + " only_tokens token_type design_tokens design_token token_name token_symbol token_address"
        + " token_id token_ids token_price token_prices token_balance token_balances erc20_token"
        + " erc20_tokens token_contract token_transfers token_holders token_metadata token_decimals"
    )
    add(.harmless, "public authorized_keys known_hosts placeholder dummy fake_credentials redacted")
  }
}
