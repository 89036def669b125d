import Testing

@testable import Assessment

@Suite struct RuleScopeTests {
  @Test func `a rule that does not apply to everything says in words what it applies to`() throws {
    for rule in try RuleCatalog.builtIn().rules where rule.condition != nil {
      let words = try #require(rule.appliesTo, "\(rule.id) has `when` and no `applies_to`")
      #expect(words.first?.isLowercase ?? false, "\(rule.id): it goes on in a sentence")
      #expect(!words.hasSuffix("."), "\(rule.id): it goes on in a sentence")
      #expect(rule.inapplicability == "the rule applies to \(words)")
    }
  }
}
