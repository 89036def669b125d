import Estate
import SourceText

extension Linker {
  /// Ties gateway routes to the servers that they lead to.
  ///
  /// In this order: the route's upstreams are the servers' endpoints or bear their names, as services of a
  /// cluster do; the endpoints are addresses of the gateway that the route answers to most specifically;
  /// a part of the route's path is a server's identity; another route to the same upstreams is tied to the
  /// server; the gateway calls the server by its name. A route to several versions or servers belongs to each
  /// of them. An MCP server that the gateway names and nobody registers is a shadow server; `entries` tell
  /// which ones a gateway starts itself.
  mutating func linkRoutes(_ routes: [Route], startedBy entries: [ClientEntry] = []) {
    guard !routes.isEmpty else { return }
    let endpoints = EndpointIndex(of: servers.values)
    let started = Dictionary(entries.map { ($0.name.span, $0) }) { first, _ in first }
    let answering = answeringRoutes(routes, endpoints)
    var owners = UpstreamOwners()
    let found = routes.enumerated().map { index, route in
      var ids = upstreamServers(of: route, endpoints, started)
      if ids.isEmpty { ids = answering[index] ?? [] }
      if ids.isEmpty { ids = serversInPath(of: route) }
      owners.add(ids, of: route)
      return ids
    }
    var strangers: [(name: Evidence<String>, route: Route)] = []
    for (route, ids) in zip(routes, found) {
      var ids = ids.isEmpty ? owners.owner(of: route).map { [$0] } ?? [] : ids.sorted()
      if ids.isEmpty { ids = namedServer(of: route, among: started).map { [$0] } ?? [] }
      for id in ids { give(route, to: id) }
      guard ids.isEmpty else { continue }
      if let name = route.serverName { strangers.append((name, route)) } else { refuse(route) }
    }
    addServers(behind: strangers, startedBy: entries)
  }

  mutating func give(_ route: Route, to id: String) {
    update(id) { $0.routes.append(route) }
    mention(id, in: .gateway, at: route.span)
  }

  private func namedServer(
    of route: Route, among started: [SourceSpan: ClientEntry]
  ) -> String? {
    namedServer(of: route, startedBy: route.serverName.flatMap { started[$0.span] })
  }

  private func upstreamServers(
    of route: Route, _ endpoints: EndpointIndex, _ started: [SourceSpan: ClientEntry]
  ) -> Set<String> {
    var ids: Set<String> = []
    for upstream in route.upstreams {
      if upstream.span == route.serverName?.span {
        // What the gateway starts itself has no address but its name.
        if let id = namedServer(of: route, among: started) { ids.insert(id) }
        continue
      }
      guard let address = NetworkAddress(upstream.value) else { continue }
      let names = [address.host, address.serviceName, address.replicatedName].compactMap { $0 }
      if let id = names.lazy.compactMap(registered.id).first {
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

/// Which server answers at which upstream, by the routes that are known to lead to it.
private struct UpstreamOwners {
  private var ids: [String: Set<String>] = [:]

  /// Paths at which a server tells about itself and that take no calls.
  private static let sidePaths: Set<Substring> = [
    "health", "healthz", "healthcheck", "live", "livez", "liveness", "ready", "readyz", "readiness",
    "ping", "status", "version", "metrics", "favicon.ico", "robots.txt", ".well-known",
  ]

  /// Takes in that `route` leads to `servers`.
  mutating func add(_ servers: Set<String>, of route: Route) {
    for upstream in route.upstreams { ids[upstream.value, default: []].formUnion(servers) }
  }

  /// The one server to whose upstreams alone `route` leads; `nil` where it carries no calls of tools, or only
  /// what another location has let through.
  func owner(of route: Route) -> String? {
    let path = route.path.value ?? "/"
    let isSide = path.split { "/^=~$".contains($0) }.contains { Self.sidePaths.contains($0) }
    guard !isSide, !path.hasPrefix("@") else { return nil }
    let owners = route.upstreams.map { ids[$0.value] ?? [] }
    guard let first = owners.first, first.count == 1, owners.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first.first
  }
}
