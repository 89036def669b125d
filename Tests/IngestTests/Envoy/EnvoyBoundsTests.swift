import Estate
import SourceText
import Testing

@testable import Ingest

/// Which limits on calls are some, and which are written and limit nothing.
@Suite struct EnvoyBoundsTests {
  private static let routes = "[{match: {prefix: /mcp}, route: {cluster: a, timeout: 20s}}]"

  @Test(arguments: [
    ("circuit_breakers: {thresholds: [{max_requests: 64}]}", true),
    ("circuit_breakers: {thresholds: {max_connections: 64}}", true),
    ("circuit_breakers: {}", false), ("circuit_breakers: {thresholds: []}", false),
    ("circuit_breakers: {thresholds: [{priority: HIGH, max_requests: 64}]}", false),
    ("circuit_breakers: {thresholds: [{max_retries: 3}]}", false),
    (
      "circuit_breakers: {thresholds: [{max_connections: 4294967295, max_requests: 1000000000}]}",
      false
    ),
    ("outlier_detection: {}", true), ("outlier_detection: {consecutive_5xx: 5}", true),
    ("outlier_detection: {max_ejection_percent: 0}", false),
    ("outlier_detection: {enforcing_consecutive_5xx: 0, enforcing_success_rate: 0}", false),
    (
      "outlier_detection: {enforcing_consecutive_5xx: 0, enforcing_success_rate: 0, enforcing_failure_percentage: 50}",
      true
    ),
    ("circuit_breakers: {}, outlier_detection: {}", true),
  ]) func `breakers count that can break`(settings: String, isBreaker: Bool) throws {
    let sample = try EnvoySample(routes: Self.routes, clusters: "[{name: a, \(settings)}]")
    #expect(try sample.route().hasCircuitBreaker.value == isBreaker)
  }

  @Test(arguments: [
    ("timeout: 0s", "", "0 at 0s"), ("timeout: 20s", "", "20000 at 20s"), ("", "", "15000 at a"),
    ("timeout: 0s, max_stream_duration: {max_stream_duration: 30s}", "", "30000 at 30s"),
    ("timeout: 0s", "common_http_protocol_options: {max_stream_duration: 9s},", "9000 at 9s"),
    ("timeout: 20s", "stream_idle_timeout: 3s,", "3000 at 3s"),
    ("timeout: 20s", "stream_idle_timeout: 300s,", "20000 at 20s"),
    ("timeout: 0s", "stream_idle_timeout: 3s,", "0 at 0s"),
    ("timeout: 20s, idle_timeout: 0s", "stream_idle_timeout: 3s,", "20000 at 20s"),
    ("timeout: 20s, retry_policy: {per_try_timeout: 2s}", "", "2000 at 2s"),
  ]) func `the first limit that ends a call is its time limit`(
    action: String, manager: String, expected: String
  ) throws {
    let comma = action.isEmpty ? "" : ", "
    let sample = try EnvoySample(
      manager: manager, routes: "[{match: {prefix: /mcp}, route: {cluster: a\(comma)\(action)}}]")
    #expect(sample.reading(try sample.route().timeout) == [expected])
  }

  private static let service = """
    {domain: mcp, descriptors: [{key: agent, descriptors: [
      {key: tool, rate_limit: {unit: minute, requests_per_unit: 60}}]}, MORE]}
    """

  private func limits(
    filter: String = "", more: String? = nil, override: String = "", host: Bool = false
  ) throws -> (EnvoySample, [RateLimit]) {
    let actions = """
      rate_limits: [{actions: [
        {request_headers: {header_name: x-agent-id, descriptor_key: agent}},
        {request_headers: {header_name: mcp-name, descriptor_key: tool}}]}]
      """
    let sample = try EnvoySample(
      filters: """
        [{name: rl, typed_config: {
          "@type": type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit,
          domain: mcp\(filter)}}]
        """, host: host ? actions + "," : "",
      routes: """
        [{match: {prefix: /mcp}, route: {cluster: a\(host ? "" : ", " + actions)}\(override)}]
        """,
      rateLimits: Self.service.replacing(", MORE", with: more.map { ", " + $0 } ?? ""))
    return (sample, try sample.route().rateLimits)
  }

  @Test(arguments: [
    (
      ", request_type: internal",
      ["the filter counts internal requests alone (`request_type: internal`)", "internal"]
    ),
    (
      ", filter_enabled: {default_value: {numerator: 0}}",
      ["`filter_enabled` holds for 0 % of the calls", "0"]
    ),
    (", filter_enforced: {default_value: {numerator: 50}}", []), (", request_type: external", []),
  ]) func `a filter that asks for nobody limits nobody`(filter: String, why: [String]) throws {
    #expect(try limits(filter: filter).0.obstacle() == why)
  }

  @Test(arguments: [
    "{key: agent, value: a1, rate_limit: {unlimited: true}}",
    "{key: agent, value: a1, rate_limit: {unit: second, requests_per_unit: 1}}",
    "{key: agent, value: a1, descriptors: [{key: other, rate_limit: {unit: second, requests_per_unit: 1}}]}",
  ]) func `an entry of its own exempts a caller from the limit for all`(entry: String) throws {
    let limit = try #require(try limits(more: entry).1.first)
    #expect(limit.reach.value == .matches)
    #expect(limit.exemptions.map(\.value) == ["whose `agent` is `a1`"])
    #expect(limit.namedCallers.isEmpty)
  }

  @Test func `a route can leave its virtual host's limits out`() throws {
    #expect(try limits(host: true).1.count == 1)
    let override = """
      , typed_per_filter_config: {rl: {
        "@type": type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute,
        vh_rate_limits: IGNORE}}
      """
    #expect(try limits(override: override, host: true).1.isEmpty)
  }
}
