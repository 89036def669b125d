import Assessment
import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

/// What there is to show of each rule: estates and edits that it decides either way, and examples.
struct RuleEvidenceTests {
  private static let decidedAgainst: Set<Substring> = ["unmet", "contradicted"]

  @Test func `each rule is met and broken in a fixture or by an edit of one`()
    async throws
  {
    let rules = try RuleCatalog.builtIn().rules.map(\.id)
    var unmet = Set(rules).subtracting(try Self.rules(leftByEdits: Self.decidedAgainst))
    var neverMet = Set(rules).subtracting(try Self.rules(leftByEdits: ["met"]))
    for name in ["ready", "financial-gateway", "company"]
    where !unmet.isEmpty || !neverMet.isEmpty {
      for (key, standing) in try await EstateJudge(ofFixture: name).untouched.standings {
        if standing.status == "met" { neverMet.remove(key.rule) }
        if Self.decidedAgainst.contains(Substring(standing.status)) { unmet.remove(key.rule) }
      }
    }
    // Logs of Fixtures/ show each flow that there is; where approvals break one is among the rule's examples.
    neverMet.remove("MCP507")
    #expect(neverMet.sorted() == [], "no estate of Fixtures/ and no edit of one meets these rules")
    #expect(unmet.sorted() == [], "no estate of Fixtures/ and no edit of one breaks these rules")
  }

  /// The rules that some edit leaves in one of `statuses`.
  private static func rules(leftByEdits statuses: Set<Substring>) throws -> Set<String> {
    let words = try EstateMutationTests.tables.flatMap(Mutation.table).flatMap(\.changes).map {
      $0.split(separator: " ")
    }
    return Set(words.filter { $0.count > 3 && statuses.contains($0[3]) }.map { String($0[1]) })
  }

  /// Rules that ask sources of several grades and whose gaps a source that is there always shows: what a
  /// client allows or starts, a tier that is declared, and roles that only matter where a record names them.
  private static let alwaysDecided: Set<String> = [
    "MCP208", "MCP213", "MCP303", "MCP508",
  ]

  @Test func `a rule that joins sources has examples of claims without proof and against it`()
    throws
  {
    for rule in try RuleCatalog.builtIn().rules where Set(rule.checks.map(\.grade)).count > 1 {
      let statuses = Set(rule.examples.map(\.expectedStatus))
      #expect(statuses.contains("contradicted"), "\(rule.id)")
      #expect(
        statuses.contains("unproven") || Self.alwaysDecided.contains(rule.id), "\(rule.id)")
    }
  }

  @Test func `every row of the source tables is decided by a rule`() async throws {
    #expect(try RuleCatalog.builtIn().uncoveredRows.map(\.key) == [])
    let result = await SampleEstate.run("rules", "list", "--uncovered")
    #expect(result.status == .passed, "\(result.output)")
  }
}
