import Estate
import SourceText

/// Places, grants and servers that the tests of the access policy build on.
enum PolicySample {
  /// The place `line` of one source; places of different lines are in their order.
  static func place(_ line: UInt32) -> SourceSpan {
    SourceSpan(source: SourceID(index: 0), start: line * 10, end: line * 10 + 5)
  }

  /// A grant at `line` of what `agents` may call of `servers`.
  static func grant(
    _ line: UInt32, agents: [String] = ["agent-a"], servers: [String] = ["ledger"],
    tools: [String] = ["query"], environments: [String] = [], tasks: [String] = [],
    approval: Bool? = nil, decision: Decision = .allow
  ) -> Grant {
    func placed(_ names: [String]) -> [Evidence<String>] {
      names.map { Evidence($0, at: place(line)) }
    }
    var grant = Grant(
      span: place(line), decision: decision, agents: placed(agents), servers: placed(servers),
      tools: placed(tools), environments: placed(environments))
    grant.tasks = placed(tasks)
    if let approval { grant.requiresApproval = Stated(approval, at: place(line)) }
    return grant
  }

  /// The server `ledger`, whose manifest lists `tools`.
  static func server(tools: [String] = ["query", "export"]) -> Server {
    var server = Server(id: "ledger")
    server.sources = [SourceMention(.manifest, at: place(1))]
    server.tools = tools.enumerated().map { index, name in
      var tool = Tool(name: name)
      tool.manifestEntry = place(UInt32(50 + index))
      return tool
    }
    return server
  }

  /// A log of the server in which each agent calls each tool that often, and in which `refused` calls were
  /// not let through; `stages` is how often each agent was seen in each environment.
  static func traffic(
    _ calls: [String: [String: Int]], refused: [String: [String: Int]] = [:],
    stages: [String: [String: Int]] = [:]
  ) -> ServerTraffic {
    var traffic = ServerTraffic()
    traffic.calls = (calls.values.flatMap(\.values) + refused.values.flatMap(\.values)).reduce(0, +)
    func table(_ counts: [String: [String: Int]]) -> GrantTable {
      GrantTable(
        counts.flatMap { agent, others in
          others.map { (agent, $0.key, $0.value, place(90)) }
        }, total: traffic.calls)
    }
    traffic.grants = table(calls)
    traffic.refusals = table(refused)
    traffic.stages = table(stages)
    for (environment, count) in stages.values.flatMap({ $0 }) {
      traffic.environments[environment, default: Count()].matching += count
    }
    traffic.sample = place(90)
    return traffic
  }

  /// What rules look up about a fleet of `servers` under one policy with `grants`.
  static func context(
    _ servers: [Server] = [], grants: [Grant], defaultDecision: Decision = .deny
  ) -> Fleet {
    var fleet = Fleet()
    fleet.servers = servers
    var policy = AccessPolicy(span: place(2))
    policy.defaultDecision = Stated(defaultDecision, at: place(2))
    policy.grants = grants
    fleet.policies = [policy]
    fleet.givenSources = [.manifest, .accessPolicy]
    return fleet
  }
}
