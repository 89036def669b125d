import Ingest
import Telemetry
import TestSupport
import Testing

@testable import mcpready

struct PolicySourceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
  }

  private func check(_ arguments: String...) async -> CommandResult {
    await Mcpready.run(["check", folder.path + "/estate"] + arguments, in: Surroundings())
  }

  @Test func `the policy file in the folder is used without being named`() async throws {
    try folder.write("estate/mcpready.yaml", "version: 1\nexclude: [\"**/open.yaml\"]\n")
    let result = await check()
    #expect(result.status == .incomplete)
    #expect(!result.output.contains("mcp-server-open:"))
  }

  @Test func `a named policy file takes the place of the one in the folder`() async throws {
    try folder.write("estate/mcpready.yaml", "version: 1\nexclude: [\"**/open.yaml\"]\n")
    let policy = try folder.write("policy.yaml", "version: 1\n")
    let result = await check("--policy", policy)
    #expect(result.status == .failed)
    #expect(result.output.contains("mcp-server-open: blocked"))
  }

  @Test func `two policy files give 2, whichever comes first`() async throws {
    try folder.write("estate/mcpready.yaml", "version: 1\n")
    try folder.write("other/mcpready.yaml", "version: 1\n")
    let estate = folder.path + "/estate"
    let other = folder.path + "/other"
    let result = await SampleEstate.run("check", other, estate)
    #expect(result == (await SampleEstate.run("check", estate, other)))
    #expect(result.status == .usage)
    #expect(result.errors.contains("several policy files, `\(estate)/mcpready.yaml`, `\(other)"))
  }

  @Test func `editors know every field of log records`() {
    for field in LogField.allCases {
      #expect(PolicySchema.text.contains("\"\(field.name)\""))
    }
  }

  @Test func `a policy file may be a symbolic link`() async throws {
    try folder.write("policy.yaml", "version: 1\n")
    try folder.link("link.yaml", to: "policy.yaml")
    #expect(await check("--policy", folder.path + "/link.yaml").status == .failed)
  }

  @Test(arguments: [
    ("version: 1\nthreshold:\n  crs: 50\n", 2, "did you mean `thresholds`?"),
    ("version: 1\nthresholds:\n  crz: 50\n", 3, "did you mean `crs`?"),
    ("version: 1\nthresholds:\n  crs: 500\n", 3, "500"),
    ("version: 1\nrules:\n  MCP150: {severity: low}\n", 3, "there is no rule `MCP150`"),
    ("version: 1\nrules:\n  MCP105: {severity: hihg}\n", 3, "did you mean `high`?"),
    ("version: 1\nrules:\n  MCP105: {enabled: false}\n", 3, "without a reason"),
    (
      "version: 1\nrules:\n  MCP105: {severity: low}\n  mcp105: {severity: high}\n", 4,
      "is changed twice"
    ),
    ("version: 1\n---\nprofile: strict\n", 3, "goes on behind its first document"),
    ("version: 2\n", 1, "expected: `1`"),
    ("exclude: []\n", 1, "version"),
    ("version: 1\nexclude: [\"a\n", 2, "error:"),
    ("[]\n", 1, "error:"),
  ])
  func `a mistake in the policy file gives 2, its place and what would be right`(
    text: String, line: Int, message: String
  ) async throws {
    try folder.write("estate/mcpready.yaml", text)
    let result = await check("--out", "json=\(folder.path)/a.json")
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("mcpready.yaml:\(line):"), "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `an empty policy file is a mistake`() async throws {
    try folder.write("estate/mcpready.yaml", "")
    let result = await check()
    #expect(result.status == .usage)
    #expect(result.errors.contains("mcpready.yaml:1:1"))
  }

  @Test(arguments: [("absent.yaml", "there is no such file or folder"), ("estate", "regular file")])
  func `a policy file that cannot be read gives 2`(name: String, reason: String) async {
    let result = await check("--policy", folder.path + "/" + name)
    #expect(result.status == .usage)
    #expect(result.errors.contains("cannot read `\(folder.path)/\(name)`"))
    #expect(result.errors.contains(reason))
  }

  @Test func `thresholds, weights and rules change what is found`() async throws {
    let plain = await check()
    #expect(plain.output.contains("critical[MCP105]"))
    let policy = try folder.write(
      "policy.yaml",
      """
      version: 1
      thresholds: {crs: 100}
      weights: {a: 0, r: 0, o: 0, b: 1}
      rules:
        MCP105: {severity: low}
        MCP201: {enabled: false, reason: The inventory lives elsewhere.}

      """)
    let changed = await check("--policy", policy)
    #expect(changed.output.contains("low[MCP105]"))
    #expect(plain.output.contains("[MCP201]"))
    #expect(!changed.output.contains("[MCP201]"))
    #expect(plain.output.contains("expansion frozen"))
    #expect(!changed.output.contains("expansion frozen"))
  }
}
