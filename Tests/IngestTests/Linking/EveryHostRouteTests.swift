import Estate
import SourceText
import TestSupport
import Testing

@testable import Ingest

/// Routes that take calls for every host, tied to servers by their paths alone.
@Suite struct EveryHostRouteTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("mcp-beds", endpoint: "https://mcp.example.com/beds/")
    try write("mcp-orders", endpoint: "https://mcp.example.com/orders/")
  }

  private func write(_ id: String, endpoint: String) throws {
    try folder.write(
      "servers/\(id).yaml",
      """
      server_id: \(id)
      version: 1.0.0
      transport: streamable_http
      endpoint: \(endpoint)

      """)
  }

  private func envoy(_ hosts: String) -> String {
    """
    static_resources:
      listeners:
      - name: public
        filter_chains:
        - filters:
          - name: envoy.filters.network.http_connection_manager
            typed_config:
              stat_prefix: ingress
              route_config: {name: local, virtual_hosts: [\(hosts)]}

    """
  }

  /// The paths of the routes that are tied to the server `id`.
  private func paths(of id: String) async throws -> [String] {
    let fleet = await Intake(paths: [folder.path]).read().fleet
    return try #require(fleet.server(id)).routes.compactMap(\.path.value)
  }

  private static let beds = "{match: {prefix: /beds/}, route: {cluster: pool-1}}"
  private static let health = "{match: {prefix: /healthz}, route: {cluster: pool-2}}"

  @Test(arguments: ["\"*\"", "\"*\", gw.internal", "mcp.*", "\"mcp*\"", "\"*p.example.com\""])
  func `Envoy's route for every host is tied by its path`(domains: String) async throws {
    try folder.write(
      "envoy.yaml", envoy("{name: a, domains: [\(domains)], routes: [\(Self.beds)]}"))
    #expect(try await paths(of: "mcp-beds") == ["/beds/"])
    #expect(try await paths(of: "mcp-orders") == [])
  }

  @Test func `a virtual host for the endpoint's host takes its calls, whatever the path`()
    async throws
  {
    let every = "{name: a, domains: [\"*\"], routes: [\(Self.beds)]}"
    let own = "{name: b, domains: [mcp.example.com], routes: [\(Self.health)]}"
    try folder.write("envoy.yaml", envoy("\(every), \(own)"))
    #expect(try await paths(of: "mcp-beds") == [])
    // That of another table says nothing about this one.
    try folder.write("envoy.yaml", envoy(every))
    try folder.write("other.yaml", envoy(own))
    #expect(try await paths(of: "mcp-beds") == ["/beds/"])
  }

  @Test func `a path that endpoints on several hosts have tells nothing`() async throws {
    try write("mcp-other", endpoint: "https://other.example.com/beds/")
    try folder.write("envoy.yaml", envoy("{name: a, domains: [\"*\"], routes: [\(Self.beds)]}"))
    #expect(try await paths(of: "mcp-beds") == [])
    #expect(try await paths(of: "mcp-other") == [])
  }

  @Test func `a path that any server could have tells something on one host alone`() async throws {
    try write("mcp-beds", endpoint: "https://mcp.example.com/mcp")
    let route = "{match: {prefix: /mcp}, route: {cluster: pool-1}}"
    try folder.write("envoy.yaml", envoy("{name: a, domains: [\"*\"], routes: [\(route)]}"))
    #expect(try await paths(of: "mcp-beds") == ["/mcp"])
    try write("mcp-vendor", endpoint: "https://mcp.vendor.example/sales")
    #expect(try await paths(of: "mcp-beds") == [])
  }

  @Test func `a cluster that is called like a server leads to it`() async throws {
    let route = "{match: {prefix: /}, route: {cluster: mcp-beds}}"
    try folder.write("envoy.yaml", envoy("{name: a, domains: [\"*\"], routes: [\(route)]}"))
    try folder.write(
      "clusters.yaml",
      """
      resources:
      - "@type": type.googleapis.com/envoy.config.cluster.v3.Cluster
        name: mcp-beds
        load_assignment: {endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address:
          {address: 10.0.0.7, port_value: 8080}}}}]}]}

      """)
    #expect(try await paths(of: "mcp-beds") == ["/"])
  }

  @Test(arguments: [
    ("server_name _;", "mcp-beds"), ("server_name \"~^mcp\\.\";", "mcp-beds"), ("", "mcp-beds"),
    ("server_name mcp.*;", "mcp-beds"), ("server_name \"~^api\\.\";", nil),
    ("server_name gw.internal;", nil),
  ])
  func `nginx' default server and its patterns of names are tied by the path`(
    name: String, server: String?
  ) async throws {
    try folder.write(
      "nginx.conf",
      """
      http {
        server { listen 443 ssl; \(name) location /beds/ { proxy_pass https://10.0.0.7; } }
        server { listen 443 ssl; server_name _; location /orders/ { proxy_pass https://10.0.0.8; } }
      }

      """)
    #expect(try await paths(of: "mcp-beds") == (server == nil ? [] : ["/beds/"]))
    // The second server is no default, and nobody asks for `_`.
    #expect(try await paths(of: "mcp-orders") == [])
  }

  @Test func `a route of Kong without hosts is tied by its path, unless one with the host has it`()
    async throws
  {
    func kong(_ more: String) -> String {
      """
      _format_version: "3.0"
      services:
      - name: pool
        url: https://10.0.0.7:8443
        routes: [{name: a, paths: [/beds/]}]
      - name: other
        url: https://10.0.0.8:8443
        routes: [\(more)]

      """
    }
    try folder.write("kong.yaml", kong("{name: b, hosts: [mcp.example.com], paths: [/healthz]}"))
    #expect(try await paths(of: "mcp-beds") == ["/beds/"])
    try folder.write("kong.yaml", kong("{name: b, hosts: [mcp.example.com], paths: [/beds]}"))
    #expect(try await paths(of: "mcp-beds") == ["/beds"])
  }
}
