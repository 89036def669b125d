import Estate

extension ToolSubject {
  /// The grants of the access policy that let some call of the tool pass.
  var allowingGrants: [Grant] {
    let grants = context.policyIndex.grants(for: server.id)
    let denials = grants.filter { $0.decision == .deny }
    return grants.filter {
      $0.decision == .allow && $0.covers(tool: tool.name)
        && !$0.isOverruled(for: tool.name, by: denials, context.environments)
    }
  }

  /// Whether every grant that lets a call pass demands an approval; what nobody may call needs none.
  var policyRequiresApproval: Reading {
    let policies = context.fleet.policies
    guard let first = policies.first else { return .absent(Silence(.accessPolicy)) }
    let grants = allowingGrants
    if let open = grants.first(where: { !$0.demandsApproval }) {
      return .flag(false, at: open.requiresApproval.span ?? open.span)
    }
    if let last = grants.last { return .flag(true, at: last.requiresApproval.span ?? last.span) }
    // Of a server that nobody has registered, the policy does not speak by its default.
    guard server.isRegistered || context.policyIndex.opensRest else {
      return .absent(
        Silence(.accessPolicy, note: "no rule of the access policy speaks of the tool"))
    }
    return .flag(
      !context.policyIndex.opensRest, at: first.defaultDecision.span ?? first.span)
  }

  /// Whether its manifest, or the access policy where the manifest is silent, has a person approve its calls.
  var isSaidToBeApproved: Bool {
    tool.requiresApproval.value ?? (!allowingGrants.isEmpty && policyRequiresApproval.isYes)
  }

  /// Whether calls of a tool that changes state run without an approval, and no stricter rule asks for one.
  var runsUnapproved: Reading {
    guard effectiveClass?.changesState ?? false, tool.highImpact(as: effectiveClass) == nil,
      tool.requiresApproval.value != true, let traffic = tool.traffic
    else { return .flag(false, at: place) }
    return .flag(
      traffic.withoutApproval.matching > 0, at: traffic.withoutApproval.sample ?? traffic.sample)
  }
}
