import Assessment
import Estate
import History

/// One result of a run.
struct SARIFResult {
  /// What the result is about.
  enum Content {
    case finding(Finding)
    /// A finding that only the baseline has.
    case gone(SavedReport.Finding)
    /// A control that is not open, of a server or of the fleet as a whole.
    case control(Control, server: String?)
  }

  let content: Content
  /// How it stands to the baseline, where there is one.
  let state: BaselineComparison.State?

  /// The finding that it is.
  var finding: Finding? { if case .finding(let finding) = content { finding } else { nil } }

  /// How bad it is, or was.
  var severity: Severity {
    switch content {
    case .finding(let finding): finding.severity
    case .gone(let finding): finding.severity
    case .control(let control, _): control.severity
    }
  }

  /// What `report` has for a reader of `profile`.
  static func all(of report: Report, for profile: SARIFProfile) -> [SARIFResult] {
    let baseline = profile == .standard ? report.baseline : nil
    let findings = report.assessment.findings.enumerated()
      .filter { $0.element.isDecided }
      .map { SARIFResult(content: .finding($0.element), state: baseline?.states[$0.offset]) }
    let open = findings.filter { $0.finding?.suppression == nil }
    // What somebody accepted comes behind, because the end is cut off where there is too much.
    let accepted = findings.filter { $0.finding?.suppression != nil }
    switch profile {
    case .github: return open
    case .standard:
      let absent = (baseline?.absent ?? []).filter(\.isDecided).map {
        SARIFResult(content: .gone($0), state: .absent)
      }
      return open + accepted + absent
    case .audit: return open + accepted + controls(of: report.assessment)
    }
  }

  /// The controls that no finding stands for: those that are in place, do not apply or are not decided.
  private static func controls(of assessment: FleetAssessment) -> [SARIFResult] {
    let fleet = assessment.fleetControls.map { ($0, nil as String?) }
    let servers = assessment.servers.flatMap { server in
      server.controls.map { ($0, server.id as String?) }
    }
    return (fleet + servers).filter { $0.0.resultKind != nil }
      .map { SARIFResult(content: .control($0.0, server: $0.1), state: nil) }
  }
}

extension Control {
  /// SARIF's word for a control that is not open; `nil` for one that findings stand for.
  var resultKind: String? {
    switch status {
    case .met: "pass"
    case .notApplicable: "notApplicable"
    case .unproven(.undecided): "open"
    case .unmet, .contradicted, .unproven(.weak): nil
    }
  }
}

/// Results that are not in a log.
struct SARIFOmission {
  /// What there was no room for.
  let cut: [SARIFResult]
  /// How many were left out because somebody accepted them and the reader would show them as open.
  let accepted: Int

  /// How many of `severity` there was no room for.
  func count(of severity: Severity) -> Int { cut.count { $0.severity == severity } }
}

extension Finding {
  /// Whether a source decided it.
  var isDecided: Bool { undecidedReason == nil }
}
