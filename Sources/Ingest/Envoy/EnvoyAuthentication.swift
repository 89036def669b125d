import Estate
import SourceText
import Syntax

/// How Envoy makes sure who calls one route, and what it hands on of that.
struct EnvoyAuthentication {
  let scope: EnvoyRouteScope
  private let demand: EnvoyTokenDemand?

  init(scope: EnvoyRouteScope, path: EnvoyPathMatch) {
    self.scope = scope
    demand = scope.filter("jwt_authn").flatMap {
      EnvoyTokenDemand(of: $0, scope.connection.tokenRules(of: $0), on: path)
    }
  }

  private var connection: EnvoyConnectionManager { scope.connection }

  private static let others: [(filter: String, kind: RouteAuthentication)] = [
    ("ext_authz", .external), ("oauth2", .oauth2), ("api_key_auth", .apiKey),
    ("basic_auth", .basic),
  ]

  /// The kind of authentication; `none`, at the place of the filters, where there is none.
  var kind: Stated<RouteAuthentication> {
    if let span = connection.clientCertificateRequirement {
      return Stated(.mtls, at: span, grade: .configured)
    }
    if let demand { return Stated(.jwt, at: demand.place, grade: .configured) }
    for (name, kind) in Self.others {
      if let filter = scope.filter(name) {
        return Stated(kind, at: filter.place, grade: .configured)
      }
    }
    guard !connection.isDetached else { return Stated() }
    let place = connection.node.place(of: "http_filters") ?? connection.anchor
    return Stated(RouteAuthentication.none, at: place, grade: .configured)
  }

  /// The audiences that a token must name to pass; unstated where none is asked for.
  var audiences: Stated<[String]> {
    guard let demand else { return Stated() }
    return Stated(
      demand.audiences, at: demand.audiencePlace ?? demand.place, grade: .configured)
  }

  /// Claims of verified tokens that are handed on as headers.
  var claimHeaders: [IdentityHeader] {
    (demand?.providers ?? []).flatMap { provider in
      provider["claim_to_headers"].elementsOrSelf.compactMap { claim in
        guard let header = claim["header_name"], let name = header.scalarText else { return nil }
        return IdentityHeader(
          name: name.lowercased(),
          origin: Evidence(.verified, at: header.span, grade: .configured),
          expression: "claim \(claim["claim_name"]?.scalarText ?? "?")")
      }
    }
  }

  /// What the upstream is shown because of how callers are authenticated, unless the configuration sets
  /// or removes `Authorization` itself.
  ///
  /// Unstated where an authorization service answers over gRPC: it may put in any header.
  var inheritedCredential: Stated<UpstreamCredential> {
    for provider in demand?.providers ?? [] {
      if let forward = provider["forward"], forward.boolean == true {
        return Stated(.passthrough, at: forward.span, grade: .configured)
      }
    }
    if let filter = scope.filter("oauth2") {
      let settings = filter.configuration["config"] ?? filter.configuration
      if let forward = settings["forward_bearer_token"], forward.boolean == true {
        return Stated(.passthrough, at: forward.span, grade: .configured)
      }
    }
    guard let filter = scope.filter("ext_authz"),
      let service = filter.configuration["http_service"]
    else { return Stated() }
    let patterns = service["authorization_response"]["allowed_upstream_headers"]["patterns"]
    for pattern in patterns.elementsOrSelf {
      guard let name = pattern["exact"], name.scalarText?.lowercased() == "authorization" else {
        continue
      }
      return Stated(.perCaller, at: name.span, grade: .configured)
    }
    return Stated(.passthrough, at: filter.place, grade: .configured)
  }

  /// Whether the gateway decides by policy which calls pass.
  var authorizationPolicy: Stated<Bool> {
    if let filter = scope.filter("rbac"), let decides = Self.decides(filter) {
      return Stated(decides.value, at: decides.place, grade: .configured)
    }
    if let filter = scope.filter("ext_authz") {
      return Stated(true, at: filter.place, grade: .configured)
    }
    guard !connection.isDetached else { return Stated() }
    return Stated(false, at: connection.anchor, grade: .configured)
  }

  /// Whether calls pass while the authorization service is away; unstated where the gateway decides alone.
  var failsOpen: Stated<Bool> {
    guard let filter = scope.filter("ext_authz") else { return Stated() }
    let setting = filter.configuration["failure_mode_allow"]
    return Stated(
      setting?.boolean ?? false, at: setting?.span ?? filter.place, grade: .configured)
  }

  /// Whether an RBAC filter turns anyone away; `nil` where it is empty or only watches, which
  /// `shadow_rules` do.
  private static func decides(_ filter: EnvoyFilter) -> (value: Bool, place: SourceSpan)? {
    let own = filter.override.map { $0["rbac"] } ?? filter.configuration
    if own["matcher"] != nil { return (true, filter.place) }
    guard let rules = own["rules"] else { return nil }
    guard rules["action"]?.scalarText ?? "ALLOW" == "ALLOW" else { return (true, filter.place) }
    for policy in rules["policies"].membersOrNone {
      let isOpen = ["permissions", "principals"].allSatisfy { key in
        policy.value[key].elementsOrSelf.contains { $0["any"]?.boolean == true }
      }
      if isOpen, policy.value["condition"] == nil { return (false, policy.key.span) }
    }
    return (true, filter.place)
  }
}
