/// How a turn goes: who waits for whom, and what is asked before something is done.
extension WordClass {
  /// stop, continue, wait: whether the agent goes on.
  static let pacing = WordClass(bit: 179)
  /// while, until: for how long something is not to be done.
  static let meanwhile = WordClass(bit: 207)
  /// wait for, present to, confirmation: how people are asked for their leave.
  static let leave = WordClass(bit: 180)
}
