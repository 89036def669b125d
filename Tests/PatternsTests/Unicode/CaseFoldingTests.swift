import Testing

@testable import Patterns

@Suite struct CaseFoldingTests {
  @Test(arguments: [
    ("a", "Aa"), ("k", "Kk\u{212A}"), ("s", "Ssſ"), ("σ", "Σςσ"), ("µ", "µΜμ"), ("ß", "ßẞ"),
    ("ı", "ı"),
    ("İ", "İ"), ("ǆ", "Ǆǅǆ"), ("θ", "Θθϑϴ"), ("ΐ", "\u{390}\u{1FD3}"),
    ("1", "1"), ("é", "Éé"), ("ﬅ", "ﬅﬆ"),
  ])
  func `a letter folds to its other cases`(letter: String, cases: String) {
    let folded = CaseFolding.closure(of: set(letter))
    #expect(folded == set(cases))
  }

  @Test func `folding what is folded adds nothing`() {
    let letters = GeneralCategories.set { $0 == .uppercaseLetter }
    let folded = CaseFolding.closure(of: letters)
    #expect(CaseFolding.closure(of: folded) == folded)
  }

  private func set(_ text: String) -> ScalarSet {
    ScalarSet(text.unicodeScalars.map { $0.value...$0.value })
  }
}
