import Estate

/// The calls of one server that the log shows of what one grant speaks of.
///
/// A call that was refused shows that what the grant names is needed, not that a wildcard is.
struct GrantedCalls {
  /// Calls by agent.
  private(set) var agents: [String: Int] = [:]
  /// Tools of the grant that were called.
  private(set) var tools: Set<String> = []
  /// The environments in which the log shows those agents; empty where it names none.
  private(set) var environments: Set<String> = []
  /// Whether the grant speaks of calls that were refused.
  private(set) var areSomeRefused = false
  /// Whether agents that the grant speaks of were left out because they call in other environments alone.
  private(set) var areSomeElsewhere = false

  private let grant: Grant
  private let namedAgents: Set<String>
  private let namedTools: Set<String>
  private let places: [String: Set<String>]
  private let stages: EnvironmentStages

  /// The number of calls.
  var count: Int { agents.values.reduce(0, +) }

  /// The calls in `traffic` that `grant` speaks of, whose environments are called as `stages` says.
  init(of grant: Grant, in traffic: ServerTraffic, _ stages: EnvironmentStages) {
    self.grant = grant
    self.stages = stages
    namedAgents = Set(grant.agents.map(\.value))
    namedTools = Set(grant.tools.map(\.value))
    places = Dictionary(
      uniqueKeysWithValues: traffic.stages.map { ($0.key, Set($0.value.keys)) })
    for (agent, calls) in traffic.grants where speaks(of: agent) {
      add(calls, by: agent) { [grant] in grant.covers(tool: $0) }
    }
    for (agent, calls) in traffic.refusals where speaks(of: agent) {
      areSomeRefused = areSomeRefused || calls.keys.contains(where: grant.covers(tool:))
      guard namedAgents.contains(agent) || agents[agent] != nil else { continue }
      add(calls, by: agent) { [namedTools] in namedTools.contains($0) }
    }
  }

  private mutating func speaks(of agent: String) -> Bool {
    guard grant.isForEveryAgent || namedAgents.contains(agent) else { return false }
    guard let seen = places[agent], !seen.contains(where: { grant.holds(in: $0, stages) }) else {
      return true
    }
    areSomeElsewhere = true
    return false
  }

  private mutating func add(
    _ calls: [String: Count], by agent: String, where isUsed: (String) -> Bool
  ) {
    for (tool, count) in calls where count.matching > 0 {
      agents[agent, default: 0] += count.matching
      if isUsed(tool) { tools.insert(tool) }
    }
    environments.formUnion(places[agent] ?? [])
  }
}
