import Estate
import Testing

@testable import Assessment

@Suite struct GateTests {
  private static func assess(_ fleet: Fleet) async throws -> FleetAssessment {
    await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(fleet, asOf: CalendarDate(daysSinceEpoch: 20_000))
  }

  @Test func `a gate that looked at nothing has not passed`() async throws {
    let assessment = try await Self.assess(Fleet())
    #expect(assessment.coverage.share == nil || assessment.servers.isEmpty)
    let decision = Gate().decide(assessment, hasErrors: false, isEmpty: true)
    #expect(decision.outcome == .incomplete)
    #expect(!decision.reasons.isEmpty)
  }

  @Test func `inputs that could not be read outweigh servers that may not go on`() async throws {
    var fleet = Fleet()
    fleet.servers = [Server(id: "shadow")]
    let assessment = try await Self.assess(fleet)
    #expect(Gate().decide(assessment, hasErrors: false, isEmpty: false).outcome == .failed)
    #expect(Gate().decide(assessment, hasErrors: true, isEmpty: false).outcome == .incomplete)
  }

  @Test func `a server that nobody registers is blocked`() async throws {
    var fleet = Fleet()
    fleet.servers = [Server(id: "shadow")]
    let assessment = try await Self.assess(fleet)
    #expect(assessment.servers.first?.verdict.attained == .blocked)
    #expect(assessment.servers.first?.verdict.passes == false)
  }

  @Test func `findings of one identity are told apart and keep their order`() async throws {
    var fleet = Fleet()
    fleet.servers = [Server(id: "b"), Server(id: "a")]
    let one = try await Self.assess(fleet)
    fleet.servers.reverse()
    let other = try await Self.assess(fleet)
    #expect(one.findings == other.findings)
    #expect(Set(one.findings.map(\.fingerprint)).count == one.findings.count)
  }
}
