import Assessment
import Estate
import History
import SourceText

/// Writes the versioned format for programs, which `ReportSchema` describes.
public struct JSONReporter: Reporter {
  /// A reporter.
  public init() {}

  /// How many servers, and how many findings, make a part of the text.
  private static let partSizes = (servers: 8, findings: 512)

  /// Writes the JSON text, which `ReportSchema` describes.
  public func write(_ report: Report, to output: ReportOutput) {
    for part in parts(of: report) { part.write(to: output) }
  }

  /// The parts of the JSON text, of which servers and findings make the most.
  public func parts(of report: Report) -> [ReportPart] {
    JSONWriter.parts { json in
      json.member("schemaVersion", Report.schemaVersion)
      json.object("tool") { json in
        json.member("name", "mcpready")
        json.member("version", report.toolVersion)
      }
      json.member("date", report.assessment.date.description)
      json.member("verdict", report.gate.outcome.name)
      json.member("exitCode", report.gate.outcome.rawValue)
      json.object("gate") { json in
        json.member("outcome", report.gate.outcome.title)
        json.array("reasons", report.gate.reasons)
        json.member("profile", report.gate.profile.rawValue)
      }
      json.coverage(report.assessment.coverage)
      json.rows("inputs", report.inputs) { input, json in json.input(input) }
      let checklist = report.assessment.sourceRows.filter { $0.table == .checklist }
      let standings = report.assessment.standings(of: checklist)
      json.partedObjects(
        "servers", count: standings.count, partSize: Self.partSizes.servers, asRows: false
      ) { index, json in
        let server = report.assessment.servers[index]
        json.server(server, in: report.library)
        json.tables(of: server, rows: checklist, standings[index], in: report)
      }
      json.partedObjects(
        "findings", count: report.assessment.findings.count, partSize: Self.partSizes.findings,
        asRows: true
      ) { index, json in
        json.finding(report.assessment.findings[index], in: report.library)
        json.member("baselineState", report.baseline?.states[index].rawValue)
      }
      if let baseline = report.baseline { json.baseline(baseline) }
      json.object("fleet") { json in json.fleet(report.assessment, in: report.library) }
      json.rows("rules", report.assessment.rules) { rule, json in json.rule(rule) }
      json.rows("ruleOverrides", report.assessment.overrides) { override, json in
        json.override(override, in: report.library)
      }
      json.rows("exceptions", report.assessment.exceptions) { exception, json in
        json.exception(exception, in: report.library)
      }
      json.rows("diagnostics", report.diagnostics) { diagnostic, json in
        json.diagnostic(diagnostic, in: report.library)
      }
    }
  }
}

extension JSONWriter {
  /// The members of a place: a path, and the lines and columns from 1, the end behind the last character.
  mutating func place(_ span: SourceSpan, in library: SourceLibrary) {
    let location = library.location(of: span)
    member("path", location.path)
    member("line", location.start.line)
    member("column", location.start.column)
    member("endLine", location.end.line)
    member("endColumn", location.end.column)
  }

  fileprivate mutating func coverage(_ coverage: Coverage) {
    object("coverage") { json in
      json.member("decided", coverage.decided)
      json.member("applicable", coverage.applicable)
      json.member("share", decimal: coverage.share)
      json.rows("undecided", coverage.undecided) { reason, json in
        json.member("reason", reason.text)
        json.member("count", reason.count)
      }
    }
  }

  fileprivate mutating func baseline(_ comparison: BaselineComparison) {
    object("baseline") { json in
      json.member("date", comparison.baseline.date.description)
      json.member("new", comparison.newCount)
      json.member("unchanged", comparison.count(of: .unchanged))
      json.member("updated", comparison.count(of: .updated))
      json.rows("absent", comparison.absent) { finding, json in
        json.member("ruleId", finding.rule)
        json.member("severity", finding.severity.rawValue)
        json.member("server", finding.server)
        json.member("message", finding.message)
        json.member("fingerprint", finding.fingerprint)
      }
    }
  }

  fileprivate mutating func input(_ input: ReportedInput) {
    member("path", input.path)
    member("kind", input.kind)
    member("status", input.status.name)
    member("reason", input.status.reason)
    member("sha256", input.sha256)
    member("blake3", input.blake3)
    member("bytes", input.byteCount)
  }

  fileprivate mutating func server(_ server: ServerAssessment, in library: SourceLibrary) {
    member("id", server.id)
    member("registered", server.isRegistered)
    object("tier") { json in
      if let declared = server.declaredTier {
        json.member("declared", declared.rawValue)
      } else {
        json.null("declared")
      }
      json.member("derived", server.derivedTier.rawValue)
      json.member("reason", server.derivedTierReason)
    }
    verdict(server.verdict)
    risk(server.risk, isFrozen: server.verdict.isExpansionFrozen, in: library)
    coverage(server.coverage)
    object("confidence") { json in
      json.member("completeRecords", decimal: server.confidence.completeRecords)
      json.member("coversWindows", server.confidence.coversWindows)
    }
    gateControls(server.gateControls)
    controls(server.controls, in: library)
  }

  private mutating func verdict(_ verdict: VerdictDecision) {
    member("verdict", verdict.attained.rawValue)
    member("requiredVerdict", verdict.required.rawValue)
    member("requiredBecause", verdict.requiredBecause)
    member("wantedBy", verdict.wantedBy)
    member("passes", verdict.passes)
    rows("obstacles", verdict.obstacles) { obstacle, json in
      json.member("rung", obstacle.rung.rawValue)
      json.member("reason", obstacle.reason)
      json.array("rules", obstacle.rules)
    }
  }

  private mutating func risk(
    _ risk: RiskScore, isFrozen: Bool, in library: SourceLibrary
  ) {
    object("crs") { json in
      json.member("score", number: risk.score.decimal)
      json.member("a", number: risk[.auth].decimal)
      json.member("r", number: risk[.reliability].decimal)
      json.member("o", number: risk[.ownership].decimal)
      json.member("b", number: risk[.blastRadius].decimal)
      json.member("frozen", isFrozen)
      json.rows("ledger", risk.ledger) { entry, json in
        json.member("dimension", entry.dimension.rawValue)
        switch entry.cause {
        case .gap(let rule, let status, let severity):
          json.member("rule", rule)
          json.member("status", status.name)
          json.member("severity", severity.rawValue)
        case .exposure(let name, let reason):
          json.member("exposure", name)
          json.member("reason", reason)
        }
        json.member("weight", decimal: entry.weight)
        json.member("points", number: entry.points.decimal)
        json.suppression(entry.suppression, in: library)
      }
    }
  }

  private mutating func gateControls(_ controls: [GateControl: Bool?]) {
    object("gateControls") { json in
      json.gateControl("IDN", controls[.identity])
      json.gateControl("AUZ", controls[.authorization])
      json.gateControl("EXP", controls[.toolExposure])
      json.gateControl("APR", controls[.approvals])
      json.gateControl("SFX", controls[.sideEffects])
      json.gateControl("AUD", controls[.audit])
      json.gateControl("ISO", controls[.isolation])
      json.gateControl("CON", controls[.containment])
      json.gateControl("CST", controls[.costControl])
    }
  }

  /// Whether all applicable rules of a gate control are met; `null` where none applies.
  private mutating func gateControl(_ name: StaticString, _ isMet: Bool??) {
    if let isMet = isMet ?? nil { member(name, isMet) } else { null(name) }
  }

  fileprivate mutating func finding(_ finding: Finding, in library: SourceLibrary) {
    member("ruleId", finding.rule)
    member("severity", finding.severity.rawValue)
    member("status", finding.status.name)
    member("undecidedReason", finding.undecidedReason)
    object("subject") { json in
      json.member("kind", finding.subject.kind.rawValue)
      json.member("server", finding.subject.server)
      json.member("member", finding.subject.member)
      if !finding.subject.concerned.isEmpty { json.array("servers", finding.subject.concerned) }
    }
    member("message", finding.message)
    member("fingerprint", finding.fingerprint)
    suppression(finding.suppression, in: library)
    if let span = finding.span { object("location") { $0.place(span, in: library) } }
    objects("relatedLocations", finding.related) { related, json in
      json.member("message", related.message)
      json.place(related.span, in: library)
    }
  }

  fileprivate mutating func rule(_ rule: Rule) {
    member("id", rule.id)
    member("name", rule.name)
    member("title", rule.title)
    member("why", rule.why)
    member("severity", rule.severity.rawValue)
    member("dimension", rule.dimension.rawValue)
    member("gateControl", rule.gate?.rawValue)
    array("checklist", rule.checklist)
    array("sources", rule.sources)
    member("subject", rule.subject.rawValue)
    member("nature", rule.nature.rawValue)
    member("appliesTo", rule.appliesTo)
    member("remediation", rule.remediation)
    member("effort", rule.effort.rawValue)
  }

  fileprivate mutating func diagnostic(_ diagnostic: Diagnostic, in library: SourceLibrary) {
    member("severity", diagnostic.severity.rawValue)
    member("message", diagnostic.message)
    member("expected", diagnostic.expected)
    member("advice", diagnostic.advice)
    object("location") { $0.place(diagnostic.span, in: library) }
    objects("relatedLocations", diagnostic.related) { related, json in
      json.member("message", related.message)
      json.place(related.span, in: library)
    }
  }
}
