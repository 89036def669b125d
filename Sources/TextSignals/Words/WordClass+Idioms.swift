/// Names of other tools, and turns of phrase.
extension WordClass {
  // MARK: Names of other tools

  /// a name that is used as that of another tool.
  static let namedTool = WordClass(bit: 128)
  /// a name to which the text gives a value, as in `limit=5`.
  static let assigned = WordClass(bit: 129)
  /// input, original, requested: what the user has asked for.
  static let input = WordClass(bit: 130)
  /// higher than, above.
  static let above = WordClass(bit: 131)
  /// a named tool that deletes, pays, sends or runs something.
  static let harmfulTool = WordClass(bit: 132)
  /// a value between quotation marks: no name, but what is to be passed.
  static let literal = WordClass(bit: 133)
  /// me, us, our server: whoever wrote the text.
  static let speaker = WordClass(bit: 134)
  /// instead: another act in place of one.
  static let instead = WordClass(bit: 135)
  /// ~/.ssh/id_rsa, /etc/shadow: files that only few tools have any business with.
  static let alienFile = WordClass(bit: 136)
  /// ssh, key, vault: what those few tools are about.
  static let keeping = WordClass(bit: 137)

  // MARK: Idioms

  /// a quoted word that may be the name of a parameter.
  static let slot = WordClass(bit: 138)
  /// between us, unmentioned: what is said of secrets only.
  static let hush = WordClass(bit: 139)
  /// hereby authorised, speaks for the administrator.
  static let authority = WordClass(bit: 140)
  /// play down, talk up.
  static let bias = WordClass(bit: 141)
  /// fine, clean, verified: what is reported of things that were looked at.
  static let verdict = WordClass(bit: 142)
  /// even, no matter: against what is there.
  static let even = WordClass(bit: 143)
  /// award-winning, trusted by millions.
  static let advert = WordClass(bit: 144)
  /// registry, dependency, remote: where software comes from.
  static let supply = WordClass(bit: 145)
  /// behind the scenes, in the background.
  static let backstage = WordClass(bit: 146)
  /// said, told, typed.
  static let spoken = WordClass(bit: 147)
  /// rivals, the rest.
  static let rivals = WordClass(bit: 148)
  /// a third party, a partner, whoever runs the server.
  static let stranger = WordClass(bit: 149)
  /// confidential things that have no second meaning.
  static let treasure = WordClass(bit: 150)
  /// crash, corrupt: what is threatened with.
  static let ruin = WordClass(bit: 152)
  /// failure to do so, skipping this.
  static let refusal = WordClass(bit: 153)
  /// installer, script: what runs.
  static let program = WordClass(bit: 154)
  /// counts as, is reported as.
  static let posing = WordClass(bit: 155)
  /// assure, convince.
  static let assurance = WordClass(bit: 156)
  /// also, automatically: more than was asked for.
  static let besides = WordClass(bit: 157)
  /// delete, pay, approve: acts that change more than an answer.
  static let sideEffect = WordClass(bit: 158)
  /// our, us: whoever wrote the text.
  static let firstPerson = WordClass(bit: 159)
  /// appear, be named: what becomes of results.
  static let appear = WordClass(bit: 160)
  /// verify_ssl, strict: a name that protects.
  static let safetyName = WordClass(bit: 161)
  /// false, off, zero.
  static let falsy = WordClass(bit: 162)
  /// get, receive.
  static let receive = WordClass(bit: 163)
  /// a copy, a duplicate.
  static let double = WordClass(bit: 151)
}
