import Estate

/// The four classes of tools that seed 3 tells apart by what they can do and whose data they touch.
public enum GuardedClass: String, Hashable, Sendable, CaseIterable {
  /// Reads data that is public or for everyone in the company.
  case openRead = "read-only, low sensitivity"
  /// Reads data for those who need it.
  case sensitiveRead = "read-only, sensitive data"
  /// Changes internal state in a way that can be undone.
  case internalWrite = "reversible internal write"
  /// Cannot be undone, leaves the company, or is regulated.
  case externalWrite = "external or regulated write"

  /// The class of a tool that does `toolClass` with data of `sensitivity`.
  ///
  /// Data whose sensitivity nobody states counts as low: control 202 asks for the statement.
  init(_ toolClass: ToolClass, _ sensitivity: Sensitivity?) {
    switch toolClass {
    case .readOnly: self = sensitivity ?? .internal >= .confidential ? .sensitiveRead : .openRead
    case .reversibleWrite: self = .internalWrite
    case .irreversibleWrite: self = .externalWrite
    }
  }
}

/// One control that a class of tools demands at least, or one thing that it must not do (seed 3's table).
public enum ToolClassDuty: String, Hashable, Sendable, CaseIterable {
  /// Callers hold no more than the scope of the task.
  case narrowScope = "narrow-scope"
  /// Results cannot grow without bound.
  case outputLimit = "output-limit"
  /// Every call is logged.
  case callLogging = "call-logging"
  /// Nobody reads a whole corpus with nothing left out.
  case noBroadCorpus = "no-broad-corpus"

  /// Access is decided by more than the agent's name.
  case attributeAccess = "attribute-access"
  /// What must not be returned is taken out.
  case redaction
  /// The audit records of the calls are complete.
  case detailedAudit = "detailed-audit"
  /// General search does not share the scope.
  case noSharedScope = "no-shared-scope"

  /// Each call waits for an approval.
  case approval
  /// A repeated call does no harm.
  case idempotency
  /// It is said how a call is undone.
  case rollback
  /// No change without approver and trace.
  case noUntracedChange = "no-untraced-change"

  /// A person with the right role approves, and not the one who asks.
  case humanApproval = "human-approval"
  /// Calls are limited in number.
  case rateLimit = "rate-limit"
  /// The tool can be switched off.
  case killSwitch = "kill-switch"
  /// Nothing broad runs by itself.
  case noUnattendedBreadth = "no-unattended-breadth"

  /// The class that demands it.
  public var guardedClass: GuardedClass {
    switch self {
    case .narrowScope, .outputLimit, .callLogging, .noBroadCorpus: .openRead
    case .attributeAccess, .redaction, .detailedAudit, .noSharedScope: .sensitiveRead
    case .approval, .idempotency, .rollback, .noUntracedChange: .internalWrite
    case .humanApproval, .rateLimit, .killSwitch, .noUnattendedBreadth: .externalWrite
    }
  }

  /// Whether it forbids something, unlike a minimum control.
  public var isNoGo: Bool {
    switch self {
    case .noBroadCorpus, .noSharedScope, .noUntracedChange, .noUnattendedBreadth: true
    default: false
    }
  }

  /// What is demanded or forbidden, for people.
  public var title: String {
    switch self {
    case .narrowScope: "narrow scope"
    case .outputLimit: "output limit"
    case .callLogging: "a log record for each call"
    case .noBroadCorpus: "broad corpus access with no data minimization"
    case .attributeAccess: "attribute-based access"
    case .redaction: "redaction policy"
    case .detailedAudit: "detailed audit"
    case .noSharedScope: "the retrieval scope of general search"
    case .approval: "approval"
    case .idempotency: "idempotency key"
    case .rollback: "clear rollback"
    case .noUntracedChange: "a change without approver identity or request trace"
    case .humanApproval: "human approval"
    case .rateLimit: "rate limit"
    case .killSwitch: "kill switch"
    case .noUnattendedBreadth: "automatic execution with broad privileges"
    }
  }

  /// The duties of `guardedClass`, minimum controls first.
  public static func duties(of guardedClass: GuardedClass) -> [ToolClassDuty] {
    allCases.filter { $0.guardedClass == guardedClass }
  }
}

/// How the tools of one server that a duty concerns fulfil it.
public struct DutyStanding: Hashable, Sendable {
  /// The control or no-go.
  public let duty: ToolClassDuty
  /// Names of the tools that fulfil it, by evidence as strong as the server's tier demands.
  public let met: [String]
  /// Names of those of which a source says that they do not.
  public let open: [String]
  /// Names of those that no source decides, or only weaker evidence than demanded.
  public let undecided: [String]

  /// The tools that fulfil `duty`, those that do not, and those of which that is not known.
  public init(duty: ToolClassDuty, met: [String], open: [String], undecided: [String]) {
    self.duty = duty
    self.met = met
    self.open = open
    self.undecided = undecided
  }
}
