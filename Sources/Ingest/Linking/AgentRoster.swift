import Estate

/// Collects the agents that configurations, policies and tokens name.
struct AgentRoster {
  private var agents: [String: Agent] = [:]

  /// The agents of `fleet`, whose servers are linked already, sorted by identity.
  static func agents(of fleet: Fleet, tokenSamples: [TokenSample]) -> [Agent] {
    var roster = AgentRoster()
    for server in fleet.servers {
      for entry in server.clientEntries {
        roster.note(
          entry.agent, SourceMention(.client, at: entry.span),
          servers: entry.isDisabled.value == true ? [] : [server.id])
      }
      for sample in server.tokenSamples { roster.note(sample, servers: [server.id]) }
    }
    for sample in tokenSamples { roster.note(sample, servers: []) }
    let everyServer = Set(fleet.servers.map(\.id))
    for grant in fleet.policies.flatMap(\.grants) {
      let names = grant.servers.map(\.value)
      let reached = names.contains("*") ? everyServer : everyServer.intersection(names)
      for agent in grant.agents where agent.value != "*" {
        roster.note(
          agent.value, SourceMention(.accessPolicy, at: agent.span),
          servers: grant.decision == .allow ? reached : [])
      }
    }
    return roster.agents.values.sorted { $0.id < $1.id }.map { agent in
      var agent = agent
      agent.sources.sort { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
      return agent
    }
  }

  private mutating func note(_ sample: TokenSample, servers: Set<String>) {
    guard let client = sample.clientID.evidence else { return }
    note(client.value, SourceMention(.token, at: client.span), servers: servers)
  }

  private mutating func note(_ id: String, _ mention: SourceMention, servers: Set<String>) {
    var agent = agents.removeValue(forKey: id) ?? Agent(id: id)
    if !agent.sources.contains(mention) { agent.sources.append(mention) }
    agent.servers.formUnion(servers)
    agents[id] = agent
  }
}
