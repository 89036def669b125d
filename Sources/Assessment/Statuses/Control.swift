public import Estate
public import SourceText

/// One place that bears on a control, and what it says.
public struct EvidencePlace: Hashable, Sendable {
  /// Whether the place speaks for the control or against it.
  public enum Bearing: String, Hashable, Sendable {
    /// It claims or shows the control.
    case supports
    /// It shows that the control is missing.
    case opposes
  }

  /// How much the place proves.
  public let grade: Grade
  /// For or against.
  public let bearing: Bearing
  /// The place.
  public let span: SourceSpan
  /// For a place in a log, how many records it stands for.
  public let count: Int?

  /// Evidence of `grade` at `span`.
  public init(grade: Grade, bearing: Bearing, span: SourceSpan, count: Int? = nil) {
    self.grade = grade
    self.bearing = bearing
    self.span = span
    self.count = count
  }
}

/// Where one rule stands for one server.
public struct Control: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// The status, the worst over the rule's subjects.
  public let status: ControlStatus
  /// The strongest grade of evidence found for the control.
  public let grade: Grade
  /// The grade that the server's tier demands of it.
  public let demanded: Grade
  /// The severity after the tier has been taken into account.
  public let severity: Severity
  /// Why the status is what it is, in one sentence.
  public let reason: String
  /// The places that decided.
  public let evidence: [EvidencePlace]
  /// What the evidence would be enough for, whatever is demanded.
  public let sufficiency: Sufficiency
  /// Why it is in nobody's way though it is open, if somebody accepted the whole of it.
  public internal(set) var suppression: Suppression?

  /// A control of `rule`; without a `sufficiency`, that which its status gives.
  public init(
    rule: String, status: ControlStatus, grade: Grade, demanded: Grade, severity: Severity,
    reason: String, evidence: [EvidencePlace], sufficiency: Sufficiency? = nil,
    suppression: Suppression? = nil
  ) {
    self.rule = rule
    self.status = status
    self.grade = grade
    self.demanded = demanded
    self.severity = severity
    self.reason = reason
    self.evidence = evidence
    self.sufficiency = sufficiency ?? Sufficiency(of: status)
    self.suppression = suppression
  }
}
