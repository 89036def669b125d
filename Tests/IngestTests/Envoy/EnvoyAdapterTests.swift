import Estate
import SourceText
import Testing

@testable import Ingest

struct EnvoyAdapterTests {
  private static let clusters = """
    [{name: ledger, outlier_detection: {consecutive_5xx: 3},
      load_assignment: {endpoints: [{lb_endpoints: [
        {endpoint: {address: {socket_address: {address: mcp-ledger, port_value: 8080}}}},
        {endpoint: {address: {pipe: {path: /run/ledger.sock}}}}]}]}},
     {name: canary, typed_extension_protocol_options: {
        http: {explicit_http_config: {http2_protocol_options: {}}}},
      load_assignment: {endpoints: [{lb_endpoints: [
        {endpoint: {address: {socket_address: {address: mcp-canary, port_value: 9090}}}}]}]}}]
    """

  @Test func `a route names its path, hosts and the addresses of its cluster`() throws {
    let sample = try EnvoySample(
      routes: "[{match: {prefix: /mcp/}, route: {cluster: ledger, timeout: 30s}}]",
      clusters: Self.clusters)
    let route = try sample.route()
    #expect(route.product == "Envoy")
    #expect(sample.text(route.span) == "/mcp/")
    #expect(sample.reading(route.path) == ["/mcp/ at /mcp/"])
    #expect(route.hosts.map { sample.reading($0) } == ["mcp.internal at mcp.internal"])
    #expect(
      route.upstreams.map { sample.reading($0) } == [
        "mcp-ledger:8080 at mcp-ledger", "unix:/run/ledger.sock at /run/ledger.sock",
      ])
    #expect(sample.reading(route.timeout) == ["30000 at 30s"])
    #expect(sample.reading(route.hasCircuitBreaker) == ["true at outlier_detection"])
    #expect(sample.reading(route.upstreamHTTPVersion) == ["1.1 at ledger"])
    #expect(sample.reading(route.buffersResponses) == ["false at ledger"])
    #expect(sample.reading(route.retries) == ["0 at ledger"])
    #expect(sample.reading(route.isTLS) == ["false at ingress"])
    #expect(route.path.evidence?.grade == .configured)
  }

  @Test func `weighted clusters are all upstreams, and all need a breaker`() throws {
    let sample = try EnvoySample(
      routes: """
        [{match: {path: /mcp}, route: {weighted_clusters: {clusters: [
          {name: ledger, weight: 90}, {name: canary, weight: 10}, {name: elsewhere, weight: 0}]}}}]
        """, clusters: Self.clusters)
    let route = try sample.route()
    #expect(
      route.upstreams.map(\.value) == [
        "mcp-ledger:8080", "unix:/run/ledger.sock", "mcp-canary:9090", "elsewhere",
      ])
    #expect(sample.reading(route.hasCircuitBreaker) == ["false at canary"])
  }

  @Test(arguments: [
    ("timeout: 0s", ["0 at 0s"]), ("timeout: 0.25s", ["250 at 0.25s"]),
    ("idle_timeout: 1h", ["15000 at ledger"]), ("timeout: soon", []),
  ])
  func `a timeout is the route's own or Envoy's default`(text: String, expected: [String]) throws {
    let sample = try EnvoySample(
      routes: "[{match: {prefix: /}, route: {cluster: ledger, \(text)}}]")
    #expect(sample.reading(try sample.route().timeout) == expected)
  }

  @Test(arguments: [
    ("retry_policy: {retry_on: 5xx, num_retries: 3}", "", ["3 at 3"]),
    ("retry_policy: {retry_on: 5xx}", "", ["1 at 5xx"]),
    ("retry_policy: {num_retries: 3}", "", ["0 at ledger"]),
    ("priority: HIGH", "retry_policy: {retry_on: reset, num_retries: 2},", ["2 at 2"]),
  ])
  func `retries need a reason, and may be the virtual host's`(
    text: String, host: String, expected: [String]
  ) throws {
    let sample = try EnvoySample(
      host: host, routes: "[{match: {prefix: /}, route: {cluster: ledger, \(text)}}]")
    #expect(sample.reading(try sample.route().retries) == expected)
    #expect(sample.reading(try sample.route().repeats) == expected)
  }

  @Test func `answers of the gateway itself are no routes`() throws {
    let sample = try EnvoySample(
      routes: """
        [{match: {prefix: /old}, redirect: {path_redirect: /mcp}},
         {match: {prefix: /health}, direct_response: {status: 200}},
         {match: {safe_regex: {regex: "/v[0-9]+/mcp"}}, route: {cluster_header: x-cluster}}]
        """)
    let route = try sample.route()
    #expect(sample.reading(route.path) == ["/v[0-9]+/mcp at \"/v[0-9]+/mcp\""])
    #expect(route.upstreams.map { sample.reading($0) } == ["x-cluster at x-cluster"])
  }

  @Test func `a route configuration is found by its name, or stands alone`() throws {
    let listener = """
      {name: public, filter_chains: [{transport_socket: {name: envoy.transport_sockets.tls},
        filters: [{typed_config: {
          "@type": type.googleapis.com/envoy.HttpConnectionManager, stat_prefix: edge,
          rds: {route_config_name: remote}, http_filters: []}}]}]}
      """
    func routes(_ name: String) -> String {
      """
      resources: [{"@type": type.googleapis.com/envoy.config.route.v3.RouteConfiguration, name: \(name),
        request_headers_to_add: [{header: {key: x-agent-id, value: "%REQ(x-agent)%"}}],
        virtual_hosts: [{name: all, domains: ["*"],
          routes: [{match: {prefix: /}, route: {cluster: ledger}}]}]}]
      """
    }
    let found = try EnvoySample(documents: [listener, routes("remote")]).route()
    #expect(found.isTLS.value == true)
    #expect(found.authentication.value == RouteAuthentication.none)
    #expect(found.hosts.isEmpty)
    #expect(found.identityHeaders.map(\.origin.value) == [.client])
    let alone = try EnvoySample(documents: [listener, routes("other")]).route()
    #expect(!alone.isTLS.isStated)
    #expect(!alone.authentication.isStated)
    #expect(!alone.hasAuthorizationPolicy.isStated)
    #expect(!alone.accessLog.isStated)
    #expect(alone.upstreams.map(\.value) == ["ledger"])
  }

  @Test(arguments: [
    (
      "{name: envoy.access_loggers.file, typed_config: {path: /dev/stdout, log_format: {json_format: {ts: \"%START_TIME%\", agent: \"%REQ(x-agent-id)%\"}}}}",
      AccessLog(target: "/dev/stdout", isStructured: true, fields: ["ts", "agent"]), "log_format"
    ),
    (
      "{name: envoy.access_loggers.file, typed_config: {path: /log, log_format: {text_format_source: {inline_string: x}}}}",
      AccessLog(target: "/log", isStructured: false, fields: []), "log_format"
    ),
    (
      "{name: envoy.access_loggers.stdout}",
      AccessLog(target: "envoy.access_loggers.stdout", isStructured: false, fields: []),
      "envoy.access_loggers.stdout"
    ),
    (
      "{name: envoy.access_loggers.open_telemetry, typed_config: {attributes: {values: [{key: agent}]}}}",
      AccessLog(
        target: "envoy.access_loggers.open_telemetry", isStructured: true, fields: ["agent"]),
      "envoy.access_loggers.open_telemetry"
    ),
  ])
  func `access logs tell whether their records have fields`(
    log: String, expected: AccessLog, place: String
  ) throws {
    let sample = try EnvoySample(
      manager: "access_log: [{name: plain}, \(log)],",
      routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    let alone = try EnvoySample(
      manager: "access_log: \(log),", routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    let evidence = try #require(try alone.route().accessLog.evidence)
    #expect(evidence.value == expected)
    #expect(alone.text(evidence.span) == place)
    #expect(
      try sample.route().accessLog.value?.target
        == (expected.isStructured ? expected.target : "plain"))
  }

  @Test func `without an access log nothing is written`() throws {
    let sample = try EnvoySample(routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    let log = try #require(try sample.route().accessLog.evidence)
    #expect(log.value == AccessLog(target: "off", isStructured: false, fields: []))
    #expect(sample.text(log.span) == "ingress")
  }

  @Test func `the buffer filter bounds request bodies`() throws {
    let sample = try EnvoySample(
      filters: "[{name: envoy.filters.http.buffer, typed_config: {max_request_bytes: 65536}}]",
      routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    #expect(sample.reading(try sample.route().maxRequestBytes) == ["65536 at 65536"])
  }

  @Test(arguments: [
    ("prefix: /mcp", "prefix: /mcp", false), ("prefix: /mcp", "path: /mcp/x", false),
    ("prefix: /mcp", "path_separated_prefix: /mcp", false), ("prefix: /mcp", "prefix: /m", true),
    ("path_separated_prefix: /mcp", "path_separated_prefix: /mcp", false),
    ("path_separated_prefix: /mcp", "prefix: /mcp", true),
    ("path_separated_prefix: /mcp", "path: /mcp", false),
    ("path_separated_prefix: /mcp", "safe_regex: {regex: \"/mcp/.*\"}", false),
    ("path_separated_prefix: /mcp", "safe_regex: {regex: \"/mcp.*\"}", true),
    ("path: /mcp", "prefix: /mcp", true), ("prefix: /", "prefix: /mcp", false),
    ("prefix: /mcp, headers: [{name: a, present_match: true}]", "prefix: /mcp", true),
    ("prefix: /mcp, runtime_fraction: {default_value: {numerator: 5}}", "prefix: /mcp", true),
    ("prefix: /mcp", "prefix: /mcp, case_sensitive: false", true),
  ])
  func `a route behind a wider one takes no request`(
    first: String, second: String, isReached: Bool
  ) throws {
    let sample = try EnvoySample(
      routes:
        "[{match: {\(first)}, route: {cluster: a}}, {match: {\(second)}, route: {cluster: b}}]")
    #expect(sample.contribution.routes.count == (isReached ? 2 : 1))
    #expect(
      sample.contribution.diagnostics.map(\.message)
        == (isReached ? [] : ["this route can never match: one before it takes the same requests"]))
  }

  @Test(arguments: [
    ("[]", "cluster_header: x-node", "target", true, false),
    (
      "[{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}}}]",
      "cluster_header: x-node", "target", true, false
    ),
    (
      "[{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}, clear_route_cache: true}}]",
      "cluster_header: x-node", "target", false, true
    ),
    ("[]", "cluster: a, host_rewrite_header: x-host", "host", true, false),
    (
      "[{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}}}]",
      "cluster: a, host_rewrite_header: x-host", "host", false, true
    ),
    (
      "[]", "cluster: a, host_rewrite_path_regex: {pattern: {regex: a}, substitution: b}", "host",
      true, false
    ),
  ])
  func `a header of the client may choose where requests go`(
    filters: String, action: String, kind: String, isWeak: Bool, isDoubtful: Bool
  ) throws {
    let settings = try EnvoySample(
      filters: filters, routes: "[{match: {prefix: /}, route: {\(action)}}]"
    ).contribution.gatewaySettings
    #expect(settings.map(\.kind.rawValue) == [kind])
    #expect(settings.map { $0.weakness != nil } == [isWeak])
    #expect(settings.map { $0.doubt != nil } == [isDoubtful])
  }
}
