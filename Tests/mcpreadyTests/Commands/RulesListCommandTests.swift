import Assessment
import Testing

@testable import mcpready

struct RulesListCommandTests {
  private func ids(_ arguments: String...) async throws -> [String] {
    let invocation = try ArgumentReader.invocation(from: ["rules", "list"] + arguments)
    guard case .listRules(let filter, let options) = invocation else { return [] }
    let result = RulesListCommand(filter: filter).run(try RuleSource.catalog(options))
    return result.output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != " " }) }
  }

  @Test func `filters join`() async throws {
    let identity = try await ids("--gate", "IDN")
    #expect(identity.contains("MCP105") && !identity.contains("MCP607"))
    let family = try await ids("--family", "6xx")
    #expect(!family.isEmpty && family.allSatisfy { $0.hasPrefix("MCP6") })
    let joined = try await ids("--family", "1", "--dimension", "A", "--checklist", "1.4")
    #expect(joined == ["MCP105"])
    let section = try await ids("--checklist", "1")
    #expect(section.contains("MCP105") && section.contains("MCP104"))
    #expect(!section.contains("MCP702"))
  }

  @Test func `a filter that names nothing known is refused with what is known`() async {
    let result = await SampleEstate.run("rules", "list", "--gate", "IDM")
    #expect(result.status == .usage)
    #expect(result.errors.contains("known are IDN, AUZ"))
    #expect(await SampleEstate.run("rules", "list", "--family", "9").status == .usage)
  }
}
