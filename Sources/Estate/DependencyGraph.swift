/// Which servers stand behind which, and which systems behind those.
public struct DependencyGraph: Sendable {
  private let behind: [String: [String]]

  /// The graph that the servers of `fleet` declare.
  public init(of fleet: Fleet) {
    var behind: [String: [String]] = [:]
    for server in fleet.servers {
      // A system and a server of the same name are two nodes.
      let systems = server.downstreams.map { "system:" + $0.name.value }
      behind[server.id] = (server.dependencies.map(\.value) + systems).sorted()
    }
    self.behind = behind
  }

  /// The servers and systems behind `server`, directly or through others; circles end.
  ///
  /// Linear in the edges that are reached.
  public func reach(of server: String) -> Int {
    var seen: Set<String> = [server]
    var open = behind[server] ?? []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      open += behind[next] ?? []
    }
    return seen.count - 1
  }
}
