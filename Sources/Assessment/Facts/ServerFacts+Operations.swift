import CEL
import Estate
import SourceText

/// How the server is watched, bounded, rolled out and contained.
extension Facts {
  static let serverOperations: [Fact<ServerSubject>] = [
    .demandedReference("namesPlaybook", "Whether the manifest names a playbook.") {
      $0.ownership.investigationPlaybook
    },
    .reference("playbook", "How suspicious calls are investigated.") {
      $0.ownership.investigationPlaybook
    },
    .document("playbookExists", from: .manifest, "Whether the playbook is in the estate.") {
      $0.server.ownership.investigationPlaybook
    },
    .reference("monitoringBaseline", "The document that records what is normal.") {
      $0.operations.monitoring.baseline
    },
    .document(
      "monitoringBaselineExists", from: .manifest, "Whether the baseline is in the estate.",
      { $0.server.operations.monitoring.baseline }),
    .reference("alertRules", "The file in which alerts are configured.") {
      $0.operations.monitoring.alertRules
    },
    .document("alertRulesExist", from: .manifest, "Whether that file is in the estate.") {
      $0.server.operations.monitoring.alertRules
    },
    .missingKeys("missingMonitoring", "Keys of `monitoring` that the manifest lacks.") {
      missingMonitoring($0.server.operations.monitoring)
    },
  ]

  static let serverBudgets: [Fact<ServerSubject>] = [
    .text("sessionBudget", from: .manifest, "The budget of one session.") {
      $0.server.limits.sessionBudget
    },
    Fact("sessionBudgetCalls", .int, "The calls that this budget allows, if it is one of calls.") {
      subject in
      let budget = subject.server.limits.sessionBudget
      guard let evidence = budget.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      guard let calls = SessionBudget(evidence.value).calls else {
        return .absent(
          Silence(.manifest, mention: evidence.span, note: "the budget is not one of calls"))
      }
      return .number(calls, at: evidence.span)
    },
    .number("maxFanOut", from: .manifest, "Calls of other servers that one call may start.") {
      $0.server.limits.maxFanOut
    },
    .missingKeys(
      "missingBudgets", claim: { $0.limits.sessionBudget.span ?? $0.limits.maxRetries.span },
      "Keys that cap retries, loops and fan-out and are not set."
    ) {
      missingBudgets($0.server)
    },
    most("gatewayRetries", "The most tries again of any gateway route.", \.retries),
    most(
      "gatewayRepeats",
      "How often, at most, a gateway route sends a call again that the server may have carried out.",
      \.repeats),
  ]

  /// The largest value that any gateway route states under `path`.
  private static func most(
    _ name: String, _ documentation: String,
    _ path: any KeyPath<Route, Stated<Int>> & Sendable
  ) -> Fact<ServerSubject> {
    Fact(name, .int, documentation) { subject in
      let values = subject.server.routes.compactMap { $0[keyPath: path].evidence }
      guard let most = values.max(by: { $0.value < $1.value }) else {
        return .absent(subject.silence(of: .gateway))
      }
      return .number(most.value, at: most.span)
    }
  }

  static let serverRollout: [Fact<ServerSubject>] = [
    .number("canaryPercent", from: .manifest, "The share that a new version gets first.") {
      $0.server.operations.rollout.canaryPercent
    },
    .number("canaryWatchSeconds", from: .manifest, "How long a new version is watched.") {
      $0.server.operations.rollout.watchSeconds
    },
    .choice("rollback", from: .manifest, "Who takes a bad version back.") {
      $0.server.operations.rollout.rollback
    },
    .missingKeys(
      "missingRollout", claim: { $0.operations.rollout.rollback.span },
      "Keys of `rollout` that the manifest lacks."
    ) {
      missingRollout($0.server.operations.rollout)
    },
    Fact("unwatchedSignals", .list(.string), "Signals that a rollout does not watch.") { subject in
      .stated(subject.server.operations.rollout.signals, or: subject.silence(of: .manifest)) {
        watched in
        .list(
          RolloutPlan.Signal.allCases.filter { !watched.contains($0) }.map { .string($0.rawValue) })
      }
    },
  ]

  static let serverIndependence: [Fact<ServerSubject>] = [
    .demandedText("canBeDisabled", "Whether the manifest names a switch for the server.") {
      $0.containment.killSwitch
    },
    Fact(
      "isLifeline", .bool, "Whether its loss leaves no agent of the fleet with a working server."
    ) { subject in
      let dependence = subject.context.dependence
      guard dependence.agentCount > 0 else {
        return .absent(
          Silence(
            .client, note: "no client configuration or access policy names the agents"))
      }
      guard dependence.serverCount > 1 else {
        return .absent(Silence(.client, note: "the agents are known to use only one server"))
      }
      let place = subject.server.clientEntries.map(\.span).min() ?? subject.registration
      return .flag(dependence.lifelines.contains(subject.server.id), at: place)
    },
    Fact("agentCount", .int, "How many agents the fleet has.") {
      .number($0.context.dependence.agentCount)
    },
    Fact("dependents", .list(.string), "Servers that call it, directly or through others.") {
      .known(
        .list(
          $0.context.dependence.dependents(of: $0.server.id).sorted().map(Value.string)))
    },
  ]

  private static func missingMonitoring(_ monitoring: Monitoring) -> [String] {
    var missing = monitoring.baseline.isStated ? [] : ["monitoring.baseline"]
    for signal in Monitoring.Signal.allCases {
      let threshold = monitoring[signal].value
      if threshold.map(StandIn.matches) ?? true { missing.append("monitoring.\(signal.rawValue)") }
    }
    return missing
  }

  private static func missingBudgets(_ server: Server) -> [String] {
    var missing = server.limits.maxRetries.isStated ? [] : ["limits.max_retries"]
    if !server.limits.sessionBudget.isSaid {
      missing.append("limits.session_budget")
    }
    // Only a server that calls others can multiply one call into many.
    if !server.dependencies.isEmpty, !server.limits.maxFanOut.isStated {
      missing.append("limits.max_fan_out")
    }
    return missing
  }

  private static func missingRollout(_ rollout: RolloutPlan) -> [String] {
    var missing: [String] = []
    if !rollout.canaryPercent.isStated { missing.append("rollout.canary_percent") }
    if !rollout.watchSeconds.isStated { missing.append("rollout.watch") }
    if !rollout.signals.isStated { missing.append("rollout.signals") }
    if !rollout.rollback.isStated { missing.append("rollout.rollback") }
    if !rollout.baseline.isSaid { missing.append("rollout.baseline") }
    return missing
  }
}
