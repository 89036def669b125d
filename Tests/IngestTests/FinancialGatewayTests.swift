import Estate
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

/// What has to be found in the gateways of `Fixtures/financial-gateway`, as its README says.
struct FinancialGatewayTests {
  private let nginx: Route
  private let envoy: Route
  private let diagnostics: [Diagnostic]
  private let library: SourceLibrary

  init() throws {
    var library = SourceLibrary()
    func source(_ name: String) throws -> SourceFile {
      let text = try #require(
        try Recording.text(at: "Fixtures/financial-gateway/gateway/\(name)"))
      return library.add(path: name, bytes: Array(text.utf8))
    }
    let older = NginxAdapter.lower(
      try ["conf.d/mcp_log_format.conf", "nginx.conf"].map {
        NginxParser.parseLeniently(try source($0))
      })
    let newer = EnvoyAdapter.lower(
      try YAMLParser.parse(source("envoy.yaml")).documents,
      rateLimitServices: try YAMLParser.parse(source("ratelimit.yaml")).documents)
    nginx = try #require(older.routes.count == 1 ? older.routes.first : nil)
    envoy = try #require(newer.routes.count == 1 ? newer.routes.first : nil)
    diagnostics = older.diagnostics + newer.diagnostics
    self.library = library
  }

  private func place(_ span: SourceSpan?) -> String? {
    guard let span else { return nil }
    let location = library.location(of: span)
    return "\(location.path):\(location.start.line) \(library.text(of: span))"
  }

  @Test func `both gateways are read without complaint and lead to the server`() {
    #expect(diagnostics.map(\.message) == [])
    let upstreams = (nginx.upstreams + envoy.upstreams).map(\.value)
    #expect(upstreams == Array(repeating: "mcp-server-financial-data:8080", count: 2))
    #expect(nginx.hosts.map(\.value) == ["mcp-gateway.internal"])
    #expect(envoy.hosts.map(\.value) == ["mcp-agents.internal"])
  }

  @Test func `the limit's key never meets the service's`() throws {
    let limit = try #require(envoy.rateLimits.first)
    #expect(
      limit.reach.value
        == .neverMatches(
          because:
            "the gateway sends the key 'header_match', where the rate-limit service expects 'tool_call'"
        ))
    #expect(place(limit.reach.span) == "ratelimit.yaml:4 tool_call")
    #expect(
      limit.namedCallers.map { place($0.span) } == ["ratelimit.yaml:8 agent-ledger-close"])
    #expect(limit.isPerTool.value == false)
    #expect(place(limit.isPerTool.span) == "envoy.yaml:86 present_match")
    #expect(limit.isPerCaller.value)
  }

  @Test func `the older gateway trusts the client's word and merges all callers`() throws {
    let header = try #require(nginx.identityHeaders.first { $0.name == "x-agent-id" })
    #expect(header.origin.value == .client)
    #expect(place(header.origin.span) == "nginx.conf:58 $http_x_agent_id")
    #expect(nginx.upstreamCredential.value == .shared)
    #expect(
      place(nginx.upstreamCredential.span) == "nginx.conf:59 \"Bearer $upstream_token\"")
    #expect(nginx.authentication.value == RouteAuthentication.none)
    #expect(place(nginx.authentication.span) == "nginx.conf:47 location /mcp/")
    #expect(nginx.rateLimits.isEmpty)
  }

  @Test func `what the gateways do right is not held against them`() {
    #expect(envoy.authentication.value == .jwt)
    #expect(envoy.audiences.value == ["mcp-server-financial-data"])
    #expect(envoy.identityHeaders.map(\.origin.value) == [.verified])
    #expect(!envoy.upstreamCredential.isStated)
    #expect(envoy.hasCircuitBreaker.value == true)
    for route in [nginx, envoy] {
      #expect(route.isTLS.value == true)
      #expect(route.buffersResponses.value == false)
      #expect(route.accessLog.value?.isStructured == true)
      #expect(route.accessLog.value?.fields.contains("agent_id") == true)
    }
  }
}
