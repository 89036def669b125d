import Estate
import SourceText

/// The tools that one agent can call within one session, in one environment.
struct AgentReach: Sendable {
  /// The tools that can be part of a toxic flow, sorted.
  private(set) var tools: [ReachedTool] = []
  /// Servers that the agent's client names and of which no source lists the tools, sorted.
  private(set) var unlisted: [String] = []

  /// Follows what client configurations, access policies and the log say of `agent` in `environment`.
  init(
    of agent: String, in environment: String?, _ index: CapabilityIndex, policies: PolicyIndex,
    of fleet: Fleet
  ) {
    let isConfigured = index.hasEntries(of: agent)
    for server in index.servers(of: agent) {
      let entries = index.entries(of: agent, for: server.id)
      let grants = policies.grants(for: server.id).filter { $0.speaks(of: agent, in: environment) }
      let calls = server.traffic?.grants[agent] ?? [:]
      if !entries.isEmpty, !server.tools.contains(where: \.isListed) {
        unlisted.append(server.id)
      }
      for (tool, capabilities) in index.tools(of: server.id) {
        let step = ReachStep(
          tool: tool, server: server, entries: entries, isConfigured: isConfigured,
          grants: grants.filter { $0.covers(tool: tool.name) }, policies: fleet.policies,
          calls: calls[tool.name].flatMap { $0.matching > 0 ? $0 : nil })
        guard step.isReached, let place = step.place else { continue }
        tools.append(
          ReachedTool(
            key: .init(server: server.id, tool: tool.name), capabilities: capabilities,
            approval: step.approval, carriers: step.carriers, place: place,
            entry: tool.catalogEntry ?? tool.manifestEntry))
      }
    }
    tools.sort { $0.key < $1.key }
  }
}
