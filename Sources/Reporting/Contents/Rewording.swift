import Assessment
import Estate
import SourceText

/// Changes texts that come from inputs, wherever a report holds them.
///
/// Equal texts must become equal ones, because some of them are names by which parts refer to each other.
/// What the rules say of themselves is ours and stays.
protocol Rewording {
  /// What stands for `text`.
  func reword(_ text: String) -> String

  /// The fingerprint of `finding`, whose texts are changed already.
  func fingerprint(of finding: Finding) -> String
}

extension Rewording {
  func fingerprint(of finding: Finding) -> String { finding.fingerprint }
}

extension Rewording {
  func reword(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.severity, at: diagnostic.span, reword(diagnostic.message),
      expected: diagnostic.expected.map(reword), advice: diagnostic.advice.map(reword),
      related: diagnostic.related.map { .init(span: $0.span, message: reword($0.message)) })
  }

  func reword(_ input: ReportedInput) -> ReportedInput {
    let status: ReportedInput.Status =
      switch input.status {
      case .analyzed, .recognized: input.status
      case .unrecognized(let reason): .unrecognized(reason: reword(reason))
      case .failed(let reason): .failed(reason: reword(reason))
      }
    return ReportedInput(
      path: input.path, kind: input.kind, status: status, sha256: input.sha256,
      byteCount: input.byteCount, blake3: input.blake3)
  }

  func reword(_ finding: Finding) -> Finding {
    let changed = finding.replacing(
      status: reword(finding.status), subject: reword(finding.subject),
      message: reword(finding.message),
      related: finding.related.map { .init(span: $0.span, message: reword($0.message)) },
      suppression: finding.suppression.map(reword))
    return changed.replacing(
      fingerprint: fingerprint(of: changed), suppression: changed.suppression)
  }

  func reword(_ subject: Finding.Subject) -> Finding.Subject {
    Finding.Subject(
      server: subject.server.map(reword), kind: subject.kind, member: subject.member.map(reword),
      concerned: subject.concerned.map(reword).sorted())
  }

  func reword(_ assessment: FleetAssessment) -> FleetAssessment {
    FleetAssessment(
      date: assessment.date, servers: assessment.servers.map(reword),
      fleetControls: assessment.fleetControls.map(reword),
      findings: assessment.findings.map(reword), coverage: reword(assessment.coverage),
      metrics: reword(assessment.metrics),
      backlog: assessment.backlog.map {
        .init(server: reword($0.server), lacks: $0.lacks, unproven: $0.unproven)
      },
      rules: assessment.rules,
      unlinked: assessment.unlinked.map { unlinked in
        Unlinked(
          kind: unlinked.kind, subject: reword(unlinked.subject), span: unlinked.span,
          reason: reword(unlinked.reason))
      }, drills: assessment.drills.map { $0.mapServers(reword) },
      exceptions: assessment.exceptions.map(reword),
      overrides: assessment.overrides.map(reword), graph: assessment.graph.mapNames(reword),
      freezingScore: assessment.freezingScore)
  }

  private func reword(_ metrics: MaturityMetrics) -> MaturityMetrics {
    let investigation = metrics.investigation
    return MaturityMetrics(
      ownedAndTiered: reword(metrics.ownedAndTiered),
      policyEvaluatedCalls: reword(metrics.policyEvaluatedCalls),
      investigation: .init(
        investigated: investigation.investigated, open: investigation.open.map(reword),
        medianMinutes: investigation.medianMinutes, p90Minutes: investigation.p90Minutes),
      highRiskExceptions: reword(metrics.highRiskExceptions))
  }

  private func reword(_ share: Share) -> Share {
    Share(
      numerator: share.numerator, denominator: share.denominator,
      exceptions: share.exceptions.map(reword))
  }

  private func reword(_ server: ServerAssessment) -> ServerAssessment {
    ServerAssessment(
      id: reword(server.id), isRegistered: server.isRegistered, declaredTier: server.declaredTier,
      derivedTier: server.derivedTier, derivedTierReason: reword(server.derivedTierReason),
      controls: server.controls.map(reword), gateControls: server.gateControls,
      risk: reword(server.risk), verdict: reword(server.verdict),
      coverage: reword(server.coverage), confidence: server.confidence,
      budgets: server.budgets, duties: server.duties,
      classDuties: server.classDuties.map(reword), pattern: server.pattern.map(reword))
  }

  private func reword(_ standing: DutyStanding) -> DutyStanding {
    DutyStanding(
      duty: standing.duty, met: standing.met.map(reword), open: standing.open.map(reword),
      undecided: standing.undecided.map(reword))
  }

  private func reword(_ pattern: PatternStanding) -> PatternStanding {
    PatternStanding(
      context: pattern.context, reason: reword(pattern.reason), actual: pattern.actual,
      lacks: pattern.lacks.map(reword))
  }

  private func reword(_ control: Control) -> Control {
    Control(
      rule: control.rule, status: reword(control.status), grade: control.grade,
      demanded: control.demanded, severity: control.severity, reason: reword(control.reason),
      evidence: control.evidence, sufficiency: control.sufficiency,
      suppression: control.suppression.map(reword))
  }

  private func reword(_ status: ControlStatus) -> ControlStatus {
    switch status {
    case .met, .unmet, .contradicted, .unproven(.weak): status
    case .unproven(.undecided(let reason)): .unproven(.undecided(reason: reword(reason)))
    case .notApplicable(let reason): .notApplicable(reason: reword(reason))
    }
  }

  private func reword(_ risk: RiskScore) -> RiskScore {
    let ledger = risk.ledger.map { entry in
      var cause = entry.cause
      if case .exposure(let name, let reason) = cause {
        cause = .exposure(name: reword(name), reason: reword(reason))
      }
      return LedgerEntry(
        dimension: entry.dimension, cause: cause, weight: entry.weight, points: entry.points,
        suppression: entry.suppression.map(reword))
    }
    return RiskScore(
      score: risk.score, unrounded: risk.unrounded, dimensions: risk.dimensions, ledger: ledger)
  }

  private func reword(_ verdict: VerdictDecision) -> VerdictDecision {
    VerdictDecision(
      attained: verdict.attained, required: verdict.required,
      requiredBecause: reword(verdict.requiredBecause),
      obstacles: verdict.obstacles.map { obstacle in
        VerdictDecision.Obstacle(
          rung: obstacle.rung, reason: reword(obstacle.reason), rules: obstacle.rules)
      }, wantedBy: verdict.wantedBy.map(reword))
  }

  private func reword(_ coverage: Coverage) -> Coverage {
    Coverage(
      decided: coverage.decided, applicable: coverage.applicable,
      undecided: coverage.undecided.map { .init(text: reword($0.text), count: $0.count) })
  }
}
