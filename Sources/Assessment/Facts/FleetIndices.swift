import Estate

/// What is looked up in the whole fleet, whose making takes long enough to be worth two threads.
struct FleetIndices: Sendable {
  /// The rules of the access policies, by the server that they speak of.
  let policies: PolicyIndex
  /// Which tools could be taken for one another.
  let toolNames: ToolNameIndex
  /// What the agents can be led to do with the tools that they reach.
  let flows: FlowIndex

  /// The indices of `fleet`, one after the other.
  init(of fleet: Fleet) {
    policies = PolicyIndex(fleet.policies)
    toolNames = ToolNameIndex(of: fleet)
    flows = FlowIndex(of: fleet, policies)
  }

  /// The indices of `fleet`, side by side.
  init(sideBySide fleet: Fleet) async {
    async let toolNames = ToolNameIndex.sideBySide(of: fleet)
    policies = PolicyIndex(fleet.policies)
    flows = FlowIndex(of: fleet, policies)
    self.toolNames = await toolNames
  }
}
