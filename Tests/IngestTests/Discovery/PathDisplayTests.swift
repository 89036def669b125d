import Testing

@testable import Ingest

struct PathDisplayTests {
  private func shown(_ arguments: [String], in folder: String = "/home/me/estate") -> [String] {
    let display = PathDisplay(of: arguments, workingFolder: folder)
    return arguments.map(display.shown)
  }

  @Test(arguments: [
    (["."], [""]), (["servers", "./gateway//a/"], ["servers", "gateway/a"]), (["../x"], ["../x"]),
    (["/home/me/estate"], [""]), (["/home/me/estate/servers/"], ["servers"]),
    (["/home/me/estates/a"], ["a"]), (["/tmp/run-1/company"], ["company"]),
    (
      ["/tmp/fleet/servers", "/tmp/fleet/logs", "/tmp/out/logs.mcplog"],
      ["servers", "logs", "logs.mcplog"]
    ),
    (["/tmp/fleet", "/tmp/fleet/logs"], ["fleet", "fleet/logs"]),
    (["/home/me/estate/servers", "/tmp/logs"], ["servers", "logs"]), (["/"], [""]), (["/x"], ["x"]),
    (["-", "/tmp/a"], ["-", "a"]),
  ]) func `paths are shown from the folders on that hold them`(
    arguments: [String], expected: [String]
  ) {
    #expect(shown(arguments) == expected)
  }

  @Test(arguments: [
    (["/a/servers", "/b/servers"], ["a/servers", "b/servers"]),
    (["/x/a/servers", "/x/b/servers", "/x/c"], ["a/servers", "b/servers", "c"]),
    (["/tmp/a.yaml", "a.yaml"], ["/tmp/a.yaml", "a.yaml"]),
  ]) func `no two files are shown alike`(arguments: [String], expected: [String]) {
    #expect(shown(arguments) == expected)
  }

  @Test func `whatever lies beside what was named is shown from the same folder on`() {
    let display = PathDisplay(of: ["/tmp/fleet/servers"], workingFolder: "/home")
    #expect(display.shown("/tmp/fleet/logs/a.jsonl") == "logs/a.jsonl")
    #expect(display.shown("/var/log/a.jsonl") == "/var/log/a.jsonl")
    #expect(PathDisplay.asNamed.shown("/tmp/./a/") == "/tmp/a")
  }

  @Test func `many folders are told apart in time`() {
    let arguments = (0..<20_000).map { "/estate/s\($0)/server-\($0).yaml" }
    #expect(shown(arguments).last == "server-19999.yaml")
  }
}
