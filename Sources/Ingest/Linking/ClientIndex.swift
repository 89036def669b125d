import Estate

/// What clients' entries are compared with.
struct ClientIndex: Sendable {
  /// The registered addresses.
  let endpoints: EndpointIndex
  private let routes: RouteTable
  private let routeOwners: [String]
  private let byPackage: [String: Set<String>]
  private let byGatewayHost: [String: [(port: Int?, id: String)]]

  init(of servers: some Collection<Server>) {
    endpoints = EndpointIndex(of: servers)
    let owned = servers.flatMap { server in server.routes.map { (id: server.id, route: $0) } }
    routes = RouteTable(owned.map(\.route))
    routeOwners = owned.map(\.id)
    var byGatewayHost: [String: [(port: Int?, id: String)]] = [:]
    for (id, route) in owned {
      guard let address = route.sharedAddress.flatMap({ NetworkAddress($0.value) }) else {
        continue
      }
      byGatewayHost[address.host, default: []].append((address.port, id))
    }
    self.byGatewayHost = byGatewayHost
    var byPackage: [String: Set<String>] = [:]
    for server in servers {
      for package in server.packages {
        byPackage[package.name, default: []].insert(server.id)
      }
    }
    self.byPackage = byPackage
  }

  /// The servers of the routes that answer to `address` most specifically.
  func serversRouted(at address: NetworkAddress) -> Set<String> {
    Set(routes.routes(answering: address).map { routeOwners[$0] })
  }

  /// The servers that a gateway shows together at the host and port of `address`.
  func serversShown(at address: NetworkAddress) -> Set<String> {
    let shown = byGatewayHost[address.host] ?? []
    return Set(shown.filter { $0.port == nil || $0.port == address.port }.map(\.id))
  }

  /// The servers that a manifest starts from the same package, whatever the version.
  func servers(startedFrom package: PackageReference) -> Set<String> {
    byPackage[package.name] ?? []
  }
}
