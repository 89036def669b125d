import Assessment

extension TerminalPage {
  /// How many rules are named.
  private static let stepLimit = 3

  /// Names the rules that stop most servers, which is where to begin; nothing where none is stopped.
  mutating func firstSteps(_ assessment: FleetAssessment) {
    let steps = NextStep.all(in: assessment).prefix(Self.stepLimit)
    guard !steps.isEmpty else { return }
    line("what to do first")
    for step in steps {
      let want: Fragment<Terminal> =
        step.unprovenCount == 0
        ? ""
        : step.unprovenCount == step.servers.count
          ? " for want of evidence" : ", \(step.unprovenCount) of them for want of evidence"
      paragraph(
        "  \(step.severity.rawValue)[\(step.rule.id)] ",
        "stops \(counted(step.servers.count, "server"))\(want): \(step.rule.title)")
    }
    line()
  }
}
