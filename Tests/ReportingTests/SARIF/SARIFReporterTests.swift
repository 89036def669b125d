import Assessment
import Estate
import Reporting
import Testing

struct SARIFReporterTests {
  private func run(
    _ report: Report = SampleReport().report, maximumResults: Int? = nil,
    for profile: SARIFProfile = .standard
  ) throws -> JSONValue {
    var options = SARIFOptions()
    options.maximumResults = maximumResults
    options.profile = profile
    return try JSONValue(reading: SARIFReporter(options).render(report))["runs"][0]
  }

  private func result(_ rule: String) throws -> JSONValue {
    try #require(run()["results"].elements.first { $0["ruleId"].string == rule })
  }

  @Test func `a run keeps what the schema cannot say`() throws {
    #expect(SARIFChecker(try run()).problems == [])
  }

  @Test func `every rule that was asked is listed, fired or not`() throws {
    let rules = try run()["tool"]["driver"]["rules"].elements.map { $0["id"].string }
    #expect(rules == SampleReport().report.assessment.rules.map(\.id))
  }

  @Test func `checklist items are sorted as numbers`() throws {
    let taxa = try run()["taxonomies"][0]["taxa"].elements.map { $0["id"].string }
    #expect(taxa == ["1.4", "1.10"])
  }

  @Test func `what is not decided is a notification, not a result`() throws {
    let run = try run()
    #expect(!run["results"].elements.contains { $0["ruleId"].string == "MCP401" })
    let notification = try #require(
      run["invocations"][0]["toolExecutionNotifications"].elements.first {
        $0["associatedRule"]["id"].string == "MCP401"
      })
    #expect(
      notification["message"]["text"].string
        == "MCP401 was not decided for 1 server: no audit log was given.")
    #expect(run["invocations"][0]["properties"]["coverage"]["decided"].int == 7)
  }

  @Test func `a contradiction leads from the claim to its disproof`() throws {
    let result = try result("MCP105")
    #expect(
      result["message"]["text"].string
        == "The manifest claims authentication, but the route has none. See [claimed here](1).")
    let steps = result["codeFlows"][0]["threadFlows"][0]["locations"].elements.map {
      $0["location"]["physicalLocation"]
    }
    #expect(steps[0]["artifactLocation"]["uri"].string == "servers/payments.yaml")
    #expect(steps[0]["region"]["startLine"].int == 3)
    #expect(steps[1]["region"]["startLine"].int == 2)
    #expect(steps[1]["region"]["startColumn"].int == 11)
    #expect(steps[1]["region"]["endColumn"].int == 26)
  }

  @Test func `a line with a secret is not hashed`() throws {
    #expect(try !result("MCP108")["partialFingerprints"]["primaryLocationLineHash"].isPresent)
    #expect(try result("MCP701")["partialFingerprints"]["primaryLocationLineHash"].isPresent)
    let snippet = try result("MCP108")["locations"][0]["physicalLocation"]["region"]["snippet"]
    #expect(snippet["text"].string == "•••")
  }

  @Test func `columns are code points, whatever stands before them`() throws {
    let region = try result("MCP801")["locations"][0]["physicalLocation"]["region"]
    #expect(region["startColumn"].int == 4_022)
    #expect(region["endColumn"].int == 4_030)
  }

  @Test func `a finding without a place is at the start of the run`() throws {
    let place = try result("MCP610")["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].string == "broken.yaml")
    #expect(place["region"]["startLine"].int == 1)
  }

  @Test func `an incomplete run says so`() throws {
    let invocation = try run()["invocations"][0]
    #expect(invocation["executionSuccessful"] == .bool(false))
    #expect(invocation["exitCode"].int == 3)
    let texts = invocation["toolExecutionNotifications"].elements.map {
      $0["message"]["text"].string
    }
    #expect(texts.contains("The input could not be used: a tab indents."))
    #expect(texts.contains("The input was not recognised: no known keys."))
  }

  @Test func `too many results are cut, worst first, with a notification`() throws {
    let run = try run(maximumResults: 2)
    #expect(run["results"].elements.map { $0["ruleId"].string } == ["MCP105", "MCP108"])
    #expect(run["invocations"][0]["properties"]["omittedResults"].int == 8)
    let last = run["invocations"][0]["toolExecutionNotifications"].elements.last
    #expect(
      last?["message"]["text"].string
        == "8 results (2 critical, 5 high, 1 medium) left out, the least severe, because this log holds 2 at most."
    )
    #expect(SARIFChecker(run).problems == [])
  }

  @Test func `a report without findings is a run without results`() throws {
    let report = SampleReport.empty
    let run = try JSONValue(reading: SARIFReporter().render(report))["runs"][0]
    #expect(run["results"] == .array([]))
    #expect(SARIFChecker(run).problems == [])
  }

  @Test func `a result stands among the lines around it, without their secrets`() throws {
    let place = try result("MCP701")["locations"][0]["physicalLocation"]
    #expect(place["region"]["startLine"].int == 5)
    let context = place["contextRegion"]
    #expect(context["startLine"].int == 4 && context["endLine"].int == 6)
    #expect(
      context["snippet"]["text"].string == "limits: {calls_per_minute: 120}\nowner: \"\"\ntools:")
    let secretive = try result("MCP108")["locations"][0]["physicalLocation"]["contextRegion"]
    #expect(secretive["snippet"]["text"].string?.hasSuffix("token: ••• # rotate") ?? false)
  }

  @Test func `a long line is a context without its text`() throws {
    let place = try result("MCP801")["locations"][0]["physicalLocation"]
    #expect(place["contextRegion"]["startLine"].int == 1)
    #expect(!place["contextRegion"]["snippet"].isPresent)
  }

  @Test func `rules and results belong to the four taxonomies`() throws {
    let run = try run()
    let names = run["taxonomies"].elements.map { $0["name"].string }
    #expect(
      names == ["Readiness checklist", "Validation gate", "Risk dimension", "OWASP MCP Top 10"])
    let taxa = try result("MCP105")["taxa"].elements.map { taxon in
      taxon["toolComponent"]["index"].int.map { component in
        taxon["index"].int.map { run["taxonomies"][component]["taxa"][$0]["id"].string }
      }
    }
    #expect(taxa == ["1.4", "1.10", "IDN", "A", "MCP07:2025"])
  }
}
