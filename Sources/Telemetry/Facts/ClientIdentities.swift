import Estate

/// Which agents of a log were seen from more clients than they should have, and which share one.
struct ClientIdentities {
  /// The records of each agent by client, of agents that were seen from more clients than environments: a
  /// client of its own in each environment is as it should be.
  let several: [String: [String: Count]]
  /// For each client that is the only one of several agents, those agents with their records.
  private let shared: [String: [String: Count]]

  /// The clients of each agent are `clients`; `environments` is in how many environments it was seen.
  ///
  /// Where more agents share a client than have one of their own, the log names the gateway that calls for
  /// them all, and not the agents' clients.
  init(of clients: [String: [String: Count]], environmentsOf environments: [String: Int]) {
    several = clients.filter { $0.value.count > max(1, environments[$0.key] ?? 1) }
    var agents: [String: [String: Count]] = [:]
    for (agent, own) in clients where own.count == 1 {
      for (client, count) in own { agents[client, default: [:]][agent] = count }
    }
    let alone = agents.values.count { $0.count == 1 }
    shared = agents.filter { $0.value.count > 1 && $0.value.count <= alone }
  }

  /// The shared clients of several of `agents`, each with those of them that share it.
  func agents(sharing agents: some Collection<String>) -> [String: [String: Count]] {
    guard !shared.isEmpty else { return [:] }
    let names = Set(agents)
    return shared.mapValues { $0.filter { names.contains($0.key) } }.filter { $0.value.count > 1 }
  }
}
