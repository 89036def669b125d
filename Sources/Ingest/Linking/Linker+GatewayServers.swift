import Estate
import SourceText

/// MCP servers that gateways name and nobody registers.
extension Linker {
  /// Makes a server of each thing that `strangers` lead to, which their gateways call by the names beside them.
  ///
  /// Routes under one name are to one server where they go to the same address. What a gateway starts itself
  /// is known by its entry among `entries`, and its routes wait for the server that the entry makes.
  mutating func addServers(
    behind strangers: [(name: Evidence<String>, route: Route)], startedBy entries: [ClientEntry]
  ) {
    guard !strangers.isEmpty else { return }
    let started = Set(entries.map(\.name.span))
    var ids: [String: String] = [:]
    for (name, route) in strangers.sorted(by: { $0.name.span < $1.name.span }) {
      guard !started.contains(name.span) else {
        routesToStarted[name.span, default: []].append(route)
        continue
      }
      let key = ([name.value] + route.upstreams.map(\.value).sorted()).joined(separator: "\n")
      if ids[key] == nil { noteNamesake(of: name) }
      let id = ids[key] ?? unusedID(for: name.value)
      ids[key] = id
      if servers[id] == nil { servers[id] = Server(id: id) }
      give(route, to: id)
    }
  }

  /// Gives the routes to the server that `entry`, a gateway's, starts to the server `id`.
  mutating func giveRoutes(startedBy entry: ClientEntry, to id: String) {
    for route in routesToStarted[entry.name.span] ?? [] { give(route, to: id) }
  }
}
