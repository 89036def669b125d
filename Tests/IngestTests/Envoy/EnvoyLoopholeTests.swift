import Estate
import SourceText
import Testing

@testable import Ingest

/// Filters that are written and let calls by all the same, and some that only look so.
@Suite struct EnvoyLoopholeTests {
  private static func type(_ name: String) -> String {
    "\"@type\": type.googleapis.com/envoy.extensions.filters.http.\(name)"
  }

  private static func jwt(_ rule: String, provider: String = "") -> String {
    """
    {name: envoy.filters.http.jwt_authn, typed_config: {\(type("jwt_authn.v3.JwtAuthentication")),
      providers: {idp: {issuer: i, claim_to_headers: [{header_name: x-agent-id, claim_name: client_id}]
        \(provider)}},
      rules: [\(rule)]}}
    """
  }

  private func route(_ filters: String, match: String, more: String = "") throws -> Route {
    try EnvoySample(
      filters: "[\(filters)]", routes: "[{match: \(match), route: {cluster: a}\(more)}]"
    ).route()
  }

  @Test(arguments: [
    ("{prefix: /a/, case_sensitive: false}", "{prefix: /a/}", false),
    ("{prefix: /a/, case_sensitive: false}", "{prefix: /A/, case_sensitive: false}", true),
    ("{prefix: /a/, case_sensitive: false}", "{prefix: /}", true),
    ("{prefix: /1/, case_sensitive: false}", "{prefix: /1/}", true),
    ("{prefix: /a/}", "{prefix: /A/, case_sensitive: false}", true),
    ("{prefix: /a/}", "{prefix: /A/}", false),
    ("{path: /a, case_sensitive: false}", "{path: /a}", false),
    ("{path: /a}", "{path: /A, case_sensitive: false}", true),
    ("{path_separated_prefix: /a}", "{path_separated_prefix: /A, case_sensitive: false}", true),
    ("{prefix: /a/, case_sensitive: false}", "{safe_regex: {regex: \"/a/.*\"}}", false),
    ("{prefix: /a/, case_sensitive: false}", "{safe_regex: {regex: \"(?i)/a/.*\"}}", true),
  ]) func `a rule that looks at case lets by what the route takes in another`(
    match: String, rule: String, isCovered: Bool
  ) throws {
    let filter = Self.jwt("{match: \(rule), requires: {provider_name: idp}}")
    #expect(
      try route(filter, match: match).authentication.value
        == (isCovered ? .jwt : RouteAuthentication.none))
  }

  @Test(arguments: [
    "{provider_name: ipd}", "{requires_any: {requirements: [{provider_name: ipd}]}}",
  ])
  func `a provider that no filter defines is an error, and lets nobody in`(requires: String) throws
  {
    let sample = try EnvoySample(
      filters: "[\(Self.jwt("{match: {prefix: /}, requires: \(requires)}"))]",
      routes: "[{match: {prefix: /a}, route: {cluster: a}}]")
    let fault = try #require(sample.contribution.diagnostics.first)
    #expect(fault.severity == .error)
    #expect(sample.text(fault.span) == "ipd")
    #expect(try sample.route().authentication.value == .jwt)
    #expect(try sample.route().audiences.value == nil)
  }

  @Test(arguments: [
    ("{any: true}", "{url_path: {path: {prefix: /a/}}}", false),
    ("{any: true}, {header: {name: x, string_match: {exact: y}}}", "{any: true}", false),
    ("{any: true}", "{url_path: {path: {prefix: /A/, ignore_case: true}}}", false),
    ("{any: true}", "{url_path: {path: {prefix: /a/b}}}", true),
    ("{any: true}", "{url_path: {path: {exact: /a/}}}", true),
    ("{header: {name: x, string_match: {exact: y}}}", "{url_path: {path: {prefix: /a/}}}", true),
  ]) func `RBAC that admits every request of the route is no policy`(
    principals: String, permissions: String, decides: Bool
  ) throws {
    let filter = """
      {name: rbac, typed_config: {\(Self.type("rbac.v3.RBAC")), rules: {policies: {p: {
        principals: [\(principals)], permissions: [\(permissions)]}}}}}
      """
    #expect(try route(filter, match: "{prefix: /a/}").hasAuthorizationPolicy.value == decides)
  }

  @Test(arguments: [
    ("on_no_match: {action: {name: a, typed_config: {name: all, action: ALLOW}}}", false),
    ("on_no_match: {action: {name: a, typed_config: {name: none, action: DENY}}}", true),
    ("matcher_list: {}, on_no_match: {action: {name: a, typed_config: {name: all}}}", true),
  ]) func `an RBAC matcher with nothing to match admits all`(matcher: String, decides: Bool) throws
  {
    let filter = "{name: r, typed_config: {\(Self.type("rbac.v3.RBAC")), matcher: {\(matcher)}}}"
    #expect(try route(filter, match: "{prefix: /}").hasAuthorizationPolicy.value == decides)
  }

  private static func authorization(_ more: String) -> String {
    "{name: authz, typed_config: {\(type("ext_authz.v3.ExtAuthz")) \(more)}}"
  }

  private static let off = "authz: {\(type("ext_authz.v3.ExtAuthzPerRoute")), disabled: true}"

  @Test func `a service is not asked where the filter is off in a wrapping or for a cluster`()
    throws
  {
    let filter = Self.authorization(", grpc_service: {}")
    let wrapped = """
      , typed_per_filter_config: {authz: {
        "@type": type.googleapis.com/envoy.config.route.v3.FilterConfig,
        config: {\(Self.type("ext_authz.v3.ExtAuthzPerRoute")), disabled: true}}}
      """
    #expect(try route(filter, match: "{prefix: /}").hasAuthorizationPolicy.value == true)
    #expect(
      try route(filter, match: "{prefix: /}", more: wrapped).hasAuthorizationPolicy.value == false)
    let weighted = try EnvoySample(
      filters: "[\(filter)]",
      routes: """
        [{match: {prefix: /}, route: {weighted_clusters: {clusters: [
          {name: a, weight: 1}, {name: b, weight: 1, typed_per_filter_config: {\(Self.off)}}]}}}]
        """)
    #expect(try weighted.route().hasAuthorizationPolicy.value == false)
  }

  @Test(arguments: [
    ("ns", "", false), ("ns", "{name: envoy.filters.http.lua},", true),
    ("ns", jwt("{match: {prefix: /}, requires: {provider_name: idp}}") + ",", false),
    (
      "envoy.filters.http.jwt_authn",
      jwt("{match: {prefix: /}, requires: {provider_name: idp}}") + ",", true
    ),
  ]) func `a service is not asked on a condition that no filter fulfils`(
    namespace: String, before: String, isAsked: Bool
  ) throws {
    let condition = "{filter: \(namespace), path: [{key: k}], value: {bool_match: true}}"
    let filter = Self.authorization(", grpc_service: {}, filter_enabled_metadata: \(condition)")
    let route = try route(before + filter, match: "{prefix: /}")
    #expect(route.hasAuthorizationPolicy.value == isAsked)
  }

  @Test func `a token that is taken off before an authorization service is not passed on`() throws {
    let service = Self.authorization(", http_service: {}")
    let rule = "{match: {prefix: /}, requires: {provider_name: idp}}"
    let kept = Self.jwt(rule, provider: ", forward: true")
    #expect(try route(service, match: "{prefix: /}").upstreamCredential.value == .passthrough)
    #expect(
      try route("\(Self.jwt(rule)), \(service)", match: "{prefix: /}").upstreamCredential.value
        == nil)
    #expect(
      try route("\(kept), \(service)", match: "{prefix: /}").upstreamCredential.value
        == .passthrough)
  }

  private static let copy = """
    , request_headers_to_add: [{append_action: OVERWRITE_IF_EXISTS_OR_ADD,
      header: {key: x-mcp-agent-id, value: "%REQ(X-Agent-Id)%"}}]
    """

  @Test func `a copy of a verified header is verified, unless something changes that before`()
    throws
  {
    let filter = Self.jwt("{match: {prefix: /}, requires: {provider_name: idp}}")
    func origin(_ filters: String, _ more: String) throws -> IdentityHeader? {
      try route(filters, match: "{prefix: /}", more: more).identityHeaders.first {
        $0.name == "x-mcp-agent-id"
      }
    }
    let header = try #require(try origin(filter, Self.copy))
    #expect(header.origin.value == .verified)
    #expect(header.expression == "claim client_id")
    #expect(try origin("", Self.copy)?.origin.value == .client)
    let appending = Self.copy.replacing(
      "OVERWRITE_IF_EXISTS_OR_ADD", with: "APPEND_IF_EXISTS_OR_ADD")
    #expect(try origin(filter, appending)?.origin.value == .client)
    let mutation = """
      , {name: envoy.filters.http.header_mutation, typed_config: {mutations: {request_mutations: [
        {append: {append_action: OVERWRITE_IF_EXISTS_OR_ADD,
          header: {key: x-agent-id, value: "%REQ(x-me)%"}}}]}}}
      """
    #expect(try origin(filter + mutation, Self.copy)?.origin.value == .client)
  }

  @Test(arguments: [
    ("validation_context: {trusted_ca: {filename: ca}}", true), ("tls_params: {}", false),
  ]) func `a listener asks for certificates that it can verify`(common: String, asks: Bool) throws {
    let sample = try EnvoySample(
      chain: """
        transport_socket: {name: envoy.transport_sockets.tls,
          typed_config: {common_tls_context: {\(common)}}},
        """, routes: "[{match: {prefix: /}, route: {cluster: a}}]")
    #expect(try sample.route().tls.asksForClientCertificate.value == asks)
  }

  @Test func `a cluster that takes its address from a header lets the client choose`() throws {
    let sample = try EnvoySample(
      routes: "[{match: {prefix: /}, route: {cluster: a}}]",
      clusters: "[{name: a, type: ORIGINAL_DST, original_dst_lb_config: {use_http_header: true}}]")
    let setting = try #require(sample.contribution.gatewaySettings.first)
    #expect(setting.kind == .target)
    #expect(setting.weakness?.contains("x-envoy-original-dst-host") == true)
  }
}
