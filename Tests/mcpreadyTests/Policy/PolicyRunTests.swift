import Assessment
import Estate
import FoundationEssentials
import Ingest
import Reporting
import SourceText
import TestSupport
import Testing

@testable import mcpready

/// The policy file from its text to the reports and the exit status.
struct PolicyRunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
  }

  private var estate: String { folder.path + "/estate" }

  private func check(_ arguments: String...) async -> CommandResult {
    await Mcpready.run(["check", estate, "--at", "2026-11-21"] + arguments, in: Surroundings())
  }

  private func report(_ format: String, _ arguments: String...) async throws -> String {
    let path = folder.path + "/report"
    _ = await Mcpready.run(
      ["check", estate, "--at", "2026-11-21", "--out", "\(format)=\(path)"] + arguments,
      in: Surroundings())
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  // MARK: Rules

  @Test(arguments: ["human", "json", "sarif", "markdown"])
  func `a rule that is switched off leaves a line in every report`(format: String) async throws {
    try folder.write(
      "estate/mcpready.yaml",
      """
      version: 1
      rules:
        MCP201: {enabled: false, reason: The inventory lives elsewhere.}
        MCP105: {severity: low, reason: It is a demonstration.}
      """)
    let text = try await report(format)
    #expect(text.contains("MCP201"))
    #expect(text.contains("The inventory lives elsewhere."))
    #expect(text.contains("It is a demonstration."))
    #expect(text.contains("mcpready.yaml"))
  }

  @Test func `the policy file and rule files are inputs with their digests`() async throws {
    let policy = "version: 1\n"
    let named = try folder.write("elsewhere/policy.yaml", policy)
    let json = try await report("json", "--policy", named)
    let digest = SHA256.hexDigest(of: Array(policy.utf8))
    #expect(json.contains("\"path\":\"elsewhere/policy.yaml\""))
    #expect(json.contains(digest))
    try folder.write("estate/mcpready.yaml", policy)
    let implied = try await report("json")
    #expect(implied.components(of: digest) == 1, "one file is one input")
    try folder.write(
      "rules/own.yaml",
      try text(of: SharedFolder.packageRoot + "/Rules/701-accountable-owner.yaml")
        .replacing("MCP701", by: "OWN701"))
    let own = try await report("json", "--rules", folder.path + "/rules")
    #expect(own.contains("\"path\":\"rules/own.yaml\",\"kind\":\"rule file\""))
  }

  // MARK: Gate

  @Test func `a profile of the command line outranks that of the file`() async throws {
    try folder.write("estate/mcpready.yaml", "version: 1\nprofile: strict\n")
    #expect(await check().output.contains("gate: failed under the profile strict"))
    #expect(await check("--profile", "standard").output.contains("gate: failed (1 of 1"))
    let unknown = await check("--profile", "strickt")
    #expect(unknown.status == .usage)
    #expect(unknown.errors.contains("did you mean `strict`?"))
  }

  @Test func `claims are enough for bootstrap, and for no other profile`() async throws {
    let policy = try folder.write(
      "policy.yaml", "version: 1\nexclude: [gateway, logs]\nprofile: bootstrap\n")
    for (profile, status) in [("bootstrap", mcpready.ExitStatus.passed), ("standard", .failed)] {
      let result = await SampleEstate.run(
        "check", SampleEstate.ready, "--at", "2026-11-21", "--policy", policy, "--profile", profile)
      #expect(result.status == status, "\(profile)")
    }
  }

  @Test(arguments: ["company", "financial-gateway"])
  func `a control is met exactly where its evidence is enough for its demand`(
    name: String
  ) async throws {
    let pipeline = Pipeline(
      catalog: try RuleCatalog.builtIn(), date: CalendarDate(daysSinceEpoch: 20_778), failOn: nil)
    let intake = await Intake(paths: [SharedFolder.packageRoot + "/Fixtures/" + name]).read()
    let report = await pipeline.report(on: intake)
    for control in report.assessment.servers.flatMap(\.controls) {
      let isEnough = control.sufficiency.grade >= control.demanded
      switch control.status {
      case .met: #expect(isEnough, "\(control.rule)")
      case .unproven(.weak), .unmet, .contradicted: #expect(!isEnough, "\(control.rule)")
      case .unproven(.undecided): #expect(isEnough == control.sufficiency.awaitsTraffic)
      case .notApplicable: continue
      }
    }
  }

  @Test func `missing coverage and unreached verdicts name their lines of the policy`()
    async throws
  {
    try folder.write(
      "estate/mcpready.yaml",
      """
      version: 1
      coverage:
        server: 99
        fleet: 98.5
      verdicts:
        servers:
          "*-open": production
        environments:
          live: sandbox
      """)
    let output = await check().output.replacing("\n", by: " ")
    let policy = "estate/mcpready.yaml"
    #expect(output.contains("\(policy):3:11 asks for 99 % of each server's controls"))
    #expect(output.contains("\(policy):4:10 asks for 98.5 % of the fleet's controls"))
    #expect(output.contains("no server runs in the environment `live`, so nothing is wanted"))
    #expect(!output.contains("no server is called"))
  }

  @Test func `a pattern that nothing heeds is said`() async throws {
    try folder.write(
      "estate/mcpready.yaml",
      """
      version: 1
      exclude: ["vendro/**", "*.bak"]
      kinds: {"nginx/*.inc": nginx, "open.yaml": manifest}
      verdicts:
        servers:
          "*": sandbox
          "*-open": production
      """)
    try folder.write("estate/a.bak", "x")
    let output = try await report("json")
    #expect(output.contains("no path matches `vendro/**`, so nothing is excluded"))
    #expect(output.contains("no path matches `nginx/*.inc`, which says what files are"))
    #expect(output.contains("every server called `*-open` is meant by a pattern above"))
    #expect(!output.contains("matches `*.bak`") && !output.contains("matches `open.yaml`"))
  }

  @Test func `a wanted verdict stops a server that its tools would let pass`() async throws {
    func output(_ policy: String) async throws -> String {
      let path = try folder.write("policy.yaml", "version: 1\nexclude: [logs/**]\n" + policy)
      let result = await SampleEstate.run(
        "check", SampleEstate.ready, "--at", "2026-11-21", "--policy", path)
      #expect(result.status == .failed)
      return result.output
    }
    let reason = "\(folder.path)/policy.yaml:3:22 wants production of mcp-server-knowledge"
    #expect(try await !output("").contains("wants production of"))
    #expect(
      try await output("verdicts: {servers: {\"*-knowledge\": production}}\n").contains(reason))
  }

  @Test func `patterns of paths count from the folder of the policy file`() async throws {
    try folder.write("estate/vendor/other.yaml", SampleEstate.open)
    try folder.write("estate/mcpready.yaml", "version: 1\nexclude: [vendor/**, /open.yaml]\n")
    let result = await check()
    #expect(result.status == .incomplete)
    #expect(!result.output.contains("mcp-server-open:"))
  }

  // MARK: Logs

  private static func record(_ agent: String) -> String {
    #"{"timestamp":"2026-11-20T10:00:00Z","who":"\#(agent)","server_id":"mcp-server-open","#
      + #""tool_name":"delete_account","output_status":"success","latency_ms":5}"# + "\n"
  }

  @Test func `a team's names of log fields are read`() async throws {
    try folder.write("estate/audit.jsonl", Self.record("agent-a"))
    try folder.write("estate/mcpready.yaml", "version: 1\nlog: {fields: {agent_id: [who]}}\n")
    let named = await check().output
    try folder.write("estate/mcpready.yaml", "version: 1\n")
    let unnamed = await check().output
    #expect(named != unnamed)
    try folder.write("estate/mcpready.yaml", "version: 1\nlog: {fields: {agent: [who]}}\n")
    let unknown = await check()
    #expect(unknown.status == .usage)
    #expect(unknown.errors.contains("mcpready.yaml:2:16"))
    #expect(unknown.errors.contains("log records have no field `agent`"))
  }

  @Test func `each log is judged by its own damaged lines`() async throws {
    let sound = String(repeating: Self.record("a"), count: 200)
    try folder.write("estate/large.jsonl", sound)
    try folder.write("estate/small.jsonl", Self.record("a") + Self.record("b") + "{\"cut\": \n")
    let damaged = await check()
    #expect(damaged.status == .incomplete, "a third of the small log is lost")
    #expect(damaged.output.contains("1 of 3 lines of the log are no records"))
    #expect(damaged.output.contains("small.jsonl:3:"))
    try folder.write("estate/mcpready.yaml", "version: 1\nlog: {malformed_limit: 0.5}\n")
    let tolerated = await check()
    #expect(tolerated.status == .failed)
    #expect(tolerated.output.contains("warning: 1 of 3 lines"))
  }

  // MARK: policy show

  @Test func `policy show says what decided each value`() async throws {
    try folder.write(
      "estate/mcpready.yaml",
      "version: 1\nprofile: bootstrap\nthresholds:\n  crs: 50\ncoverage: {fleet: 90}\n")
    let file = await SampleEstate.run("policy", "show", estate)
    #expect(file.status == .passed)
    let lines = file.output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("policy file: estate/mcpready.yaml"))
    let profile = try #require(lines.first { $0.hasPrefix("profile bootstrap") })
    #expect(profile.hasPrefix("profile bootstrap estate/mcpready.yaml:2:10 (declared evidence"))
    #expect(lines.contains("thresholds.crs 50 estate/mcpready.yaml:4:8"))
    #expect(lines.contains("thresholds.success_rate 0.97 default"))
    let strict = await SampleEstate.run(
      "policy", "show", estate, "--profile", "strict", "--format", "json")
    #expect(
      strict.output.contains(
        #"nothing undecided", "origin": {"kind": "command-line", "option": "--profile"}}"#
      ))
    #expect(
      strict.output.contains(
        #"{"name": "coverage.fleet", "value": 100, "origin": {"kind": "profile", "profile": "strict"}}"#
      ))
  }

  @Test func `policy show refuses what a check refuses`() async throws {
    try folder.write("estate/mcpready.yaml", "version: 1\nrules: {MCP150: {severity: low}}\n")
    let result = await SampleEstate.run("policy", "show", estate)
    #expect(result.status == .usage)
    #expect(result.errors.contains("there is no rule `MCP150`"))
  }

  @Test func `the policy file in the help is one that can be used`() async throws {
    let lines = HelpTopic.policy.text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("version: 1") })
    let end = try #require(lines[start...].firstIndex { $0.isEmpty })
    try folder.write("estate/mcpready.yaml", lines[start..<end].joined(separator: "\n") + "\n")
    let result = await check()
    #expect(result.status != .usage, "\(result.errors)")
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}

extension String {
  /// The text with `new` in every place of `old`.
  fileprivate func replacing(_ old: String, by new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
