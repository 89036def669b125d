import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct DemandsTests {
  @Test(arguments: [
    ("MCP701", Tier.zero, Grade.declared),  // a process, asked of manifests only
    ("MCP702", .zero, .declared), ("MCP702", .one, .declared), ("MCP702", .two, .documented),
    ("MCP105", .zero, .declared), ("MCP105", .one, .configured), ("MCP105", .two, .configured),
    ("MCP601", .zero, .declared), ("MCP601", .one, .configured),
    ("MCP505", .two, .declared),  // nothing but a manifest can show it
  ])
  func `a tier demands what SPEC section 1 says`(
    rule: String, tier: Tier, grade: Grade
  ) throws {
    let catalog = try RuleCatalog.builtIn()
    let compiled = try #require(catalog.compiled.first { $0.rule.id == rule })
    #expect(Demands().grade(of: compiled, for: tier) == grade)
  }

  @Test func `a tier raises the severity where a rule says so`() throws {
    let catalog = try RuleCatalog.builtIn()
    let killSwitch = try #require(catalog.compiled.first { $0.rule.id == "MCP606" })
    #expect(killSwitch.severity(for: .one) == .high)
    #expect(killSwitch.severity(for: .two) == .critical)
  }
}
