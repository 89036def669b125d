import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct LockAdapterTests {
  private func digest(_ json: String) -> String {
    SHA256.hexDigest(of: Array(json.utf8))
  }

  private func lock(description: String, kept: String) -> String {
    """
    {"mcpready_lock": 1, "servers": [{"server_id": "ledger", "version": "1.3.2",
      "packages": [{"registry": "oci", "identifier": "acme/ledger", "pin": "sha256:0f"}],
      "scopes": ["ledger.read"],
      "tools": [{"name": "get", "scopes": [], "sha256": {"name": "\(digest(#""get""#))",
        "description": "\(kept)", "input_schema": "\(digest(#"{"type":"object"}"#))"},
        "description": "\(description)", "input_schema": { "type" : "object" }}]}]}
    """
  }

  @Test func `a lock keeps a server with its tools, each part with its place`() throws {
    let parsed = try ParsedText(
      json: lock(description: "Gets.", kept: digest(#""Gets.""#)))
    let contribution = LockAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    let server = try #require(contribution.locked.first)
    #expect(server.id.value == "ledger")
    #expect(parsed.text(server.version?.span) == #""1.3.2""#)
    #expect(server.packages.map(\.pin) == ["sha256:0f"])
    #expect(server.scopes.map(\.value) == ["ledger.read"])
    let tool = try #require(server.tools.first)
    #expect(tool.name.value == "get")
    let definition = try #require(tool.definition)
    #expect(definition[.inputSchema]?.canonicalText == #"{"type":"object"}"#)
    #expect(parsed.text(definition[.description]?.span) == #""Gets.""#)
    #expect(definition[.annotations] == nil)
  }

  @Test func `a text that was changed by hand is an error at its digest`() throws {
    let kept = digest(#""Gets.""#)
    let parsed = try ParsedText(json: lock(description: "Gets, and sends.", kept: kept))
    let diagnostics = LockAdapter.lower(try parsed.root).diagnostics
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(parsed.text(diagnostics.first?.span) == "\"\(kept)\"")
    #expect(diagnostics.first?.expected == digest(#""Gets, and sends.""#))
  }

  @Test func `a digest without its text is an error too`() throws {
    let parsed = try ParsedText(
      json: """
        {"mcpready_lock": 1, "servers": [{"server_id": "a", "tools": [
          {"name": "get", "sha256": {"name": "\(digest(#""get""#))", "title": "\(digest(#""x""#))"}}]}]}
        """)
    #expect(LockAdapter.lower(try parsed.root).diagnostics.map(\.severity) == [.error])
  }

  @Test func `a lock of another version is refused`() throws {
    let parsed = try ParsedText(json: #"{"mcpready_lock": 2, "servers": []}"#)
    let contribution = LockAdapter.lower(try parsed.root)
    #expect(contribution.locked.isEmpty)
    #expect(parsed.text(contribution.diagnostics.first?.span) == "2")
  }

  @Test func `a lock is found by its name and by its content`() async {
    let text = Array(#"{"mcpready_lock": 1, "servers": []}"#.utf8)
    for path in ["mcpready.lock", "approved.lock", "approved.json"] {
      let intake = await Intake.read(files: [(path: path, bytes: text)])
      #expect(intake.inputs.map(\.kind) == [.lock], "\(path)")
      #expect(intake.isEmpty)
    }
    let other = await Intake.read(files: [(path: "yarn.lock", bytes: Array("a@1:\n".utf8))])
    #expect(other.inputs.map(\.kind) == [nil])
  }

  @Test func `definitions are kept where a lock is there to be compared with`() async throws {
    let manifest = Array("server_id: ledger\nversion: 1.3.2\ntransport: stdio\n".utf8)
    let catalog = Array(#"{"tools": [{"name": "get", "inputSchema": {"type": "object"}}]}"#.utf8)
    let lock = Array(#"{"mcpready_lock": 1, "servers": [{"server_id": "ledger"}]}"#.utf8)
    let files = [(path: "ledger.yaml", bytes: manifest), (path: "tools.json", bytes: catalog)]
    let alone = await Intake.read(files: files)
    #expect(alone.fleet.server("ledger")?.tools.first?.definition == nil)
    let both = await Intake.read(files: files + [(path: "mcpready.lock", bytes: lock)])
    let definition = try #require(both.fleet.server("ledger")?.tools.first?.definition)
    #expect(definition[.inputSchema]?.canonicalText == #"{"type":"object"}"#)
    #expect(both.fleet.server("ledger")?.locked?.id.value == "ledger")
  }

  @Test func `a lock of a server that is gone is left unlinked, and of two locks the first counts`()
    async
  {
    let manifest = Array("server_id: ledger\nversion: 1.3.2\ntransport: stdio\n".utf8)
    let lock = Array(
      #"{"mcpready_lock": 1, "servers": [{"server_id": "ledger"}, {"server_id": "old"}]}"#.utf8)
    let intake = await Intake.read(files: [
      (path: "ledger.yaml", bytes: manifest), (path: "mcpready.lock", bytes: lock),
      (path: "second.lock", bytes: lock),
    ])
    #expect(intake.fleet.unlinked.map(\.kind) == [.lock, .lock])
    #expect(intake.diagnostics.map(\.message) == ["the server `ledger` is locked already"])
  }
}
