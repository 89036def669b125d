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
  public let rule: String
  /// The severity after the tier has been taken into account.
  public let severity: Severity
  /// Unmet, unproven or contradicted.
  public let status: ControlStatus
  /// What it is about.
  public let subject: Subject
  /// What is wrong, in one or two sentences that end in a period; parts of it come from inputs.
  public let message: String
  /// What to do.
  public let remediation: String
  /// The exact place; `nil` where no file of the run could hold the missing fact.
  public let span: SourceSpan?
  /// The other places: the claim beside its disproof, the service that a limit never reaches.
  public let related: [Related]
  /// A stable identity made of rule, check, server and member, never of a line number; 32 hex digits.
  public let fingerprint: String
  /// The places that decided, weakest grade first: those about this part alone.
  public let evidence: [EvidencePlace]
  /// What it shares with findings of the same rule about other servers; `nil` where it has a cause of its own.
  let cause: String?
  /// Why it lets its server pass all the same, if somebody accepted it.
  public internal(set) var suppression: Suppression?

  /// A finding of `rule` about `subject`.
  public init(
    rule: String, severity: Severity, status: ControlStatus, subject: Subject, message: String,
    remediation: String, span: SourceSpan?, related: [Related], fingerprint: String,
    evidence: [EvidencePlace] = [], suppression: Suppression? = nil
  ) {
    self.init(
      rule: rule, severity: severity, status: status, subject: subject, message: message,
      remediation: remediation, span: span, related: related, fingerprint: fingerprint,
      evidence: evidence, suppression: suppression, cause: nil)
  }

  /// A finding of `rule` about `subject`, which shares `cause` with others.
  init(
    rule: String, severity: Severity, status: ControlStatus, subject: Subject, message: String,
    remediation: String, span: SourceSpan?, related: [Related], fingerprint: String,
    evidence: [EvidencePlace] = [], suppression: Suppression? = nil, cause: String?
  ) {
    self.cause = cause
    self.rule = rule
    self.severity = severity
    self.status = status
    self.subject = subject
    self.message = message
    self.remediation = remediation
    self.span = span
    self.related = related
    self.fingerprint = fingerprint
    self.evidence = evidence
    self.suppression = suppression
  }
}
