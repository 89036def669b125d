import Assessment
import Estate
import SourceText
import Testing

@testable import Reporting

struct SARIFProfileTests {
  private func run(_ report: Report, for profile: SARIFProfile = .github) throws -> JSONValue {
    var options = SARIFOptions()
    options.profile = profile
    return try JSONValue(reading: SARIFReporter(options).render(report))["runs"][0]
  }

  private func notifications(of run: JSONValue) -> [String] {
    run["invocations"][0]["toolExecutionNotifications"].elements.compactMap {
      $0["message"]["text"].string
    }
  }

  @Test func `GitHub is given nothing that it would misread`() throws {
    let sample = SampleReport()
    let accepted = Suppression(
      origin: .record, owner: "ciso@example.com", reason: "a pilot", category: nil,
      until: CalendarDate(daysSinceEpoch: 20_100), span: sample.masked)
    var findings = sample.findings
    findings[0] = Finding(
      rule: findings[0].rule, severity: .critical, status: .unmet, subject: findings[0].subject,
      message: "Accepted.", remediation: "", span: findings[0].span, related: [],
      fingerprint: findings[0].fingerprint, suppression: accepted)
    let baseline = try SampleReport.saved(sample.report)
    let run = try run(sample.report(of: findings, since: baseline))
    #expect(SARIFChecker(run, forGitHub: true).problems == [])
    #expect(!run["results"].elements.contains { $0["ruleId"].string == "MCP105" })
    #expect(
      notifications(of: run).contains(
        "1 finding accepted by exceptions left out, because code scanning would show them as open.")
    )
  }

  @Test func `what lies outside of the checkout is not shown at a place inside`() throws {
    var library = SourceLibrary()
    let outside = library.add(path: "../shared/gateway.yaml", bytes: Array("a\nb: open\n".utf8))
    let inside = library.add(path: "servers/a.yaml", bytes: Array("server_id: a\n".utf8))
    let sample = SampleReport()
    let finding = sample.finding(
      "MCP105", .high, .contradicted(claim: inside.span, disproof: outside.span), "It is open.",
      at: SourceSpan(source: outside.id, 2..<9), server: "a",
      related: [.init(span: outside.span, message: "the whole of it")])
    let nothing = SampleReport.empty.assessment
    let report = Report(
      toolVersion: "0.1.0",
      assessment: FleetAssessment(
        date: nothing.date, servers: [], fleetControls: [], findings: [finding],
        coverage: nothing.coverage, metrics: nothing.metrics, backlog: [],
        rules: sample.report.assessment.rules, unlinked: []),
      gate: GateDecision(outcome: .failed, reasons: []),
      inputs: [outside, inside].map {
        ReportedInput(
          path: $0.path, kind: nil, status: .analyzed, sha256: nil, byteCount: $0.bytes.count)
      }, diagnostics: [], library: library)
    let run = try run(report)
    #expect(SARIFChecker(run, forGitHub: true).problems == [])
    let result = run["results"][0]
    #expect(
      result["message"]["text"].string
        == "It is open. This is outside of the checkout, in '../shared/gateway.yaml' on line 2.")
    let place = result["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].string == "servers/a.yaml")
    #expect(!result["codeFlows"].isPresent && !result["relatedLocations"].isPresent)
  }

  @Test func `for auditors every control is a result`() throws {
    let report = SampleReport().report
    let run = try run(report, for: .audit)
    #expect(SARIFChecker(run).problems == [])
    let results = run["results"].elements
    let kinds = Dictionary(grouping: results, by: { $0["kind"].string ?? "" })
    #expect(kinds["pass"]?.map { $0["ruleId"].string } == ["MCP702"])
    #expect(kinds["notApplicable"]?.map { $0["ruleId"].string } == ["MCP802"])
    #expect(kinds["open"]?.map { $0["ruleId"].string } == ["MCP401", "MCP402"])
    #expect(
      kinds["open"]?.first?["message"]["text"].string
        == "For 'payments': unproven: it is unproven.")
    let known = Set(results.compactMap { $0["ruleId"].string })
    for control in report.assessment.servers.flatMap(\.controls) {
      #expect(known.contains(control.rule))
    }
  }
}
