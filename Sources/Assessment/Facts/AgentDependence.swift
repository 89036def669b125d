import Estate

/// Which servers the agents of a fleet cannot do without.
struct AgentDependence: Sendable {
  /// Agents that are known to use some server.
  let agentCount: Int
  /// Servers that some agent is known to use.
  let serverCount: Int
  /// Servers whose loss leaves every agent without any server, because each of an agent's servers is the
  /// lost one or calls it, directly or through others.
  let lifelines: Set<String>
  private let callers: [String: [String]]

  init(of fleet: Fleet) {
    var callers: [String: [String]] = [:]
    var behind: [String: [String]] = [:]
    for server in fleet.servers {
      for dependency in server.dependencies {
        callers[dependency.value, default: []].append(server.id)
        behind[server.id, default: []].append(dependency.value)
      }
    }
    self.callers = callers
    let uses = fleet.agents.map(\.servers).filter { !$0.isEmpty }
    agentCount = uses.count
    serverCount = uses.reduce(into: Set<String>()) { $0.formUnion($1) }.count
    // Whatever takes every agent down takes down each server of the one that uses fewest: it is one of
    // them, or stands behind one.
    let fewest = uses.min { ($0.count, $0.min() ?? "") < ($1.count, $1.min() ?? "") }
    let candidates = fewest?.min().map { Self.closure(of: $0, over: behind) } ?? []
    lifelines = candidates.filter { candidate in
      let lost = Self.closure(of: candidate, over: callers)
      return uses.allSatisfy { $0.isSubset(of: lost) }
    }
  }

  /// The servers that call `server`, directly or through others.
  func dependents(of server: String) -> Set<String> {
    var dependents = Self.closure(of: server, over: callers)
    dependents.remove(server)
    return dependents
  }

  /// `start` and everything that can be reached from it; circles end.
  private static func closure(of start: String, over edges: [String: [String]]) -> Set<String> {
    var seen: Set<String> = []
    var open = [start]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      open += edges[next] ?? []
    }
    return seen
  }
}
