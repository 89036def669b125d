import Estate
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

struct KongAdapterTests {
  /// A file whose only route leads to the service `ledger`; `plugins` act on the route, `global` on all.
  private func file(
    _ plugins: String = "", service: String = "", route: String = "", rest: String = ""
  ) -> String {
    """
    _format_version: "3.0"
    services:
    - name: ledger
      url: http://ledger.internal:8080/mcp
      \(service)
      routes:
      - name: ledger-mcp
        paths: [/ledger/mcp]
        hosts: [mcp.example.com]
        \(route)
        plugins: [\(plugins.split(separator: "\n").joined(separator: " "))]
    \(rest)

    """
  }

  private func contribution(_ text: ParsedText) -> Contribution {
    KongAdapter.lower(text.documents)
  }

  private func route(_ text: ParsedText) throws -> Route {
    let routes = contribution(text).routes
    try #require(routes.count == 1)
    return routes[0]
  }

  /// `value at text`.
  private func reading<Value>(_ fact: Stated<Value>, in text: ParsedText) -> String? {
    fact.evidence.map { "\($0.value) at \(text.text($0.span) ?? "")" }
  }

  @Test func `a route names its hosts, its path and its service, with Kong's defaults`() throws {
    let text = try ParsedText(yaml: file())
    let route = try route(text)
    #expect(route.product == "Kong")
    #expect(reading(route.path, in: text) == "/ledger/mcp at /ledger/mcp")
    #expect(route.hosts.map(\.value) == ["mcp.example.com"])
    #expect(route.upstreams.map(\.value) == ["http://ledger.internal:8080/mcp"])
    #expect(reading(route.isTLS, in: text) == "false at ledger-mcp")
    #expect(reading(route.timeout, in: text) == "60000 at ledger")
    #expect(reading(route.retries, in: text) == "5 at ledger")
    #expect(reading(route.buffersResponses, in: text) == "true at ledger-mcp")
    #expect(reading(route.hasAuthorizationPolicy, in: text) == "false at ledger-mcp")
    #expect(!route.accessLog.isStated)
  }

  @Test func `a service with parts of an address and a group of targets`() throws {
    let text = try ParsedText(
      yaml: """
        _format_version: "3.0"
        services:
        - {name: ledger, protocol: https, host: ledger-pool, port: 8443, tls_verify: false, read_timeout: 30000, retries: 1}
        routes:
        - {name: a, service: {name: ledger}, paths: [~/mcp/(?<x>.*)$], protocols: [https], response_buffering: false}
        upstreams:
        - name: ledger-pool
          targets: [{target: "10.0.0.1:8443"}, {target: "10.0.0.2:8443"}]
          healthchecks: {passive: {unhealthy: {http_failures: 5}}}

        """)
    let route = try route(text)
    #expect(route.upstreams.map(\.value) == ["10.0.0.1:8443", "10.0.0.2:8443"])
    #expect(route.path.value == "^/mcp/(?<x>.*)$")
    #expect(reading(route.isTLS, in: text) == "true at https")
    #expect(reading(route.tls.isUpstreamEncrypted, in: text) == "true at https")
    #expect(reading(route.tls.verifiesUpstream, in: text) == "false at false")
    #expect(reading(route.timeout, in: text) == "30000 at 30000")
    #expect(reading(route.hasCircuitBreaker, in: text) == "true at 5")
    #expect(reading(route.buffersResponses, in: text) == "false at false")
  }

  @Test(arguments: [
    ("", "none at ledger-mcp"),
    ("{name: key-auth}", "apiKey at key-auth"),
    ("{name: key-auth, enabled: false}", "none at ledger-mcp"),
    ("{name: key-auth, config: {anonymous: guest}}", "none at guest"),
    ("{name: key-auth, config: {anonymous: nobody}}", "apiKey at key-auth"),
    ("{name: key-auth}, {name: mtls-auth}", "mtls at mtls-auth"),
    ("{name: jwt}", "jwt at jwt"),
    ("{name: ai-mcp-oauth2, config: {resource: https://a}}", "oauth2 at ai-mcp-oauth2"),
    ("{name: ip-restriction, config: {allow: [10.0.0.0/8]}}", "address at ip-restriction"),
    ("{name: ip-restriction, config: {deny: [10.0.0.0/8]}}", "none at ledger-mcp"),
    ("{name: pre-function}", nil),
    ("{name: our-own-sso}", nil),
  ]) func `the plugins of the route decide who may call`(plugins: String, expected: String?) throws
  {
    let consumers = """
      consumers:
      - {username: guest}
      - {username: nobody, plugins: [{name: request-termination}]}
      """
    let text = try ParsedText(yaml: file(plugins, rest: consumers))
    #expect(reading(try route(text).authentication, in: text) == expected)
  }

  @Test func `callers without a proof who pass as a consumer are a doubt`() throws {
    let text = try ParsedText(yaml: file("{name: jwt, config: {anonymous: guest}}"))
    let doubt = try #require(contribution(text).diagnostics.first)
    #expect(
      doubt.message == "`jwt` lets callers through who prove nothing: as the consumer 'guest'")
    #expect(text.text(doubt.span) == "guest")
  }

  @Test(arguments: [
    ("- {name: jwt}", "jwt"),
    ("- {name: jwt, service: ledger}", "jwt"),
    ("- {name: jwt, route: {name: ledger-mcp}}", "jwt"),
    ("- {name: jwt, service: other}", "none"),
    ("- {name: jwt, route: other}", "none"),
    ("- {name: jwt, service: ledger, consumer: alice}", "none"),
  ]) func `plugins at the top act where they point`(plugin: String, expected: String) throws {
    let text = try ParsedText(yaml: file(rest: "plugins:\n\(plugin)"))
    #expect(try route(text).authentication.value.map { "\($0)" } == expected)
  }

  @Test func `of plugins with one name the closest acts`() throws {
    let text = try ParsedText(
      yaml: file(
        "{name: rate-limiting, config: {minute: 5}}",
        service: "plugins: [{name: rate-limiting, config: {minute: 50}}]",
        rest: "plugins: [{name: rate-limiting, config: {minute: 500}}]"))
    #expect(try route(text).rateLimits.map(\.callsPerMinute?.value) == [5])
  }

  @Test func `files without routes are parts of those that have some`() throws {
    var library = SourceLibrary()
    let routes = library.add(path: "routes.yaml", bytes: Array(file().utf8))
    let plugins = library.add(
      path: "plugins.yaml",
      bytes: Array("_format_version: '3.0'\nplugins: [{name: openid-connect}]\n".utf8))
    let documents = try [routes, plugins].flatMap { try YAMLParser.parse($0).documents }
    let found = KongAdapter.lower(documents).routes
    #expect(found.map(\.authentication.value) == [.oauth2])
  }

  @Test(arguments: [
    (
      "{name: rate-limiting, config: {second: 1, hour: 600}}",
      "10 at 600, caller: true, tool: false"
    ),
    (
      "{name: rate-limiting, config: {minute: 30, limit_by: ip}}",
      "30 at 30, caller: false, tool: false"
    ),
    (
      "{name: rate-limiting, config: {minute: 30, limit_by: header, header_name: X-Mcp-Tool-Name}}",
      "30 at 30, caller: false, tool: true"
    ),
    (
      "{name: rate-limiting-advanced, config: {limit: [10, 90], window_size: [30, 60]}}",
      "20 at 10, caller: true, tool: false"
    ),
    (
      "{name: service-protection, config: {limit: [100], window_size: [60]}}",
      "100 at 100, caller: false, tool: false"
    ),
  ]) func `rate limits count what they are told to`(plugin: String, expected: String) throws {
    let text = try ParsedText(yaml: file(plugin))
    let limit = try #require(try route(text).rateLimits.first)
    let calls = try #require(limit.callsPerMinute)
    #expect(
      "\(calls.value) at \(text.text(calls.span) ?? ""), caller: \(limit.isPerCaller.value), tool: "
        + "\(limit.isPerTool.value)" == expected)
  }

  @Test func `a limit for one consumer names it`() throws {
    let text = try ParsedText(
      yaml: file(
        rest: "plugins: [{name: rate-limiting, consumer: agent-a, config: {minute: 5}}]"))
    #expect(try route(text).rateLimits.first?.namedCallers.map(\.value) == ["agent-a"])
  }

  @Test func `headers that are only added are the client's`() throws {
    let text = try ParsedText(
      yaml: file(
        """
        {name: key-auth}, {name: request-transformer, config: {
          remove: {headers: [X-User-Id]},
          replace: {headers: ["X-Client-Id:$(headers['x-id'])"]},
          add: {headers: ["X-Agent-Id:agent-a", "X-User-Id:fixed"]}}}
        """))
    let route = try route(text)
    #expect(route.origin(ofHeader: "X-Agent-Id")?.value == .client)
    #expect(route.origin(ofHeader: "X-User-Id")?.value == .constant)
    #expect(route.origin(ofHeader: "X-Client-Id")?.value == .client)
    #expect(route.origin(ofHeader: "X-Consumer-Username")?.value == .verified)
    #expect(route.origin(ofHeader: "X-Tenant")?.value == .client)
  }

  @Test func `tokens are bound, exchanged and judged as the plugin says`() throws {
    let text = try ParsedText(
      yaml: file(
        """
        {name: ai-mcp-oauth2, config: {resource: https://mcp.example.com/ledger, passthrough_credentials: true,
          token_exchange: {enabled: true}, claim_to_header: [{claim: sub, header: X-User-Id}]}},
        {name: ai-mcp-proxy, config: {mode: passthrough-listener, default_acl: [{scope: tools, allow: [dev]}]}}
        """))
    let route = try route(text)
    #expect(
      reading(route.audiences, in: text)?.hasSuffix("at https://mcp.example.com/ledger") == true)
    #expect(reading(route.upstreamCredential, in: text) == "perCaller at true")
    #expect(reading(route.hasAuthorizationPolicy, in: text) == "true at default_acl")
    #expect(route.origin(ofHeader: "X-User-Id")?.value == .verified)
  }

  @Test func `an audience that is not checked binds no token`() throws {
    let text = try ParsedText(
      yaml: file(
        "{name: ai-mcp-oauth2, config: {resource: a, insecure_relaxed_audience_validation: true}}"))
    #expect(try route(text).audiences.value == [])
  }

  @Test func `records of calls and sizes of requests`() throws {
    let text = try ParsedText(
      yaml: file(
        """
        {name: http-log, config: {http_endpoint: "https://logs.example.com", custom_fields_by_lua: {tool: "return 1"}}},
        {name: request-size-limiting, config: {allowed_payload_size: 2}}
        """))
    let route = try route(text)
    let log = try #require(route.accessLog.value)
    #expect(log.isStructured == true && log.target == "https://logs.example.com")
    #expect(log.fields.contains("consumer") && log.fields.last == "tool")
    #expect(reading(route.maxRequestBytes, in: text) == "2097152 at 2")
  }

  @Test func `a service that is switched off has no routes`() throws {
    #expect(contribution(try ParsedText(yaml: file(service: "enabled: false"))).routes.isEmpty)
  }
}
