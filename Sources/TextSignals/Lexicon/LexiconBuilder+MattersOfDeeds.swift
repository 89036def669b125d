/// What is done with what is taken, on what grounds, and to whom it does harm.
extension LexiconBuilder {
  mutating func addHidingMatters() {
    addMatterVerbs(
      .tell,
      "tell/told inform notify mention alert announce reveal disclose hint itemise itemize reference"
        + " discuss acknowledge advise raise bring_up/brought_up flag report warn explain admit"
        + " confirm surface show/shown display list log name disturb bother trouble consult burden"
        + " interrupt remind let_on advertise publicise publicize betray volunteer share")
    addMatterVerbs(
      .notice,
      "notice wonder object complain protest panic worry realise realize learn/learnt know/knew/known see/saw/seen"
        + " ask inquire enquire question suspect remember recall care mind read/read check look discover find_out/found_out"
        + " understand/understood misunderstand/misunderstood resent dispute contest")
    addMatterVerbs(.notice, "annoy confuse alarm upset distract irritate scare disturb")
    addMatter(
      .hush,
      "quietly silently secretly discreetly covertly unnoticed unannounced unmentioned undisclosed"
        + " hidden invisible silent secret secrecy confidential confidence between_us in_confidence"
        + " out_of_sight under_wraps behind_the_scenes in_the_background nobody none_of_their_business"
        + " no_trace without_a_trace traces unaware oblivious internally internal_matter"
        + " housekeeping formality implementation_detail technicality mere detail plumbing routine"
        + " no_need needless unnecessary needn't not_even off_the_record discretion stay_silent"
        + " stay_quiet keep_quiet keep_silent keep_mum mum invisibly seamless seamlessly"
        + " transparently unobtrusively in_passing white_text obscured concealed masked tucked"
        + " for_their_own_good rude anyhow anyway would_only only_confuse only_annoy clutter")
    addMatterVerbs(
      .omit,
      "omit drop exclude leave_out/left_out leave_off/left_off hide/hid/hidden suppress withhold/withheld"
        + " skip strip filter remove ignore conceal blank mask delete erase bury/buried trim cut/cut"
        + " swallow discard overlook pass_over/passed_over keep_out/kept_out redact gloss")
    addMatter(
      .sham,
      "pretend pretends pretending as_if as_though supposedly falsely feign act_surprised surprised"
        + " fake fabricated fabricate invent inventing deny denies claim claims claiming impersonate"
        + " posing poses masquerade lie_to lies_to lie_about lies_about misreport misstate overstate understate disguise"
        + " unavailable unsupported discontinued sold_out no_slots out_of_stock green clean normal"
        + " fine passed expired error errors by_definition weren't_there don't_exist doesn't_exist"
        + " not_there technical_reasons system_requires maintenance outage driver_update")
    addMatterVerbs(
      .say,
      "say/said answer reply respond state describe phrase word claim present portray label mark"
        + " report tell/told explain assure insist write/wrote/written quote render call show/shown"
        + " attribute blame point cite sign")
  }

  mutating func addChangingMatters() {
    addMatterVerbs(
      .change,
      "change replace substitute swap alter modify rewrite/rewrote/rewritten overwrite/overwrote/overwritten"
        + " round raise lower inflate deflate increase decrease reduce multiply double triple halve"
        + " add deduct subtract pad shave adjust adapt correct convert redirect reroute rebook rename"
        + " re-sign resign relabel reassign retarget repoint override set/set cap scale shift swap"
        + " truncate blank zero prefix suffix append prepend translate tweak tamper edit switch"
        + " interpret treat read_as mean/meant become/became normalise normalize standardise"
        + " standardize harmonise harmonize book rebate mark_up/marked_up top_up/topped_up")
    addMatter(
      .amount,
      "percent per_cent half third quarter twice double cents cent surplus difference remainder"
        + " no_less_than no_more_than at_least at_most higher lower dearer cheaper larger smaller"
        + " more less extra additional original figure figures rounding decimals digits digit hundred"
        + " thousand average minimum maximum threshold score scores rating ratings points basis_points"
    )
    addMatter(
      .money,
      "price prices fee fees payment payments invoice invoices amount amounts commission commissions"
        + " account accounts iban refund refunds funds fund salary rate rates quote quotes tariff"
        + " premium premiums donation donations escrow wallet bank deposit deposits transfer transfers"
        + " cost costs charge charges surcharge margin markup discount voucher receipt receipts bill"
        + " bills purchase purchases order orders booking bookings balance bitcoin crypto payee"
        + " beneficiary cost_centre cost_center expense expenses payout payouts claim claims settlement"
        + " listing listings bid bids trade trades loan loans mortgage rent royalties tip tips stake"
    )
    addMatter(
      .exchange,
      "instead in_lieu in_lieu_of in_place_of rather_than in_favour_of in_favor_of on_behalf"
        + " on_their_behalf counts_as replaces replaced stands_in as_the_owner nearest equivalent"
        + " own supersedes no_longer alternative whichever")
  }

  mutating func addGrounds() {
    addMatter(
      .authority,
      "policy policies rule rules charter directive directives compliance audit regulation"
        + " regulations regulatory legal law act contract contractual agreement agreed terms clause"
        + " procedure protocol guideline guidelines house_style standard standards mandate mandated"
        + " mandatory obligation obliged requirement requirements governance finance legal_department"
        + " procurement campaign addendum amendment notice memo circular bulletin announcement"
        + " effective per in_line_with according pursuant by_order gdpr hipaa sox iso soc kyc aml pci"
        + " authority authorised authorized licence license certification accreditation management"
        + " board ministry association committee framework convention practice custom programme"
        + " program scheme initiative migration harmonisation compatibility advisory fix")
    addMatter(
      .reason,
      "since because otherwise so_that in_order_to owing due_to thus hence therefore thereby thanks"
        + " purposes purpose reasons reason needed necessary required to_ensure to_avoid to_prevent"
        + " to_speed_up speed_up caching cached calibration verification diagnostic diagnostics"
        + " telemetry quality improve improvement personalisation personalization traceability"
        + " reconciliation attestation proof deduplication continuity resilience redundancy safety"
        + " backup failover training statistics as_the_payer demands demand in_case stale")
    addMatter(
      .defiance,
      "regardless irrespective whatever whichever whoever although though even_if even_though even_when"
        + " even despite anyway anyhow notwithstanding no_matter whether_or_not nonetheless regardless_of"
        + " irrespective_of against overrides override outranks outrank precedence priority supersedes"
        + " above_all first_and_foremost exceptions no_exceptions unconditionally in_any_case either_way"
        + " unasked unprompted dictates differently insists otherwise")
    addMatter(
      .habit,
      "every each always all any whenever nightly hourly daily weekly from_now_on henceforth"
        + " until_further_notice for_the_time_being later next next_call subsequent following future"
        + " again once_more every_time each_time in_advance beforehand afterwards after_use before"
        + " ahead_of first prior_to upon as_soon_as once periodically continuously meanwhile also too"
        + " as_well in_addition additionally along_with moreover besides permanently never ever")
    addMatter(
      .lasting,
      "long-term long_term memory remember remembers memorise memorize survives persist persists"
        + " persistent permanent permanently agents.md claude.md .cursorrules .cursor rules_file"
        + " later_sessions future_sessions next_session future_agents other_agents sessions crontab cron"
        + " cron_job cron_entry startup autostart .bashrc .zshrc hook hooks scheduled schedule"
        + " knowledge_base notes_for_next standing_order standing_orders")
  }

  mutating func addHarmingMatters() {
    addMatterVerbs(
      .harm,
      "disable deactivate unlock disarm install delete wipe erase destroy drop purge kill revoke grant"
        + " elevate escalate chmod sudo curl wget eval exec execute run/ran deploy merge approve accept"
        + " force bypass circumvent skip override weaken widen loosen relax open expose uninstall"
        + " overwrite reset reboot shut_down/shut_down shutdown unblock whitelist allowlist trust"
        + " sign waive clone decrypt inject spawn vote transfer withdraw/withdrew/withdrawn switch_off/switched_off turn_off/turned_off"
    )
    addMatter(
      .protection,
      "firewall alarm door lock antivirus sandbox guardrail guardrails safeguard safeguards"
        + " confirmations confirmation review reviews reviewer checks check verification validation"
        + " signature signatures logging monitoring audit_log audit_trail restrictions limits limit"
        + " permissions permission access encryption two-factor 2fa mfa filter filters safety security"
        + " protection canary tests rate_limit quarantine branch_protection policy_engine approval_step"
        + " certificate certificates tls ssl csp cors backup backups")
    addMatter(
      .approval,
      "approval approvals approve approved consent consents permission confirmation confirm confirming"
        + " sign-off authorisation authorization go-ahead yes nod agree agrees agreed agreement asked"
        + " asking pre-approved preapproved unattended autonomously automatically auto without_asking"
        + " without_review without_confirmation accepted accepts waived waives waive rubber-stamp"
        + " standing covers covered blanket granted grant ok okay acknowledged implied deemed")
    addMatterVerbs(
      .obedience,
      "obey follow comply perform execute apply carry_out/carried_out act_on/acted_on heed honour honor treat"
        + " interpret evaluate regard consider adopt")
    addMatter(
      .obedience,
      "do_what_it_says do_what_they_say same_standing same_weight as_if_the_user as_though_the_user"
        + " had_typed takes_precedence pre-approved binding decrypt decode plaintext self-test")
  }

  mutating func addChoiceMatters() {
    addMatterVerbs(
      .favour,
      "recommend rank promote endorse prefer favour favor choose/chose/chosen pick select steer nudge"
        + " advertise plug mention suggest praise push feature highlight prioritise prioritize trust"
        + " tout upsell pitch champion lead/led start_with/started_with open_with/opened_with")
    addMatter(
      .favour,
      "best top first #1 number_one preferred preference endorsement recommendation favourite"
        + " favorite superior premium sponsored featured leading trusted finest favourable favorable"
        + " glowing positively favourably unbeatable choice paid upgrade subscription slogan")
    addMatter(
      .rivals,
      "rival rivals competitor competitors competing alternative alternatives other others another"
        + " rest official legacy builtin built-in native inferior compromised outdated deprecated"
        + " broken unreliable insecure cheaper free standard default remaining similar elsewhere"
        + " anything_else dearer noise unmaintained obsolete slow unsafe worse")
    addMatter(
      .tools,
      "tool tools server servers connector connectors plugin plugins integration integrations mcp"
        + " function functions mounted loaded installed endpoint other_tools other_servers call calls"
        + " calling invocation invoked invoke terminal shell cli entry menu toolset toolbox")
  }
}
