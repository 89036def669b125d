import Estate
import SourceText
import Testing

@testable import Ingest

struct EnvoyAuthenticationTests {
  private static let routes = "[{match: {prefix: /mcp}, route: {cluster: a}}]"

  private static func jwt(_ rules: String) -> String {
    """
    [{name: tokens, typed_config: {
      "@type": type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication,
      providers: {
        idp: {issuer: i, audiences: [mcp-ledger], forward: true,
          claim_to_headers: [{header_name: X-Agent-ID, claim_name: client_id}]},
        legacy: {issuer: l}},
      requirement_map: {strict: {provider_name: idp}, lax: {allow_missing: {}}},
      rules: [\(rules)]}}]
    """
  }

  @Test(arguments: [
    ("{match: {prefix: /}, requires: {provider_name: idp}}", "jwt at requires"),
    ("{match: {prefix: /}, requirement_name: strict}", "jwt at strict"),
    (
      "{match: {safe_regex: {regex: \"/mcp.*\"}}, requires: {provider_name: idp}}",
      "jwt at requires"
    ),
    (
      "{match: {prefix: /}, requires: {requires_any: {requirements: [{provider_name: idp}, {provider_name: legacy}]}}}",
      "jwt at requires"
    ),
    (
      "{match: {prefix: /}, requires: {requires_all: {requirements: [{provider_name: idp}, {allow_missing: {}}]}}}",
      "jwt at requires"
    ),
    ("{match: {prefix: /}, requirement_name: lax}", "none at allow_missing"),
    (
      "{match: {prefix: /}, requires: {allow_missing_or_failed: {}}}",
      "none at allow_missing_or_failed"
    ),
    (
      "{match: {prefix: /}, requires: {requires_any: {requirements: [{provider_name: idp}, {allow_missing: {}}]}}}",
      "none at allow_missing"
    ),
    ("{match: {prefix: /}}", "none at http_filters"),
    ("{match: {prefix: /}, requires: {}}", "none at http_filters"),
    ("{match: {prefix: /api}, requires: {provider_name: idp}}", "none at http_filters"),
    ("{match: {path: /mcp}, requires: {provider_name: idp}}", "none at http_filters"),
    (
      "{match: {safe_regex: {regex: \"/mcp\"}}, requires: {provider_name: idp}}",
      "none at http_filters"
    ),
    (
      "{match: {prefix: /, headers: [{name: x-check, present_match: true}]}, requires: {provider_name: idp}}",
      "none at http_filters"
    ),
    (
      "{match: {prefix: /mcp}}, {match: {prefix: /}, requires: {provider_name: idp}}",
      "none at http_filters"
    ),
    ("", "none at http_filters"),
  ])
  func `a token is demanded where the first rule for the path demands it`(
    rules: String, expected: String
  ) throws {
    let sample = try EnvoySample(filters: Self.jwt(rules), routes: Self.routes)
    #expect(sample.reading(try sample.route().authentication) == [expected])
  }

  @Test func `audiences, claims and the token itself come from the provider that is asked`() throws
  {
    let strict = try EnvoySample(
      filters: Self.jwt("{match: {prefix: /}, requires: {provider_name: idp}}"),
      routes: Self.routes)
    let route = try strict.route()
    #expect(strict.reading(route.audiences) == ["[\"mcp-ledger\"] at [mcp-ledger]"])
    #expect(strict.reading(route.upstreamCredential) == ["passthrough at true"])
    #expect(route.identityHeaders.map(\.name) == ["x-agent-id"])
    #expect(route.identityHeaders.map(\.expression) == ["claim client_id"])
    #expect(
      route.identityHeaders.map { strict.reading($0.origin) } == ["verified at X-Agent-ID"])
    let legacy = try EnvoySample(
      filters: Self.jwt("{match: {prefix: /}, requires: {provider_name: legacy}}"),
      routes: Self.routes
    ).route()
    #expect(legacy.audiences.value == [])
    #expect(legacy.identityHeaders.isEmpty)
    #expect(!legacy.upstreamCredential.isStated)
  }

  @Test func `a token of the provider without audiences will do`() throws {
    let sample = try EnvoySample(
      filters: Self.jwt(
        """
        {match: {prefix: /}, requires: {requires_any: {requirements: [
          {provider_and_audiences: {provider_name: idp, audiences: [mcp-ledger-v2]}},
          {provider_name: legacy}]}}}
        """), routes: Self.routes)
    #expect(try sample.route().audiences.value == [])
    let one = try EnvoySample(
      filters: Self.jwt(
        "{match: {prefix: /}, requires: {provider_and_audiences: {provider_name: idp, audiences: [b]}}}"
      ), routes: Self.routes)
    #expect(one.reading(try one.route().audiences) == ["[\"b\"] at [b]"])
  }

  @Test(arguments: [
    ("ext_authz", "external"), ("oauth2", "oauth2"), ("api_key_auth", "api_key"),
    ("basic_auth", "basic"),
  ])
  func `other filters ask callers in their own way`(filter: String, kind: String) throws {
    let sample = try EnvoySample(
      filters: "[{name: envoy.filters.http.\(filter), typed_config: {a: b}}]",
      routes: Self.routes)
    let evidence = try #require(try sample.route().authentication.evidence)
    #expect(evidence.value.rawValue == kind)
    #expect(sample.text(evidence.span) == "envoy.filters.http.\(filter)")
  }

  private static let authz = """
    [{name: envoy.filters.http.ext_authz, typed_config: {http_service: {}}}]
    """

  @Test(arguments: [
    ("", "", "external"),
    ("typed_per_filter_config: {envoy.filters.http.ext_authz: {disabled: true}}", "", "none"),
    ("", "typed_per_filter_config: {envoy.filters.http.ext_authz: {disabled: true}},", "none"),
    (
      "typed_per_filter_config: {envoy.filters.http.ext_authz: {check_settings: {}}}",
      "typed_per_filter_config: {envoy.filters.http.ext_authz: {disabled: true}},", "external"
    ),
    (
      "typed_per_filter_config: {envoy.filters.http.ext_authz: {\"@type\": a.FilterConfig, disabled: true}}",
      "", "none"
    ),
  ])
  func `the innermost layer switches a filter off or on`(
    route: String, host: String, kind: String
  ) throws {
    let comma = route.isEmpty ? "" : ", "
    let sample = try EnvoySample(
      filters: Self.authz, host: host,
      routes: "[{match: {prefix: /}, route: {cluster: a}\(comma)\(route)}]")
    let found = try sample.route()
    #expect(found.authentication.value?.rawValue == kind)
    #expect(found.hasAuthorizationPolicy.value == (kind == "external"))
  }

  @Test func `a filter that is off in the chain can be on for a route`() throws {
    let filters =
      "[{name: check, disabled: true, typed_config: {\"@type\": e.filters.http.ext_authz.v3.ExtAuthz}}]"
    let off = try EnvoySample(filters: filters, routes: Self.routes)
    #expect(try off.route().authentication.value == RouteAuthentication.none)
    let on = try EnvoySample(
      filters: filters,
      routes: "[{match: {prefix: /}, route: {cluster: a}, typed_per_filter_config: {check: {}}}]")
    #expect(on.reading(try on.route().authentication) == ["external at check"])
  }

  @Test(arguments: [
    (
      "require_client_certificate: true, common_tls_context: {validation_context: {trusted_ca: {filename: ca}}}",
      "mtls at true"
    ),
    (
      "require_client_certificate: true, common_tls_context: {validation_context_sds_secret_config: {name: ca}}",
      "mtls at true"
    ),
    ("require_client_certificate: true, common_tls_context: {}", "none at http_filters"),
    (
      "require_client_certificate: true, common_tls_context: {validation_context: {trust_chain_verification: ACCEPT_UNTRUSTED}}",
      "none at http_filters"
    ),
    (
      "require_client_certificate: false, common_tls_context: {validation_context: {}}",
      "none at http_filters"
    ),
    (
      "require_client_certificate: true, common_tls_context: {validation_context: {match_typed_subject_alt_names: []}}",
      "none at http_filters"
    ),
  ])
  func `a client certificate counts where Envoy verifies it`(
    context: String, expected: String
  ) throws {
    let sample = try EnvoySample(
      chain: "transport_socket: {name: envoy.transport_sockets.tls, typed_config: {\(context)}},",
      routes: Self.routes)
    let route = try sample.route()
    #expect(sample.reading(route.authentication) == [expected])
    #expect(sample.reading(route.isTLS) == ["true at envoy.transport_sockets.tls"])
  }

  @Test(arguments: [
    (
      "rules: {policies: {readers: {permissions: [{any: true}], principals: [{authenticated: {}}]}}}",
      "true at envoy.filters.http.rbac"
    ),
    (
      "rules: {policies: {everyone: {permissions: [{any: true}], principals: [{any: true}]}}}",
      "false at everyone"
    ),
    (
      "rules: {action: DENY, policies: {everyone: {permissions: [{any: true}], principals: [{any: true}]}}}",
      "true at envoy.filters.http.rbac"
    ),
    ("shadow_rules: {policies: {}}", "false at ingress"),
    ("matcher: {}", "true at envoy.filters.http.rbac"),
    (
      "rules: {action: LOG, policies: {all: {permissions: [{any: true}], principals: [{authenticated: {}}]}}}",
      "false at LOG"
    ),
    ("rules: {action: DENY, policies: {}}", "false at DENY"),
    ("rules: {policies: {}}", "true at envoy.filters.http.rbac"),
    (
      "rules: {policies: {p: {permissions: [{any: true}], principals: [{or_ids: {ids: [{header: {name: a}}, {any: true}]}}]}}}",
      "false at p"
    ),
    (
      "rules: {policies: {p: {permissions: [{any: true}], principals: [{and_ids: {ids: [{header: {name: a}}, {any: true}]}}]}}}",
      "true at envoy.filters.http.rbac"
    ),
    (
      "rules: {policies: {p: {permissions: [{not_rule: {not_rule: {any: true}}}], principals: [{any: true}]}}}",
      "false at p"
    ),
    (
      "rules: {action: DENY, policies: {p: {permissions: [{any: true}], principals: [{not_id: {any: true}}]}}}",
      "false at DENY"
    ),
    (
      "rules: {policies: {p: {permissions: [{any: true}], principals: [{any: true}], condition: {}}}}",
      "true at envoy.filters.http.rbac"
    ),
  ])
  func `a policy is one that can turn callers away`(rules: String, expected: String) throws {
    let sample = try EnvoySample(
      filters: "[{name: envoy.filters.http.rbac, typed_config: {\(rules)}}]", routes: Self.routes)
    #expect(sample.reading(try sample.route().hasAuthorizationPolicy) == [expected])
  }

  @Test(arguments: [
    ("filter_enabled: {default_value: {numerator: 0}}", "none at 0"),
    (
      "filter_enabled: {default_value: {numerator: 9999, denominator: TEN_THOUSAND}}",
      "none at 9999"
    ),
    (
      "filter_enabled: {default_value: {numerator: 100}}",
      "external at envoy.filters.http.ext_authz"
    ),
    (
      "filter_enabled: {default_value: {numerator: 0}}, deny_at_disable: {default_value: true}",
      "external at envoy.filters.http.ext_authz"
    ),
  ])
  func `a service that is asked about some calls decides about none`(
    share: String, expected: String
  ) throws {
    let sample = try EnvoySample(
      filters:
        "[{name: envoy.filters.http.ext_authz, typed_config: {grpc_service: {}, \(share)}}]",
      routes: Self.routes)
    let route = try sample.route()
    #expect(sample.reading(route.authentication) == [expected])
    let isAsked = expected.hasPrefix("external")
    #expect(route.hasAuthorizationPolicy.value == isAsked)
    #expect(route.failsOpen.isStated == isAsked)
    #expect(route.unnamedHeaders.value == (isAsked ? .unknown : .passedOn))
  }

  @Test func `a token that may be missing brings headers that the client cannot write`() throws {
    let optional = try EnvoySample(
      filters: Self.jwt(
        "{match: {prefix: /}, requires: {requires_any: {requirements: [{provider_name: idp}, {allow_missing: {}}]}}}"
      ), routes: Self.routes
    ).route()
    #expect(optional.origin(ofHeader: "x-agent-id")?.value == .verified)
    #expect(!optional.audiences.isStated)
    let off = try EnvoySample(
      filters: Self.jwt("{match: {prefix: /}, requirement_name: strict}"),
      routes: """
        [{match: {prefix: /mcp}, route: {cluster: a},
          typed_per_filter_config: {tokens: {disabled: true}}}]
        """)
    #expect(try off.route().origin(ofHeader: "x-agent-id")?.value == .client)
    #expect(off.reading(try off.route().authentication) == ["none at true"])
  }

  @Test func `a requirement that the filter does not have lets nobody in`() throws {
    let sample = try EnvoySample(
      filters: Self.jwt(""),
      routes: """
        [{match: {prefix: /mcp}, route: {cluster: a},
          typed_per_filter_config: {tokens: {requirement_name: stirct}}}]
        """)
    #expect(sample.reading(try sample.route().authentication) == ["jwt at stirct"])
    #expect(!(try sample.route().audiences.isStated))
    let diagnostics = sample.contribution.diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "no requirement of `requirement_map` is called 'stirct', so that Envoy lets no request through"
      ])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(sample.text(diagnostics.first?.span) == "stirct")
  }

  @Test func `a route can do without the policy of the listener`() throws {
    let sample = try EnvoySample(
      filters: "[{name: envoy.filters.http.rbac, typed_config: {matcher: {}}}]",
      routes:
        "[{match: {prefix: /}, route: {cluster: a}, typed_per_filter_config: {envoy.filters.http.rbac: {}}}]"
    )
    #expect(try sample.route().hasAuthorizationPolicy.value == false)
  }
}
