import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

/// Exceptions from the files of a team to the exit status.
struct ExceptionRunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A fleet that would pass if nobody minded that one rule of one server is open.
  private static func copyReady(to folder: TemporaryFolder, _ name: String) throws {
    let ready = SampleEstate.ready
    for path in try FileManager.default.subpathsOfDirectory(atPath: ready) {
      var isFolder = false
      let file = ready + "/" + path
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
        continue
      }
      try folder.write(name + "/" + path, Array(try Data(contentsOf: URL(filePath: file))))
    }
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = folder.path + "/" + path
    let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    try #require(text.contains(old), "\(path) holds no `\(old)`")
    try folder.write(
      path,
      text.split(separator: old, omittingEmptySubsequences: false)
        .joined(separator: new))
  }

  private func check(_ estate: String = "estate", _ arguments: String...) async -> CommandResult {
    await Mcpready.run(
      ["check", folder.path + "/" + estate, "--at", "2026-11-21"] + arguments, in: Surroundings())
  }

  private func report(_ format: String, _ arguments: String...) async throws -> String {
    let path = folder.path + "/report"
    _ = await Mcpready.run(
      ["check", folder.path + "/estate", "--at", "2026-11-21", "--out", "\(format)=\(path)"]
        + arguments, in: Surroundings())
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// A ready fleet, one server of which has a kill switch that nobody tried for long.
  private func makeOpenFleet(_ name: String = "estate") throws {
    try Self.copyReady(to: folder, name)
    try edit("\(name)/servers/refunds.yaml", "tested: 2026-09-14", "tested: 2024-01-01")
  }

  private static let rules = ["MCP606"]

  private static func records(until date: String = "2027-01-31") -> String {
    "exceptions:\n"
      + rules.map { rule in
        """
          - rule: \(rule)
            server: mcp-server-refunds
            owner: jane@example.com
            reason: The switch is tried in spring.
            expires: \(date)

        """
      }.joined()
  }

  @Test func `without an exception the gate fails`() async throws {
    try makeOpenFleet()
    #expect(await check().status == .failed)
  }

  @Test(arguments: ["records/exceptions.yaml", "mcpready.yaml"])
  func `an exception opens the gate and stays visible`(place: String) async throws {
    try makeOpenFleet()
    let isPolicy = place == "mcpready.yaml"
    try folder.write("estate/" + place, (isPolicy ? "version: 1\n" : "") + Self.records())
    let result = await check()
    #expect(result.status == .passed, "\(result.output)")
    #expect(result.output.contains("accepted by jane@example.com"))
    #expect(result.output.contains("exceptions: 1 matched"))
    let json = try await report("json")
    #expect(json.contains("\"suppression\""))
    #expect(json.contains("\"origin\":\"\(isPolicy ? "policy" : "record")\""))
    let sarif = try await report("sarif")
    #expect(sarif.contains("\"kind\":\"external\""))
    #expect(try await report("markdown").contains("accepted by jane"))
    #expect(try await report("junit").contains("<skipped message=\"accepted by jane"))
  }

  @Test func `an exception whose last day is over stops letting anything pass`() async throws {
    try makeOpenFleet()
    try folder.write("estate/records/exceptions.yaml", Self.records(until: "2026-11-20"))
    let result = await check()
    #expect(result.status == .failed)
    #expect(result.output.contains("exceptions: 1 expired"))
    #expect(result.output.contains("[MCP708] unmet"))
  }

  @Test func `an audit applies no exception and lists them`() async throws {
    try makeOpenFleet()
    try folder.write("estate/records/exceptions.yaml", Self.records())
    let result = await check("estate", "--no-exceptions")
    #expect(result.status == .failed)
    #expect(result.output.contains("exceptions: 1 not-applied"))
  }

  @Test func `a comment lets pass what begins where it stands`() async throws {
    try makeOpenFleet()
    let comments = Self.rules.map { "# mcpready: allow \($0) tried in spring until 2027-01-31\n" }
    try edit("estate/servers/refunds.yaml", "  tested:", comments.joined() + "  tested:")
    let result = await check()
    #expect(result.status == .passed, "\(result.output)")
    #expect(try await report("sarif").contains("\"kind\":\"inSource\""))
  }

  @Test(arguments: [("", false), (", max_result_bytes: 1000", true)])
  func `a comment at one tool does not accept what is wrong about another`(
    bound: String, isAccepted: Bool
  ) async throws {
    try folder.write(
      "estate/a.yaml",
      """
      server_id: ward
      transport: streamable_http
      endpoint: https://mcp.example.com/ward/
      tier: 2
      owner: ward-team@example.com
      tools:
        # mcpready: allow MCP204 the answer is one line until 2027-01-01
        - {name: get_status, class: read-only}
        - {name: list_patients, class: read-only\(bound)}

      """)
    let json = try await report("json")
    #expect(json.contains("\"suppression\":{\"origin\":\"comment\"") == isAccepted)
  }

  @Test func `a malformed comment does nothing and says so`() async throws {
    try makeOpenFleet()
    try edit(
      "estate/servers/refunds.yaml", "  tested:",
      "# mcpready: allow MCP606 tried in spring until spring\n  tested:")
    let result = await check()
    #expect(result.status == .failed)
    #expect(result.output.contains("exceptions: 1 invalid"))
    #expect(result.output.contains("`until` is followed by `spring`, which is no day"))
  }

  @Test(arguments: ["records/exceptions.yaml", "mcpready.yaml", "servers/refunds.yaml"])
  func `a change cannot exempt itself`(place: String) async throws {
    try makeOpenFleet("base")
    try makeOpenFleet()
    switch place {
    case "servers/refunds.yaml":
      let comments = Self.rules.map { "# mcpready: allow \($0) spring until 2027-01-31\n" }
      try edit("estate/\(place)", "  tested:", comments.joined() + "  tested:")
    case "mcpready.yaml": try folder.write("estate/\(place)", "version: 1\n" + Self.records())
    default: try folder.write("estate/\(place)", Self.records())
    }
    #expect(await check().status == .passed)
    let guarded = await check("estate", "--exceptions-from", folder.path + "/base")
    #expect(guarded.status == .failed)
    #expect(guarded.output.contains("exceptions: 1 proposed"))
  }

  @Test(arguments: ["records/exceptions.yaml", "mcpready.yaml", "servers/refunds.yaml"])
  func `the exceptions of the base count, though the change has none`(
    place: String
  ) async throws {
    try makeOpenFleet("base")
    try makeOpenFleet()
    switch place {
    case "servers/refunds.yaml":
      let comments = Self.rules.map { "# mcpready: allow \($0) spring until 2027-01-31\n" }
      try edit("base/\(place)", "  tested:", comments.joined() + "  tested:")
      // Lines move; what the comment is about stays.
      try edit("estate/\(place)", "server_id:", "# moved\n# down\nserver_id:")
    case "mcpready.yaml": try folder.write("base/\(place)", "version: 1\n" + Self.records())
    default: try folder.write("base/\(place)", Self.records())
    }
    let guarded = await check("estate", "--exceptions-from", folder.path + "/base")
    #expect(guarded.status == .passed, "\(guarded.output)")
    #expect(guarded.output.contains("base/\(place):"))
  }

  @Test func `a checkout inside of what is checked is not part of the fleet`() async throws {
    try makeOpenFleet()
    try makeOpenFleet("estate/base")
    try folder.write("estate/base/records/exceptions.yaml", Self.records())
    let result = await check("estate", "--exceptions-from", folder.path + "/records/../estate/base")
    #expect(result.status == .usage, "there is no such folder")
    for written in ["/estate/base", "/estate/./base/", "/estate/../estate/base"] {
      let result = await check("estate", "--exceptions-from", folder.path + written)
      #expect(result.status == .passed, "\(written): \(result.output)")
    }
  }

  @Test func `a checkout that is not there stops the run`() async throws {
    try makeOpenFleet()
    let result = await check("estate", "--exceptions-from", folder.path + "/nowhere")
    #expect(result.status == .usage)
    #expect(result.errors.contains("there is no such folder"))
  }
}
