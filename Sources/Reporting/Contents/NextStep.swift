import Assessment

/// A rule that stands between servers and where they mean to go.
struct NextStep {
  /// The rule.
  let rule: Rule
  /// The severity of the worst of the controls.
  let severity: Severity
  /// The servers that it stops, riskiest first.
  let servers: [String]
  /// How many of them it stops for want of evidence alone.
  let unprovenCount: Int

  /// What to do: where nothing is known to be wrong, the evidence comes before any remedy.
  var advice: String {
    guard unprovenCount == servers.count else { return rule.remediation }
    return "Nothing is known to be wrong: give the sources that show whether it holds."
  }

  /// The rules that stop most servers of `assessment`: those that are known not to hold before those that nothing
  /// shows, worst first.
  static func all(in assessment: FleetAssessment) -> [NextStep] {
    var stopped: [String: Stop] = [:]
    for server in assessment.servers where !server.verdict.passes {
      let blocking = server.blockingRules
      // By index, because an iterator would copy every control.
      for index in server.controls.indices where blocking.contains(server.controls[index].rule) {
        stopped[server.controls[index].rule, default: Stop()]
          .add(server.id, server.controls[index].severity, server.controls[index].status)
      }
    }
    let steps = assessment.rules.compactMap { rule in
      stopped[rule.id].map { stop in
        NextStep(
          rule: rule, severity: stop.severity, servers: stop.servers,
          unprovenCount: stop.unprovenCount)
      }
    }
    return steps.sorted { left, right in
      let (leftOpen, rightOpen) = (left.openCount, right.openCount)
      if leftOpen != rightOpen { return leftOpen > rightOpen }
      if left.servers.count != right.servers.count {
        return left.servers.count > right.servers.count
      }
      return left.severity != right.severity
        ? left.severity > right.severity : left.rule.id < right.rule.id
    }
  }

  /// How many servers it stops because it is known not to hold.
  private var openCount: Int { servers.count - unprovenCount }

  /// What one rule stops, as it is gathered.
  private struct Stop {
    var severity = Severity.low
    var servers: [String] = []
    var unprovenCount = 0

    mutating func add(_ server: String, _ severity: Severity, _ status: ControlStatus) {
      self.severity = max(self.severity, severity)
      servers.append(server)
      if case .unproven = status { unprovenCount += 1 }
    }
  }
}

extension ServerAssessment {
  /// The rules that keep the server from the rung that it needs.
  var blockingRules: Set<String> {
    Set(verdict.obstacles.filter { $0.rung <= verdict.required }.flatMap(\.rules))
  }
}
