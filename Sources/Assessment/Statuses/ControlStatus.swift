public import Estate
public import SourceText

/// Where one control of one server stands, with what decided it.
public enum ControlStatus: Hashable, Sendable {
  /// It is in place, by evidence as strong as the tier demands.
  case met
  /// The sources that would show it were read, and it is not there or they say the opposite.
  case unmet
  /// Claimed by weaker evidence than the tier demands, or undecided for want of a source.
  case unproven(Unproven)
  /// One source claims it and another disproves it.
  case contradicted(claim: SourceSpan, disproof: SourceSpan)
  /// The control does not apply to the server.
  case notApplicable(reason: String)

  /// Why a control is not proven.
  public enum Unproven: Hashable, Sendable {
    /// The evidence found is weaker than what is demanded.
    case weak(found: Grade, demanded: Grade)
    /// No source that could decide was given, or what was given could not be tied to the server.
    case undecided(reason: String)
  }

  /// The status's name in reports.
  public var name: String {
    switch self {
    case .met: "met"
    case .unmet: "unmet"
    case .unproven: "unproven"
    case .contradicted: "contradicted"
    case .notApplicable: "not-applicable"
    }
  }

  /// Whether something is left to do.
  public var isOpen: Bool {
    switch self {
    case .met, .notApplicable: false
    case .unmet, .unproven, .contradicted: true
    }
  }

  /// Whether a source decided it; coverage counts these.
  public var isDecided: Bool {
    switch self {
    case .met, .unmet, .contradicted: true
    case .unproven(.weak): true
    case .unproven(.undecided), .notApplicable: false
    }
  }

  /// Orders statuses from harmless to worst, for joining a rule's subjects into one control of a server.
  var weight: Int {
    switch self {
    case .notApplicable: 0
    case .met: 1
    case .unproven: 2
    case .unmet: 3
    case .contradicted: 4
    }
  }
}
