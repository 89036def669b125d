import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

struct KongPluginTests {
  /// A file whose only route leads to the group `ledger-pool`; `plugins` act on it.
  private func text(_ plugins: String, service: String = "host: ledger-pool", rest: String = "")
    throws -> ParsedText
  {
    try ParsedText(
      yaml: """
        _format_version: "3.0"
        services:
        - name: ledger
          \(service)
          routes:
          - name: ledger-mcp
            paths: [/ledger/mcp]
            plugins: [\(plugins)]
        upstreams:
        - name: ledger-pool
          targets: [{target: "10.0.0.1:8443"}]
          healthchecks: {passive: {unhealthy: {http_failures: 5}}}
        \(rest)

        """)
  }

  private func route(_ text: ParsedText) throws -> Route {
    let routes = KongAdapter.lower(text.documents).routes
    try #require(routes.count == 1)
    return routes[0]
  }

  /// `value at text`.
  private func reading<Value>(_ fact: Stated<Value>, in text: ParsedText) -> String? {
    fact.evidence.map { "\($0.value) at \(text.text($0.span) ?? "")" }
  }

  @Test(arguments: [
    ("", "passthrough at openid-connect"),
    ("hide_credentials: true", "passthrough at openid-connect"),
    ("upstream_access_token_header: x-token:bearer", "passthrough at x-token:bearer"),
    ("upstream_access_token_header: null", "passthrough at openid-connect"),
    ("upstream_access_token_header: null, hide_credentials: true", nil),
    ("auth_methods: [bearer]", "passthrough at openid-connect"),
    ("auth_methods: [session, authorization_code]", nil),
  ]) func `a token check passes the caller's token on unless it is told not to`(
    config: String, expected: String?
  ) throws {
    let text = try text("{name: openid-connect, config: {\(config)}}")
    #expect(reading(try route(text).upstreamCredential, in: text) == expected)
  }

  @Test(arguments: [
    (
      "replace: {headers: ['Authorization:Bearer {vault://env/t}']}",
      "shared at 'Authorization:Bearer {vault://env/t}'"
    ),
    (
      "add: {headers: ['Authorization: Bearer abc']}", "shared at 'Authorization: Bearer abc'"
    ),
    (
      "replace: {headers: [\"Authorization:$(headers['x-token'])\"]}",
      "passthrough at openid-connect"
    ),
    ("remove: {headers: [Authorization]}", nil),
  ]) func `a header that is written over shows what is written`(
    config: String, expected: String?
  ) throws {
    let text = try text(
      "{name: openid-connect}, {name: request-transformer, config: {\(config)}}")
    #expect(reading(try route(text).upstreamCredential, in: text) == expected)
  }

  @Test func `claims stand beside the headers that they fill`() throws {
    let text = try text(
      "{name: openid-connect, config: {upstream_headers_claims: [sub, [act, sub]], "
        + "upstream_headers_names: [X-User-Id, X-Agent-Id, X-Client-Id]}}")
    let headers = try route(text).identityHeaders.prefix(3)
    #expect(headers.map(\.name) == ["x-user-id", "x-agent-id", "x-client-id"])
    #expect(headers.map(\.expression) == ["sub", "act.sub", ""])
  }

  @Test(arguments: [
    ("compound_identifier: [consumer, header], header_name: Mcp-Name", true, true),
    ("compound_identifier: [ip, header], header_name: Mcp-Name", false, true),
    ("compound_identifier: null, identifier: consumer", true, false),
    ("compound_identifier: [ip], identifier: consumer", false, false),
  ]) func `identifiers that count together outrank one alone`(
    config: String, isPerCaller: Bool, isPerTool: Bool
  ) throws {
    let plugin =
      "{name: rate-limiting-advanced, config: {limit: [9], window_size: [60], \(config)}}"
    let limit = try #require(try route(try text(plugin)).rateLimits.first)
    #expect(limit.isPerCaller.value == isPerCaller)
    #expect(limit.isPerTool.value == isPerTool)
  }

  @Test func `settings that plugins share count below their own`() throws {
    let text = try text(
      "{name: rate-limiting, _config: few, config: {limit_by: ip}}",
      rest: "_plugin_configs: {few: {minute: 5, limit_by: consumer}}")
    let limit = try #require(try route(text).rateLimits.first)
    #expect(limit.callsPerMinute?.value == 5)
    #expect(!limit.isPerCaller.value)
  }

  @Test func `the host in a url names a group too`() throws {
    let text = try text("", service: "url: https://ledger-pool:443/mcp")
    let route = try route(text)
    #expect(route.upstreams.map(\.value) == ["10.0.0.1:8443"])
    #expect(reading(route.hasCircuitBreaker, in: text) == "true at 5")
  }

  @Test func `a log that is switched off is where records are missing`() throws {
    let text = try text("", rest: "plugins: [{name: http-log, enabled: false}]")
    let log = try route(text).accessLog
    #expect(log.value?.target == "off")
    #expect(text.text(log.span) == "http-log")
  }

  @Test func `a plugin that is switched off does not stand in for one that is on`() throws {
    let text = try text(
      "{name: http-log, enabled: false}", rest: "plugins: [{name: http-log, config: {}}]")
    #expect(try route(text).accessLog.value?.isStructured == true)
  }
}
