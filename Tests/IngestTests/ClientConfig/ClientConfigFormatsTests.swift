import Estate
import Testing

@testable import Ingest

@Suite struct ClientConfigFormatsTests {
  private func entries(_ text: String, at path: String) async throws -> [ClientEntry] {
    let result = await Intake.read(files: [(path: path, bytes: Array(text.utf8))])
    #expect(result.inputs.map(\.kind) == [.clientConfig])
    return result.fleet.servers.flatMap(\.clientEntries)
  }

  @Test(arguments: [
    (
      #"{"projects": {"/app": {"mcpServers": {"notes": {"url": "https://n.example"}}}}}"#,
      ".claude.json"
    ),
    (
      #"{"settings": {"mcp": {"servers": {"notes": {"url": "https://n.example"}}}}}"#,
      "a.code-workspace"
    ),
    (#"{"mcp": {"notes": {"type": "remote", "url": "https://n.example"}}}"#, "opencode.json"),
    ("mcpServers:\n- {name: notes, url: https://n.example}\n", "config.yaml"),
    ("extensions: {notes: {type: sse, uri: https://n.example}}\n", "goose.yaml"),
  ])
  func `a remote server is found in every product's file`(text: String, path: String) async throws {
    let entries = try await entries(text, at: path)
    #expect(entries.map(\.name.value) == ["notes"])
    #expect(entries.map(\.url?.value) == ["https://n.example"])
  }

  @Test(arguments: [
    (
      #"{"mcp": {"n": {"type": "local", "command": ["npx", "-y", "notes@1.2.3"], "enabled": false}}}"#,
      "opencode.json"
    ),
    (
      "extensions: {n: {type: stdio, cmd: npx, args: [-y, notes@1.2.3], enabled: false}}\n",
      "goose.yaml"
    ),
  ])
  func `a local server is found with its package`(text: String, path: String) async throws {
    let entry = try #require(try await entries(text, at: path).first)
    #expect(entry.command?.value == "npx -y notes@1.2.3")
    #expect(entry.package?.pin == "1.2.3")
    #expect(entry.isDisabled.value == true)
  }

  @Test func `other formats with such keys are no configurations of clients`() async {
    for text in [
      "extensions: {a: {type: module, uri: x}}\n", "mcp: {a: {type: b}}\n",
      "projects: {a: {url: https://a.example}}\n",
    ] {
      let result = await Intake.read(files: [(path: "a.yaml", bytes: Array(text.utf8))])
      #expect(result.inputs.map(\.kind) == [nil])
    }
  }

  @Test(arguments: [
    ("a.toml", "[mcp_servers.a]\nurl = \"x\"\n", "it is TOML, which is not read"),
    (
      "a.json", "{\"tool\": \"a\"}\n{\"tool\": \"b\"}\n",
      "its lines are not JSON objects with the fields of a record"
    ),
  ])
  func `what is not read says what it is`(path: String, text: String, reason: String) async {
    let result = await Intake.read(files: [(path: path, bytes: Array(text.utf8))])
    #expect(result.inputs.map(\.status) == [.unrecognized(reason: reason)])
    #expect(result.diagnostics.isEmpty)
  }
}
