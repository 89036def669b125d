import TestSupport
import Testing

@testable import mcpready

/// `check --baseline` and `policy ratchet`, from files to exit status.
struct BaselineTests {
  private func check(
    _ folder: TemporaryFolder, _ more: String...
  ) async -> CommandResult {
    await Mcpready.run(
      ["check", folder.path + "/estate", "--at", "2026-11-21", "--quiet"] + more,
      in: Surroundings())
  }

  @Test func `known gaps do not close the gate, and new ones do`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
    let saved = folder.path + "/base.json"
    #expect(await check(folder, "--out", "json=\(saved)").status == .failed)

    let same = await check(folder, "--baseline", saved)
    #expect(same.status == .passed)
    #expect(same.output.contains("since the baseline of 2026-11-21: 0 new, 0 gone"))
    #expect(same.output.contains("nothing new is in the way"))

    try folder.write(
      "estate/open.yaml",
      SampleEstate.open.replacing("owner: team@example.com", with: "owner: TBD"))
    let worse = await check(folder, "--baseline", saved)
    #expect(worse.status == .failed)
    #expect(worse.output.contains("new: critical[MCP701] mcp-server-open"))
  }

  @Test func `a server that the baseline does not know closes the gate`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
    let saved = folder.path + "/base.json"
    _ = await check(folder, "--out", "json=\(saved)")
    try folder.write(
      "estate/more.yaml", SampleEstate.open.replacing("mcp-server-open", with: "mcp-server-more"))
    #expect(await check(folder, "--baseline", saved).status == .failed)
  }

  @Test func `a file that is no report stops the run`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
    let saved = try folder.write("base.json", "{}")
    let result = await check(folder, "--baseline", saved)
    #expect(result.status == .usage)
    #expect(result.errors.contains("the file is no report of mcpready"))
  }

  @Test func `the ratchet's policy loads, and holds what was reached`() async throws {
    let folder = try TemporaryFolder()
    let saved = folder.path + "/base.json"
    _ = await SampleEstate.run(
      "check", SampleEstate.ready, "--at", "2026-11-21", "--quiet", "--out", "json=\(saved)")
    let policy = folder.path + "/ratchet.yaml"
    let written = await SampleEstate.run("policy", "ratchet", saved, "--out", policy)
    #expect(written.status == .passed, "\(written.errors)")
    let held = await SampleEstate.run(
      "check", SampleEstate.ready, "--at", "2026-11-21", "--quiet", "--policy", policy)
    #expect(held.status == .passed, "\(held.output)\(held.errors)")
    let shown = await SampleEstate.run("policy", "show", SampleEstate.ready, "--policy", policy)
    #expect(shown.output.contains("thresholds.crs"))
  }

  @Test func `a ratchet behind a closed gate says that it stays closed`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("estate/open.yaml", SampleEstate.open)
    let saved = folder.path + "/base.json"
    #expect(await check(folder, "--out", "json=\(saved)").status == .failed)
    let ratchet = await SampleEstate.run("policy", "ratchet", saved)
    #expect(ratchet.output.contains("# Its gate did not pass"))
    let policy = try folder.write("ratchet.yaml", ratchet.output)
    #expect(await check(folder, "--policy", policy, "--baseline", saved).status == .passed)
  }

  @Test func `a report that cannot be read is an input that cannot`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", "{\"schemaVersion\": ")
    let result = await SampleEstate.run("metrics", "--history", folder.path)
    #expect(result.status == .incomplete)
    #expect(result.errors.contains("a.json"))
  }
}
