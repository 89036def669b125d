import Estate

/// Decides how far a server may go (SPEC section 4): each rung demands what the rungs below it demand.
///
/// | rung | demands beyond the rung below |
/// | --- | --- |
/// | sandbox | a manifest, an accountable owner, no exposed secret |
/// | read-only | authentication in place, no critical control unmet or contradicted, score below the threshold |
/// | supervised | every control of checklist sections 1 to 4, and of the gate's Approvals, in place |
/// | production | all nine gate controls, and the four reliability budgets inside |
///
/// An undecided control is not in place: an unknown verdict is never a pass. What somebody accepted for a time
/// is in nobody's way, and the policy's profile says how strong the evidence of the others must be.
struct VerdictLadder {
  let rules: [String: RuleTraits]
  let policy: AssessmentPolicy

  private static let budgetRules: Set<String> = ["MCP601", "MCP602", "MCP603", "MCP604"]

  /// Decides about the server `subject`.
  func decide(
    _ subject: ServerSubject, controls: [Control], risk: RiskScore
  ) -> VerdictDecision {
    let server = subject.server
    let demand = GateDemand(profile: policy.profile, demands: policy.demands)
    let open = controls.filter { control in
      !demand.admits(
        control, of: rules[control.rule]?.nature ?? .enforceable, for: subject.riskTier)
    }
    // What a profile lets pass as it is must not hold the server up by its points.
    let openRules = Set(open.map(\.rule))
    let forgiven = controls.filter { control in
      control.status.isOpen && control.suppression == nil && !openRules.contains(control.rule)
    }
    let obstacles =
      sandboxObstacles(server, open) + readOnlyObstacles(open)
      + scoreObstacles(risk, forgiven: forgiven)
      + supervisedObstacles(open) + productionObstacles(open)
    let attained =
      Verdict.allCases.last { rung in !obstacles.contains { $0.rung <= rung } } ?? .blocked
    let (required, because) = requirement(of: subject)
    let wish = WantedVerdict.of(server, among: policy.verdicts)
    guard let wish, wish.verdict > required else {
      let asksLess = wish.map { $0.verdict < required } ?? false
      let note =
        asksLess ? "; that \(wish?.place ?? "the policy") asks for less changes nothing" : ""
      return VerdictDecision(
        attained: attained, required: required, requiredBecause: because + note,
        obstacles: obstacles)
    }
    return VerdictDecision(
      attained: attained, required: wish.verdict, requiredBecause: "\(wish.place) wants it",
      obstacles: obstacles, wantedBy: wish.place)
  }

  private func sandboxObstacles(
    _ server: Server, _ open: [Control]
  ) -> [VerdictDecision.Obstacle] {
    var obstacles: [VerdictDecision.Obstacle] = []
    if !server.isRegistered {
      let traffic = open.filter { $0.rule == "MCP408" }.map(\.rule)
      obstacles.append(.init(rung: .sandbox, reason: "no manifest registers it", rules: traffic))
    }
    obstacles += obstacle(
      .sandbox, "it has no accountable owner", open.filter { $0.rule == "MCP701" })
    obstacles += obstacle(
      .sandbox, "a secret is exposed", open.filter { $0.rule == "MCP108" })
    return obstacles
  }

  private func readOnlyObstacles(_ open: [Control]) -> [VerdictDecision.Obstacle] {
    let authentication = lack(
      .readOnly, of: "authentication", open.filter { $0.rule == "MCP105" })
    let critical = open.filter { control in
      guard control.severity == .critical, control.rule != "MCP105" else { return false }
      switch control.status {
      case .unmet, .contradicted: return true
      default: return false
      }
    }
    return authentication + obstacle(.readOnly, "critical controls are open", critical)
  }

  private func scoreObstacles(
    _ risk: RiskScore, forgiven: [Control]
  ) -> [VerdictDecision.Obstacle] {
    let limit = policy.thresholds.riskScore
    let score = risk.unrounded(
      without: Set(forgiven.map(\.rule)), weights: policy.weights)
    guard score >= limit else { return [] }
    let reason = "its score is at or above \(Self.plain(limit)): expansion is frozen"
    return [.init(rung: .readOnly, reason: reason, rules: [])]
  }

  private func supervisedObstacles(_ open: [Control]) -> [VerdictDecision.Obstacle] {
    let checklist = open.filter { control in
      rules[control.rule]?.isForSupervision ?? false
    }
    let approvals = open.filter { rules[$0.rule]?.gate == .approvals }
    return obstacle(.supervised, "items of checklist sections 1 to 4 are open", checklist)
      + lack(
        .supervised, of: "approvals", isPlural: true,
        approvals.filter { control in !checklist.contains { $0.rule == control.rule } })
  }

  private func productionObstacles(_ open: [Control]) -> [VerdictDecision.Obstacle] {
    let budgets = open.filter { Self.budgetRules.contains($0.rule) }
    let gates = open.map { rules[$0.rule]?.gate }
    let obstacles = GateControl.allCases.filter { $0 != .approvals }.flatMap { gate in
      lack(
        .production, of: "the gate control \(gate.title)",
        open.indices.filter { gates[$0] == gate }.map { open[$0] })
    }
    return obstacles + obstacle(.production, "reliability budgets are not shown to hold", budgets)
  }

  /// That `subject` is not in place because of `controls`, or that nothing shows it where all of them are unproven.
  private func lack(
    _ rung: Verdict, of subject: String, isPlural: Bool = false, _ controls: [Control]
  ) -> [VerdictDecision.Obstacle] {
    let isUnproven = controls.allSatisfy { if case .unproven = $0.status { true } else { false } }
    let verb = isPlural ? "are" : "is"
    return obstacle(
      rung, "\(subject) \(verb) not \(isUnproven ? "shown to be in place" : "in place")", controls)
  }

  private func obstacle(
    _ rung: Verdict, _ reason: String, _ controls: [Control]
  ) -> [VerdictDecision.Obstacle] {
    guard !controls.isEmpty else { return [] }
    // Only a strict profile holds up what is met.
    let short = controls.filter { $0.status == .met }.map(\.rule)
    let note =
      short.isEmpty
      ? ""
      : " (the profile \(policy.profile.rawValue) asks for stronger evidence of"
        + " \(short.joined(separator: ", ")))"
    return [.init(rung: rung, reason: reason + note, rules: controls.map(\.rule))]
  }

  /// The rung that allows everything the server exposes.
  private func requirement(of subject: ServerSubject) -> (Verdict, String) {
    if let environments = subject.server.environments.value, !environments.isEmpty,
      !environments.contains(where: policy.environments.isProduction)
    {
      return (.sandbox, "it runs in \(environments.joined(separator: ", ")) only")
    }
    let enabled = subject.tools.lazy.map(\.subject).filter { $0.tool.isEnabled.value != false }
    let writers = enabled.filter { $0.effectiveClass?.changesState ?? true }
    let unapproved = writers.filter { !$0.isSaidToBeApproved }
    if let free = unapproved.first {
      let known = unapproved.first { $0.effectiveClass != nil }
      return (.production, "\(Self.claim(of: known ?? free)) without an approval")
    }
    if let writer = writers.first {
      return (.supervised, "\(Self.claim(of: writer)) behind an approval")
    }
    guard subject.knowsTools else {
      return (.readOnly, "no source lists its tools, so that it may need more")
    }
    return (.readOnly, "no enabled tool changes state")
  }

  /// That `tool` changes state, as far as that is known.
  private static func claim(of tool: ToolSubject) -> String {
    guard tool.effectiveClass == nil else { return "`\(tool.tool.name)` changes state" }
    return "nothing says whether `\(tool.tool.name)` changes state, and it runs"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
