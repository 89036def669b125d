import Assessment
import Estate
import SourceText

/// Takes the secrets of a run out of what was written about it.
///
/// Messages should not quote secrets to begin with. This is the last line of defence against one that does,
/// such as a reader's "`…` is no authentication scheme".
struct Redaction: Sendable {
  /// The secrets, longest first, so that none is left half.
  private let secrets: [[UInt8]]

  /// Shorter texts are ordinary words too often; source excerpts leave them out all the same.
  private static let shortestSecret = 6

  /// Takes out what `spans` of `library` hold, with and without quotes.
  init(of spans: [SourceSpan], in library: SourceLibrary) {
    var found: Set<[UInt8]> = []
    for span in spans {
      let bytes = library[span.source].bytes
      let text = bytes[span.range.clamped(to: bytes.indices)]
      found.insert(Array(text))
      if let first = text.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
        text.count > 1, text.last == first
      {
        found.insert(Array(text.dropFirst().dropLast()))
      }
    }
    secrets = found.filter { $0.count >= Self.shortestSecret }.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
    }
  }

  /// Whether there is anything to take out.
  var isEmpty: Bool { secrets.isEmpty }

  /// `text` with `•••` for each secret in it.
  func redact(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var isChanged = false
    for secret in secrets {
      var start = 0
      while start + secret.count <= bytes.count {
        if bytes[start] == secret[0], bytes[start...].starts(with: secret) {
          bytes.replaceSubrange(start..<start + secret.count, with: SourceMask.sign.utf8)
          start += SourceMask.sign.utf8.count
          isChanged = true
        } else {
          start += 1
        }
      }
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  func redact(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.severity, at: diagnostic.span, redact(diagnostic.message),
      expected: diagnostic.expected.map(redact), advice: diagnostic.advice.map(redact),
      related: diagnostic.related.map { .init(span: $0.span, message: redact($0.message)) })
  }

  func redact(_ input: ReportedInput) -> ReportedInput {
    let status: ReportedInput.Status =
      switch input.status {
      case .analyzed, .recognized: input.status
      case .unrecognized(let reason): .unrecognized(reason: redact(reason))
      case .failed(let reason): .failed(reason: redact(reason))
      }
    return ReportedInput(
      path: input.path, kind: input.kind, status: status, sha256: input.sha256,
      byteCount: input.byteCount, blake3: input.blake3)
  }

  func redact(_ finding: Finding) -> Finding {
    let subject = finding.subject
    return Finding(
      rule: finding.rule, severity: finding.severity, status: redact(finding.status),
      subject: Finding.Subject(
        server: subject.server, kind: subject.kind, member: subject.member.map(redact)),
      message: redact(finding.message), remediation: finding.remediation, span: finding.span,
      related: finding.related.map { .init(span: $0.span, message: redact($0.message)) },
      fingerprint: finding.fingerprint, suppression: finding.suppression.map(redact))
  }

  func redact(_ assessment: FleetAssessment) -> FleetAssessment {
    FleetAssessment(
      date: assessment.date, servers: assessment.servers.map(redact),
      fleetControls: assessment.fleetControls.map(redact),
      findings: assessment.findings.map(redact), coverage: redact(assessment.coverage),
      metrics: assessment.metrics, backlog: assessment.backlog, rules: assessment.rules,
      unlinked: assessment.unlinked.map { unlinked in
        Unlinked(
          kind: unlinked.kind, subject: redact(unlinked.subject), span: unlinked.span,
          reason: redact(unlinked.reason))
      }, drills: assessment.drills, exceptions: assessment.exceptions.map(redact),
      overrides: assessment.overrides)
  }

  private func redact(_ server: ServerAssessment) -> ServerAssessment {
    ServerAssessment(
      id: server.id, isRegistered: server.isRegistered, declaredTier: server.declaredTier,
      derivedTier: server.derivedTier, derivedTierReason: redact(server.derivedTierReason),
      controls: server.controls.map(redact), gateControls: server.gateControls,
      risk: redact(server.risk), verdict: redact(server.verdict),
      coverage: redact(server.coverage), confidence: server.confidence,
      budgets: server.budgets, duties: server.duties)
  }

  private func redact(_ control: Control) -> Control {
    Control(
      rule: control.rule, status: redact(control.status), grade: control.grade,
      demanded: control.demanded, severity: control.severity, reason: redact(control.reason),
      evidence: control.evidence, sufficiency: control.sufficiency,
      suppression: control.suppression.map(redact))
  }

  private func redact(_ status: ControlStatus) -> ControlStatus {
    switch status {
    case .met, .unmet, .contradicted, .unproven(.weak): status
    case .unproven(.undecided(let reason)): .unproven(.undecided(reason: redact(reason)))
    case .notApplicable(let reason): .notApplicable(reason: redact(reason))
    }
  }

  private func redact(_ risk: RiskScore) -> RiskScore {
    let ledger = risk.ledger.map { entry in
      var cause = entry.cause
      if case .exposure(let name, let reason) = cause {
        cause = .exposure(name: name, reason: redact(reason))
      }
      return LedgerEntry(
        dimension: entry.dimension, cause: cause, weight: entry.weight, points: entry.points,
        suppression: entry.suppression.map(redact))
    }
    return RiskScore(
      score: risk.score, unrounded: risk.unrounded, dimensions: risk.dimensions, ledger: ledger)
  }

  private func redact(_ verdict: VerdictDecision) -> VerdictDecision {
    VerdictDecision(
      attained: verdict.attained, required: verdict.required,
      requiredBecause: redact(verdict.requiredBecause),
      obstacles: verdict.obstacles.map { obstacle in
        VerdictDecision.Obstacle(
          rung: obstacle.rung, reason: redact(obstacle.reason), rules: obstacle.rules)
      }, wantedBy: verdict.wantedBy)
  }

  private func redact(_ coverage: Coverage) -> Coverage {
    Coverage(
      decided: coverage.decided, applicable: coverage.applicable,
      undecided: coverage.undecided.map { .init(text: redact($0.text), count: $0.count) })
  }
}
