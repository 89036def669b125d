/// Decides whether a fleet may go on (SPEC section 4).
public struct Gate: Sendable {
  /// A finding of this severity or a higher one fails the gate, whatever the verdicts say.
  public let failOn: Severity?

  /// How many servers or findings a reason names.
  private static let listed = 5

  /// A gate that also fails on findings of `failOn` and above.
  public init(failOn: Severity? = nil) {
    self.failOn = failOn
  }

  /// The answer for `assessment`.
  ///
  /// Inputs that could not be read outweigh everything else: what was not looked at has not passed.
  public func decide(
    _ assessment: FleetAssessment, hasErrors: Bool, isEmpty: Bool
  ) -> GateDecision {
    var reasons: [String] = []
    if isEmpty {
      reasons.append("nothing that mcpready knows was found, so there was nothing to check")
    }
    if hasErrors { reasons.append("some inputs could not be read or parsed") }
    if !isEmpty, assessment.servers.isEmpty {
      reasons.append("no source names an MCP server, so nothing was judged")
    }
    let isIncomplete = !reasons.isEmpty
    let stopped = assessment.servers.filter { !$0.verdict.passes }
    if !stopped.isEmpty {
      let names = stopped.prefix(Self.listed).map(\.id).joined(separator: ", ")
      let more = stopped.count > Self.listed ? ", …" : ""
      reasons.append(
        "\(stopped.count) of \(assessment.servers.count) servers may not go where they mean to:"
          + " \(names)\(more)")
    }
    let critical = assessment.fleetControls.filter { control in
      guard control.severity == .critical else { return false }
      switch control.status {
      case .unmet, .contradicted: return true
      case .met, .unproven, .notApplicable: return false
      }
    }
    if !critical.isEmpty {
      reasons.append(
        "critical controls of the fleet as a whole are open: "
          + critical.map(\.rule).joined(separator: ", "))
    }
    if let failOn {
      let severe = assessment.findings.filter { $0.severity >= failOn }
      if !severe.isEmpty {
        reasons.append(
          "\(severe.count) finding\(severe.count == 1 ? " is" : "s are") of severity"
            + " \(failOn.rawValue) or above")
      }
    }
    let outcome: GateDecision.Outcome =
      isIncomplete ? .incomplete : reasons.isEmpty ? .passed : .failed
    return GateDecision(outcome: outcome, reasons: reasons)
  }
}
