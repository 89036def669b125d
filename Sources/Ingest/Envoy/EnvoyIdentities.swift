import Estate
import SourceText
import Syntax

/// By which headers the upstream, a limit or the access log learn who calls one Envoy route.
struct EnvoyIdentities {
  let headers: EnvoyHeaderOrigins

  private var scope: EnvoyRouteScope { headers.authentication.scope }

  /// Adds the headers to `route`, with those by which `limits` count and which the access log shows.
  func add(to route: inout Route, countedBy limits: EnvoyRateLimits) {
    for header in headers.all {
      if IdentityHeaderName.matches(header.name) {
        route.identityHeaders.append(header)
      } else {
        route.otherHeaders.append(header)
      }
    }
    route.unnamedHeaders = unnamedHeaders(anchor: route.span)
    for header in limits.trustedHeaders { add(header, countedBy: limits, to: &route) }
    for header in scope.connection.loggedIdentities {
      // The log is written when everybody has changed what they change.
      guard !route.identityHeaders.contains(where: { $0.name == header.name }) else { continue }
      var header = header
      if let origin = route.unnamedHeaders.value {
        header.origin = header.origin.map { _ in origin == .unknown ? .unknown : .client }
      }
      route.identityHeaders.append(header)
    }
  }

  /// Adds `header`, by which `limits` count, unless the filters before them have set it, or it is known
  /// already that the client writes it.
  ///
  /// What the route adds does not count: the router sets it when the limit has been asked.
  private func add(
    _ header: IdentityHeader, countedBy limits: EnvoyRateLimits, to route: inout Route
  ) {
    guard
      !route.identityHeaders.contains(where: {
        $0.name == header.name && $0.origin.value == .client
      })
    else { return }
    let known = headers.origin(of: header.name, atFilter: limits.position ?? .max)
    guard known == .client || known == .unknown else { return }
    var header = header
    header.origin = header.origin.map { _ in known }
    route.identityHeaders.append(header)
  }

  private func unnamedHeaders(anchor: SourceSpan) -> Stated<UnnamedHeaders> {
    guard !scope.connection.isDetached else { return Stated() }
    if let filter = headers.setter(before: .max) {
      return Stated(.unknown, at: filter.place, grade: .configured)
    }
    return Stated(.passedOn, at: anchor, grade: .configured)
  }
}

extension EnvoyConnectionManager {
  /// Headers about identity that the access log of the manager `node` shows, as if they came from the client.
  static func identities(loggedBy node: Node) -> [IdentityHeader] {
    var names: Set<String> = []
    return node["access_log"].elementsOrSelf.compactMap { $0["typed_config"] }
      .flatMap { scalars(in: $0, depth: 0) }
      .flatMap { text in
        requestHeaders(in: text.scalarText ?? "").compactMap { name in
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
