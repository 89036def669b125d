import Assessment
import Estate
import History
import Reporting
import SourceText

/// A small fleet, judged by hand: two servers and the fleet, contradictions, texts that strangers wrote to
/// do harm, a secret, and inputs that are not as they should be.
struct SampleReport {
  /// What no output may hold: the secret's own bytes.
  static let secret = "hunter2-kq7xzv9-w4j2mt"

  /// What a stranger wrote as a tool's name and in its description.
  static let hostile =
    "evil\u{1B}[2J\u{202E}gpj.exe\u{200B} [click](javascript:alert(1)) <img src=x onerror=alert(1)> "
    + "@octocat #123 www.example.com https://example.com `code` | {0} \u{9B}31m ![i](http://x/y)"

  /// The report of a run that had nothing to look at.
  static var empty: Report {
    let metrics = MaturityMetrics(
      ownedAndTiered: Share(numerator: 0, denominator: 0, exceptions: []),
      policyEvaluatedCalls: Share(numerator: 0, denominator: 0, exceptions: []),
      investigation: .init(investigated: 0, open: [], medianMinutes: nil, p90Minutes: nil),
      highRiskExceptions: Share(numerator: 0, denominator: 0, exceptions: []))
    return Report(
      toolVersion: "0.1.0",
      assessment: FleetAssessment(
        date: CalendarDate(daysSinceEpoch: 20_000), servers: [], fleetControls: [], findings: [],
        coverage: Coverage(decided: 0, applicable: 0, undecided: []), metrics: metrics,
        backlog: [], rules: [], unlinked: []),
      gate: GateDecision(outcome: .incomplete, reasons: ["there was nothing to check"]),
      inputs: [], diagnostics: [], library: SourceLibrary())
  }

  private(set) var library = SourceLibrary()
  private let payments: SourceFile
  private let gateway: SourceFile
  private let catalog: SourceFile
  private let broken: SourceFile

  init() {
    broken = library.add(path: "broken.yaml", bytes: Array("a: 1\n\tb: [1, 2\n".utf8))
    catalog = library.add(
      path: "catalog/tools list#1.json",
      bytes: Array(
        (#"{"tools": ["# + String(repeating: #"{"name": "filler"}, "#, count: 200)
          + #"{"name": "wipe_all", "description": "löscht 🗑️ 全部"}]}"# + "\n").utf8))
    gateway = library.add(
      path: "gateway/envoy.yaml",
      bytes: Array(
        """
        routes:
        \t- match: {prefix: /mcp/}\t# 日本語 tab
          rate_limits: [{descriptor_key: header_match}]
          token: \(Self.secret) # rotate

        """.utf8))
    payments = library.add(
      path: "servers/payments.yaml",
      bytes: Array(
        """
        server_id: payments
        tier: 1
        auth_required: true   # 🔒 claims it
        limits: {calls_per_minute: 120}
        owner: ""
        tools:
          - name: refund
          - name: wipe_all

        """.utf8))
  }

  /// Where the manifest of `payments` names it.
  var name: SourceSpan { span("payments", payments) }

  /// The first place of `text` in `file`.
  private func span(_ text: String, _ file: SourceFile) -> SourceSpan {
    let needle = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? 0
    return SourceSpan(source: file.id, start..<start + needle.count)
  }

  var masked: SourceSpan { span(Self.secret, gateway) }

  /// The report.
  var report: Report { report(of: findings) }

  /// The report with a gate that has decided.
  var failed: Report {
    report(
      of: findings,
      gate: GateDecision(
        outcome: .failed, reasons: ["2 of 2 servers may not go where they mean to"]))
  }

  /// The gate's answer where something could not be read.
  private static let incomplete = GateDecision(
    outcome: .incomplete,
    reasons: ["1 input could not be read", "2 of 2 servers may not go where they mean to"])

  /// The report with other findings, and what changed since `baseline`.
  func report(
    of findings: [Finding], since baseline: SavedReport? = nil,
    gate: GateDecision = incomplete, problems: [Diagnostic]? = nil
  ) -> Report {
    Report(
      toolVersion: "0.1.0", assessment: assessment(of: findings), gate: gate,
      inputs: inputs, diagnostics: problems ?? diagnostics, library: library,
      maskedSpans: [masked], baseline: baseline)
  }

  /// The JSON report of `report`, read back.
  static func saved(_ report: Report) throws -> SavedReport {
    var library = SourceLibrary()
    return try SavedReport(
      reading: library.add(path: "old.json", bytes: Array(JSONReporter().render(report).utf8)))
  }

  private var inputs: [ReportedInput] {
    [
      ReportedInput(
        path: "broken.yaml", kind: "YAML document", status: .failed(reason: "a tab indents"),
        sha256: String(repeating: "1", count: 64), byteCount: broken.bytes.count),
      ReportedInput(
        path: "catalog/tools list#1.json", kind: "tool catalog", status: .analyzed,
        sha256: String(repeating: "a", count: 64), byteCount: catalog.bytes.count),
      ReportedInput(
        path: "gateway/envoy.yaml", kind: "Envoy configuration", status: .analyzed,
        sha256: String(repeating: "b", count: 64), byteCount: gateway.bytes.count),
      ReportedInput(
        path: "notes\u{202E}.txt", kind: nil, status: .unrecognized(reason: "no known keys"),
        sha256: nil, byteCount: nil),
      ReportedInput(
        path: "servers/payments.yaml", kind: "server manifest", status: .analyzed,
        sha256: String(repeating: "c", count: 64), byteCount: payments.bytes.count),
    ]
  }

  private var diagnostics: [Diagnostic] {
    [
      Diagnostic(
        at: span("\tb", broken), "a tab cannot indent", expected: "blanks",
        advice: "replace the tab by two blanks",
        related: [.init(span: span("a", broken), message: "the mapping begins here")]),
      Diagnostic(
        .warning, at: span("{prefix: /mcp/}", gateway), "the key 'prefix' is \(Self.hostile)"),
      Diagnostic(.note, at: span("tier", payments), "the tier is read as a number"),
      Diagnostic(.warning, at: masked, "'\(Self.secret)' is no token", advice: Self.secret),
    ]
  }

  private var claim: SourceSpan { span("true", payments) }
  private var disproof: SourceSpan { span("{prefix: /mcp/}", gateway) }
  private var noLog: ControlStatus { .unproven(.undecided(reason: "no audit log was given")) }

  var findings: [Finding] {
    [
      finding(
        "MCP105", .critical, .contradicted(claim: claim, disproof: disproof),
        "The manifest claims authentication, but the route has none.", at: disproof,
        related: [.init(span: claim, message: "claimed here")]),
      finding(
        "MCP108", .critical, .unmet, "The secret \(Self.secret) stands in the file.", at: masked),
      finding(
        "MCP801", .critical, .unmet, "The tool '\(Self.hostile)' gives orders.",
        at: span("wipe_all", catalog), member: Self.hostile),
      finding("MCP701", .critical, .unmet, "The owner is empty.", at: span("\"\"", payments)),
    ]
      + ["refund", "wipe_all", "pay_out"].map { tool in
        finding(
          "MCP203", .high, .unmet, "The arguments of '\(tool)' are not bounded.",
          at: span(tool, payments), member: tool)
      }
      + [
        finding(
          "MCP607", .high, .unproven(.weak(found: .declared, demanded: .configured)),
          "Not proven: calls are rate-limited is only declared.",
          at: span("{calls_per_minute: 120}", payments)),
        finding("MCP401", .high, noLog, "Not decided: records carry nine fields.", at: nil),
        finding("MCP402", .high, noLog, "Not decided: inputs are hashed.", at: nil),
        finding(
          "MCP705", .high, .unmet, "No manifest registers the server", at: nil, server: "shadow"),
        Finding(
          rule: "MCP610", severity: .medium, status: .unmet,
          subject: .init(server: nil, kind: .fleet), message: "No drill is recorded.",
          remediation: "Run a tabletop drill.", span: nil, related: [],
          fingerprint: "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0"),
      ]
  }

  func finding(
    _ rule: String, _ severity: Severity, _ status: ControlStatus, _ message: String,
    at span: SourceSpan?, server: String = "payments", member: String? = nil,
    related: [Finding.Related] = [], keyAdvice: String? = nil, isOmission: Bool = false
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, status: status,
      subject: .init(server: server, kind: member == nil ? .server : .tool, member: member),
      message: message, remediation: "Close the gap that \(rule) names.", keyAdvice: keyAdvice,
      isOmission: isOmission, span: span, related: related,
      fingerprint: String(repeating: String(rule.suffix(1)), count: 32))
  }

  private func assessment(of findings: [Finding]) -> FleetAssessment {
    FleetAssessment(
      date: CalendarDate(daysSinceEpoch: 20_000),
      servers: [server("payments", controls: controls), server("shadow", controls: [])],
      fleetControls: [
        control("MCP610", .unmet, .medium)
      ], findings: findings,
      coverage: Coverage(
        decided: 7, applicable: 9, undecided: [.init(text: "no audit log was given", count: 2)]),
      metrics: MaturityMetrics(
        ownedAndTiered: Share(numerator: 0, denominator: 2, exceptions: ["payments", "shadow"]),
        policyEvaluatedCalls: Share(numerator: 0, denominator: 0, exceptions: []),
        investigation: .init(investigated: 2, open: ["INC-3"], medianMinutes: 42.5, p90Minutes: 80),
        highRiskExceptions: Share(numerator: 0, denominator: 1, exceptions: [])),
      backlog: [.init(server: "payments", lacks: ["authentication", "rate limit"])],
      rules: rules,
      unlinked: [
        Unlinked(
          kind: .gateway, subject: "route /other/", span: disproof, reason: "no server is there")
      ],
      graph: DependencyGraph(edges: [
        .init(from: .init(.agent, Self.hostile), to: .init(.server, "payments")),
        .init(from: .init(.server, "payments"), to: .init(.system, "ledger")),
      ]))
  }

  private func control(
    _ rule: String, _ status: ControlStatus, _ severity: Severity, _ places: [EvidencePlace] = []
  ) -> Control {
    Control(
      rule: rule, status: status, grade: .declared, demanded: .configured, severity: severity,
      reason: "it is \(status.name)", evidence: places)
  }

  private var controls: [Control] {
    [
      control(
        "MCP105", .contradicted(claim: claim, disproof: disproof), .critical,
        [
          .init(grade: .declared, bearing: .supports, span: claim),
          .init(grade: .configured, bearing: .opposes, span: disproof, count: 3),
        ]),
      control("MCP108", .unmet, .critical), control("MCP203", .unmet, .high),
      control("MCP401", noLog, .high), control("MCP402", noLog, .high),
      control("MCP607", .unproven(.weak(found: .declared, demanded: .configured)), .high),
      control("MCP701", .unmet, .critical), control("MCP702", .met, .high),
      control("MCP801", .unmet, .critical),
      control("MCP802", .notApplicable(reason: "no tool"), .critical),
    ]
  }

  /// Ledger lines whose decimals do not add up in floating point.
  static let ledger: [LedgerEntry] = [
    LedgerEntry(
      dimension: .auth,
      cause: .gap(rule: "MCP108", status: .unmet, severity: .critical),
      weight: 0.6, points: Points(units: 210_001)),
    LedgerEntry(
      dimension: .ownership, cause: .gap(rule: "MCP701", status: .unmet, severity: .critical),
      weight: 0.6, points: Points(units: 120_002)),
    LedgerEntry(
      dimension: .blastRadius,
      cause: .exposure(name: "writes", reason: "`refund` changes state"), weight: 0.1,
      points: Points(units: 20_003)),
  ]

  private func server(_ id: String, controls: [Control]) -> ServerAssessment {
    ServerAssessment(
      id: id, isRegistered: id == "payments", declaredTier: id == "payments" ? .one : nil,
      derivedTier: .two, derivedTierReason: "`refund` changes state", controls: controls,
      gateControls: [.identity: false, .audit: nil, .costControl: true],
      risk: RiskScore(
        score: Points(units: 350_006), unrounded: 35.0006,
        dimensions: [.auth: Points(60), .ownership: Points(60.001), .blastRadius: Points(10)],
        ledger: Self.ledger),
      verdict: VerdictDecision(
        attained: .blocked, required: .production,
        requiredBecause: "`refund` changes state without an approval",
        obstacles: [
          .init(rung: .sandbox, reason: "it has no accountable owner", rules: ["MCP701"]),
          .init(rung: .readOnly, reason: "its score is at or above 60", rules: []),
        ]),
      coverage: Coverage(
        decided: controls.count { $0.status.isDecided }, applicable: max(1, controls.count - 1),
        undecided: [.init(text: "no audit log was given", count: 2)]),
      confidence: .init(completeRecords: nil, coversWindows: false))
  }

  private var rules: [Rule] {
    [
      ("MCP105", Severity.critical), ("MCP108", .critical), ("MCP203", .high), ("MCP401", .high),
      ("MCP402", .high), ("MCP607", .high), ("MCP610", .medium), ("MCP701", .critical),
      ("MCP702", .high), ("MCP705", .high), ("MCP801", .critical), ("MCP802", .critical),
    ].map { id, severity in
      Rule(
        id: id, name: "Rule\(id.suffix(3))", title: "The requirement \(id) holds",
        why: "It matters. It matters a lot [really](http://x).", severity: severity,
        dimension: id < "MCP2" ? .auth : .ownership, gate: id < "MCP5" ? .identity : nil,
        checklist: id < "MCP5" ? ["1.10", "1.4"] : [], sources: ["S4"], subject: .server,
        nature: .enforceable, condition: nil, checks: [],
        remediation: "Close the gap.",
        snippet: id == "MCP105" ? .init(language: "yaml", text: "auth: on\n~~~~\nmore: `x`") : nil,
        effort: .small, examples: [])
    }
  }
}
