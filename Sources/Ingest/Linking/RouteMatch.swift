import Estate

/// Which public addresses a gateway's route answers to.
struct RouteMatch: Sendable {
  /// The host names, in lower case and without ports, wildcards included.
  let hosts: [String]
  private let prefix: [Substring]
  /// Whether the route's path is literal; a regular expression counts up to its first mark.
  private let isLiteral: Bool

  init(_ route: Route) {
    hosts = route.hosts.map { host -> String in
      let name = host.value.lowercased()
      return name.contains(":") ? String(name.prefix { $0 != ":" }) : name
    }
    let path = route.path.value ?? "/"
    let literal = path.drop { $0 == "^" || $0 == "~" || $0 == "=" || $0 == "*" || $0 == " " }
      .prefix { !"()[]{}*+?|\\$".contains($0) }
    isLiteral = literal.count == path.count
    prefix = literal.split(separator: "/")
  }

  /// How specific the match of `address` is, in parts of the path; `nil` where the route does not answer to
  /// it, or answers to every host and so says nothing about this one.
  func specificity(for address: NetworkAddress) -> Int? {
    guard hosts.contains(where: { answers($0, to: address.host) }) else { return nil }
    let parts = address.path.split(separator: "/")
    guard isLiteral || prefix.count > 0, parts.starts(with: prefix) else { return nil }
    return prefix.count
  }

  private func answers(_ pattern: String, to host: String) -> Bool {
    if pattern == host { return true }
    // `*.example.com` and nginx's `.example.com`; a bare `*` says nothing about the host.
    if pattern.hasPrefix("*.") { return host.hasSuffix(pattern.dropFirst()) }
    return pattern.hasPrefix(".") && (host.hasSuffix(pattern) || host == pattern.dropFirst())
  }
}

/// The routes of all gateways, found by the addresses that they answer to.
struct RouteTable: Sendable {
  private let matches: [RouteMatch]
  private var byHost: [String: [Int]] = [:]
  private var withWildcards: [Int] = []

  /// The table of `routes`, which it knows by their places in the list.
  init(_ routes: [Route]) {
    matches = routes.map(RouteMatch.init)
    for (index, match) in matches.enumerated() {
      for host in match.hosts {
        if host.hasPrefix("*") || host.hasPrefix(".") {
          withWildcards.append(index)
        } else {
          byHost[host, default: []].append(index)
        }
      }
    }
  }

  /// The routes that answer to `address` more specifically than the others, in order.
  func routes(answering address: NetworkAddress) -> [Int] {
    let candidates = Set((byHost[address.host] ?? []) + withWildcards)
    let found = candidates.compactMap { index in
      matches[index].specificity(for: address).map { (index: index, specificity: $0) }
    }
    let best = found.map(\.specificity).max()
    return found.filter { $0.specificity == best }.map(\.index).sorted()
  }
}
