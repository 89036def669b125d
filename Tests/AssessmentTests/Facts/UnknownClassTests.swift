import Estate
import Testing

@testable import Assessment

@Suite struct UnknownClassTests {
  private func assess(_ server: Server) async throws -> ServerAssessment {
    var fleet = Fleet()
    fleet.servers = [server]
    let assessment = await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(fleet, asOf: CalendarDate(daysSinceEpoch: 20_000))
    return try #require(assessment.servers.first)
  }

  private func status(of rule: String, _ assessment: ServerAssessment) -> String? {
    assessment.controls.first { $0.rule == rule }?.status.name
  }

  private func server(tools: [String]) -> Server {
    var server = PolicySample.server(tools: tools)
    server.transport = Stated(.stdio, at: PolicySample.place(2))
    return server
  }

  @Test func `a tool of which nothing says what it does leaves the rules about writes undecided`()
    async throws
  {
    let assessment = try await assess(server(tools: ["frobnicate"]))
    #expect(status(of: "MCP305", assessment) == "unproven")
    #expect(status(of: "MCP307", assessment) == "unproven")
    #expect(
      assessment.derivedTierReason == "no tool is known to change state, though nothing says what"
        + " `frobnicate` does, and it is reached on its own host alone")
    #expect(assessment.verdict.required == .production)
    #expect(
      assessment.verdict.requiredBecause
        == "nothing says whether `frobnicate` changes state, and it"
        + " runs without an approval")
  }

  @Test func `beside a tool that only reads it leaves them undecided too`() async throws {
    var server = server(tools: ["frobnicate", "query"])
    server.tools[1].declaredClass = Stated(.readOnly, at: PolicySample.place(60))
    let assessment = try await assess(server)
    #expect(status(of: "MCP305", assessment) == "unproven")
    let duties = try #require(assessment.controls.first { $0.rule == "MCP307" })
    #expect(duties.status.isOpen)
    server.tools[0].isEnabled = Stated(false, at: PolicySample.place(61))
    #expect(status(of: "MCP305", try await assess(server)) == "not-applicable")
  }

  @Test func `a server whose tools nobody lists may need more than to read`() async throws {
    let assessment = try await assess(server(tools: []))
    #expect(assessment.verdict.required == .readOnly)
    #expect(
      assessment.verdict.requiredBecause == "no source lists its tools, so that it may need more")
    #expect(
      assessment.derivedTierReason
        == "no source lists its tools, and it is reached on its own host alone")
  }

  @Test func `a client that never asks is judged by the tools that it sees`() async throws {
    var server = server(tools: ["frobnicate", "pay", "query"])
    server.tools[1].declaredClass = Stated(.irreversibleWrite, at: PolicySample.place(60))
    server.tools[2].declaredClass = Stated(.readOnly, at: PolicySample.place(61))
    let context = FleetContext(
      fleet: PolicySample.context([server], grants: []), date: CalendarDate(daysSinceEpoch: 0))
    func reading(_ allowed: [String]) throws -> Reading {
      var entry = ClientEntry(
        agent: "a", name: Evidence("ledger", at: PolicySample.place(70)),
        span: PolicySample.place(70))
      entry.allowedTools = Stated(allowed, at: PolicySample.place(71))
      entry.approval = Stated(.never, at: PolicySample.place(72))
      let slot = try #require(
        Facts.client.labels.firstIndex { $0.path == "client.skipsApprovalOfWrites" })
      return FactObject(ClientSubject(entry, of: server, in: context), as: Facts.client)
        .reading(at: slot)
    }
    #expect(try reading(["query"]).isNo)
    #expect(try reading(["query", "pay"]).isYes)
    #expect(try reading(["query", "frobnicate"]).isAbsent)
  }
}
