import FoundationEssentials
import TestSupport
import Testing

@testable import mcpready

struct CheckCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func text(_ subpath: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + subpath)), as: UTF8.self)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  // MARK: exit status

  @Test func `a fleet that may go where it means to gives 0`() async throws {
    let result = await SampleEstate.run("check", SampleEstate.ready, "--at", "2026-11-21")
    #expect(result.status == .passed)
    #expect(result.output.hasSuffix("gate: passed (all 2 servers may go where they mean to)\n"))
    #expect(result.errors.isEmpty)
  }

  @Test func `a server that may not gives 1`() async throws {
    try folder.write("open.yaml", SampleEstate.open)
    let result = await SampleEstate.run("check", folder.path)
    #expect(result.status == .failed)
    #expect(result.output.contains("open.yaml:7:"))
    #expect(result.output.contains("lets clients in unasked: `auth_required: false`."))
    #expect(result.output.contains("gate: failed (1 of 1 servers may not go where they mean to"))
  }

  @Test func `an input that does not parse gives 3, wins over 1, and keeps no finding back`()
    async throws
  {
    try folder.write("open.yaml", SampleEstate.open)
    try folder.write("broken.yaml", SampleEstate.broken)
    let result = await SampleEstate.run("check", folder.path)
    #expect(result.status == .incomplete)
    #expect(result.output.contains("broken.yaml:"))
    #expect(result.output.contains("mcp-server-open: blocked"))
  }

  @Test func `a folder in which there is nothing to check gives 3`() async throws {
    let empty = await SampleEstate.run("check", folder.path)
    #expect(empty.status == .incomplete)
    #expect(empty.output.contains("there was nothing to check"))
    try folder.write("notes.txt", "Nothing that mcpready knows.\n")
    try folder.write("mcpready.yaml", "version: 1\n")
    let unknown = await SampleEstate.run("check", folder.path)
    #expect(unknown.status == .incomplete)
    #expect(unknown.output.contains("there was nothing to check"))
  }

  @Test func `a path where nothing is gives 3 and its name`() async throws {
    let result = await SampleEstate.run("check", folder.path + "/absent", SampleEstate.ready)
    #expect(result.status == .incomplete)
    #expect(result.output.contains("absent"))
    #expect(result.output.contains("there is no such file or folder"))
  }

  @Test func `a mistake on the command line gives 2 and the page of help`() async {
    let result = await SampleEstate.run("check", ".", "--ot", "json=a")
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("mcpready: `--ot` is not an option; did you mean `--out`?\n"))
    #expect(result.errors.contains("usage: mcpready check"))
  }

  @Test func `fail-on does not fail a fleet without findings`() async {
    let result = await SampleEstate.run(
      "check", SampleEstate.ready, "--at", "2026-11-21", "--fail-on", "low")
    #expect(result.status == .passed)
  }

  @Test func `fail-on fails a fleet whose servers may go where they mean to`() async throws {
    let manifest = """
      server_id: handbook
      version: "1.0.0"
      transport: stdio
      owner: docs@example.com
      support: "#docs"
      tools:
        - name: search_handbook
          description: Finds pages of the handbook by their words.
          class: read-only

      """
    try folder.write("handbook.yaml", manifest)
    let relaxed = await SampleEstate.run("check", folder.path, "--at", "2026-11-21")
    let strict = await SampleEstate.run(
      "check", folder.path, "--at", "2026-11-21", "--fail-on", "low")
    #expect(strict.status == .failed)
    #expect(strict.output.contains("of severity low or above"))
    if relaxed.status == .passed {
      #expect(!relaxed.output.contains("of severity low or above"))
    }
  }

  // MARK: outputs

  @Test func `every output is written, and one may go to standard output`() async throws {
    try folder.write("estate/open.yaml", SampleEstate.open)
    let result = await SampleEstate.run(
      "check", folder.path + "/estate", "--out", "json=\(folder.path)/a.json", "--out",
      "sarif=\(folder.path)/b.sarif", "--out", "markdown=-", "--out", "human=\(folder.path)/c.txt")
    #expect(result.status == .failed)
    #expect(try text("a.json").hasPrefix("{"))
    #expect(try text("b.sarif").contains("\"2.1.0\""))
    #expect(try text("c.txt").hasSuffix(")\n"))
    #expect(result.output.contains("mcp-server-open"))
    #expect(!result.output.contains("gate: failed ("))
    #expect(try names() == ["a.json", "b.sarif", "c.txt", "estate"])
  }

  @Test func `no format moves the exit status`() async throws {
    try folder.write("open.yaml", SampleEstate.open)
    for format in ["human", "json", "sarif", "markdown"] {
      let result = await SampleEstate.run("check", folder.path, "--out", format + "=-")
      #expect(result.status == .failed, "\(format)")
    }
  }

  @Test func `an output that cannot be written gives 2, and the others are there`() async throws {
    try folder.write("estate/open.yaml", SampleEstate.open)
    let result = await SampleEstate.run(
      "check", folder.path + "/estate", "--out", "json=\(folder.path)/absent/a.json", "--out",
      "sarif=\(folder.path)/b.sarif")
    #expect(result.status == .usage)
    #expect(
      result.errors
        == "mcpready: cannot write `\(folder.path)/absent/a.json`: No such file or directory\n")
    #expect(result.output.contains("gate: failed"))
    #expect(try text("b.sarif").hasSuffix("}\n"))
    #expect(try names() == ["b.sarif", "estate"])
  }

  @Test func `what an earlier run has written is no input of the next`() async throws {
    try folder.write("open.yaml", SampleEstate.open)
    let arguments = ["check", folder.path, "--out", "json=\(folder.path)/report.json"]
    _ = await Mcpready.run(arguments, in: Surroundings())
    let first = try text("report.json")
    _ = await Mcpready.run(arguments, in: Surroundings())
    #expect(try text("report.json") == first)
  }

  @Test func `quiet leaves the summary and the gate's answer`() async throws {
    try folder.write("open.yaml", SampleEstate.open)
    let full = await SampleEstate.run("check", folder.path)
    let quiet = await SampleEstate.run("check", folder.path, "--quiet")
    #expect(full.output.hasSuffix(quiet.output))
    #expect(!quiet.output.contains("open.yaml:"))
    #expect(quiet.output.hasPrefix("server "))
  }

  @Test(arguments: [
    (["TERM": "xterm"], true, [String](), true),
    (["TERM": "xterm"], false, [], false),
    (["TERM": "dumb"], true, [], false),
    (["NO_COLOR": "1"], true, [], false),
    (["NO_COLOR": ""], true, [], true),
    (["NO_COLOR": "1"], true, ["--color"], true),
    ([:], true, ["--no-color"], false),
  ])
  func `color is for terminals that want it`(
    variables: [String: String], isTerminal: Bool, flags: [String], expected: Bool
  ) async throws {
    try folder.write("open.yaml", SampleEstate.open)
    let result = await Mcpready.run(
      ["check", folder.path] + flags,
      in: Surroundings(variables: variables, isTerminal: isTerminal))
    #expect(result.output.contains("\u{1B}[") == expected)
  }

  // MARK: the day

  @Test func `SOURCE_DATE_EPOCH sets the day, and --at outweighs it`() async {
    func day(_ epoch: String, _ flags: String...) async -> String {
      let result = await Mcpready.run(
        ["check", SampleEstate.ready, "--out", "json=-"] + flags,
        in: Surroundings(variables: ["SOURCE_DATE_EPOCH": epoch]))
      let line = result.output.split(separator: "\n").first { $0.contains("\"date\"") }
      return line.map { String($0.filter { $0.isNumber || $0 == "-" }) } ?? result.errors
    }
    #expect(await day("1794182400") == "2026-11-09")
    #expect(await day("86399") == "1970-01-01")
    #expect(await day("1794182400", "--at", "2026-11-21") == "2026-11-21")
  }

  @Test(arguments: ["soon", "12.5", "99999999999999999999", "9223372036854775807"])
  func `a SOURCE_DATE_EPOCH that is no time of day is an error`(epoch: String) async {
    let result = await Mcpready.run(
      ["check", SampleEstate.ready], in: Surroundings(variables: ["SOURCE_DATE_EPOCH": epoch]))
    #expect(result.status == .usage)
    #expect(result.errors.contains("SOURCE_DATE_EPOCH is `\(epoch)`"))
  }
}
