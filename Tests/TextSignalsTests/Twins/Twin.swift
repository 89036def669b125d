import Testing
import TextSignals

/// A poisoned text and its harmless fix: the same purpose and nearly the same words, without what steers the
/// agent.
struct Twin: CustomTestStringConvertible, Sendable {
  /// What the poisoned text is after.
  let intent: String
  let poisoned: String
  let harmless: String

  init(_ intent: String, _ poisoned: String, fixedBy harmless: String) {
    self.intent = intent
    self.poisoned = poisoned
    self.harmless = harmless
  }

  var testDescription: String { intent }

  /// Every twin.
  static let all: [Twin] =
    steering + takingData + business + harm + languages + otherTools + confessions + idioms
    + furtherLanguages + acts + hints + firstSentences + matters + rules + rulesOfOtherLanguages

  /// The strongest passage of `text` as the description of a tool; `low` where there is none.
  static func strength(of text: String) -> Strength {
    TextScanner(purpose: "tool").passages(in: text).map(\.strength).max() ?? .low
  }
}
