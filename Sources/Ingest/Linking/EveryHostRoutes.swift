import Estate

/// The servers behind routes that take calls for every host, as far as paths alone tell.
struct EveryHostRoutes {
  private var found: [Int: (servers: Set<String>, hosts: Set<String>)] = [:]

  /// Parts of paths that servers of whatever kind have.
  private static let commonParts: Set<Substring> = [
    "mcp", "sse", "rpc", "jsonrpc", "api", "http", "stream", "message", "messages", "tools",
    "server", "servers", "v1", "v2", "v3",
  ]

  /// Compares the routes in `table` with those of `endpoints` to which no route answers by its host.
  ///
  /// A path that servers of whatever kind have tells nothing, unless all endpoints are on one host.
  init(_ table: RouteTable, _ endpoints: EndpointIndex) {
    let all = endpoints.all
    let areOnOneHost = Set(all.map(\.address.host)).count == 1
    for (id, address) in all where table.routes(answering: address).isEmpty {
      let (prefix, routes) = table.routesOfEveryHost(answering: address)
      guard areOnOneHost || !prefix.allSatisfy(Self.commonParts.contains) else { continue }
      for index in routes {
        found[index, default: ([], [])].servers.insert(id)
        found[index]?.hosts.insert(address.host)
      }
    }
  }

  /// The servers that the route at `index` leads to; none where endpoints on several hosts have its path, so
  /// that it cannot be told whose calls it takes.
  func servers(at index: Int) -> Set<String> {
    guard let (servers, hosts) = found[index], servers.count == 1 || hosts.count == 1 else {
      return []
    }
    return servers
  }
}
