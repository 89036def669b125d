public import SourceText

/// Something to do: an open control at its place, with its fix.
public struct Finding: Hashable, Sendable {
  /// Another place that the finding speaks of.
  public struct Related: Hashable, Sendable {
    /// The place.
    public let span: SourceSpan
    /// What is there, such as "claimed here".
    public let message: String

    /// Says `message` about `span`.
    public init(span: SourceSpan, message: String) {
      self.span = span
      self.message = message
    }
  }

  /// What the finding is about.
  public struct Subject: Hashable, Sendable {
    /// The server's identity; `nil` for a finding about the whole fleet.
    public let server: String?
    /// The kind of the part, such as `tool` or `route`; `server` or `fleet` for the whole.
    public let kind: RuleSubject
    /// The part's name, such as a tool's; `nil` for the whole.
    public let member: String?
    /// The servers that a finding about the fleet concerns, sorted; empty where it concerns none more than
    /// another.
    public let concerned: [String]

    /// The part `member` of `server`, or the fleet with the servers `concerned`.
    public init(
      server: String?, kind: RuleSubject, member: String? = nil, concerned: [String] = []
    ) {
      self.server = server
      self.kind = kind
      self.member = member
      self.concerned = concerned
    }

    /// The servers that the finding is about.
    public var servers: [String] { server.map { [$0] } ?? concerned }
  }

  /// The rule's id.
  public var rule: String { fields.rule }
  /// The severity after the tier has been taken into account.
  public var severity: Severity { fields.severity }
  /// Unmet, unproven or contradicted.
  public var status: ControlStatus { fields.status }
  /// What it is about.
  public var subject: Subject { fields.subject }
  /// What is wrong, in one or two sentences that end in a period; parts of it come from inputs.
  public var message: String { fields.message }
  /// What to do, and where.
  public var remediation: String {
    keyAdvice.map { "\(fields.remedy) \($0)" } ?? fields.remedy
  }
  /// What to do.
  public var remedy: String { fields.remedy }
  /// The exact place; `nil` where no file of the run could hold the missing fact.
  public var span: SourceSpan? { fields.span }
  /// The other places: the claim beside its disproof, the service that a limit never reaches.
  public var related: [Related] { fields.related }
  /// A stable identity made of rule, check, server and member, never of a line number; 32 hex digits.
  public var fingerprint: String { fields.fingerprint }
  /// The places that decided, weakest grade first: those about this part alone.
  public var evidence: [EvidencePlace] { fields.evidence }
  /// Whether it is open because nothing states it, and not because something that is stated is wrong.
  public var isOmission: Bool { fields.isOmission }
  /// Where what is to be written goes, where that is no manifest of mcpready's own; part of `remediation`.
  public var keyAdvice: String? { fields.keyAdvice }
  /// What it shares with findings of the same rule about other servers; `nil` where it has a cause of its own.
  var cause: String? { fields.cause }
  /// Why it lets its server pass all the same, if somebody accepted it.
  public internal(set) var suppression: Suppression? {
    get { fields.suppression }
    set { self = replacing(suppression: newValue) }
  }

  /// What the finding says, in one place: it is sorted, grouped and handed on far more often than it is read.
  private let box: Box
  private var fields: Fields { box.fields }

  private final class Box: Sendable {
    let fields: Fields

    init(_ fields: Fields) {
      self.fields = fields
    }
  }

  private struct Fields: Hashable, Sendable {
    let rule: String
    var severity: Severity
    var status: ControlStatus
    var subject: Subject
    var message: String
    let remedy: String
    let keyAdvice: String?
    let isOmission: Bool
    var span: SourceSpan?
    var related: [Related]
    var fingerprint: String
    var evidence: [EvidencePlace]
    let cause: String?
    var suppression: Suppression?
  }

  /// A finding of `rule` about `subject`, which shares `cause`, if it has one, with others.
  public init(
    rule: String, severity: Severity, status: ControlStatus, subject: Subject, message: String,
    remediation: String, keyAdvice: String? = nil, isOmission: Bool = false, span: SourceSpan?,
    related: [Related], fingerprint: String, evidence: [EvidencePlace] = [],
    suppression: Suppression? = nil, cause: String? = nil
  ) {
    box = Box(
      Fields(
        rule: rule, severity: severity, status: status, subject: subject, message: message,
        remedy: remediation, keyAdvice: keyAdvice, isOmission: isOmission, span: span,
        related: related, fingerprint: fingerprint, evidence: evidence, cause: cause,
        suppression: suppression))
  }

  private init(_ fields: Fields) {
    box = Box(fields)
  }

  /// The same finding with what is given in place of its own, and with `suppression`, which may be nobody's.
  public func replacing(
    severity: Severity? = nil, status: ControlStatus? = nil, subject: Subject? = nil,
    message: String? = nil, related: [Related]? = nil, fingerprint: String? = nil,
    evidence: [EvidencePlace]? = nil, suppression: Suppression?
  ) -> Finding {
    var changed = fields
    changed.severity = severity ?? fields.severity
    changed.status = status ?? fields.status
    changed.subject = subject ?? fields.subject
    changed.message = message ?? fields.message
    changed.related = related ?? fields.related
    changed.fingerprint = fingerprint ?? fields.fingerprint
    changed.evidence = evidence ?? fields.evidence
    changed.suppression = suppression
    return Finding(changed)
  }

  /// The same finding at no place: no file is where what is missing would be.
  func withoutPlace() -> Finding {
    var changed = fields
    changed.span = nil
    return Finding(changed)
  }

  /// Whether both say the same.
  public static func == (left: Finding, right: Finding) -> Bool {
    left.box === right.box || left.fields == right.fields
  }

  /// Hashes what the finding says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(fields)
  }
}
