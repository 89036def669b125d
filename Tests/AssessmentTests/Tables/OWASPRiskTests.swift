import Testing

@testable import Assessment

struct OWASPRiskTests {
  @Test func `every risk has rules that are built in`() throws {
    let known = Set(try RuleCatalog.builtIn().rules.map(\.id))
    for risk in OWASPRisk.allCases {
      #expect(!risk.rules.isDisjoint(with: known), "\(risk)")
    }
  }

  @Test func `every rule of a risk stands in a row of the catalogue`() {
    for rule in OWASPRisk.allCases.flatMap(\.rules) {
      #expect(rule.hasPrefix("MCP") && (Int(rule.dropFirst(3).prefix(3)) ?? 0) > 100, "\(rule)")
    }
  }
}
