import Estate
import SourceText

/// Which public addresses a gateway's route answers to.
struct RouteMatch: Sendable {
  /// The hosts as the route names them; `*` where it names none.
  let hosts: [String]
  /// The parts that paths begin with; the more there are, the more specific the match.
  let prefix: [Substring]
  /// Whether the route says anything about the paths that it answers to.
  let namesPaths: Bool

  init(_ route: Route) {
    hosts = route.hosts.isEmpty ? ["*"] : route.hosts.map(\.value)
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

  private struct TableEntry: Hashable {
    let table: SourceSpan
    let host: String
  }

  /// By the names of hosts, or the texts of what is compared with them.
  private var routes: [Place: Set<Int>] = [:]
  private var routesOfEveryHost: [[Substring]: Set<Int>] = [:]
  /// The hosts that are no names, by their texts.
  private var compared: [String: HostPattern] = [:]
  /// Which hosts the routes of one table of hosts name.
  private var named: Set<TableEntry> = []
  private let tables: [[SourceSpan]]
  /// The numbers of parts that prefixes have, the largest first.
  private let lengths: [Int]

  /// More hosts that have to be compared are not, which would take long.
  private static let comparisonLimit = 256

  /// The table of `routes`, which it knows by their places in the list.
  init(_ routes: [Route]) {
    let matches = routes.map(RouteMatch.init)
    lengths = Set(matches.map(\.prefix.count)).sorted(by: >)
    tables = routes.map(\.hostTables)
    // Many routes share one host, whose pattern takes its time to read.
    var patterns: [String: HostPattern] = [:]
    for (index, match) in matches.enumerated() where match.namesPaths {
      for text in match.hosts {
        let pattern = patterns[text] ?? HostPattern(text)
        patterns[text] = pattern
        add(index, match.prefix, on: pattern, text)
      }
    }
  }

  private mutating func add(
    _ index: Int, _ prefix: [Substring], on pattern: HostPattern, _ text: String
  ) {
    var key = text
    switch pattern {
    case .none: return
    case .every:
      routesOfEveryHost[prefix, default: []].insert(index)
      return
    case .name(let name): key = name
    case .regex, .beginning, .ending:
      guard compared[text] != nil || compared.count < Self.comparisonLimit else { return }
      compared[text] = pattern
    }
    routes[Place(host: key, prefix: prefix), default: []].insert(index)
    for table in tables[index] { named.insert(TableEntry(table: table, host: key)) }
  }

  /// The routes that answer to `address` more specifically than the others, in order.
  ///
  /// A route that answers to every host says nothing about this one.
  func routes(answering address: NetworkAddress) -> [Int] {
    let hosts = keys(of: address.host)
    return longest(for: address, downTo: 0) { prefix in
      Set(hosts.flatMap { routes[Place(host: $0, prefix: prefix)] ?? [] })
    }.routes
  }

  /// The routes of every host that take calls to `address` by a path of at least one part, in order, and the
  /// parts of that path.
  ///
  /// They do not where the gateway has a route for the host itself, which it chooses before it looks at paths.
  func routesOfEveryHost(
    answering address: NetworkAddress
  ) -> (prefix: [Substring], routes: [Int]) {
    let hosts = keys(of: address.host)
    return longest(for: address, downTo: 1) { prefix in
      (routesOfEveryHost[prefix] ?? []).filter { index in
        !tables[index].contains { table in
          hosts.contains { named.contains(TableEntry(table: table, host: $0)) }
        }
      }
    }
  }

  /// What `routes` finds for the longest prefix of the path of `address` for which it finds anything.
  private func longest(
    for address: NetworkAddress, downTo shortest: Int, _ routes: ([Substring]) -> Set<Int>
  ) -> (prefix: [Substring], routes: [Int]) {
    let parts = address.path.split(separator: "/")
    for length in lengths where length <= parts.count && length >= shortest {
      let prefix = Array(parts.prefix(length))
      let found = routes(prefix)
      if !found.isEmpty { return (prefix, found.sorted()) }
    }
    return ([], [])
  }

  /// The keys under which routes for `host` are found.
  private func keys(of host: String) -> [String] {
    HostPattern.names(takenBy: host)
      + compared.filter { $0.value.takesByComparison(host) }.map(\.key)
  }
}
