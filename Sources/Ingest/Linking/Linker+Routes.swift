import Estate
import SourceText

extension Linker {
  /// Ties gateway routes to the servers that they lead to.
  ///
  /// In this order: the route's upstreams are the servers' endpoints or bear their names, as services of a
  /// cluster do; the endpoints are addresses of the gateway that the route answers to most specifically;
  /// a part of the route's path is a server's identity. A route to several versions or servers belongs to
  /// each of them.
  mutating func linkRoutes(_ routes: [Route]) {
    guard !routes.isEmpty else { return }
    let endpoints = EndpointIndex(of: servers.values)
    let answering = answeringRoutes(routes, endpoints)
    for (index, route) in routes.enumerated() {
      var ids = upstreamServers(of: route, endpoints)
      if ids.isEmpty { ids = answering[index] ?? [] }
      if ids.isEmpty { ids = serversInPath(of: route) }
      guard !ids.isEmpty else {
        refuse(route)
        continue
      }
      for id in ids.sorted() {
        update(id) { $0.routes.append(route) }
        mention(id, in: .gateway, at: route.span)
      }
    }
  }

  private func upstreamServers(of route: Route, _ endpoints: EndpointIndex) -> Set<String> {
    var ids: Set<String> = []
    for upstream in route.upstreams {
      guard let address = NetworkAddress(upstream.value) else { continue }
      if let id = registered.id(for: address.host)
        ?? address.serviceName.flatMap({ registered.id(for: $0) })
      {
        ids.insert(id)
        continue
      }
      let candidates = endpoints.servers(onHostOf: address)
      if candidates.count == 1 { ids.formUnion(candidates) }
    }
    return ids
  }

  /// For each route, the servers whose endpoint it answers to more specifically than any other route.
  private func answeringRoutes(
    _ routes: [Route], _ endpoints: EndpointIndex
  ) -> [Int: Set<String>] {
    let table = RouteTable(routes)
    var answering: [Int: Set<String>] = [:]
    for (id, address) in endpoints.all {
      for index in table.routes(answering: address) { answering[index, default: []].insert(id) }
    }
    return answering
  }

  private func serversInPath(of route: Route) -> Set<String> {
    let parts = route.path.value?.split(separator: "/") ?? []
    return Set(parts.compactMap { registered.id(for: String($0)) })
  }

  private mutating func refuse(_ route: Route) {
    let upstreams = route.upstreams.map(\.value).sorted().joined(separator: ", ")
    let path = route.path.value ?? "every path"
    unlinked.append(
      Unlinked(
        kind: .gateway,
        subject: "route \(path)" + (upstreams.isEmpty ? "" : " to \(upstreams)"),
        span: route.span,
        reason: "neither its upstream nor its address is that of a registered server"))
  }
}
