import Estate
import SourceText
import Syntax

/// Where the values of request headers come from on their way through the filters of one route.
struct EnvoyHeaderOrigins {
  let authentication: EnvoyAuthentication
  /// What the configuration itself adds and takes off.
  let own: EnvoyHeaders

  private var scope: EnvoyRouteScope { authentication.scope }

  /// Every header that is set or taken off on the way to the upstream.
  var all: [IdentityHeader] {
    authentication.claimHeaders + answeredHeaders + own.all.map(resolved)
  }

  /// Where the value of the header `name` comes from when a request comes to the filter at `position`.
  func origin(of name: String, atFilter position: Int) -> IdentityHeader.Origin {
    let setters = own.seen(byFilterAt: position).map { (resolved($0), $0.position) } + verified
    let last = setters.filter { $0.0.name == name && $0.1 < position }.max { $0.1 < $1.1 }
    if let last { return last.0.origin.value }
    return setter(before: position) == nil ? .client : .unknown
  }

  /// The headers that filters set from what they have verified, each with the place of its filter.
  private var verified: [(IdentityHeader, Int)] {
    var headers: [(IdentityHeader, Int)] = []
    if let filter = scope.filter("jwt_authn") {
      headers += authentication.claimHeaders.map { ($0, filter.position) }
    }
    if let filter = scope.authorizationService {
      headers += answeredHeaders.map { ($0, filter.position) }
    }
    return headers
  }

  /// The header with the origin of what it copies, and its expression where that is one, where it has been
  /// verified before the header is set and not changed since.
  private func resolved(_ placed: EnvoyHeaders.Placed) -> IdentityHeader {
    guard placed.header.origin.value == .client, !placed.copied.isEmpty else {
      return placed.header
    }
    let sources = placed.copied.compactMap { name in
      own.changes(name, before: placed.position)
        ? nil : verified.first { $0.0.name == name && $0.1 < placed.position }?.0
    }
    var header = placed.header
    guard sources.count == placed.copied.count else { return header }
    header.origin = header.origin.map { _ in .verified }
    if sources.count == 1 { header.expression = sources[0].expression }
    return header
  }

  /// Headers that an authorization service over HTTP may answer with for the upstream.
  private var answeredHeaders: [IdentityHeader] {
    let response = authorizationService?["authorization_response"]
    let patterns =
      response["allowed_upstream_headers"]["patterns"].elementsOrSelf
      + response["allowed_upstream_headers_to_append"]["patterns"].elementsOrSelf
    return patterns.compactMap { pattern in
      guard let exact = pattern["exact"], let name = exact.scalarText?.lowercased(),
        name != "authorization"
      else { return nil }
      return IdentityHeader(
        name: name, origin: Evidence(.verified, at: exact.span, grade: .configured),
        expression: "answer of ext_authz")
    }
  }

  private var authorizationService: Node? {
    scope.authorizationService?.configuration["http_service"]
  }

  /// Filters that run code, or ask a service that may answer with any header.
  private static let setters = [
    "lua", "wasm", "ext_proc", "golang", "dynamic_modules", "proto_message_extraction",
  ]

  /// A filter before `position` that may set any header.
  func setter(before position: Int) -> EnvoyFilter? {
    let service = scope.authorizationService.flatMap {
      $0.configuration["http_service"] == nil ? $0 : nil
    }
    return ([service].compactMap { $0 } + Self.setters.compactMap { scope.filter($0) })
      .first { $0.position < position }
  }

  /// Where the value of the header `name` comes from when Envoy chooses the route, and with it the cluster.
  ///
  /// Filters come later, and change the choice only where they have it made anew.
  func originAtRouting(of name: String) -> IdentityHeader.Origin {
    if let early = own.seen(byFilterAt: 0).last(where: { $0.header.name == name }) {
      return early.header.origin.value
    }
    let clearing =
      [scope.authorizationService?.configuration].compactMap { $0 }
      + (authentication.demand?.providers ?? [])
    let isChosenAnew =
      clearing.contains { $0["clear_route_cache"]?.boolean == true }
      || Self.setters.contains { scope.filter($0) != nil }
    return isChosenAnew ? origin(of: name, atFilter: .max) : .client
  }
}
