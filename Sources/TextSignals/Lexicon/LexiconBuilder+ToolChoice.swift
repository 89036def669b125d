extension LexiconBuilder {
  /// Words about tools and which of them to take.
  mutating func addToolChoice() {
    addVerbs(
      .use, "use call invoke run/ran/run execute trigger utilize employ activate start launch")
    add(.use, "usage invocation calls execution via")
    addHarmfulTools()
    add(
      .opening,
      "init initial initialize initialise initialized start started starting begin setup bootstrap session create new select"
        + " credentials config configuration connection"
        + " sessions onboard onboarding welcome guide guides guidelines instructions manual readme overview"
        + " connect login signin authenticate auth authorize register open load prepare configure")
    add(
      .tool,
      "tool tools function functions command commands plugin plugins integration integrations mcp"
        + " operation operations method api apis server servers service skill")
    add(
      .other,
      "other another different competing alternative alternatives similar else others competitor"
        + " competitors rival native built-in builtin standard default any_other all_other every_other"
        + " remaining subsequent all more_than_one several multiple legacy")
    add(
      .thisTool, "this_tool this_function this_one this_server this_api this_command me this_plugin"
    )
    addVerbs(.prefer, "prefer choose/chose/chosen select favor favour prioritize prioritise pick")
    add(.solely, "exclusively solely at_all_costs no_matter_what only")
    addVerbs(.prefer, "give_preference_to/gave_preference_to opt_for/opted_for suggest promote")
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
        + " most_comprehensive far_superior official only_trustworthy most_trustworthy superior_to strong_buy must-have unbeatable first_choice"
        + " better_than only_correct only_valid canonical unmatched fastest")
    add(
      .ownBrand,
      "affiliate referral promo promo_code discount_code advertisement affiliate_id referral_code favourably favorably positively in_a_positive_light sponsor our_brand our_product our_products our_service our_services our_company our_platform our_own"
        + " sponsored our_partner our_partners our_premium our_offers our_store our_shop")
    add(
      .inferior,
      "malicious harmful outdated unreliable inferior insecure inaccurate broken unsafe compromised untrusted obsolete"
        + " inefficient buggy less_accurate less_reliable less_secure dangerous bad_data wrong_data wrong_results false_results misleading"
        + " stale deprecated slow slower corrupt corrupts unmaintained unsupported retired discontinued error-prone incorrect_results incorrect_data faulty flawed"
    )
  }
  /// What the names of tools say that do more than look, and what is said of their arguments.
  private mutating func addHarmfulTools() {
    add(
      .harmfulTool,
      "delete remove drop reset destroy purge wipe erase truncate pay payment payments transfer"
        + " withdraw refund purchase buy order send post publish email mail write overwrite push"
        + " exec execute shell sql grant revoke admin terminate disable uninstall upload forward"
        + " share invite invites kill shutdown close approve merge secrets credentials")
    add(
      .input,
      "input inputs choice request requests requested original originally query queries wish wishes"
        + " intent intention preference preferences selection supplied provided specified entered"
        + " asked intended actual user-specified")
    add(.speaker, "me us our_server our_servers our_team our_endpoint our_api")
    add(.instead, "instead")
    add(.above, "higher above over than exceeds outranks before")
  }
}
