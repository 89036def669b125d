public import SourceText

/// Which agent may call which tool of which server: mcpready's own form, to which gateways' rules are lowered.
public struct AccessPolicy: Sendable {
  /// The whole policy.
  public var span: SourceSpan
  /// What happens to a call that no grant speaks about.
  public var defaultDecision = Stated<Decision>()
  /// Where the policy is enforced, such as `gateway` or `server`; unstated is a policy on paper.
  public var enforcement = Stated<String>()
  /// The rules, in order.
  public var grants: [Grant] = []

  /// A policy at `span`.
  public init(span: SourceSpan) {
    self.span = span
  }
}

/// One rule of an access policy.
public struct Grant: Hashable, Sendable {
  /// The rule as written.
  public var span: SourceSpan
  /// Allow or deny.
  public var decision: Decision
  /// The agents it speaks of; `*` is all.
  public var agents: [Evidence<String>]
  /// The servers it speaks of; `*` is all.
  public var servers: [Evidence<String>]
  /// The tools it speaks of; `*` is all, and so is an empty list.
  public var tools: [Evidence<String>]
  /// The environments it holds in; empty is all.
  public var environments: [Evidence<String>]
  /// The tasks or work items that it is bound to; empty is none, a standing permission.
  public var tasks: [Evidence<String>] = []
  /// Whether a person must approve each call.
  public var requiresApproval = Stated<Bool>()
  /// Roles that may approve.
  public var approvers = Stated<[String]>()

  /// A rule at `span`.
  public init(
    span: SourceSpan, decision: Decision, agents: [Evidence<String>], servers: [Evidence<String>],
    tools: [Evidence<String>], environments: [Evidence<String>]
  ) {
    self.span = span
    self.decision = decision
    self.agents = agents
    self.servers = servers
    self.tools = tools
    self.environments = environments
  }

  /// Whether the rule speaks of calls of `tool` (any tool where `nil`) of `server` by `agent`.
  public func covers(agent: String, server: String, tool: String?) -> Bool {
    func names(_ list: [Evidence<String>], _ name: String) -> Bool {
      list.contains { $0.value == "*" || $0.value == name }
    }
    guard names(agents, agent), names(servers, server) else { return false }
    guard let tool, !tools.isEmpty else { return true }
    return names(tools, tool)
  }
}
