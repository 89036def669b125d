import Estate
import Testing

@testable import Ingest

/// MCP servers that only a gateway's configuration names.
@Suite struct GatewayServerTests {
  private func fleet(_ files: [String: String]) async -> Fleet {
    let registered = [
      "ledger.yaml": "server_id: ledger\nendpoint: https://ledger.example.com/mcp\n"
    ]
    let all = registered.merging(files) { first, _ in first }
    return await Intake.read(
      files: all.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    ).fleet
  }

  private func agentgateway(_ targets: String) -> String {
    """
    binds:
    - port: 3000
      listeners:
      - routes:
        - backends:
          - mcp:
              targets: [\(targets)]

    """
  }

  @Test func `a target that no manifest registers is a server of its own`() async throws {
    let fleet = await fleet([
      "gateway.yaml": agentgateway(
        "{name: stranger, mcp: {host: 'https://evil.example.net/mcp'}}")
    ])
    #expect(fleet.servers.map(\.id) == ["ledger", "stranger"])
    let server = try #require(fleet.server("stranger"))
    #expect(!server.isRegistered)
    #expect(server.isRemote == true)
    #expect(server.routes.map(\.authentication.value) == [RouteAuthentication.none])
    #expect(server.mention(in: .gateway) != nil)
    #expect(fleet.unlinked == [])
  }

  @Test(arguments: ["https://ledger.example.com/mcp", "http://10.0.0.7:8080/mcp"])
  func `a target is a registered server by its address or its name`(host: String) async {
    let fleet = await fleet([
      "gateway.yaml": agentgateway("{name: ledger, mcp: {host: '\(host)'}}")
    ])
    #expect(fleet.servers.map(\.id) == ["ledger"])
    #expect(fleet.server("ledger")?.routes.count == 1)
  }

  private static let image = "name: time\nimage: mcp/time\ntype: server\n"
  private static let remote =
    "name: time\ntype: remote\nremote: {url: 'https://mcp.time.example/mcp'}\n"

  @Test(arguments: [
    (image, "{name: time, stdio: {cmd: uvx, args: [mcp-server-time]}}"),
    (image, "{name: time, openapi: {schema: {file: a.json}, host: 'localhost:8080'}}"),
    (remote, "{name: time, mcp: {host: 'https://clock.example.net/mcp'}}"),
  ])
  func `what merely bears the name of a catalog's server is another one`(
    entry: String, target: String
  ) async throws {
    let fleet = await fleet([
      "time/server.yaml": entry, "gateway.yaml": agentgateway(target),
    ])
    #expect(fleet.servers.map(\.id) == ["ledger", "time", "time (2)"])
    #expect(fleet.server("time")?.routes.count == 0)
    #expect(fleet.server("time")?.clientEntries.count == 0)
    #expect(fleet.server("time (2)")?.routes.count == 1)
  }

  @Test(arguments: [
    (image, "{name: time, stdio: {cmd: docker, args: [run, mirror.example.com/hub/time:1.0]}}"),
    (image, "{name: time, mcp: {host: 'http://10.0.0.7:8080/mcp'}}"),
    (remote, "{name: time, mcp: {host: 'https://eu.mcp.time.example/mcp'}}"),
  ])
  func `a catalog's server behind a gateway is known by its name`(
    entry: String, target: String
  ) async throws {
    let fleet = await fleet([
      "time/server.yaml": entry, "gateway.yaml": agentgateway(target),
    ])
    #expect(fleet.servers.map(\.id) == ["ledger", "time"])
    #expect(fleet.server("time")?.routes.count == 1)
  }

  @Test func `targets of one name at two addresses stay apart`() async {
    let fleet = await fleet([
      "a.yaml": agentgateway("{name: mcp, mcp: {host: 'http://one:80/mcp'}}"),
      "b.yaml": agentgateway("{name: mcp, mcp: {host: 'http://two:80/mcp'}}"),
      "c.yaml": agentgateway("{name: mcp, mcp: {host: 'http://one:80/mcp'}}"),
    ])
    #expect(fleet.servers.map(\.id) == ["ledger", "mcp", "mcp (2)"])
    #expect(fleet.server("mcp")?.routes.count == 2)
  }

  @Test func `a server that the gateway starts is reached by whoever reaches the gateway`()
    async throws
  {
    let fleet = await fleet([
      "gateway.yaml": agentgateway(
        "{name: everything, stdio: {cmd: npx, args: ['@example/everything']}}")
    ])
    let server = try #require(fleet.server("everything"))
    #expect(server.clientEntries.count == 1)
    #expect(server.routes.count == 1)
    #expect(server.isRemote == true)
    #expect(server.derivedTier.value == .one)
    #expect(fleet.unlinked == [])
  }

  @Test func `a backend of an MCPRoute is a server`() async throws {
    let fleet = await fleet([
      "route.yaml": """
      apiVersion: aigateway.envoyproxy.io/v1beta1
      kind: MCPRoute
      metadata: {name: mcp}
      spec:
        parentRefs: [{name: edge, kind: Gateway, group: gateway.networking.k8s.io}]
        backendRefs:
        - {name: github, kind: Backend, group: gateway.envoyproxy.io}

      """
    ])
    let server = try #require(fleet.server("github"))
    #expect(!server.isRegistered)
    #expect(server.routes.count == 1)
  }

  @Test(arguments: [
    ("ai-mcp-proxy, config: {mode: passthrough-listener}", true),
    ("ai-mcp-proxy, config: {mode: conversion-listener}", true),
    ("ai-mcp-proxy, config: {mode: conversion-only}", false),
    ("ai-mcp-oauth2, config: {resource: 'https://gw.example.com/mcp'}", true),
    ("rate-limiting, config: {minute: 5}", false),
  ])
  func `Kong has a server where a plugin speaks MCP`(plugin: String, isServer: Bool) async {
    let fleet = await fleet([
      "kong.yaml": """
      _format_version: "3.0"
      services:
      - name: market
        url: https://market.internal.example/api
        routes:
        - name: market-route
          paths: [/market]
          plugins: [{name: \(plugin)}]

      """
    ])
    #expect(fleet.servers.map(\.id) == (isServer ? ["ledger", "market"] : ["ledger"]))
    #expect(fleet.unlinked.isEmpty == isServer)
  }

  @Test func `a server that Docker's gateway starts is reached through it`() async throws {
    let fleet = await fleet([
      "compose.yaml": """
      services:
        gateway:
          image: docker/mcp-gateway
          command: [--transport=streaming, --port=8811, --servers=duckduckgo]

      """
    ])
    let server = try #require(fleet.server("duckduckgo"))
    #expect(server.routes.count == 1)
    #expect(server.isRemote == true)
  }
}
