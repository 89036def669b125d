import Assessment
import Estate
import History

/// The identity of a run: that of its day and findings, so that a saved report gives it again.
struct SARIFRunIdentity {
  /// A UUID made of the content.
  let guid: String

  /// The run that gave `assessment`.
  init(of assessment: FleetAssessment) {
    self.init(
      day: assessment.date.description,
      findings: assessment.findings.map {
        Self.identity($0.fingerprint, $0.severity, $0.status.name)
      })
  }

  /// The run that gave `report`.
  init(of report: SavedReport) {
    self.init(
      day: report.date.description,
      findings: report.findings.map { Self.identity($0.fingerprint, $0.severity, $0.status) })
  }

  private init(day: String, findings: [String]) {
    guid = NameBasedUUID.text("run", day, findings.sorted().joined(separator: "\n"))
  }

  private static func identity(
    _ fingerprint: String, _ severity: Severity, _ status: String
  ) -> String {
    "\(fingerprint) \(severity.rawValue) \(status)"
  }
}
