import Assessment
import Reporting
import Testing

struct SARIFBaselineTests {
  private let sample = SampleReport()

  private func run(_ findings: [Finding], since earlier: [Finding]) throws -> JSONValue {
    let baseline = try SampleReport.saved(sample.report(of: earlier))
    let report = sample.report(of: findings, since: baseline)
    return try JSONValue(reading: SARIFReporter().render(report))["runs"][0]
  }

  @Test func `every result says how it stands to the baseline, and what is gone stands last`()
    throws
  {
    let findings = sample.findings
    let now = findings.filter { $0.rule != "MCP108" }
    let run = try run(now, since: Array(findings.dropLast()))
    #expect(SARIFChecker(run).problems == [])
    let results = run["results"].elements
    let states = Dictionary(
      grouping: results, by: { $0["baselineState"].string ?? "" }
    ).mapValues { $0.map { $0["ruleId"].string } }
    #expect(states["new"] == ["MCP610"])
    #expect(states["absent"] == ["MCP108"])
    #expect(states["unchanged"]?.count == results.count - 2)
    #expect(results.last?["baselineState"].string == "absent")
    let place = results.last?["locations"][0]["physicalLocation"] ?? .null
    #expect(place["artifactLocation"]["uri"].string == "gateway/envoy.yaml")
    #expect(place["region"]["startLine"].int == 4)
  }

  @Test func `the baseline's identity is that of the run that wrote it`() throws {
    let before = try JSONValue(reading: SARIFReporter().render(sample.report))["runs"][0]
    let run = try run(sample.findings, since: sample.findings)
    #expect(run["baselineGuid"].isPresent)
    #expect(run["baselineGuid"] == before["automationDetails"]["guid"])
    #expect(!before["baselineGuid"].isPresent)
    #expect(!before["results"][0]["baselineState"].isPresent)
  }
}
