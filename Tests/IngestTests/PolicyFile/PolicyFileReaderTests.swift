import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct PolicyFileReaderTests {
  private let sample = """
    version: 1
    exclude: [vendor/**]
    kinds:
      "logs/*.jsonl": audit log
      "**/server.json": server.json
    thresholds:
      crs: 55
      success_rate: 0.98
      p95_latency_ms: 2500
      block_rate: 0.1
      fallback_rate: 0.15
      token_lifetime_seconds: 1800
      max_tools_per_agent: 15
      drill_age_days: 180
    weights: {a: 0.35, r: 0.25, o: 0.2, b: 0.2}
    rules:
      MCP504: {severity: medium, reason: behind a proxy}
      MCP612: {enabled: false, reason: no canaries yet}
    """

  @Test func `a policy keeps the place of every change`() throws {
    let parsed = try ParsedText(yaml: sample)
    let (policy, diagnostics) = PolicyFileReader.read(try parsed.root)
    #expect(diagnostics == [])
    #expect(policy.excludes("vendor/a/b.yaml"))
    #expect(!policy.excludes("src/b.yaml"))
    #expect(policy.kind(of: "logs/a.jsonl")?.value == .auditLog)
    #expect(policy.kind(of: "x/server.json")?.value == .registryEntry)
    #expect(policy.kind(of: "x") == nil)
    #expect(policy.thresholds.score?.value == 55)
    #expect(parsed.place(policy.thresholds.score?.span) == "7:8")
    #expect(policy.thresholds.drillAgeDays?.value == 180)
    #expect(policy.weights?.r.value == 0.25)
    #expect(policy.rules.map(\.rule.value) == ["MCP504", "MCP612"])
    #expect(policy.rules[0].severity?.value == "medium")
    #expect(policy.rules[1].isEnabled?.value == false)
    #expect(parsed.place(policy.rules[1].rule.span) == "18:3")
  }

  @Test func `demands, environments, logs, coverage, verdicts and exceptions are read`() throws {
    let parsed = try ParsedText(
      yaml: """
        version: 1
        profile: strict
        demands: {1: {process: documented}, 2: {enforceable: observed}}
        environments: {live: production, uat: staging}
        log:
          fields: {agent_id: [actor.id, who], tool_name: call}
          malformed_limit: 0.2
        coverage: {server: 80, fleet: 92.5}
        verdicts:
          servers: {"pay-*": production, "*": read-only}
          environments: {live: supervised}
        exceptions:
          - {rule: MCP607, server: a, owner: o, reason: r, category: c, expires: 2027-01-31}
          - {rule: MCP607, server: b, expires: soon}
        """)
    let (policy, diagnostics) = PolicyFileReader.read(try parsed.root)
    #expect(diagnostics == [])
    #expect(policy.profile?.value == "strict")
    #expect(policy.demands.map(\.grade.value) == [.documented, .observed])
    #expect(policy.demands.map(\.nature) == ["process", "enforceable"])
    #expect(policy.environments.map(\.stage.value) == ["production", "staging"])
    #expect(policy.log.fields.map(\.field.value) == ["agent_id", "tool_name"])
    #expect(policy.log.fields.first?.names.map(\.value) == ["actor.id", "who"])
    #expect(policy.log.malformedLimit?.value == 0.2)
    #expect(policy.coverage.fleet?.value == 92.5)
    #expect(policy.verdicts.map(\.verdict.value) == ["production", "read-only", "supervised"])
    #expect(policy.exceptions.map(\.origin) == [.policy, .policy])
    #expect(policy.exceptions[0].category.value == "c")
    let flaw = try #require(policy.exceptions[1].flaws.first)
    #expect(flaw.reason.contains("`soon`, which is no day"))
    #expect(parsed.place(flaw.span) == "14:40")
  }

  @Test(arguments: [
    ("version: 2", "`version` is `2`, which is not read"),
    ("exclude: []", "the policy file does not say its version"),
    ("version: 1\ntreshold: {}", "unknown key `treshold`, which is not read"),
    ("version: 1\nthresholds: {success_rate: 97}", "`success_rate` is `97`, which is not read"),
    ("version: 1\nweights: {a: 0.5, r: 0.5, o: 0.5, b: 0.5}", "the weights sum to 2.0"),
    ("version: 1\nexclude: ['[a']", "the pattern `[a` does not close its `[`"),
    ("version: 1\nkinds: {'*.x': nginks}", "`nginks` is not a value that `*.x` can take"),
    ("version: 1\nrules: {MCP504: {enabled: false}}", "`MCP504` is switched off without a reason"),
    ("version: 1\nprofile: strickt", "`strickt` is not a value that `profile` can take"),
    (
      "version: 1\ndemands: {3: {process: declared}}",
      "unknown key `3`, which is not read"
    ),
    (
      "version: 1\ndemands: {1: {process: absent}}",
      "`absent` is not a value that `process` can take"
    ),
    (
      "version: 1\nenvironments: {live: prod}", "`prod` is not a value that `live` can take"
    ),
    ("version: 1\ncoverage: {server: 101}", "`server` is `101`, which is not read"),
    ("version: 1\ncoverage: {servers: 80}", "unknown key `servers`, which is not read"),
    (
      "version: 1\nverdicts: {servers: {a: prod}}", "`prod` is not a value that `a` can take"
    ),
    ("version: 1\nlog: {malformed_limit: 5}", "`malformed_limit` is `5`, which is not read"),
    (
      "version: 1\nexceptions: [{rule: MCP607, until: 2027-01-31}]",
      "unknown key `until`, which is not read"
    ),
    (
      "version: 1\nrules: {MCP504: {severity: huge}}",
      "`huge` is not a value that `severity` can take"
    ),
  ])
  func `what is not understood is an error`(yaml: String, message: String) throws {
    let (_, diagnostics) = PolicyFileReader.read(try ParsedText(yaml: yaml).root)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.severity) == [.error])
  }

  @Test func `an unknown key is answered with the nearest one`() throws {
    let (_, diagnostics) = PolicyFileReader.read(
      try ParsedText(yaml: "version: 1\ntresholds: {}").root)
    #expect(diagnostics.first?.advice == "did you mean `thresholds`?")
  }

  @Test func `a rule without a reason stays switched on`() throws {
    let (policy, _) = PolicyFileReader.read(
      try ParsedText(yaml: "version: 1\nrules: {MCP504: {enabled: false}}").root)
    #expect(policy.rules.first?.isEnabled == nil)
  }
}
