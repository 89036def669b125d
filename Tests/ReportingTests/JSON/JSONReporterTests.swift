import Assessment
import FoundationEssentials
import Reporting
import SourceText
import Testing

struct JSONReporterTests {
  private func report() throws -> JSONValue {
    try JSONValue(reading: JSONReporter().render(SampleReport().report))
  }

  @Test func `the head says what came out`() throws {
    let report = try report()
    #expect(report["schemaVersion"].string == "2.0")
    #expect(report["date"].string == "2024-10-04")
    #expect(report["verdict"].string == "incomplete")
    #expect(report["exitCode"].int == 3)
    #expect(report["coverage"]["decided"].int == 7)
  }

  @Test func `a script reads a server's verdict without searching`() throws {
    let server = try report()["servers"][0]
    #expect(server["verdict"].string == "blocked")
    #expect(server["requiredVerdict"].string == "production")
    #expect(server["passes"] == .bool(false))
    #expect(server["obstacles"][0]["rules"][0].string == "MCP701")
    #expect(server["crs"]["frozen"] == .bool(true))
    #expect(server["gateControls"]["IDN"] == .bool(false))
    #expect(server["gateControls"]["CST"] == .bool(true))
    #expect(try report()["servers"][1]["tier"]["declared"] == .null)
  }

  @Test func `the ledger adds up to the score exactly`() throws {
    for server in try report()["servers"].elements {
      let points = try server["crs"]["ledger"].elements.map { try #require($0["points"].number) }
      #expect(points.reduce(0, +) == server["crs"]["score"].number)
    }
  }

  @Test func `a finding is where its span is`() throws {
    let findings = try report()["findings"].elements
    #expect(findings.count == SampleReport().findings.count)
    let contradiction = findings[0]
    #expect(contradiction["location"]["path"].string == "gateway/envoy.yaml")
    #expect(contradiction["location"]["line"].int == 2)
    #expect(contradiction["location"]["column"].int == 11)
    #expect(contradiction["relatedLocations"][0]["message"].string == "claimed here")
    #expect(findings[2]["subject"]["member"].string == SampleReport.hostile)
    #expect(!findings[10]["location"].isPresent)
  }

  @Test func `evidence has its grade, bearing and place`() throws {
    let evidence = try report()["servers"][0]["controls"][0]["evidence"]
    #expect(evidence[0]["bearing"].string == "supports")
    #expect(evidence[1]["grade"].string == "configured")
    #expect(evidence[1]["count"].int == 3)
    #expect(evidence[1]["places"][0].elements.map(\.int) == [2, 11, 2, 26])
  }

  @Test func `what a rule says about all of its findings is not repeated`() throws {
    let report = try report()
    #expect(report["findings"].elements.allSatisfy { !$0["remediation"].isPresent })
    let rules = report["rules"].elements.map { $0["id"].string }
    #expect(report["findings"].elements.allSatisfy { rules.contains($0["ruleId"].string) })
    #expect(report["rules"].elements.allSatisfy { $0["remediation"].isPresent })
  }

  @Test func `metrics have their numerator, denominator and list`() throws {
    let metrics = try report()["fleet"]["metrics"]
    #expect(metrics["ownedAndTiered"]["denominator"].int == 2)
    #expect(metrics["ownedAndTiered"]["list"].elements.map(\.string) == ["payments", "shadow"])
    #expect(metrics["policyEvaluatedCalls"]["value"] == .null)
    #expect(metrics["investigation"]["medianMinutes"].number == Decimal(string: "42.5"))
  }

  @Test func `the distribution counts every server once`() throws {
    let fleet = try report()["fleet"]
    #expect(fleet["crsDistribution"].elements.map { $0["servers"].int } == [0, 2, 0, 0, 0])
    #expect(fleet["tiers"]["tier2"].int == 2)
    #expect(fleet["tiers"]["undeclared"].int == 1)
    #expect(fleet["tiers"]["underdeclared"].int == 1)
  }

  @Test func `the schema names every member of the report, and the report has what it requires`()
    throws
  {
    let schema = try JSONValue(reading: ReportSchema.text)
    let report = try report()
    guard case .object(let properties) = schema["properties"], case .object(let members) = report
    else {
      Issue.record("the schema and the report are objects")
      return
    }
    // The sample has no baseline to be compared with.
    #expect(properties.keys.filter { $0 != "baseline" }.sorted() == members.keys.sorted())
    #expect(
      schema["required"].elements.compactMap(\.string).sorted() == members.keys.sorted())
    for (definition, sample) in [
      ("server", report["servers"][0]), ("finding", report["findings"][0]),
      ("rule", report["rules"][0]), ("fleet", report["fleet"]),
      ("diagnostic", report["diagnostics"][0]), ("crs", report["servers"][0]["crs"]),
      ("control", report["servers"][0]["controls"][0]), ("input", report["inputs"][0]),
    ] {
      let required = schema["$defs"][definition]["required"].elements.compactMap(\.string)
      #expect(!required.isEmpty)
      for name in required { #expect(sample[name].isPresent, "\(definition).\(name)") }
    }
  }

  @Test func `a run that looked at nothing is still a whole report`() throws {
    let report = try JSONValue(reading: JSONReporter().render(SampleReport.empty))
    #expect(report["servers"] == .array([]))
    #expect(report["coverage"]["share"] == .null)
  }
}
