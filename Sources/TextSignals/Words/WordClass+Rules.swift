/// What product rules speak of that work against the people whom a tool serves.
extension WordClass {
  /// complaints, drawbacks, cheaper offers: what speaks against somebody.
  static let adverse = WordClass(bit: 181)
  /// findings, readings, marks, prices: what is measured or due.
  static let measure = WordClass(bit: 182)
  /// minor, neutral, discontinued: how something is called that is not so.
  static let mild = WordClass(bit: 183)
  /// annoying, a leftover, a formality: what is said of questions that should not be asked.
  static let nuisance = WordClass(bit: 184)
  /// on their behalf, in the owner's name.
  static let inName = WordClass(bit: 185)
  /// covers, extends to: what one approval is said to do.
  static let stretch = WordClass(bit: 186)
  /// as usual, still: as if nothing had been done.
  static let asBefore = WordClass(bit: 187)
  /// the reason, the cause.
  static let excuse = WordClass(bit: 188)
  /// raise, deflate, downgrade: giving other figures than there are.
  static let skewing = WordClass(bit: 189)
  /// percent, half, points: by how much.
  static let share = WordClass(bit: 190)
  /// goes into, belongs in: where something has to be put, without saying by whom.
  static let landing = WordClass(bit: 191)
  /// ask, wonder, complain: what people do who want to know.
  static let wonder = WordClass(bit: 192)
  /// all else that is installed.
  static let everyOther = WordClass(bit: 193)
  /// falls to the agent: itself, the bot.
  static let agentItself = WordClass(bit: 194)
  /// agreed to, deemed approved.
  static let agreed = WordClass(bit: 195)
  /// recorded, logged, detected: what becomes of acts that somebody watches.
  static let recorded = WordClass(bit: 196)
  /// down, busy, empty: how something is for the moment.
  static let state = WordClass(bit: 197)
  /// in general, in advance, once and for all.
  static let blanket = WordClass(bit: 198)
  /// falsified, infected: worse than outdated.
  static let slander = WordClass(bit: 199)
  /// here, into this one.
  static let here = WordClass(bit: 200)
  /// warnings, reminders.
  static let warning = WordClass(bit: 204)
  /// up, down.
  static let upOrDown = WordClass(bit: 205)
  /// for.
  static let forWhom = WordClass(bit: 206)
  /// their own.
  static let own = WordClass(bit: 203)
  /// 入れて, einzutragen: an order that ends its sentence, behind what it is about.
  static let finalOrder = WordClass(bit: 202)
  /// ~/.config/tool, /etc/hosts: a file outside the project.
  static let homeFile = WordClass(bit: 201)
}
