import Estate
import Testing

@testable import Assessment

@Suite struct KeyPlacementTests {
  private func server(_ forms: ManifestForm...) -> Server {
    var server = Server(id: "ledger")
    server.sources = forms.enumerated().map { index, form in
      SourceMention(.manifest, at: PolicySample.place(UInt32(index + 1)), form: form)
    }
    server.registration = Stated("ledger", at: PolicySample.place(1))
    return server
  }

  private func remedies(of server: Server, rule: String) async throws -> [String] {
    var fleet = Fleet()
    fleet.servers = [server]
    let assessment = await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(fleet, asOf: CalendarDate(daysSinceEpoch: 20_000))
    return assessment.findings.filter { $0.rule == rule }.map(\.remediation)
  }

  @Test(arguments: [
    (ManifestForm.registryEntry, "io.github.mcpready/governance"), (.dockerEntry, "`server_id`"),
  ])
  func `a remedy says where its keys go in a file of another format`(
    form: ManifestForm, word: String
  ) async throws {
    let remedies = try await remedies(of: server(form), rule: "MCP701")
    #expect(!remedies.isEmpty)
    #expect(remedies.allSatisfy { $0.contains(word) && $0.hasPrefix("Name one person") })
  }

  @Test func `beside a manifest of mcpready's own, and without any, there is nothing to say`()
    async throws
  {
    #expect(KeyPlacement(of: server(.registryEntry, .own)).advice == nil)
    #expect(KeyPlacement(of: server()).advice == nil)
    let remedies = try await remedies(of: server(.own), rule: "MCP701")
    #expect(!remedies.isEmpty && remedies.allSatisfy { !$0.contains("governance") })
  }

  @Test func `what nobody wrote is told from what is wrong, and stands where the server is named`()
    async throws
  {
    var server = server(.own)
    server.ownership.owner = Stated("TBD", at: PolicySample.place(7))
    var fleet = Fleet()
    fleet.servers = [server]
    let findings = await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(fleet, asOf: CalendarDate(daysSinceEpoch: 20_000)).findings
    let tier = try #require(findings.first { $0.rule == "MCP213" })
    #expect(tier.isOmission && tier.span == PolicySample.place(1))
    let owner = try #require(findings.first { $0.rule == "MCP701" })
    #expect(!owner.isOmission && owner.span == PolicySample.place(7))
    let unmet = Dictionary(grouping: findings.filter { $0.status == .unmet }, by: \.severity)
    #expect(
      unmet.values.allSatisfy { alike in
        alike.map(\.isOmission) == alike.map(\.isOmission).sorted { !$0 && $1 }
      })
  }

  @Test func `what is wrong elsewhere is mended where it is`() async throws {
    var server = server(.registryEntry)
    server.secrets = [
      SecretSighting(family: "token", span: PolicySample.place(40), context: "headers")
    ]
    let remedies = try await remedies(of: server, rule: "MCP108")
    #expect(!remedies.isEmpty && remedies.allSatisfy { !$0.contains("governance") })
  }
}
