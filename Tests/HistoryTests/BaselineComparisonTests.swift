import Assessment
import Estate
import SourceText
import Testing

@testable import History

@Suite struct BaselineComparisonTests {
  private func assessment(_ fingerprints: String..., message: String = "Open.") -> FleetAssessment {
    let nothing = Share(numerator: 0, denominator: 0, exceptions: [])
    return FleetAssessment(
      date: CalendarDate(daysSinceEpoch: 20_000), servers: [], fleetControls: [],
      findings: fingerprints.map { fingerprint in
        Finding(
          rule: "MCP105", severity: .high, status: .unmet,
          subject: .init(server: "ledger", kind: .server), message: message, remediation: "",
          span: nil, related: [], fingerprint: fingerprint)
      }, coverage: Coverage(decided: 0, applicable: 0, undecided: []),
      metrics: MaturityMetrics(
        ownedAndTiered: nothing, policyEvaluatedCalls: nothing,
        investigation: .init(investigated: 0, open: [], medianMinutes: nil, p90Minutes: nil),
        highRiskExceptions: nothing),
      backlog: [], rules: [], unlinked: [])
  }

  private func baseline(_ fingerprints: String...) throws -> SavedReport {
    try SampleReports.report(
      SampleReports.text(findings: fingerprints.map { SampleReports.finding($0) }))
  }

  @Test func `findings are new, known or gone`() throws {
    let changes = BaselineComparison(of: assessment("a", "b"), with: try baseline("b", "c"))
    #expect(changes.states == [.new, .unchanged])
    #expect(changes.absent.map(\.fingerprint) == ["c"])
    #expect(changes.newCount == 1)
    #expect(changes.newFingerprints == ["a"])
  }

  @Test func `findings of one fingerprint are counted`() throws {
    let more = BaselineComparison(of: assessment("a", "a", "a"), with: try baseline("a", "a"))
    #expect(more.states == [.new, .new, .new], "nobody can say which of them is the new one")
    #expect(more.newCount == 1 && more.absent.isEmpty)
    let fewer = BaselineComparison(of: assessment("a"), with: try baseline("a", "a"))
    #expect(fewer.states == [.unchanged] && fewer.absent.count == 1)
  }

  @Test func `another message makes a known finding an updated one`() throws {
    let changes = BaselineComparison(
      of: assessment("a", message: "Wide open."), with: try baseline("a"))
    #expect(changes.states == [.updated] && changes.newCount == 0)
  }
}
