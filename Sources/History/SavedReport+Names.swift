extension SavedReport {
  /// The same report with what `transform` makes of its texts, which are names or hold some, and with what
  /// `fingerprint` makes of each finding, whose texts are changed already.
  public func mapTexts(
    _ transform: (String) -> String, fingerprint: (Finding) -> String
  ) -> SavedReport {
    func map(_ share: Share) -> Share {
      Share(
        numerator: share.numerator, denominator: share.denominator,
        names: share.names.map(transform))
    }
    return SavedReport(
      path: transform(path), date: date, outcome: outcome, decided: decided,
      applicable: applicable,
      servers: servers.map { server in
        Server(
          id: transform(server.id), score: server.score, verdict: server.verdict,
          passes: server.passes, derivedTier: server.derivedTier, openRules: server.openRules,
          budgets: server.budgets, coveragePercent: server.coveragePercent)
      },
      findings: findings.map { $0.mapTexts(transform, fingerprint: fingerprint) },
      metrics: Metrics(
        ownedAndTiered: map(metrics.ownedAndTiered),
        policyEvaluatedCalls: map(metrics.policyEvaluatedCalls),
        highRiskExceptions: map(metrics.highRiskExceptions),
        medianMinutes: metrics.medianMinutes, p90Minutes: metrics.p90Minutes,
        openIncidents: metrics.openIncidents.map(transform)), rollouts: rollouts)
  }
}

extension SavedReport.Finding {
  fileprivate func mapTexts(
    _ transform: (String) -> String, fingerprint: (SavedReport.Finding) -> String
  ) -> SavedReport.Finding {
    func finding(_ fingerprint: String) -> SavedReport.Finding {
      SavedReport.Finding(
        fingerprint: fingerprint, rule: rule, severity: severity, status: status,
        server: server.map(transform), message: transform(message), path: path.map(transform),
        line: line, isDecided: isDecided, isAccepted: isAccepted)
    }
    return finding(fingerprint(finding("")))
  }
}

extension BaselineComparison {
  /// The same comparison with changed names: which finding is new was decided by the original ones, and
  /// `newFingerprints` are what those findings have now.
  public func mapTexts(
    _ transform: (String) -> String, fingerprint: (SavedReport.Finding) -> String,
    newFingerprints: Set<String>
  ) -> BaselineComparison {
    BaselineComparison(
      baseline: baseline.mapTexts(transform, fingerprint: fingerprint), states: states,
      absent: absent.map { $0.mapTexts(transform, fingerprint: fingerprint) },
      newFingerprints: newFingerprints, newCount: newCount)
  }
}
