import Assessment
import TestSupport
import Testing

@testable import mcpready

struct RuleSourceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A team's own rule, whose requirement is `requirement`.
  private func rule(requirement: String) -> String {
    """
    id: TEAM001
    name: ServiceLevel
    title: A server has a service level
    why: Reviewers sort servers by their service level.
    severity: low
    dimension: O
    source: [S1]
    subject: server
    nature: process
    when: server.isRemote
    checks:
      - grade: declared
        require: \(requirement)
        message: The manifest gives no service level.
    remediation: State `sla_tier`.
    effort: small
    examples:
      - name: The service level is there
        expect: met
        files:
          a.yaml: |
            server_id: a
            version: 1.0.0
            transport: streamable_http
            endpoint: https://a.example/
            sla_tier: gold
      - name: The service level is missing
        expect: unmet
        files:
          a.yaml: |
            server_id: a
            version: 1.0.0
            transport: streamable_http
            endpoint: https://a.example/
      - name: A local server needs none
        expect: not-applicable
        files:
          a.yaml: |
            server_id: a
            version: 1.0.0
            transport: stdio

    """
  }

  @Test func `rules of a folder are asked beside those that are built in`() async throws {
    try folder.write("rules/team/level.yaml", rule(requirement: "server.slaTier != ''"))
    try folder.write("estate/open.yaml", SampleEstate.open)
    let rules = folder.path + "/rules"
    let list = await SampleEstate.run("rules", "list", "--rules", rules)
    #expect(list.output.contains("TEAM001"))
    #expect(list.output.contains("MCP105"))
    let check = await SampleEstate.run("check", folder.path + "/estate", "--rules", rules)
    #expect(
      check.output.contains(
        "low[TEAM001] Not in place: the server manifest has no `sla_tier`: the service level."
      ))
    let page = await SampleEstate.run("explain", "TEAM001", "--rules", rules)
    #expect(page.output.hasPrefix("TEAM001 ServiceLevel\n"))
  }

  @Test func `a rule with a field that does not exist gives 2, its place and the nearest field`()
    async throws
  {
    try folder.write("bad.yaml", rule(requirement: "server.slaTeir != ''"))
    let result = await SampleEstate.run("check", SampleEstate.ready, "--rules", folder.path)
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("bad.yaml:13:"), "\(result.errors)")
    #expect(result.errors.contains("`slaTier`"), "\(result.errors)")
  }

  @Test func `an example that does not come out as it says fails the test of the rules`()
    async throws
  {
    try folder.write("wrong.yaml", rule(requirement: "server.slaTier == ''"))
    let result = await SampleEstate.run("rules", "test", "--rules", folder.path)
    #expect(result.status == .failed)
    #expect(
      result.output.contains("TEAM001: The service level is there: expected met, found unmet"))
    #expect(!result.output.contains("The service level is missing"))
    #expect(!result.output.contains("A local server needs none"))
  }

  @Test func `an id that is taken gives 2 and both places`() async throws {
    try folder.write("a.yaml", rule(requirement: "server.slaTier != ''"))
    try folder.write("b.yaml", rule(requirement: "server.slaTier != ''"))
    let result = await SampleEstate.run("rules", "list", "--rules", folder.path)
    #expect(result.status == .usage)
    #expect(result.errors.contains("a.yaml:1:"))
    #expect(result.errors.contains("b.yaml:1:"))
  }

  @Test func `a folder without rules, or no folder, gives 2`() async throws {
    let empty = await SampleEstate.run("rules", "list", "--rules", folder.path)
    #expect(empty.status == .usage)
    #expect(empty.errors.contains("holds no rule"))
    let absent = await SampleEstate.run("rules", "list", "--rules", folder.path + "/absent")
    #expect(absent.status == .usage)
    #expect(absent.errors.contains("there is no such file or folder"))
  }

  @Test func `a rule that cannot be read stops the run`() async throws {
    try folder.write("good.yaml", rule(requirement: "server.slaTier != ''"))
    try folder.link("gone.yaml", to: "absent.yaml")
    let result = await SampleEstate.run("rules", "list", "--rules", folder.path)
    #expect(result.status == .usage)
    #expect(result.errors.contains("gone.yaml"))
  }

  @Test func `a rule that no one knows is an error with the nearest id`() async {
    let result = await SampleEstate.run("explain", "MCP1055")
    #expect(result.status == .usage)
    #expect(result.errors.hasPrefix("mcpready: there is no rule `MCP1055`; did you mean `MCP105`?"))
  }

  @Test func `rules without their examples judge as they do with them`() throws {
    let whole = try RuleSource.catalog(RuleOptions())
    let judging = try RuleSource.requirements(RuleOptions())
    #expect(judging.rules.map(\.id) == whole.rules.map(\.id))
    for (short, long) in zip(judging.rules, whole.rules) {
      #expect(short.examples.isEmpty && !long.examples.isEmpty)
      let same = Rule(
        id: short.id, name: short.name, title: short.title, why: short.why,
        severity: short.severity, dimension: short.dimension, gate: short.gate,
        checklist: short.checklist, sources: short.sources, subject: short.subject,
        nature: short.nature, condition: short.condition, appliesTo: short.appliesTo,
        checks: short.checks, remediation: short.remediation, snippet: short.snippet,
        effort: short.effort, examples: long.examples)
      #expect(same == long)
    }
  }
}
