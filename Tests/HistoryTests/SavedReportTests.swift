import Assessment
import Estate
import SourceText
import Testing

@testable import History

@Suite struct SavedReportTests {
  @Test(arguments: ["1.0", "2.0"])
  func `a report is read back`(version: String) throws {
    let text = SampleReports.text(
      version: version,
      findings: [
        SampleReports.finding(
          "aa", extra: #", "location": {"path": "a.yaml", "line": 3}, "suppression": {}"#),
        SampleReports.finding("bb", extra: #", "undecidedReason": "no log was given""#),
      ])
    let report = try SampleReports.report(text)
    #expect(report.date == CalendarDate("2026-11-21"))
    #expect(report.decided == 30 && report.applicable == 40)
    let server = try #require(report.servers.first)
    #expect(server.score == 42.5 && server.verdict == .sandbox && server.derivedTier == 2)
    #expect(server.openRules == ["MCP105"] && server.coveragePercent == 90)
    #expect(server.budgets == ["success_rate": 0.98])
    #expect(report.findings.map(\.fingerprint) == ["aa", "bb"])
    #expect(report.findings.map(\.isAccepted) == [true, false])
    #expect(report.findings.map(\.isDecided) == [true, false])
    #expect(report.findings[0].path == "a.yaml" && report.findings[0].line == 3)
    #expect(report.metrics.openIncidents == ["INC-3"])
    #expect(report.rollouts.map(\.reached) == [2])
  }

  @Test(arguments: [
    ("[1]", 1, "no report of mcpready"),
    (#"{"schemaVersion": "3.0"}"#, 1, "schema versions 1 and 2"),
    ("{\n\"schemaVersion\": ", 2, ""),
    ("{\"schemaVersion\": \"1.0\"}", 1, "no `coverage`"),
  ])
  func `what is no report is refused at its place`(text: String, line: Int, message: String) throws
  {
    var library = SourceLibrary()
    let source = library.add(path: "r.json", bytes: Array(text.utf8))
    let error = try #require(throws: SavedReportError.self) { try SavedReport(reading: source) }
    #expect(library.location(of: error.diagnostic.span).start.line == line)
    #expect(message.isEmpty || error.diagnostic.message.contains(message))
  }

  @Test func `a value of the wrong type is refused, and what was expected is said`() throws {
    let text = SampleReports.text().replacing("\"score\": 42.5", with: "\"score\": \"high\"")
    let error = try #require(throws: SavedReportError.self) { try SampleReports.report(text) }
    #expect(error.diagnostic.expected == "a number")
  }
}
