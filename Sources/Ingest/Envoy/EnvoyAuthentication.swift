import Estate
import SourceText
import Syntax

/// How an Envoy connection manager makes sure who calls one of its routes.
struct EnvoyAuthentication {
  let connection: EnvoyConnectionManager
  /// The `typed_per_filter_config` of virtual host and route, the inner one last.
  let overrides: [Node]

  /// The kind of authentication; `none`, at the place of the filters, where there is none.
  func kind(forPath path: String) -> Stated<RouteAuthentication> {
    if let span = connection.clientCertificateRequirement {
      return Stated(.mtls, at: span, grade: .configured)
    }
    if let jwt = active("jwt_authn"), let rule = requirement(in: jwt, forPath: path) {
      return Stated(.jwt, at: rule.span, grade: .configured)
    }
    let others: [(String, RouteAuthentication)] = [
      ("ext_authz", .external), ("oauth2", .oauth2), ("api_key_auth", .apiKey),
      ("basic_auth", .basic),
    ]
    for (name, kind) in others {
      if let configuration = active(name) {
        return Stated(kind, at: configuration.span, grade: .configured)
      }
    }
    guard connection.node["http_filters"] != nil else { return Stated() }
    return Stated(
      RouteAuthentication.none,
      at: connection.node.member("http_filters")?.key.span
        ?? connection.anchor, grade: .configured)
  }

  /// The audiences that a token must name to pass the route of `path`.
  func audiences(forPath path: String) -> Stated<[String]> {
    guard let jwt = active("jwt_authn"), requirement(in: jwt, forPath: path) != nil,
      let providers = jwt["providers"]
    else { return Stated() }
    var all: [String] = []
    var place: SourceSpan?
    for provider in providers.members {
      guard let audiences = provider.value["audiences"] else { continue }
      all += audiences.elements.compactMap(\.scalarText)
      place = place ?? audiences.span
    }
    return Stated(all, at: place ?? providers.span, grade: .configured)
  }

  /// Claims of verified tokens that are handed on as headers.
  var claimHeaders: [IdentityHeader] {
    guard let jwt = active("jwt_authn"), let providers = jwt["providers"] else { return [] }
    return providers.members.flatMap { provider in
      provider.value["claim_to_headers"].elementsOrSelf.compactMap { claim in
        guard let header = claim["header_name"], let name = header.scalarText else { return nil }
        return IdentityHeader(
          name: name.lowercased(),
          origin: Evidence(.verified, at: header.span, grade: .configured),
          expression: "claim \(claim["claim_name"]?.scalarText ?? "?")")
      }
    }
  }

  /// The place at which the caller's own token is passed on, if it is.
  var passthrough: SourceSpan? {
    if let jwt = active("jwt_authn"), let providers = jwt["providers"] {
      for provider in providers.members {
        if let forward = provider.value["forward"], forward.boolean == true { return forward.span }
      }
    }
    let forward = active("oauth2").flatMap { ($0["config"] ?? $0)["forward_bearer_token"] }
    return forward?.boolean == true ? forward?.span : nil
  }

  /// Whether the gateway decides by policy which calls pass.
  var authorizationPolicy: Stated<Bool> {
    for name in ["rbac", "ext_authz"] {
      if let configuration = active(name) {
        return Stated(true, at: configuration.span, grade: .configured)
      }
    }
    guard connection.node["http_filters"] != nil else { return Stated() }
    return Stated(false, at: connection.anchor, grade: .configured)
  }

  /// The configuration of the filter called `name`, unless the route switches it off.
  private func active(_ name: String) -> Node? {
    guard let found = connection.filter(name) else { return nil }
    for override in overrides {
      for member in override.members where Optional(member.key).endsWith("." + name) {
        let configuration = member.value
        if configuration["disabled"]?.boolean == true
          || configuration["config"]["disabled"]?.boolean == true
        {
          return nil
        }
      }
    }
    return found.configuration
  }

  /// The rule of `jwt` that asks callers of `path` for a token, in the order of the rules.
  private func requirement(in jwt: Node, forPath path: String) -> Node? {
    for rule in jwt["rules"].elementsOrSelf {
      guard let match = rule["match"], Self.matches(match, path) else { continue }
      guard let requires = rule["requires"] else {
        return rule["requirement_name"]
      }
      let isOptional =
        requires["allow_missing"] != nil || requires["allow_missing_or_failed"] != nil
        || requires["requires_any"]["requirements"].elementsOrSelf.contains {
          $0["allow_missing"] != nil || $0["allow_missing_or_failed"] != nil
        }
      return isOptional ? nil : requires
    }
    return nil
  }

  private static func matches(_ match: Node, _ path: String) -> Bool {
    if let prefix = (match["prefix"] ?? match["path_separated_prefix"])?.scalarText {
      return path.hasPrefix(prefix)
    }
    if let exact = match["path"]?.scalarText { return exact == path }
    // A pattern may cover the route; only a rule for other paths is known not to.
    return match["safe_regex"] != nil || match["connect_matcher"] != nil
  }
}
