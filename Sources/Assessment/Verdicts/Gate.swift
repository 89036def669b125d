/// Decides whether a fleet may go on (SPEC section 4).
///
/// What somebody accepted for a time does not fail it; the score does, which counts it all the same.
public struct Gate: Sendable {
  /// A finding of this severity or a higher one fails the gate, whatever the verdicts say.
  public let failOn: Severity?

  private let policy: AssessmentPolicy
  private let known: KnownGaps?

  /// How many servers or findings a reason names.
  private static let listed = 5

  /// A gate that asks for what `policy` does, and also fails on findings of `failOn` and above.
  ///
  /// With `known` gaps it closes only on what they do not account for: a server that was stopped then too
  /// passes unless something new stands in its way.
  public init(
    failOn: Severity? = nil, policy: AssessmentPolicy = AssessmentPolicy(),
    known: KnownGaps? = nil
  ) {
    self.failOn = failOn
    self.policy = policy
    self.known = known
  }

  /// The answer for `assessment`.
  ///
  /// Inputs that could not be read outweigh everything else: what was not looked at has not passed.
  public func decide(
    _ assessment: FleetAssessment, hasErrors: Bool, isEmpty: Bool
  ) -> GateDecision {
    let incomplete = incompleteness(of: assessment, hasErrors: hasErrors, isEmpty: isEmpty)
    let findings = known?.new(of: assessment.findings) ?? assessment.findings
    let failures =
      verdictReasons(assessment.servers, findings)
      + fleetReasons(assessment.fleetControls, findings)
      + coverageReasons(assessment) + severityReasons(findings)
    let outcome: GateDecision.Outcome =
      !incomplete.isEmpty ? .incomplete : failures.isEmpty ? .passed : .failed
    return GateDecision(
      outcome: outcome, reasons: incomplete + failures, profile: policy.profile,
      baseline: known?.origin)
  }

  private func incompleteness(
    of assessment: FleetAssessment, hasErrors: Bool, isEmpty: Bool
  ) -> [String] {
    var reasons: [String] = []
    if isEmpty {
      reasons.append("nothing that mcpready knows was found, so there was nothing to check")
    }
    if hasErrors { reasons.append("some inputs could not be read or parsed") }
    if !isEmpty, assessment.servers.isEmpty {
      reasons.append("no source names an MCP server, so nothing was judged")
    }
    return reasons
  }

  private func verdictReasons(
    _ servers: [ServerAssessment], _ findings: [Finding]
  ) -> [String] {
    let stopped = unexcused(servers.filter { !$0.verdict.passes }, findings)
    guard !stopped.isEmpty else { return [] }
    let wanted = stopped.filter { $0.verdict.wantedBy != nil }
    return [
      "\(stopped.count) of \(servers.count) servers may not go where they mean to:"
        + " \(Self.list(stopped.map(\.id)))"
    ]
      + wanted.prefix(Self.listed).map { server in
        "\(server.verdict.wantedBy ?? "the policy") wants \(server.verdict.required.rawValue) of"
          + " \(server.id), which reaches \(server.verdict.attained.rawValue)"
      }
  }

  /// Those of `stopped` that known gaps do not account for.
  private func unexcused(
    _ stopped: [ServerAssessment], _ findings: [Finding]
  ) -> [ServerAssessment] {
    guard let known else { return stopped }
    var newRules: [String: Set<String>] = [:]
    // What has one cause at several servers is a finding about the fleet.
    let sharedRules = Set(findings.lazy.filter { $0.subject.server == nil }.map(\.rule))
    for finding in findings {
      if let server = finding.subject.server { newRules[server, default: []].insert(finding.rule) }
    }
    return stopped.filter { server in
      guard known.stoppedServers.contains(server.id), server.verdict.wantedBy == nil else {
        return true
      }
      let obstacles = server.verdict.obstacles.filter { $0.rung <= server.verdict.required }
      let rules = (newRules[server.id] ?? []).union(sharedRules)
      return obstacles.contains { !rules.isDisjoint(with: $0.rules) }
    }
  }

  private func fleetReasons(_ controls: [Control], _ findings: [Finding]) -> [String] {
    let newRules = Set(findings.lazy.filter { $0.subject.server == nil }.map(\.rule))
    let critical = controls.filter { control in
      guard control.severity == .critical, known == nil || newRules.contains(control.rule)
      else { return false }
      switch control.status {
      case .unmet, .contradicted: return true
      case .met, .unproven, .notApplicable: return false
      }
    }
    guard !critical.isEmpty else { return [] }
    return [
      "critical controls of the fleet as a whole are open: "
        + critical.map(\.rule).joined(separator: ", ")
    ]
  }

  private func coverageReasons(_ assessment: FleetAssessment) -> [String] {
    policy.requiredCoverage.compactMap { requirement in
      let wish = "\(requirement.origin) asks for \(Self.plain(requirement.percent)) %"
      switch requirement.scope {
      case .fleet:
        guard !requirement.isMet(by: assessment.coverage) else { return nil }
        let coverage = assessment.coverage
        return "\(wish) of the fleet's controls to be decided, and \(coverage.decided) of"
          + " \(coverage.applicable) are"
      case .server:
        let short = assessment.servers.filter { !requirement.isMet(by: $0.coverage) }
        guard !short.isEmpty else { return nil }
        return "\(wish) of each server's controls to be decided, which \(short.count) of"
          + " \(assessment.servers.count) servers fall short of:"
          + " \(Self.list(short.map(\.id)))"
      }
    }
  }

  private func severityReasons(_ findings: [Finding]) -> [String] {
    guard let failOn else { return [] }
    let severe = findings.filter { $0.severity >= failOn && $0.suppression == nil }
    guard !severe.isEmpty else { return [] }
    return [
      "\(severe.count) finding\(severe.count == 1 ? " is" : "s are") of severity"
        + " \(failOn.rawValue) or above"
    ]
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(listed).joined(separator: ", ") + (names.count > listed ? ", …" : "")
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
