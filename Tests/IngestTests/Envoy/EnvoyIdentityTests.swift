import Estate
import Testing

@testable import Ingest

/// Who calls, as limits, logs and upstreams learn it, and what the configuration says of TLS.
@Suite struct EnvoyIdentityTests {
  private static let route = "[{match: {prefix: /}, route: {cluster: a}}]"
  private static let log = """
    access_log: [{name: envoy.access_loggers.file, typed_config: {path: /dev/stdout, log_format: {
      json_format: {agent: "%REQ(X-AGENT-ID?X-CLIENT)%", path: "%REQ(:PATH)%"}}}}],
    """

  @Test(arguments: [
    ("[]", IdentityHeader.Origin.client),
    ("[{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}}}]", .unknown),
    ("[{name: envoy.filters.http.lua, typed_config: {}}]", .unknown),
    ("[{name: envoy.filters.http.ext_authz, typed_config: {http_service: {}}}]", .client),
    (
      """
      [{name: envoy.filters.http.ext_authz, typed_config: {http_service: {authorization_response: {
        allowed_upstream_headers: {patterns: [{exact: X-User-ID}]}}}}}]
      """, .verified
    ),
  ])
  func `a header that nobody names goes on unless a filter may set it`(
    filters: String, origin: IdentityHeader.Origin
  ) throws {
    let sample = try EnvoySample(filters: filters, routes: Self.route)
    #expect(try sample.route().origin(ofHeader: "x-user-id")?.value == origin)
  }

  @Test func `the access log takes who calls from a header that nobody sets`() throws {
    let sample = try EnvoySample(manager: Self.log, routes: Self.route)
    let header = try #require(try sample.route().identityHeaders.first)
    #expect(header.name == "x-agent-id")
    #expect(header.origin.value == .client)
    #expect(header.reader == .accessLog)
    #expect(sample.text(header.origin.span) == "\"%REQ(X-AGENT-ID?X-CLIENT)%\"")
  }

  @Test func `the access log sees the header that a route sets`() throws {
    let sample = try EnvoySample(
      manager: Self.log,
      routes: """
        [{match: {prefix: /}, route: {cluster: a}, request_headers_to_remove: [x-agent-id]}]
        """)
    #expect(try sample.route().identityHeaders.map(\.origin.value) == [.removed])
  }

  private static let limit =
    "{name: envoy.filters.http.ratelimit, typed_config: {domain: mcp}}"
  private static let tokens = """
    {name: envoy.filters.http.jwt_authn, typed_config: {
      providers: {idp: {claim_to_headers: [{header_name: x-agent-id, claim_name: sub}]}},
      rules: [{match: {prefix: /}, requires: {provider_name: idp}}]}}
    """
  private static let mutation = """
    {name: envoy.filters.http.header_mutation, typed_config: {mutations: {request_mutations: [
      {append: {header: {key: x-agent-id, value: "%DOWNSTREAM_PEER_SUBJECT%"},
        append_action: OVERWRITE_IF_EXISTS_OR_ADD}}]}}}
    """
  private static let service =
    "{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}}}"

  @Test(arguments: [
    ([tokens, limit], nil), ([limit, tokens], IdentityHeader.Origin.client),
    ([mutation, limit], nil), ([limit, mutation], .client),
    ([limit], .client), ([service, limit], .unknown), ([limit, service], .client),
  ])
  func `a limit counts by what the filters before it have made of a header`(
    filters: [String], origin: IdentityHeader.Origin?
  ) throws {
    let sample = try EnvoySample(
      filters: "[\(filters.joined(separator: ", "))]",
      routes: """
        [{match: {prefix: /}, route: {cluster: a, rate_limits: [{actions: [
          {request_headers: {header_name: x-agent-id, descriptor_key: agent}}]}]},
          request_headers_to_add: [{header: {key: x-agent-id, value: "%DOWNSTREAM_PEER_SUBJECT%"},
            append_action: OVERWRITE_IF_EXISTS_OR_ADD}]}]
        """)
    let counted = try sample.route().identityHeaders.first { $0.reader == .rateLimit }
    #expect(counted?.origin.value == origin)
  }

  @Test(arguments: [
    ("validation_context: {trusted_ca: {filename: ca}}", IdentityHeader.Origin.verified),
    ("validation_context: {match_typed_subject_alt_names: []}", .client), ("", .client),
  ])
  func `names in a certificate that nothing verifies are the client's word`(
    context: String, origin: IdentityHeader.Origin
  ) throws {
    let sample = try EnvoySample(
      filters: "[\(Self.mutation)]",
      chain: """
        transport_socket: {name: envoy.transport_sockets.tls, typed_config: {
          require_client_certificate: true, common_tls_context: {\(context)}}},
        """, routes: Self.route)
    #expect(try sample.route().origin(ofHeader: "x-agent-id")?.value == origin)
  }

  @Test func `other headers are kept for manifests that take an identity from them`() throws {
    let sample = try EnvoySample(
      routes: """
        [{match: {prefix: /}, route: {cluster: a}, request_headers_to_add: [{header: {
          key: X-On-Behalf, value: "%DOWNSTREAM_PEER_SUBJECT%"},
          append_action: OVERWRITE_IF_EXISTS_OR_ADD}]}]
        """)
    let route = try sample.route()
    #expect(route.identityHeaders.isEmpty)
    #expect(route.origin(ofHeader: "X-On-Behalf")?.value == .verified)
  }

  @Test func `the listener's lowest version decides which versions clients may use`() throws {
    let sample = try EnvoySample(
      chain: """
        transport_socket: {name: envoy.transport_sockets.tls, typed_config: {common_tls_context: {
          tls_params: {tls_minimum_protocol_version: TLSv1_1, cipher_suites: [A, B]}}}},
        """, routes: Self.route)
    let tls = try sample.route().tls
    #expect(tls.versions.value == [.tls11, .tls12, .tls13])
    #expect(sample.text(tls.versions.span) == "TLSv1_1")
    #expect(tls.ciphers.value == "A:B")
  }

  @Test func `a cluster's socket says whether Envoy knows whom it speaks to`() throws {
    func tls(_ socket: String) throws -> RouteTLS {
      try EnvoySample(routes: Self.route, clusters: "[{name: a\(socket)}]").route().tls
    }
    let plain = try tls("")
    #expect(plain.isUpstreamEncrypted.value == false)
    #expect(!plain.verifiesUpstream.isStated)
    let blind = try tls(", transport_socket: {name: envoy.transport_sockets.tls}")
    #expect(blind.isUpstreamEncrypted.value == true)
    #expect(blind.verifiesUpstream.value == false)
    let checked = try tls(
      """
      , transport_socket: {name: envoy.transport_sockets.tls, typed_config: {common_tls_context: {
        validation_context: {trusted_ca: {filename: ca}}}}}
      """)
    #expect(checked.verifiesUpstream.value == true)
  }
}
