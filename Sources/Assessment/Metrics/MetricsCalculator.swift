import Estate

/// Computes the four leadership metrics and the remediation backlog.
struct MetricsCalculator {
  let fleet: Fleet
  let assessments: [ServerAssessment]
  let exceptions: [ReviewedException]

  /// The four metrics (seed 1).
  var metrics: MaturityMetrics {
    MaturityMetrics(
      ownedAndTiered: ownedAndTiered, policyEvaluatedCalls: policyEvaluatedCalls,
      investigation: investigation, highRiskExceptions: highRiskExceptions)
  }

  /// Servers that lack authentication, a rate limit or a structured log, or do not show it, worst first (seed 2).
  var backlog: [FleetAssessment.BacklogEntry] {
    let wanted = [
      ("MCP105", "authentication"), ("MCP607", "rate limit"), ("MCP406", "structured log"),
    ]
    return assessments.compactMap { server in
      var lacks: [String] = []
      var unproven: [String] = []
      for (rule, name) in wanted {
        switch server.controls.first(where: { $0.rule == rule })?.status {
        case .unmet, .contradicted: lacks.append(name)
        case .unproven: unproven.append(name)
        case .met, .notApplicable, nil: continue
        }
      }
      guard !lacks.isEmpty || !unproven.isEmpty else { return nil }
      return .init(server: server.id, lacks: lacks, unproven: unproven)
    }.sorted { left, right in
      (-left.lacks.count, -left.unproven.count, left.server)
        < (-right.lacks.count, -right.unproven.count, right.server)
    }
  }

  private var ownedAndTiered: Share {
    let missing = fleet.servers.filter { server in
      guard let owner = server.ownership.owner.value else { return true }
      return !OwnerName(owner).isAccountable || !server.tier.isStated
    }
    return Share(
      numerator: fleet.servers.count - missing.count, denominator: fleet.servers.count,
      exceptions: missing.map(\.id))
  }

  private var policyEvaluatedCalls: Share {
    var evaluated = 0
    var all = 0
    var exceptions: [String] = []
    for server in fleet.servers {
      guard let traffic = server.traffic else { continue }
      evaluated += traffic.policyDecided.matching
      all += traffic.policyDecided.total
      if traffic.policyDecided.matching < traffic.policyDecided.total {
        exceptions.append(server.id)
      }
    }
    return Share(numerator: evaluated, denominator: all, exceptions: exceptions)
  }

  private var investigation: MaturityMetrics.InvestigationTime {
    let incidents = fleet.records.incidents.filter(\.isModelInitiated)
    let minutes = incidents.compactMap { incident in
      incident.investigated.value.map { end in
        Double(end.milliseconds - incident.detected.value.milliseconds) / 60_000
      }
    }.sorted()
    let open = incidents.filter { !$0.investigated.isStated }.map(\.id).sorted()
    return MaturityMetrics.InvestigationTime(
      investigated: minutes.count, open: open, medianMinutes: Self.median(of: minutes),
      p90Minutes: Self.nearestRank(0.9, of: minutes))
  }

  private var highRiskExceptions: Share {
    let highRisk = assessments.filter { $0.riskTier == .two }.map(\.id)
    // What is only proposed is in force nowhere; what an audit does not apply is in force all the same.
    let excepted = Set(
      exceptions.filter { $0.isValid && $0.status != .proposed }.flatMap(\.servers))
    let affected = highRisk.filter(excepted.contains)
    return Share(
      numerator: affected.count, denominator: highRisk.count, exceptions: affected.sorted())
  }

  private static func median(of sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  private static func nearestRank(_ share: Double, of sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
