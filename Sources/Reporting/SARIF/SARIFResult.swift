import Assessment
import Estate
import History

/// One result of a run.
struct SARIFResult {
  /// What the result is about.
  ///
  /// In a box, because results are sorted, cut and handed on.
  indirect enum Content {
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
    var open: [SARIFResult] = []
    // What somebody accepted comes behind, because the end is cut off where there is too much.
    var accepted: [SARIFResult] = []
    for (offset, finding) in report.assessment.findings.enumerated() where finding.isDecided {
      let result = SARIFResult(content: .finding(finding), state: baseline?.states[offset])
      if finding.suppression == nil { open.append(result) } else { accepted.append(result) }
    }
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
