import Estate
import Testing

@testable import Assessment

@Suite struct ObstacleTests {
  private func verdict(of server: Server) async throws -> VerdictDecision {
    var fleet = Fleet()
    fleet.servers = [server]
    let assessment = await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(fleet, asOf: CalendarDate(daysSinceEpoch: 20_000))
    return try #require(assessment.servers.first).verdict
  }

  @Test func `what nothing shows is not said to be missing`() async throws {
    var server = Server(id: "ledger")
    server.sources = [SourceMention(.catalog, at: PolicySample.place(1))]
    let reasons = try await verdict(of: server).obstacles.map(\.reason)
    #expect(reasons.contains("authentication is not shown to be in place"))
    #expect(!reasons.contains("authentication is not in place"))
  }

  @Test func `a server that nobody registered is stopped by the rule that says so`() async throws {
    var server = Server(id: "ledger")
    server.sources = [SourceMention(.catalog, at: PolicySample.place(1))]
    let obstacle = try #require(
      try await verdict(of: server).obstacles.first { $0.reason == "no manifest registers it" })
    #expect(obstacle.rules == ["MCP408"])
  }
}
