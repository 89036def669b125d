import Estate
import SourceText
import Syntax

/// Who calls, how the gateway makes sure of it, and who learns of it.
extension MCPRouteLowering {
  private static let checks: [(key: String, kind: RouteAuthentication)] = [
    ("oauth", .jwt), ("jwt", .jwt), ("oidc", .oauth2), ("extAuth", .external),
    ("apiKeyAuth", .apiKey), ("basicAuth", .basic),
  ]

  func addCallers(to route: inout Route) {
    let check = securityPolicies.lazy.compactMap { policy in
      Self.checks.lazy.compactMap { check in
        policy.member(check.key).map { (kind: check.kind, place: $0.key.span) }
      }.first
    }.first
    route.authentication = Stated(
      check?.kind ?? .none, at: check?.place ?? anchor, grade: .configured)
    if let oauth = security?.member("oauth") {
      let audiences = oauth.value["audiences"]
      route.audiences = Stated(
        audiences.elementsOrTexts.compactMap(\.scalarText), at: audiences?.span ?? oauth.key.span,
        grade: .configured)
    }
    addPolicy(to: &route)
  }

  /// The policies that hold on the route: its own, and those that are attached from elsewhere.
  private var securityPolicies: [Node] {
    [security].compactMap { $0 }
      + resources.policies("SecurityPolicy", on: targets).compactMap { $0["spec"] }
  }

  private func addPolicy(to route: inout Route) {
    let decisions = securityPolicies.compactMap { $0.member("authorization") }.map(Self.decision)
    let service = securityPolicies.lazy.compactMap { $0.member("extAuth") }.first
    let decides =
      decisions.first(where: \.value)
      ?? service.map { Evidence(true, at: $0.key.span, grade: .configured) }
      ?? decisions.first ?? Evidence(false, at: anchor, grade: .configured)
    route.hasAuthorizationPolicy = Stated(decides)
    if let service {
      let setting = service.value["failOpen"]
      route.failsOpen = Stated(
        setting?.boolean ?? false, at: setting?.span ?? service.key.span, grade: .configured)
    }
  }

  /// Whether `authorization` turns anyone away: rules that only allow do so where all else is denied.
  private static func decision(_ authorization: (key: Node, value: Node)) -> Evidence<Bool> {
    let rules = authorization.value["rules"].elementsOrSelf
    let isRefused = rules.contains { $0["action"]?.scalarText == "Deny" }
    let fallback = authorization.value["defaultAction"]
    let forEveryCall = rules.first { rule in
      ["source", "target", "cel", "principal", "operation"].allSatisfy { rule[$0] == nil }
    }
    let open = fallback?.scalarText == "Allow" ? fallback : forEveryCall
    return Evidence(
      isRefused || open == nil,
      at: isRefused ? authorization.key.span : open?.span ?? authorization.key.span,
      grade: .configured)
  }

  /// Adds what the backend learns of callers: claims that the gateway has verified, and headers of the client
  /// that the route lists.
  func addIdentities(to route: inout Route) {
    var headers = claims.compactMap { claim -> IdentityHeader? in
      guard let name = claim["header"], let text = name.scalarText else { return nil }
      return IdentityHeader(
        name: text.lowercased(), origin: Evidence(.verified, at: name.span, grade: .configured),
        expression: "claim \(claim["claim"]?.scalarText ?? "?")")
    }
    for forwarded in backend["forwardHeaders"].elementsOrSelf {
      guard let name = forwarded["name"] ?? forwarded["header"], let text = name.scalarText else {
        continue
      }
      if text.lowercased() == "authorization" {
        route.upstreamCredential = Stated(.passthrough, at: name.span, grade: .configured)
      }
      headers.append(
        IdentityHeader(
          name: text.lowercased(), origin: Evidence(.client, at: name.span, grade: .configured),
          expression: text))
    }
    for header in headers {
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(header)
      } else {
        route.otherHeaders.append(header)
      }
    }
    // The gateway opens a session of its own with each backend.
    route.unnamedHeaders = Stated(.dropped, at: anchor, grade: .configured)
    if let key = backend["securityPolicy"]?.member("apiKey") {
      route.upstreamCredential = Stated(.shared, at: key.key.span, grade: .configured)
    }
  }

  /// The claims of verified tokens that become headers.
  private var claims: [Node] {
    securityPolicies.flatMap { policy in
      policy["oauth"]["claimToHeaders"].elementsOrSelf
        + policy["jwt"]["providers"].elementsOrSelf.flatMap { $0["claimToHeaders"].elementsOrSelf }
    }
  }

  /// Adds the headers about identity by which calls are counted and which nothing before the limit sets.
  ///
  /// An authorization service over gRPC may answer with any header; one over HTTP, with those listed.
  func addCountedHeaders(to route: inout Route) {
    let services = securityPolicies.compactMap { $0["extAuth"] }
    let answered = services.flatMap { $0["http"]["headersToBackend"].elementsOrTexts }
      .compactMap { $0.scalarText?.lowercased() }
    let known = Set(route.identityHeaders.map(\.name) + answered)
    let origin: IdentityHeader.Origin = services.contains { $0["grpc"] != nil } ? .unknown : .client
    var added: Set<String> = []
    for selector in rateLimitRules.flatMap(Self.distinctHeaders) {
      guard let name = selector["name"], let text = name.scalarText?.lowercased(),
        IdentityHeaderName.matches(text), !known.contains(text), added.insert(text).inserted
      else { continue }
      route.identityHeaders.append(
        IdentityHeader(
          name: text, origin: Evidence(origin, at: name.span, grade: .configured),
          expression: text, reader: .rateLimit))
    }
  }
}
