import Estate

/// The grants of all access policies, by the server that they speak of.
///
/// A call is decided in this order, whatever the order of the grants: a denial that covers it refuses it, a
/// grant that covers it lets it pass, and else the default holds. Computed once for a fleet.
struct PolicyIndex: Sendable {
  /// Grants that name the server, in the order of the policies.
  private let named: [String: [Int]]
  /// Grants for every server.
  private let general: [Int]
  private let all: [Grant]
  /// The policies of which a grant names the server; empty where there is one policy alone.
  private let policiesNaming: [String: [Int]]
  /// The policies that name no server in particular.
  private let generalPolicies: [Int]
  private let policies: [AccessPolicy]
  /// Whether some policy lets calls pass that no grant speaks about.
  let opensRest: Bool

  init(_ policies: [AccessPolicy]) {
    var named: [String: [Int]] = [:]
    var general: [Int] = []
    all = policies.flatMap(\.grants)
    for (index, grant) in all.enumerated() {
      let servers = Set(grant.servers.map(\.value))
      if servers.contains("*") {
        general.append(index)
      } else {
        for server in servers { named[server, default: []].append(index) }
      }
    }
    self.named = named
    self.general = general
    self.policies = policies
    var naming: [String: [Int]] = [:]
    var everywhere: [Int] = []
    for (index, policy) in policies.enumerated() where policies.count > 1 {
      let servers = Set(policy.grants.flatMap { $0.servers.map(\.value) })
      if servers.isEmpty || servers.contains("*") { everywhere.append(index) }
      for server in servers where !servers.contains("*") {
        naming[server, default: []].append(index)
      }
    }
    policiesNaming = naming
    generalPolicies = everywhere
    opensRest = policies.contains { $0.defaultDecision.value == .allow }
  }

  /// The grants that speak of `server`, in the order of the policies.
  func grants(for server: String) -> [Grant] {
    guard let own = named[server] else { return general.map { all[$0] } }
    if general.isEmpty { return own.map { all[$0] } }
    return (own + general).sorted().map { all[$0] }
  }

  /// The policies that concern `server`: those that name it or no server in particular, else all.
  func policies(on server: String) -> [AccessPolicy] {
    let own = (policiesNaming[server] ?? []) + generalPolicies
    return own.isEmpty ? policies : own.sorted().map { policies[$0] }
  }

  /// Whether some grant or denial names `server` itself.
  func names(_ server: String) -> Bool {
    named[server] != nil
  }
}

extension Grant {
  /// Whether the rule speaks of every agent.
  var isForEveryAgent: Bool { agents.contains { $0.value == "*" } }

  /// Whether the rule speaks of every tool.
  var isForEveryTool: Bool { tools.isEmpty || tools.contains { $0.value == "*" } }

  /// Whether the rule speaks of calls of `tool` by some agent.
  func covers(tool: String) -> Bool {
    isForEveryTool || tools.contains { $0.value == tool }
  }

  /// Whether the rule speaks of calls in `environment`, which `stages` may know by another name.
  func holds(in environment: String, _ stages: EnvironmentStages) -> Bool {
    environments.isEmpty || environments.contains { stages.areSame($0.value, environment) }
  }

  /// Whether every call that `other` speaks of, on a server that both speak of, is one of this rule's.
  func includes(_ other: Grant) -> Bool {
    func includes(_ all: Bool, _ mine: [Evidence<String>], _ others: [Evidence<String>]) -> Bool {
      all || others.allSatisfy { name in mine.contains { $0.value == name.value } }
    }
    guard isForEveryAgent || !other.isForEveryAgent, isForEveryTool || !other.isForEveryTool,
      environments.isEmpty || !other.environments.isEmpty, tasks.isEmpty || !other.tasks.isEmpty
    else { return false }
    return includes(isForEveryAgent, agents, other.agents)
      && includes(isForEveryTool, tools, other.tools)
      && includes(environments.isEmpty, environments, other.environments)
      && includes(tasks.isEmpty, tasks, other.tasks)
  }

  /// Whether `denials`, on a server that all speak of, refuse every call of `tool` that the rule speaks of;
  /// environments are called as `stages` says.
  func isOverruled(for tool: String, by denials: [Grant], _ stages: EnvironmentStages) -> Bool {
    let denials = denials.filter { denial in
      denial.covers(tool: tool)
        && (denial.tasks.isEmpty
          || !tasks.isEmpty
            && tasks.allSatisfy { task in denial.tasks.contains { $0.value == task.value } })
    }
    guard !denials.isEmpty else { return false }
    return agents.allSatisfy { agent in
      let own = denials.filter { denial in
        denial.isForEveryAgent || denial.agents.contains { $0.value == agent.value }
      }
      guard !environments.isEmpty else { return own.contains(where: \.environments.isEmpty) }
      return environments.allSatisfy { place in own.contains { $0.holds(in: place.value, stages) } }
    }
  }

  /// Whether some call is spoken of by both rules, on a server that both speak of.
  func overlaps(_ other: Grant) -> Bool {
    func meet(_ all: Bool, _ mine: [Evidence<String>], _ others: [Evidence<String>]) -> Bool {
      all || mine.contains { name in others.contains { $0.value == name.value } }
    }
    return meet(isForEveryAgent || other.isForEveryAgent, agents, other.agents)
      && meet(isForEveryTool || other.isForEveryTool, tools, other.tools)
      && meet(environments.isEmpty || other.environments.isEmpty, environments, other.environments)
      && meet(tasks.isEmpty || other.tasks.isEmpty, tasks, other.tasks)
  }
}
