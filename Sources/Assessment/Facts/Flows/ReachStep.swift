import Estate
import SourceText

/// Whether and by what one agent can call one tool, and whether a person looks at the call.
///
/// A client's entry opens a server, its allow list some of the tools, and an access policy, where one was
/// given, has to let the call pass as well: by a grant, or because it lets pass what no rule speaks of. An
/// agent without any client entry reaches what the policy lets it. What the log shows to be let through is
/// reached in any case.
struct ReachStep {
  let tool: Tool
  let server: Server
  /// What the configurations of the agent's client say of the server.
  let entries: [ClientEntry]
  /// Whether the agent has such a configuration at all.
  let isConfigured: Bool
  /// The rules of the policy that speak of the agent and the tool.
  let grants: [Grant]
  let policies: [AccessPolicy]
  /// The calls of the tool by the agent that the log shows to be let through; `nil` where it shows none.
  let calls: Count?

  private var allowing: [Grant] { grants.filter { $0.decision == .allow } }

  /// Where a policy says that what no rule speaks of may pass.
  private var open: SourceSpan? {
    policies.lazy.compactMap(\.defaultDecision.evidence).first { $0.value == .allow }?.span
  }

  /// The entry that shows the tool to the agent.
  private var entry: ClientEntry? {
    entries.first { $0.shows(tool.name) }
  }

  /// Whether the sources that decide let the call pass.
  private var isOpen: Bool {
    guard entry != nil || !isConfigured else { return false }
    guard !policies.isEmpty else { return entry != nil }
    if grants.contains(where: { $0.decision == .deny }) { return false }
    return !allowing.isEmpty || open != nil
  }

  /// Whether the agent can call the tool.
  var isReached: Bool { isOpen || calls != nil }

  /// What could be taken away so that it no longer can; empty where that would not do.
  var carriers: [ReachedTool.Carrier] {
    guard isOpen else { return [] }
    var carriers: [ReachedTool.Carrier] = []
    if allowing.count == 1, open == nil {
      carriers.append(.grant(allowing[0].span, summary: allowing[0].summary))
    }
    if entries.count == 1 { carriers.append(.entry(entries[0].span, server: server.id)) }
    return carriers
  }

  /// Where the most telling source says so.
  var place: SourceSpan? {
    guard isOpen else { return calls?.sample ?? server.traffic?.sample }
    return entry?.span ?? allowing.first?.span ?? open
  }

  /// Whether a person looks at each call.
  ///
  /// Of policy, client and log the first that has an approval decides: one person is enough.
  var approval: ReachedTool.Approval {
    var approval = ReachedTool.Approval()
    if tool.requiresApproval.value == true { approval.claim = tool.requiresApproval.span }
    hearPolicy(&approval)
    hearClient(&approval)
    hearLog(&approval)
    return approval
  }

  private func hearPolicy(_ approval: inout ReachedTool.Approval) {
    guard let first = allowing.first else { return }
    if let open = allowing.first(where: { !$0.demandsApproval }) {
      approval.waiver = open.requiresApproval.span ?? open.span
    } else if policies.allSatisfy({ ["gateway", "server"].contains($0.enforcement.value ?? "") }) {
      approval.enforcement = first.requiresApproval.span
    } else {
      approval.claim = approval.claim ?? first.requiresApproval.span
    }
  }

  private func hearClient(_ approval: inout ReachedTool.Approval) {
    guard let entry else { return }
    if let waiver = entry.waiver(of: tool.name) {
      approval.waiver = approval.waiver ?? waiver
    } else if entry.approval.value == .always {
      approval.enforcement = approval.enforcement ?? entry.approval.span
    }
  }

  /// What the calls of the tool show, whichever agent made them.
  private func hearLog(_ approval: inout ReachedTool.Approval) {
    guard calls != nil, let traffic = tool.traffic, traffic.withoutApproval.total > 0 else {
      return
    }
    if traffic.withoutApproval.matching == 0 {
      approval.enforcement = approval.enforcement ?? traffic.sample
    } else {
      approval.waiver = approval.waiver ?? traffic.withoutApproval.sample ?? traffic.sample
    }
  }
}

extension Grant {
  /// Whether the rule decides calls of `agent` in `environment`; where that is `nil`, in any.
  func speaks(of agent: String, in environment: String?) -> Bool {
    guard isForEveryAgent || agents.contains(where: { $0.value == agent }) else { return false }
    guard let environment, !environments.isEmpty else { return true }
    return environments.contains { $0.value == environment }
  }
}
