import Estate
import SourceText
import TestSupport
import Testing

@testable import Ingest

/// Servers that one gateway shows together, and what its files say about all of them.
@Suite struct SharedGatewayTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for id in ["fetch", "notes"] {
      try folder.write(
        "servers/\(id).yaml",
        """
        server_id: \(id)
        version: 1.0.0
        transport: streamable_http
        endpoint: https://mcp.example.com/mcp

        """)
    }
  }

  private func fleet() async -> Fleet {
    await Intake(paths: [folder.path]).read().fleet
  }

  private func writeGateway(environment: String = "{}") throws {
    try folder.write(
      "compose.yaml",
      """
      services:
        tools:
          image: docker/mcp-gateway:v2
          command: [--transport=streaming, --port=8811, '--servers=fetch,notes']
          environment: \(environment)

      """)
  }

  @Test(arguments: [
    #"{"url": "https://mcp.example.com/mcp"}"#,
    #"{"url": "http://tools:8811/mcp"}"#,
    #"{"command": "docker", "args": ["mcp", "gateway", "run", "--servers=fetch,notes"]}"#,
  ]) func `an entry for the gateway is one for each server behind it`(entry: String) async throws {
    try writeGateway()
    try folder.write("agent/mcp.json", #"{"mcpServers": {"everything": \#(entry)}}"#)
    let fleet = await fleet()
    #expect(fleet.servers.map(\.id) == ["fetch", "notes"])
    for server in fleet.servers {
      #expect(server.clientEntries.contains { $0.agent == "agent" })
    }
  }

  @Test func `a name tells which server of one address is meant`() async throws {
    try folder.write(
      "agent/mcp.json", #"{"mcpServers": {"notes": {"url": "https://mcp.example.com/mcp"}}}"#)
    let fleet = await fleet()
    #expect(fleet.server("notes")?.clientEntries.count == 1)
    #expect(fleet.server("fetch")?.clientEntries.isEmpty == true)
  }

  @Test(arguments: ["a-catalog.yaml", "z-catalog.yaml"])
  func `how a catalog's image is started says nothing about the gateway`(file: String) async throws
  {
    try writeGateway()
    try folder.write(file, "registry: {fetch: {image: a/fetch}}\n")
    let server = await fleet().server("fetch")
    #expect(server?.transport.value == .streamableHTTP)
    #expect(server?.isRemote == true)
  }

  @Test func `an image behind a gateway on the network is remote`() async throws {
    try folder.write("catalog.yaml", "registry: {ledger: {image: a/ledger}}\n")
    #expect(await fleet().server("ledger")?.isRemote == false)
    try folder.write(
      "compose.yaml",
      "services: {g: {image: docker/mcp-gateway, command: '--transport=sse --servers=ledger'}}\n")
    #expect(await fleet().server("ledger")?.isRemote == true)
  }

  @Test func `a secret of the gateway is every server's`() async throws {
    try writeGateway(environment: "{MCP_GATEWAY_AUTH_TOKEN: sk-live-9f8e7d6c5b4a39281706f5e4d3c2}")
    let fleet = await fleet()
    #expect(fleet.servers.map(\.secrets.count) == [1, 1])
    #expect(fleet.secrets == [])
  }

  @Test func `a secret in a block is its servers', and outside of all nobody's`() async throws {
    let secret = "ghp_R7dK2mQ9xV4tB8nW3zY6cL1pS5fJ0hGaT2eU"
    try folder.write(
      "nginx.conf",
      """
      events {}
      http {
        server {
          server_name mcp.example.com;
          location /fetch/ {
            proxy_pass http://fetch:8080;
            proxy_set_header X-First "\(secret)";
          }
          location /notes/ { proxy_pass http://notes:8080; }
          set $second "\(secret)";
        }
        map $host $third { default "\(secret)"; }
      }

      """)
    let fleet = await fleet()
    #expect(fleet.server("fetch")?.secrets.count == 2)
    #expect(fleet.server("notes")?.secrets.count == 1)
    #expect(fleet.secrets.count == 1)
  }
}
