import Estate

/// What the agents of a fleet could reach, and what its tools can be part of; computed once for a fleet.
struct CapabilityIndex: Sendable {
  /// Tools that can be part of a flow, with what they can be.
  typealias LabelledTools = [(tool: Tool, capabilities: [Capability])]

  private let servers: [String: Server]
  private let labels: [String: LabelledTools]
  /// Entries of clients that are not switched off, by agent and server.
  private let entries: [String: [String: [ClientEntry]]]
  private let reached: [String: Set<String>]

  init(of fleet: Fleet) {
    let servers = Dictionary(fleet.servers.map { ($0.id, $0) }) { first, _ in first }
    var entries: [String: [String: [ClientEntry]]] = [:]
    var reached: [String: Set<String>] = [:]
    for server in fleet.servers {
      for entry in server.clientEntries where entry.isDisabled.value != true {
        entries[entry.agent, default: [:]][server.id, default: []].append(entry)
        reached[entry.agent, default: []].insert(server.id)
      }
      for (agent, calls) in server.traffic?.agents ?? [:]
      where calls.total > 0 || calls.matching > 0 {
        reached[agent, default: []].insert(server.id)
      }
    }
    let everyServer = Set(fleet.servers.map(\.id))
    let everyAgent = fleet.agents.map(\.id)
    for grant in fleet.policies.flatMap(\.grants) where grant.decision == .allow {
      let names = grant.servers.map(\.value)
      let granted = names.contains("*") ? everyServer : everyServer.intersection(names)
      for agent in grant.isForEveryAgent ? everyAgent : grant.agents.map(\.value) {
        reached[agent, default: []].formUnion(granted)
      }
    }
    if fleet.policies.contains(where: { $0.defaultDecision.value == .allow }) {
      for agent in everyAgent { reached[agent, default: []].formUnion(everyServer) }
    }
    self.servers = servers
    self.entries = entries
    self.reached = reached
    let all = reached.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    labels = Dictionary(
      uniqueKeysWithValues: all.compactMap { id in
        servers[id].map { (id, Self.labels(of: $0)) }
      })
  }

  /// The servers that `agent` may reach, sorted.
  func servers(of agent: String) -> [Server] {
    (reached[agent] ?? []).sorted().compactMap { servers[$0] }
  }

  /// The tools of `server` that can be part of a flow.
  func tools(of server: String) -> LabelledTools { labels[server] ?? [] }

  /// What the configurations of the client `agent` say of `server`.
  func entries(of agent: String, for server: String) -> [ClientEntry] {
    entries[agent]?[server] ?? []
  }

  /// Whether some configuration of the client `agent` was given.
  func hasEntries(of agent: String) -> Bool { entries[agent] != nil }

  /// The tools of `server` that are listed, not switched off, and can be part of a flow.
  private static func labels(of server: Server) -> LabelledTools {
    var labels: LabelledTools = []
    for tool in server.tools where tool.isEnabled.value != false && tool.isListed {
      let capabilities = tool.capabilities(on: server)
      if !capabilities.isEmpty { labels.append((tool, capabilities)) }
    }
    return labels
  }
}

extension Tool {
  /// Whether a manifest or a catalog lists the tool.
  var isListed: Bool { manifestEntry != nil || catalogEntry != nil }
}
