import Estate
import SourceText
import Syntax

/// How Envoy makes sure who calls one route, and what it hands on of that.
struct EnvoyAuthentication {
  let scope: EnvoyRouteScope
  let path: EnvoyPathMatch
  /// What tokens are asked for, by whichever filter asks.
  let demand: EnvoyTokenDemand?

  init(scope: EnvoyRouteScope, path: EnvoyPathMatch) {
    self.scope = scope
    self.path = path
    demand = scope.filter("jwt_authn").flatMap { filter in
      EnvoyTokenDemand(of: filter, scope.connection.tokenRules(of: filter.configuration), on: path)
    }
  }

  private var connection: EnvoyConnectionManager { scope.connection }

  private static let others: [(filter: String, kind: RouteAuthentication)] = [
    ("oauth2", .oauth2), ("api_key_auth", .apiKey), ("basic_auth", .basic),
  ]

  /// The kind of authentication; `none`, at the setting that lets everyone through, where there is none.
  var kind: Stated<RouteAuthentication> {
    if let span = connection.clientCertificateRequirement {
      return Stated(.mtls, at: span, grade: .configured)
    }
    if let demand, demand.exemption == nil {
      return Stated(.jwt, at: demand.place, grade: .configured)
    }
    if let filter = scope.authorizationService {
      return Stated(.external, at: filter.place, grade: .configured)
    }
    for (name, kind) in Self.others {
      if let filter = scope.filter(name) {
        return Stated(kind, at: filter.place, grade: .configured)
      }
    }
    guard !connection.isDetached else { return Stated() }
    let place =
      demand?.exemption ?? scope.exemption(from: "jwt_authn") ?? scope.authorizationExemption
      ?? connection.node.place(of: "http_filters") ?? connection.anchor
    return Stated(RouteAuthentication.none, at: place, grade: .configured)
  }

  /// The audiences that a token must name to pass; unstated where none is asked for.
  var audiences: Stated<[String]> {
    guard let demand, demand.exemption == nil, let audiences = demand.audiences else {
      return Stated()
    }
    return Stated(audiences, at: demand.audiencePlace ?? demand.place, grade: .configured)
  }

  /// Claims of verified tokens that are handed on as headers; the filter takes off what the client sends
  /// under their names before it looks for a token.
  var claimHeaders: [IdentityHeader] {
    var names: Set<String> = []
    return (demand?.providers ?? []).flatMap(Self.headers).filter {
      names.insert($0.name).inserted
    }
  }

  private static func headers(of provider: Node) -> [IdentityHeader] {
    func header(_ name: Node?, _ expression: String) -> IdentityHeader? {
      guard let name, let text = name.scalarText else { return nil }
      return IdentityHeader(
        name: text.lowercased(), origin: Evidence(.verified, at: name.span, grade: .configured),
        expression: expression)
    }
    let claims = provider["claim_to_headers"].elementsOrSelf.compactMap {
      header($0["header_name"], "claim \($0["claim_name"]?.scalarText ?? "?")")
    }
    return claims
      + [header(provider["forward_payload_header"], "claims of the token")]
      .compactMap { $0 }
  }

  /// Whether nothing is left of `Authorization` behind the filter that verifies the token in it, which takes it
  /// off unless it is told to forward it.
  var takesTokenOff: Bool {
    guard let providers = demand?.providers, !providers.isEmpty else { return false }
    return providers.allSatisfy { provider in
      let headers = provider["from_headers"].elementsOrSelf
      let readsOther =
        headers.isEmpty
        ? provider["from_params"] != nil || provider["from_cookies"] != nil
        : !headers.contains { $0["name"]?.scalarText?.lowercased() == "authorization" }
      return provider["forward"]?.boolean != true && !readsOther
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
    guard let filter = scope.authorizationService,
      let service = filter.configuration["http_service"]
    else { return Stated() }
    let patterns = service["authorization_response"]["allowed_upstream_headers"]["patterns"]
    for pattern in patterns.elementsOrSelf {
      guard let name = pattern["exact"], name.scalarText?.lowercased() == "authorization" else {
        continue
      }
      return Stated(.perCaller, at: name.span, grade: .configured)
    }
    return takesTokenOff ? Stated() : Stated(.passthrough, at: filter.place, grade: .configured)
  }

  /// Whether the gateway decides by policy which calls pass.
  var authorizationPolicy: Stated<Bool> {
    let decisions = scope.filters("rbac").compactMap { EnvoyRBAC.decision(of: $0, on: path) }
    if let decision = decisions.first(where: \.value) { return Stated(decision) }
    if let filter = scope.authorizationService {
      return Stated(true, at: filter.place, grade: .configured)
    }
    if let open = decisions.first { return Stated(open) }
    guard !connection.isDetached else { return Stated() }
    return Stated(
      false, at: scope.authorizationExemption ?? connection.anchor, grade: .configured)
  }

  /// Whether calls pass while the authorization service is away; unstated where the gateway decides alone.
  var failsOpen: Stated<Bool> {
    guard let filter = scope.authorizationService else { return Stated() }
    let setting = filter.configuration["failure_mode_allow"]
    return Stated(
      setting?.boolean ?? false, at: setting?.span ?? filter.place, grade: .configured)
  }
}
