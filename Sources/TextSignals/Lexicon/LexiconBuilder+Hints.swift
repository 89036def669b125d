extension LexiconBuilder {
  /// Words that prove nothing alone.
  mutating func addHints() {
    addPossessions()
    addMotion()
    addLeave()
    addOpinion()
  }

  /// What people have, and what they say to the agent.
  private mutating func addPossessions() {
    add(
      .possession,
      "keyring certificates dump salary salaries passport birthday diagnosis cvv income employer"
        + " screenshots screenshot screen webcam microphone keystrokes clipboard logins identity"
        + " proprietary subnet wallet phrase licence license visa iban payroll medication allergies"
        + " religion whereabouts browser bookmarks photos camera address_book contacts inbox drafts"
        + " desktop documents downloads fingerprint biometrics voiceprint serial hostname username"
        + " recovery_words seed_words backup_codes door_code alarm_code home_folder user's_folder"
        + " home_directory national_id tax_id source_code env kubeconfig netrc gitconfig")
    add(
      .exchange,
      "turns turn history prompt prompts transcript conversation chat chats session messages"
        + " earlier reasoning thoughts utterances discussion dialogue exchanged caller calling")
  }

  /// Verbs of moving and of altering.
  private mutating func addMotion() {
    addVerbs(
      .motion,
      "put/put paste place hand land arrive go/went/gone reach carry note accompany stage leave/left"
        + " collect gather take/took/taken fetch grab dig look_up supply provide give/gave/given write/wrote/written"
        + " store save record log echo include attach append add embed insert prepend send/sent upload"
        + " post forward email transmit submit relay push publish export copy mirror ship share route"
        + " report deliver pass read/read open cat fill enter type transcribe list quote queue feed/fed curl wget"
    )
    addVerbs(
      .alteration,
      "replace change substitute swap overwrite alter switch exchange rewrite/rewrote/rewritten modify"
        + " redirect reroute rebook convert remap treat round inflate lower raise reduce increase"
        + " double deduct shave pad trim adjust attribute omit drop strip remove blank skip set/set"
        + " standardise standardize rename repoint override cap floor scale invert flip shift delay"
    )
    add(
      .alteration,
      "instead rather_than equivalent higher lower percent stead lieu in_place_of empty higher")
  }

  /// Doing something without anybody's leave, and what is said for it.
  private mutating func addLeave() {
    add(
      .defiance,
      "regardless irrespective whatever whichever whoever although though even despite anyway"
        + " notwithstanding wherever exceptions exception either_way no_matter")
    add(
      .quiet,
      "silently secretly quietly covertly discreetly unnoticed hidden invisible confidential"
        + " internal unmentioned unaware unannounced alarm worry confuse confusing bother bothered"
        + " bothering uninteresting distract distracting argue burden trouble clutter unremarked"
        + " nobody needn't unspoken omitted concealed withheld")
    add(
      .unbidden,
      "unasked unprompted immediately automatically pre-approved preapproved auto_approve"
        + " auto-approve waiting own right_away at_once straight_away unattended silently"
        + "")
    add(
      .reason,
      "policy guideline guidelines directive rule regulation regulations compliance audit legal"
        + " standardised standardized procurement finance corporate company agreed since because"
        + " owing due required needed necessary mandatory workaround remedy purposes traceability"
        + " iso gdpr sox hipaa soc quality housekeeping courtesy calibration validation verification"
        + " continuity maintenance migration otherwise randomness")
    add(
      .caution,
      "confirm confirms confirmed confirmation explicitly redacted masked stripped locally refused"
        + " rejected excluded encrypted verified wait unless warn"
        + " approval cautious careful sparingly safe safely redact optional permission")
    addVerbs(
      .breakage,
      "delete drop disable skip refuse bypass override circumvent deactivate revoke purge wipe erase"
        + " remove force grant approve merge apply execute install eval pipe chmod sudo kill reset"
        + " exempt disarm unlock unseal detach detonate")
  }

  /// How things are put, and which are preferred.
  private mutating func addOpinion() {
    addVerbs(
      .favour,
      "rank prefer choose/chose/chosen pick favour favor select steer nudge recommend promote"
        + " advertise mention suggest trust endorse praise offer name highlight")
    add(
      .favour,
      "best top choice preferred rival rivals competing competitor competitors alternatives cheaper"
        + " brand brands disservice superior glowing strong_buy first_place")
    addVerbs(
      .wording,
      "say/said describe report claim word state tell/told present show/shown pretend deny explain"
        + " assure answer reply sound render attribute blame insist mark count quote label portray")
    add(
      .untruth,
      "stale as_though as_if truth unavailable none outdated broken deprecated insecure malformed"
        + " approved passed fine normal nothing unable only impossible rejected sold_out hygiene"
        + " defective unsupported verified compliant clean flawless")
    add(
      .obligation,
      "must should shall ought need needs has_to have_to is_to are_to expected requires"
        + " required gets get goes want wants calls_for supposed needed wanted mandatory instructed"
        + " asks obliged invited due considered")
  }
}
