import Estate
import SourceText

/// What one agent can be led to do with the tools of all servers that it reaches.
struct AgentFlows: Sendable {
  /// How much stands in the way of a flow.
  enum Barrier: Hashable, CaseIterable {
    /// Not even a claim.
    case none
    /// Claims of approvals, without which some source lets calls pass.
    case waivedClaims
    /// Claims of approvals that no source enforces.
    case claims

    /// Whether a call of `tool` goes on in spite of it.
    func lets(_ tool: ReachedTool) -> Bool {
      guard tool.approval.enforcement == nil else { return false }
      return switch self {
      case .none: tool.approval.claim == nil
      case .waivedClaims: tool.approval.claim == nil || tool.approval.waiver != nil
      case .claims: true
      }
    }
  }

  /// One flow, with the environment in which it is open, where the policy names one.
  struct Standing: Sendable {
    let flow: ToxicFlow
    let environment: String?
  }

  let agent: String
  /// For each server, the tools by which the agent can carry something out.
  private(set) var sinks: [String: [ReachedTool]] = [:]
  /// Servers of which no source lists the tools.
  private(set) var unlisted: [String] = []
  private var standings: [Barrier: Standing] = [:]
  private var servers: [Barrier: Set<String>] = [:]

  init(of agent: String, _ index: CapabilityIndex, policies: PolicyIndex, of fleet: Fleet) {
    self.agent = agent
    for environment in Self.environments(of: agent, fleet) {
      let reach = AgentReach(of: agent, in: environment, index, policies: policies, of: fleet)
      unlisted = Array(Set(unlisted).union(reach.unlisted)).sorted()
      for tool in reach.tools where tool.reason(for: .externalSink) != nil {
        sinks[tool.key.server, default: []].append(tool)
      }
      for barrier in Barrier.allCases {
        guard let flow = ToxicFlow(through: reach.tools, where: barrier.lets) else { continue }
        standings[barrier] =
          standings[barrier] ?? Standing(flow: flow, environment: environment)
        servers[barrier, default: []].formUnion(flow.sinks.map(\.key.server))
      }
    }
  }

  /// A flow that nothing more than `barrier` stands in the way of.
  func standing(behind barrier: Barrier) -> Standing? { standings[barrier] }

  /// Whether such a flow ends in a tool of `server`.
  func isOpen(on server: String, behind barrier: Barrier) -> Bool {
    servers[barrier]?.contains(server) ?? false
  }

  /// The environments that rules about the agent name, sorted; one without a name where none does.
  private static func environments(of agent: String, _ fleet: Fleet) -> [String?] {
    let names = fleet.policies.flatMap(\.grants).filter { $0.speaks(of: agent, in: nil) }
      .flatMap { $0.environments.map(\.value) }
    let sorted = Set(names).sorted()
    return sorted.isEmpty ? [nil] : sorted
  }
}
