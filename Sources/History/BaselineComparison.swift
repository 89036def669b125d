public import Assessment

/// What changed since a saved report: which findings are new, which stayed, which are gone.
///
/// Findings are matched by fingerprint and counted: where a report holds more findings of one fingerprint
/// than the baseline does, all of them are shown as new, because nobody can say which one it is.
public struct BaselineComparison: Hashable, Sendable {
  /// How a finding stands to the baseline, by SARIF's words.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The baseline does not have it, or not so often.
    case new
    /// The baseline has it with the same severity, status and message.
    case unchanged
    /// The baseline has it, with another severity, status or message.
    case updated
    /// Only the baseline has it.
    case absent
  }

  /// The baseline.
  public let baseline: SavedReport
  /// The state of each finding of the assessment, in their order.
  public let states: [State]
  /// Findings of the baseline that are gone, in its order.
  public let absent: [SavedReport.Finding]
  /// The fingerprints of the findings that are new.
  public let newFingerprints: Set<String>
  /// How many findings are new: for each fingerprint, as many as were added.
  public let newCount: Int

  /// Compares `assessment` with `baseline`; linear in the findings of both.
  public init(of assessment: FleetAssessment, with baseline: SavedReport) {
    var before: [String: [SavedReport.Finding]] = [:]
    for finding in baseline.findings { before[finding.fingerprint, default: []].append(finding) }
    var now: [String: Int] = [:]
    for finding in assessment.findings { now[finding.fingerprint, default: 0] += 1 }
    self.baseline = baseline
    states = assessment.findings.map { finding in
      let known = before[finding.fingerprint] ?? []
      guard known.count >= now[finding.fingerprint] ?? 0 else { return .new }
      let isSame = known.contains {
        $0.severity == finding.severity && $0.status == finding.status.name
          && $0.message == finding.message
      }
      return isSame ? .unchanged : .updated
    }
    newFingerprints = Set(
      zip(assessment.findings, states).lazy.filter { $0.1 == .new }.map(\.0.fingerprint))
    newCount = now.map { max(0, $0.value - (before[$0.key]?.count ?? 0)) }.reduce(0, +)
    var left = now
    absent = baseline.findings.filter { finding in
      let count = left[finding.fingerprint] ?? 0
      left[finding.fingerprint] = count - 1
      return count <= 0
    }
  }

  /// A comparison that was made before.
  init(
    baseline: SavedReport, states: [State], absent: [SavedReport.Finding],
    newFingerprints: Set<String>, newCount: Int
  ) {
    self.baseline = baseline
    self.states = states
    self.absent = absent
    self.newFingerprints = newFingerprints
    self.newCount = newCount
  }

  /// How many findings of `state` there are.
  public func count(of state: State) -> Int {
    state == .absent ? absent.count : states.count { $0 == state }
  }
}
