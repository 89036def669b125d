import Estate
import SourceText

/// What one agent can be led to do with the tools of all servers that it reaches.
struct AgentFlows: Sendable {
  /// One flow, with the environment in which it is open, where the policy names one.
  struct Standing: Sendable {
    let flow: ToxicFlow
    let environment: String?
  }

  let agent: String
  /// A flow that no source claims to break.
  private(set) var open: Standing?
  /// A flow that nothing but claims breaks.
  private(set) var claimedShut: Standing?
  /// Servers with a tool that is the last step of an open flow.
  private(set) var openServers: Set<String> = []
  /// Servers with a tool that is the last step of a flow which nothing but claims breaks.
  private(set) var claimedServers: Set<String> = []
  /// For each server, the tools by which the agent can carry something out.
  private(set) var sinks: [String: [ReachedTool]] = [:]
  /// Servers of which no source lists the tools.
  private(set) var unlisted: [String] = []

  init(of agent: String, _ index: CapabilityIndex, policies: PolicyIndex, of fleet: Fleet) {
    self.agent = agent
    for environment in Self.environments(of: agent, fleet) {
      let reach = AgentReach(of: agent, in: environment, index, policies: policies, of: fleet)
      unlisted = Array(Set(unlisted).union(reach.unlisted)).sorted()
      for tool in reach.tools where tool.reason(for: .externalSink) != nil {
        sinks[tool.key.server, default: []].append(tool)
      }
      let isOpen = { (tool: ReachedTool) in
        tool.approval.enforcement == nil && tool.approval.claim == nil
      }
      if let flow = ToxicFlow(through: reach.tools, where: isOpen) {
        open = open ?? Standing(flow: flow, environment: environment)
        openServers.formUnion(flow.sinks.map(\.key.server))
      }
      if let flow = ToxicFlow(through: reach.tools, where: { $0.approval.enforcement == nil }) {
        claimedShut = claimedShut ?? Standing(flow: flow, environment: environment)
        claimedServers.formUnion(flow.sinks.map(\.key.server))
      }
    }
  }

  /// The environments that rules about the agent name, sorted; one without a name where none does.
  private static func environments(of agent: String, _ fleet: Fleet) -> [String?] {
    let names = fleet.policies.flatMap(\.grants).filter { $0.speaks(of: agent, in: nil) }
      .flatMap { $0.environments.map(\.value) }
    let sorted = Set(names).sorted()
    return sorted.isEmpty ? [nil] : sorted
  }
}

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
