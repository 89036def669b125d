import Estate

/// Which public addresses a gateway's route answers to.
struct RouteMatch: Sendable {
  /// The host names, in lower case and without ports, wildcards included.
  let hosts: [String]
  /// The parts that paths begin with; the more there are, the more specific the match.
  let prefix: [Substring]
  /// Whether the route says anything about the paths that it answers to.
  let namesPaths: Bool

  init(_ route: Route) {
    hosts = route.hosts.map { host -> String in
      let name = host.value.lowercased()
      return name.contains(":") ? String(name.prefix { $0 != ":" }) : name
    }
    let path = route.path.value ?? "/"
    // A regular expression counts up to its first mark.
    let literal = path.drop { $0 == "^" || $0 == "~" || $0 == "=" || $0 == "*" || $0 == " " }
      .prefix { !"()[]{}*+?|\\$".contains($0) }
    prefix = literal.split(separator: "/")
    namesPaths = literal.count == path.count || !prefix.isEmpty
  }
}

/// The routes of all gateways, found by the addresses that they answer to.
///
/// Routes are looked up by host and path and not tried one by one: most estates have one gateway, whose
/// routes share its host.
struct RouteTable: Sendable {
  private struct Place: Hashable {
    let host: String
    let prefix: [Substring]
  }

  private var routes: [Place: Set<Int>] = [:]
  /// The numbers of parts that prefixes have, the largest first.
  private let lengths: [Int]

  /// The table of `routes`, which it knows by their places in the list.
  init(_ routes: [Route]) {
    let matches = routes.map(RouteMatch.init)
    for (index, match) in matches.enumerated() where match.namesPaths {
      for host in match.hosts {
        self.routes[Place(host: host, prefix: match.prefix), default: []].insert(index)
      }
    }
    lengths = Set(matches.map(\.prefix.count)).sorted(by: >)
  }

  /// The routes that answer to `address` more specifically than the others, in order.
  ///
  /// A route that answers to every host says nothing about this one.
  func routes(answering address: NetworkAddress) -> [Int] {
    let parts = address.path.split(separator: "/")
    let hosts = Self.patterns(matching: address.host)
    for length in lengths where length <= parts.count {
      let prefix = Array(parts.prefix(length))
      let found = hosts.flatMap { routes[Place(host: $0, prefix: prefix)] ?? [] }
      if !found.isEmpty { return Set(found).sorted() }
    }
    return []
  }

  /// The longest name of a host that DNS knows, in bytes.
  private static let longestName = 253

  /// The names of hosts that `host` answers to: its own, `*.example.com` and nginx's `.example.com`.
  private static func patterns(matching host: String) -> [String] {
    var patterns = [host, "." + host]
    guard host.utf8.count <= longestName else { return patterns }
    for dot in host.indices where host[dot] == "." {
      patterns += [String(host[dot...]), "*" + host[dot...]]
    }
    return patterns
  }
}
