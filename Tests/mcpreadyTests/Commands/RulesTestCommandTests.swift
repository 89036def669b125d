import Assessment
import Testing

@testable import mcpready

struct RulesTestCommandTests {
  private static let catalog = Result { try RuleSource.catalog(RuleOptions()) }

  @Test(arguments: BuiltInRules.files.map(\.path))
  func `a rule that is built in decides its own examples`(path: String) async throws {
    let catalog = try Self.catalog.get()
    // A rule's file is named by the number in its id: Rules/105-….yaml states MCP105.
    let number = path.drop { !$0.isNumber }.prefix(while: \.isNumber)
    let rule = try #require(catalog.rule(String(number)))
    let expected = Set(rule.examples.map(\.expectedStatus))
    #expect(expected.isSuperset(of: ["met", "not-applicable"]))
    #expect(!expected.isDisjoint(with: ["unmet", "contradicted"]))
    #expect(await ExampleRunner(catalog: catalog).failures(of: rule) == [])
  }

  @Test func `the command counts the examples of all rules`() async {
    let result = await SampleEstate.run("rules", "test")
    #expect(result.status == .passed)
    let words = result.output.split(separator: " ")
    #expect(words.count > 2 && words[0] == words[2], "\(result.output)")
  }
}
