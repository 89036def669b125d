import Assessment

/// What the process answers with (SPEC section 5); nothing else, and the same for every format.
enum ExitStatus: Int32 {
  /// The gate passed.
  case passed = 0
  /// The gate failed.
  case failed = 1
  /// The command line, a rule or the policy file is wrong.
  case usage = 2
  /// An input could not be read or parsed, or there was nothing to check.
  case incomplete = 3

  /// What the gate's answer amounts to.
  init(_ outcome: GateDecision.Outcome) {
    switch outcome {
    case .passed: self = .passed
    case .failed: self = .failed
    case .incomplete: self = .incomplete
    }
  }
}
