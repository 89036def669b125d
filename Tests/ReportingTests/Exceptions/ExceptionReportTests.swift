import Assessment
import Estate
import Reporting
import SourceText
import Testing

/// What every format says of accepted risks, of exceptions and of changed rules.
struct ExceptionReportTests {
  private let sample = SampleReport()

  private var place: SourceSpan { sample.findings[3].span ?? sample.masked }

  private var suppression: Suppression {
    Suppression(
      origin: .comment, owner: "@jane", reason: "[known](javascript:x) \(SampleReport.secret)",
      category: nil, until: CalendarDate(daysSinceEpoch: 20_100), span: place)
  }

  /// The sample with its last decided finding accepted, an exception of each kind, and a rule switched off.
  private var report: Report {
    let findings = sample.findings.map { finding in
      guard finding.rule == "MCP105" else { return finding }
      return Finding(
        rule: finding.rule, severity: finding.severity, status: finding.status,
        subject: finding.subject, message: finding.message, remediation: finding.remediation,
        span: finding.span, related: finding.related, fingerprint: finding.fingerprint,
        suppression: suppression)
    }
    let base = sample.report(of: findings)
    let assessment = base.assessment
    return Report(
      toolVersion: base.toolVersion,
      assessment: FleetAssessment(
        date: assessment.date, servers: assessment.servers,
        fleetControls: assessment.fleetControls, findings: findings,
        coverage: assessment.coverage, metrics: assessment.metrics, backlog: assessment.backlog,
        rules: assessment.rules, unlinked: assessment.unlinked, exceptions: exceptions,
        overrides: [
          RuleOverride(
            rule: "MCP201", title: "The inventory is complete", usualSeverity: .medium,
            severity: nil, isEnabled: false, reason: "It lives elsewhere.", span: place),
          RuleOverride(
            rule: "MCP701", title: "There is an owner", usualSeverity: .critical, severity: .low,
            isEnabled: true, reason: nil, span: place),
        ]),
      gate: GateDecision(outcome: .failed, reasons: ["because"], profile: .strict),
      inputs: base.inputs, diagnostics: [], library: base.library, maskedSpans: [sample.masked])
  }

  private var exceptions: [ReviewedException] {
    let statuses: [ReviewedException.Status] = [
      .matched, .unused, .expired, .invalid(reason: "it names no rule"), .notApplied, .proposed,
    ]
    return statuses.map { status in
      var record = ExceptionRecord(span: place, origin: .policy)
      record.rule.state("MCP105", at: place)
      record.reason.state("because \(SampleReport.secret)", at: place)
      record.expiry.state(CalendarDate(daysSinceEpoch: 20_100), at: place)
      return ReviewedException(
        record, status: status, span: place, owners: ["jane"], servers: ["payments"],
        subjects: status == .matched ? [.init(server: "payments", kind: .server)] : [])
    }
  }

  private func text(_ format: ReportFormat) -> String { format.reporter().render(report) }

  @Test(arguments: ReportFormat.allCases)
  func `no format shows a secret that an exception quotes`(format: ReportFormat) {
    #expect(!text(format).contains(SampleReport.secret))
  }

  @Test(arguments: [ReportFormat.human, .json, .sarif, .markdown])
  func `what is switched off, accepted or refused is in the report`(format: ReportFormat) {
    let report = text(format)
    for word in ["MCP201", "It lives elsewhere", "until 2025-01-12", "names no rule", "proposed"] {
      let isMember = word == "until 2025-01-12" && format == .json
      #expect(report.contains(isMember ? "\"until\":\"2025-01-12\"" : word), "\(word)")
    }
  }

  @Test func `every result of a run with suppressions has them, accepted ones last`() throws {
    let run = try JSONValue(reading: text(.sarif))["runs"][0]
    #expect(SARIFChecker(run).problems == [])
    let results = run["results"].elements
    #expect(results.allSatisfy { $0["suppressions"].isPresent })
    let accepted = try #require(results.last)
    #expect(accepted["ruleId"].string == "MCP105")
    let suppression = accepted["suppressions"][0]
    #expect(suppression["kind"].string == "inSource")
    #expect(suppression["status"].string == "accepted")
    #expect(suppression["justification"].string?.contains("until 2025-01-12") ?? false)
    #expect(results.dropLast().allSatisfy { $0["suppressions"].elements.isEmpty })
    let notifications = run["invocations"][0]["toolConfigurationNotifications"].elements
    #expect(notifications.count == 2 + 5, "a matched exception is seen at its result")
  }

  @Test func `a run without suppressions has none`() throws {
    let run = try JSONValue(reading: SARIFReporter().render(sample.report))["runs"][0]
    #expect(run["results"].elements.allSatisfy { !$0["suppressions"].isPresent })
  }

  @Test func `an accepted finding is not among the worst`() {
    let markdown = text(.markdown)
    let worst = markdown.split(separator: "### All findings")[0]
    #expect(!worst.contains("MCP105"))
    #expect(markdown.contains("under the profile strict"))
    #expect(!markdown.contains("@jane"))
  }

  @Test func `annotations and issues leave out what was accepted`() {
    #expect(text(.github).contains("1 finding accepted by exceptions"))
    #expect(!text(.github).contains("title=MCP105"))
    #expect(!text(.gitlab).contains("\"MCP105\""))
  }
}
