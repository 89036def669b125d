import Estate

/// The flows of all agents of a fleet; computed once.
struct FlowIndex: Sendable {
  /// For each server, the agents that can carry something out by its tools, sorted.
  private let byServer: [String: [AgentFlows]]

  init(of fleet: Fleet, _ policies: PolicyIndex) {
    let index = CapabilityIndex(of: fleet)
    var byServer: [String: [AgentFlows]] = [:]
    for agent in fleet.agents {
      let flows = AgentFlows(of: agent.id, index, policies: policies, of: fleet)
      for server in flows.sinks.keys { byServer[server, default: []].append(flows) }
    }
    self.byServer = byServer
  }

  /// The agents that can carry something out by tools of `server`.
  func agents(of server: String) -> [AgentFlows] { byServer[server] ?? [] }
}
