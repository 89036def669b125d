import Estate

/// What clients' entries are compared with.
struct ClientIndex: Sendable {
  /// The registered addresses.
  let endpoints: EndpointIndex
  private let routes: RouteTable
  private let routeOwners: [String]
  private let byPackage: [String: Set<String>]

  init(of servers: some Collection<Server>) {
    endpoints = EndpointIndex(of: servers)
    let owned = servers.flatMap { server in server.routes.map { (id: server.id, route: $0) } }
    routes = RouteTable(owned.map(\.route))
    routeOwners = owned.map(\.id)
    var byPackage: [String: Set<String>] = [:]
    for server in servers {
      for package in server.packages {
        byPackage[Self.name(of: package), default: []].insert(server.id)
      }
    }
    self.byPackage = byPackage
  }

  /// The servers of the routes that answer to `address` most specifically.
  func serversRouted(at address: NetworkAddress) -> Set<String> {
    Set(routes.routes(answering: address).map { routeOwners[$0] })
  }

  /// The servers that a manifest starts from the same package, whatever the version.
  func servers(startedFrom package: PackageReference) -> Set<String> {
    byPackage[Self.name(of: package)] ?? []
  }

  /// The registry and the package without its version, tag or digest.
  static func name(of package: PackageReference) -> String {
    let registry =
      switch package.registry {
      case "npx", "bunx", "pnpm", "yarn", "bun": "npm"
      case "uvx", "pipx", "uv": "pypi"
      case "docker", "podman", "nerdctl": "oci"
      default: package.registry
      }
    let text = package.identifier.value
    var name = text.prefix { $0 != "=" && $0 != "<" && $0 != ">" && $0 != "~" }
    let search = name.dropFirst(name.first == "@" ? 1 : 0)
    if let at = search.firstIndex(of: "@") { name = name[..<at] }
    let lastSlash = name.lastIndex(of: "/") ?? name.startIndex
    if registry == "oci", let colon = name[lastSlash...].firstIndex(of: ":") {
      name = name[..<colon]
    }
    return "\(registry):\(name)"
  }
}
