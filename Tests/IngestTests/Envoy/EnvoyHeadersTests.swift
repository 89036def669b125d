import Estate
import Testing

@testable import Ingest

struct EnvoyHeadersTests {
  private static func routes(_ text: String) -> String {
    "[{match: {prefix: /}, route: {cluster: a}, \(text)}]"
  }

  private static func adding(_ value: String, _ action: String = "") -> String {
    "request_headers_to_add: [{header: {key: X-Agent-ID, value: \"\(value)\"}\(action)}]"
  }

  private static let overwrite = ", append_action: OVERWRITE_IF_EXISTS_OR_ADD"

  @Test(arguments: [
    (adding("%REQ(x-agent)%", overwrite), ["x-agent-id client"]),
    (adding("%DOWNSTREAM_PEER_SUBJECT%", overwrite), ["x-agent-id verified"]),
    (
      adding("%DYNAMIC_METADATA(envoy.filters.http.jwt_authn:p:sub)%", overwrite),
      ["x-agent-id verified"]
    ),
    (adding("%DYNAMIC_METADATA(envoy.lb:agent)%", overwrite), ["x-agent-id client"]),
    (adding("gateway", ", append: false"), ["x-agent-id constant"]),
    (adding("gateway"), ["x-agent-id client"]),
    (adding("gateway", ", append_action: ADD_IF_ABSENT"), ["x-agent-id client"]),
    (adding("gateway") + ", request_headers_to_remove: [x-agent-id]", ["x-agent-id constant"]),
    ("request_headers_to_remove: [X-User-ID, x-forwarded-for]", ["x-user-id removed"]),
    ("request_headers_to_add: [{header: {key: x-request-id, value: a}}]", []),
  ])
  func `a header comes from the client unless Envoy puts its own value in its place`(
    text: String, expected: [String]
  ) throws {
    let sample = try EnvoySample(routes: Self.routes(text))
    let headers = try sample.route().identityHeaders
    #expect(headers.map { "\($0.name) \($0.origin.value.rawValue)" } == expected)
  }

  @Test func `a header points at its value`() throws {
    let sample = try EnvoySample(
      routes: Self.routes(Self.adding("%REQ(x-agent)%", Self.overwrite)))
    let header = try #require(try sample.route().identityHeaders.first)
    #expect(sample.text(header.origin.span) == "\"%REQ(x-agent)%\"")
    #expect(header.expression == "%REQ(x-agent)%")
    #expect(header.origin.grade == .configured)
  }

  @Test func `virtual hosts, weighted clusters and filters set headers too`() throws {
    let sample = try EnvoySample(
      filters: """
        [{name: envoy.filters.http.header_mutation, typed_config: {mutations: {request_mutations: [
          {append: {header: {key: x-tenant-id, value: t}, append_action: OVERWRITE_IF_EXISTS}},
          {remove: x-caller}]}}}]
        """,
      host: "request_headers_to_remove: [x-agent-id],",
      routes: """
        [{match: {prefix: /}, route: {weighted_clusters: {clusters: [{name: a, weight: 1,
          request_headers_to_add: [{header: {key: x-user, value: "%REQ(user)%"}}]}]}}}]
        """)
    let headers = try sample.route().identityHeaders
    #expect(
      headers.map { "\($0.name) \($0.origin.value.rawValue)" } == [
        "x-user client", "x-tenant-id constant", "x-agent-id removed", "x-caller removed",
      ])
  }

  @Test(arguments: [
    (
      "request_headers_to_add: [{header: {key: Authorization, value: Bearer abc}}]",
      ["shared at Bearer abc"]
    ),
    (
      "request_headers_to_add: [{header: {key: authorization, value: \"%REQ(authorization)%\"}}]",
      ["passthrough at \"%REQ(authorization)%\""]
    ),
    (
      "request_headers_to_add: [{header: {key: authorization, value: \"%DYNAMIC_METADATA(exchange:token)%\"}}]",
      ["perCaller at \"%DYNAMIC_METADATA(exchange:token)%\""]
    ),
    ("request_headers_to_add: [{header: {key: x-api-key, value: k}}]", ["shared at k"]),
    ("request_headers_to_remove: [authorization]", []),
    ("name: plain", ["passthrough at envoy.filters.http.ext_authz"]),
  ])
  func `the credential for the upstream is fixed, the caller's or exchanged`(
    text: String, expected: [String]
  ) throws {
    let sample = try EnvoySample(
      filters: "[{name: envoy.filters.http.ext_authz, typed_config: {http_service: {}}}]",
      routes: Self.routes(text))
    #expect(sample.reading(try sample.route().upstreamCredential) == expected)
  }

  @Test func `an authorization service can exchange the credential`() throws {
    let sample = try EnvoySample(
      filters: """
        [{name: envoy.filters.http.ext_authz, typed_config: {http_service: {authorization_response: {
          allowed_upstream_headers: {patterns: [{exact: x-who}, {exact: Authorization}]}}}}}]
        """, routes: Self.routes("name: a"))
    #expect(
      sample.reading(try sample.route().upstreamCredential) == ["perCaller at Authorization"])
    let injected = try EnvoySample(
      filters: "[{name: envoy.filters.http.credential_injector, typed_config: {a: b}}]",
      routes: Self.routes("name: a"))
    #expect(try injected.route().upstreamCredential.value == .shared)
  }
}
