import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct ClientConfigAdapterTests {
  private func entries(_ json: String, path: String = "agents/billing/mcp.json") throws
    -> [ClientEntry]
  {
    let source = SourceFile(id: SourceID(index: 0), path: path, bytes: Array(json.utf8))
    let document = try #require(try JSONParser.parse(source, dialect: .commented).root)
    #expect(ClientConfigAdapter.recognizes(document))
    return ClientConfigAdapter.lower(document, in: source).clientEntries
  }

  private func package(_ words: String) throws -> PackageReference? {
    let parts = words.split(separator: " ").map { "\"\($0)\"" }
    let arguments = parts.dropFirst().joined(separator: ", ")
    return try entries(
      "{\"mcpServers\": {\"x\": {\"command\": \(parts[0]), \"args\": [\(arguments)]}}}"
    ).first?.package
  }

  @Test(arguments: [
    ("npx -y server@1.2.3", "1.2.3"), ("npx --yes --package @a/b@1.0.0-rc.1 run", "1.0.0-rc.1"),
    ("bunx server@2.0.1", "2.0.1"), ("pnpm dlx server@2.0.1", "2.0.1"),
    ("yarn dlx server@2.0.1", "2.0.1"), ("uvx server==1.4.0", "1.4.0"),
    ("uvx --from server==1.4.0 run", "1.4.0"), ("uvx --python 3.12 server@1.4.0", "1.4.0"),
    ("uv tool run server==1.4.0", "1.4.0"), ("pipx run --spec server==1.4.0 run", "1.4.0"),
    ("docker run -i --rm -e TOKEN --name x mcp/server:1.2.3 --flag", "1.2.3"),
    ("cmd /c npx -y server@1.2.3", "1.2.3"), ("sh -c npx -y server@1.2.3", "1.2.3"),
    ("bash -lc cd /srv && exec npx -y server@1.2.3", "1.2.3"),
    ("sh -c TOKEN=x uvx server==1.4.0", "1.4.0"),
  ])
  func `an exact release is a pin, whichever options stand before it`(
    command: String, pin: String
  ) throws {
    let package = try #require(try package(command))
    #expect(package.pin == pin)
    #expect(package.floatingReason == nil)
  }

  @Test func `a digest is a pin`() throws {
    let digest = "sha256:" + String(repeating: "0a", count: 32)
    #expect(try package("docker run -i mcp/server@\(digest)")?.pin == digest)
  }

  @Test(arguments: [
    "npx -y server", "npx server@latest", "npx server@^1.2.0", "npx server@1", "npx @a/b",
    "uvx server", "uvx server>=1.0", "docker run -i mcp/server", "docker run mcp/server:latest",
    "uvx git+https://github.com/a/b", "sh -c npx -y server",
  ])
  func `what can change floats, with the reason`(command: String) throws {
    let package = try #require(try package(command))
    #expect(package.pin == nil)
    #expect(package.floatingReason?.isEmpty == false)
  }

  @Test(arguments: ["node ./server.js", "npx ./local", "python -m server"])
  func `the team's own code is no package`(command: String) throws {
    #expect(try package(command) == nil)
  }

  @Test(arguments: ["excludeTools", "disabledTools", "disabled_tools"])
  func `tools that a client must not see are read`(key: String) throws {
    let entry = try entries("{\"mcpServers\": {\"x\": {\"url\": \"u\", \"\(key)\": [\"pay\"]}}}")
      .first
    #expect(entry?.hiddenTools.map(\.value) == ["pay"])
  }

  @Test func `tools that never need an approval are called unasked, and no others`() throws {
    let entry = try entries(
      """
      {"tools": [{"type": "mcp", "server_label": "x", "server_url": "https://x.example.com/mcp",
        "require_approval": {"never": {"tool_names": ["query"]}}}]}
      """
    ).first
    #expect(entry?.autoApprovedTools.map(\.value) == ["query"])
    #expect(entry?.approval.value == .some)
  }

  @Test func `every member of the family is read`() throws {
    let entry = #"{"url": "https://mcp.internal/mcp"}"#
    for key in ["mcpServers", "servers", "context_servers"] {
      let found = try entries("{// comment\n\"\(key)\": {\"ledger\": \(entry)},}")
      #expect(found.map(\.name.value) == ["ledger"])
      #expect(found.map(\.url?.value) == ["https://mcp.internal/mcp"])
    }
    let remote = try entries(
      #"{"tools": [{"type": "mcp", "server_label": "ledger", "server_url": "https://mcp.internal/mcp","#
        + #" "allowed_tools": ["read"], "require_approval": "never"}]}"#)
    #expect(remote.map(\.allowedTools.value) == [["read"]])
    #expect(remote.map(\.approval.value) == [.never])
  }

  @Test(arguments: [
    ("agents/billing/mcp.json", "{}", "billing"),
    ("agents/billing/.cursor/mcp.json", "{}", "billing"),
    ("agents/support.json", "{}", "support"), ("x/mcp.json", "{\"agent_id\": \"a-1\"}", "a-1"),
  ])
  func `the agent is named by the file, else by where it stands`(
    path: String, extra: String, agent: String
  ) throws {
    let members = extra.dropFirst().dropLast()
    let json =
      "{\(members)\(members.isEmpty ? "" : ",")\"mcpServers\": {\"x\": {\"command\": \"y\"}}}"
    #expect(try entries(json, path: path).map(\.agent) == [agent])
  }

  @Test func `an address that is no text is said to be unread`() throws {
    let json = #"{"mcpServers": {"x": {"url": 42}, "y": {"url": "https://y.example.com"}}}"#
    let source = SourceFile(id: SourceID(index: 0), path: "mcp.json", bytes: Array(json.utf8))
    let document = try #require(try JSONParser.parse(source, dialect: .commented).root)
    let found = ClientConfigAdapter.lower(document, in: source)
    #expect(found.diagnostics.count == 1)
    #expect(found.diagnostics.first?.message.hasPrefix("`url` ") == true)
    #expect(found.clientEntries.count == 2)
  }
}
