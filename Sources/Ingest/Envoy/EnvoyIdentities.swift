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
  /// Headers about identity that access logs show, as if they came from the client.
  static func identities(loggedBy logs: [EnvoyAccessLog]) -> [IdentityHeader] {
    var names: Set<String> = []
    return logs.flatMap(\.headers).compactMap { header, span in
      guard !header.isAlternative, IdentityHeaderName.matches(header.name),
        names.insert(header.name).inserted
      else { return nil }
      return IdentityHeader(
        name: header.name, origin: Evidence(.client, at: span, grade: .configured),
        expression: "%REQ(\(header.name))%", reader: .accessLog)
    }
  }
}
