import Estate
import SourceText
import Syntax

/// By which headers the upstream, a limit or the access log learn who calls one Envoy route.
struct EnvoyIdentities {
  let scope: EnvoyRouteScope
  let authentication: EnvoyAuthentication
  let headers: EnvoyHeaders

  /// Adds the headers to `route`, with those by which `limits` count and which the access log shows.
  func add(to route: inout Route, countedBy limits: EnvoyRateLimits) {
    for header in authentication.claimHeaders + answeredHeaders + headers.all {
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(header)
      } else {
        route.otherHeaders.append(header)
      }
    }
    route.unnamedHeaders = unnamedHeaders(anchor: route.span)
    for header in limits.trustedHeaders + scope.connection.loggedIdentities {
      // Limits and logs see what the filters before them have made of the request, so that a header which
      // is spoken of is judged there.
      guard !route.identityHeaders.contains(where: { $0.name == header.name }) else { continue }
      var header = header
      if let origin = route.unnamedHeaders.value {
        header.origin = header.origin.map { _ in origin == .unknown ? .unknown : .client }
      }
      route.identityHeaders.append(header)
    }
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
    scope.filter("ext_authz")?.configuration["http_service"]
  }

  /// Filters that run code, or ask a service that may answer with any header.
  private static let setters = [
    "lua", "wasm", "ext_proc", "golang", "dynamic_modules", "proto_message_extraction",
  ]

  private func unnamedHeaders(anchor: SourceSpan) -> Stated<UnnamedHeaders> {
    guard !scope.connection.isDetached else { return Stated() }
    if let filter = scope.filter("ext_authz"), filter.configuration["http_service"] == nil {
      return Stated(.unknown, at: filter.place, grade: .configured)
    }
    if let filter = Self.setters.lazy.compactMap({ scope.filter($0) }).first {
      return Stated(.unknown, at: filter.place, grade: .configured)
    }
    return Stated(.passedOn, at: anchor, grade: .configured)
  }
}

extension EnvoyConnectionManager {
  /// Headers about identity that the access log shows, as if they came from the client.
  var loggedIdentities: [IdentityHeader] {
    var names: Set<String> = []
    return node["access_log"].elementsOrSelf.compactMap { $0["typed_config"] }
      .flatMap { Self.scalars(in: $0, depth: 0) }
      .flatMap { text in
        Self.requestHeaders(in: text.scalarText ?? "").compactMap { name in
          guard IdentityHeaderName.matches(name), names.insert(name).inserted else { return nil }
          return IdentityHeader(
            name: name, origin: Evidence(.client, at: text.span, grade: .configured),
            expression: "%REQ(\(name))%", reader: .accessLog)
        }
      }
  }

  private static func scalars(in node: Node, depth: Int) -> [Node] {
    guard depth < 8 else { return [] }
    if node.kind == .string { return [node] }
    return node.members.flatMap { scalars(in: $0.value, depth: depth + 1) }
      + node.elements.flatMap { scalars(in: $0, depth: depth + 1) }
  }

  /// The names in every `%REQ(name?alternative):length%` of `text`, in lower case.
  private static func requestHeaders(in text: String) -> [String] {
    text.split(separator: "%").compactMap { part in
      guard part.hasPrefix("REQ(") else { return nil }
      let name = part.dropFirst("REQ(".count).prefix { $0 != "?" && $0 != ")" }
      return name.isEmpty || name.hasPrefix(":") ? nil : name.lowercased()
    }
  }
}
