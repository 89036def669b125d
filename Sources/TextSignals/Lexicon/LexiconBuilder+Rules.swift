extension LexiconBuilder {
  /// Words of product rules that work against the people whom a tool serves.
  mutating func addRules() {
    addFigures()
    addOpinions()
    addAgreement()
    addAnswers()
  }

  /// What is measured or due, and how it is changed.
  private mutating func addFigures() {
    add(
      .measure,
      "finding findings reading readings value values result results mark marks grade grades score"
        + " scores figure figures revenue rating ratings price prices rate rates fee fees amount"
        + " amounts quote quotes number numbers estimate estimates count counts total totals severity"
        + " severities balance limit share shares yield forecast budget hours bid bids invoice offer"
        + " offers complaint complaints warning warnings alert alerts incident incidents cost costs"
        + " duration interest premium premiums risk risks defect defects measurement measurements")
    addVerbs(
      .skewing,
      "raise lower inflate deflate understate overstate exaggerate downgrade upgrade shave skim pad"
        + " deduct subtract mark_up/marked_up mark_down/marked_down round_up/rounded_up"
        + " round_down/rounded_down soften top_up/topped_up scale_up/scaled_up scale_down/scaled_down"
        + " bump nudge increase decrease reduce halve double triple multiply boost trim skew distort"
    )
    add(
      .share,
      "percent per_cent % half third quarter tenth points point twice factor cents degrees basis"
        + " above below higher lower less more ten hundred thousand")
    addVerbs(
      .landing,
      "go_into/went_into go_in/went_in belong_in belong_into land_in end_up_in/ended_up_in be_in"
        + " go_to/went_to belong_to be_put_in be_put_into be_given_in be_given_as be_handed_over_in"
    )
  }

  /// What speaks against somebody, and how it is called instead.
  private mutating func addOpinions() {
    add(
      .adverse,
      "complaint complaints criticism criticisms critical drawback drawbacks downside downsides"
        + " objection objections disadvantage disadvantages side_effect side_effects negative_reviews"
        + " bad_reviews cheaper cheaper_offers lower_prices adverse_events weaknesses shortcomings"
        + " critics unfavourable unfavorable scandals lawsuits recalls high_severity severity_high"
        + " dissent dissenting allegations controversies")
    add(
      .mild,
      "minor neutral low informational harmless normal fine excellent discontinued unavailable"
        + " sold_out final outstanding green clean passed resolved acceptable negligible cosmetic"
        + " expected benign compliant false_positive false_positives satisfied positive standard"
        + " temporary unrelated rejected late missing expired")
    add(
      .everyOther,
      "everything_else everything_other all_else anything_else all_others all_the_others"
        + " every_other any_other whatever_else all_other")
  }

  /// Who agrees to what, in whose name.
  private mutating func addAgreement() {
    add(
      .nuisance,
      "annoying annoys annoy rude impolite tedious nuisance formality leftover relic remnant"
        + " bureaucratic bureaucracy redundant superfluous unnecessary obsolete pointless friction"
        + " interrupts interrupt wastes_time waste_of_time wastes waste slows slow_down slows_down"
        + " irritating irritates disturbing disturbs only_meant for_interactive_use outdated"
        + " nobody_reads no_one_reads rarely_read never_read unwelcome unwanted burden burdens hinders cumbersome needless"
    )
    add(
      .inName,
      "on_behalf on_their_behalf on_his_behalf on_her_behalf on_behalf_of on_the_user's_behalf"
        + " in_their_name in_the_user's_name in_the_owner's_name for_the_user bot_account"
        + " in_place_of_the_user user's_name their_signature manager's_name"
        + " approver's_name in_their_stead in_the_name_of")
    addVerbs(.stretch, "cover extend stretch count apply hold/held suffice serve stand/stood")
    add(
      .agreed,
      "approved authorised authorized agreed confirmed consented cleared signed_off granted waived"
        + " accepted allowed permitted given pre-approved preapproved")
    add(
      .agentItself,
      "agent itself the_agent the_assistant the_model the_bot bot_account yourself assistant"
        + " automation the_caller")
    add(
      .recorded,
      "recorded logged tracked traced audited flagged detected noticed registered picked_up")
    add(
      .blanket,
      "in_general generally in_advance once_and_for_all for_good beforehand all_future"
        + " for_everything by_default implicitly standing presumed implied assumed implicit deemed"
        + " taken_for_granted")
    add(
      .warning, "warning warnings reminder reminders prompt prompts disclaimer disclaimers dialog")
    add(.upOrDown, "up down upwards downwards")
    add(.forWhom, "for")
    addVerbs(.assent, "sign countersign certify attest vote")
    addVerbs(.hide, "hold_back/held_back")
    add(.disabled, "switched_off turned_off absent out_of_service non-existent nonexistent")
    add(.own, "own eigenes eigene propre propio propia")
    add(.task, "work")
    add(.approval, "second_signature signature countersignature four-eyes dry_run double-check")
    addVerbs(
      [.pacing, .act], "go_on/went_on carry_on/carried_on go_ahead/went_ahead move_on/moved_on")
  }

  /// What people are told who ask.
  private mutating func addAnswers() {
    addVerbs(.wonder, "ask wonder complain enquire inquire insist")
    add(
      .asBefore,
      "as_usual still as_before unchanged nevertheless nonetheless as_if_nothing as_though_nothing"
        + " continues_to as_ever the_original the_full_amount as_normal like_before")
    add(
      .excuse,
      "reason reasons explanation justification excuse rationale")
    add(
      .user,
      "child children kid kids learner learners student students pupil pupils teacher"
        + " teachers parent parents grader graders analyst analysts viewer viewers donor donors"
        + " player players member members tenant tenants colleague colleagues manager managers"
        + " clinician clinicians doctor doctors lawyer lawyers seller sellers caller callers"
        + " claimant claimants applicant applicants candidate candidates pilot pilots diner diners"
        + " passenger passengers policyholder policyholders subscriber subscribers household"
        + " user's customer's")
    add(
      .state,
      "down busy offline full closed unreachable unavailable out_of_order under_maintenance"
        + " maintenance empty stale out_of_stock sold_out overloaded not_available gone broken"
        + " passes pass done finished succeeds succeeded completes completed ready missing")
    add(
      .slander,
      "falsified forged viruses virus infected malicious tampered tampered_with spoofed poisoned"
        + " fabricated compromised harmful dangerous hacked stolen")
    add(.inferior, "discarded leaks leaking not_valid not_accepted")
    add(.here, "here in_here through_here from_here into_here")
  }
}
