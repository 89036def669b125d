import Assessment

/// What a report would say of any estate: the texts of rules and facts, with the keys that they name.
///
/// `audit.store` has the form of a host, and `log` may be somebody's mailbox; hidden, they would take the
/// sense from what is to be done and protect nobody.
struct OwnWords {
  /// Dotted keys and sample hosts, which are no hosts of the estate.
  private let addresses: Set<String>
  /// Each word, in lower case.
  private let words: Set<String>

  /// The words of `rules` and of all facts.
  init(of rules: [Rule]) {
    let ruleTexts = rules.flatMap { rule in
      [rule.title, rule.why, rule.remediation] + rule.checks.map(\.message)
    }
    self.init(texts: ruleTexts + FactTexts.documentation)
  }

  /// The words of `texts`.
  init(texts: [String]) {
    addresses = Set(texts.flatMap { AddressScanner.addresses(in: $0).map(\.text) })
    words = Set(
      texts.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init))
  }

  /// Whether `address` is one that the report says by itself.
  func contains(_ address: AddressScanner.Address) -> Bool {
    addresses.contains(address.text)
  }

  /// Whether `name` is a word that the report says by itself.
  func contains(word name: String) -> Bool {
    words.contains(name.lowercased())
  }
}
