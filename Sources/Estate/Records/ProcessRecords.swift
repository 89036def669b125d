public import SourceText

/// What the team's process has left behind: drills, incidents, exceptions, approvers.
public struct ProcessRecords: Sendable {
  /// Every record file that was read.
  public var sources: [SourceMention] = []
  /// Incident drills.
  public var drills: [Drill] = []
  /// Incidents that a model's call started or spread.
  public var incidents: [Incident] = []
  /// Exceptions from rules.
  public var exceptions: [ExceptionRecord] = []
  /// Who may approve what.
  public var approverRoles: [ApproverRole] = []

  /// No records.
  public init() {}
}

/// One incident drill (seed 0, week 4).
public struct Drill: Hashable, Sendable {
  /// How it was held.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Talked through.
    case tabletop
    /// Done on running systems.
    case live
  }

  /// What was assumed to go wrong.
  public enum Scenario: String, Hashable, Sendable, CaseIterable {
    /// A credential fell into wrong hands.
    case credentialCompromise = "credential_compromise"
    /// A tool answered with malformed or malicious content.
    case malformedToolResponse = "malformed_tool_response"
    /// A system behind a server was down.
    case dependencyOutage = "dependency_outage"
  }

  /// The record.
  public var span: SourceSpan
  /// How it was held.
  public var kind: Kind
  /// What was assumed to go wrong.
  public var scenario: Scenario
  /// The day.
  public var date: Evidence<CalendarDate>
  /// The servers that took part; empty is the whole fleet.
  public var servers: [Evidence<String>]

  /// A drill that `span` records.
  public init(
    span: SourceSpan, kind: Kind, scenario: Scenario, date: Evidence<CalendarDate>,
    servers: [Evidence<String>]
  ) {
    self.span = span
    self.kind = kind
    self.scenario = scenario
    self.date = date
    self.servers = servers
  }
}

/// One incident.
public struct Incident: Hashable, Sendable {
  /// The record.
  public var span: SourceSpan
  /// Its name in the team's tracker.
  public var id: String
  /// Servers that took part.
  public var servers: [Evidence<String>]
  /// Whether a model's call started it.
  public var isModelInitiated: Bool
  /// When it was noticed.
  public var detected: Evidence<Timestamp>
  /// When it was understood; unstated while the investigation is open.
  public var investigated = Stated<Timestamp>()

  /// An incident that `span` records.
  public init(
    span: SourceSpan, id: String, servers: [Evidence<String>], isModelInitiated: Bool,
    detected: Evidence<Timestamp>
  ) {
    self.span = span
    self.id = id
    self.servers = servers
    self.isModelInitiated = isModelInitiated
    self.detected = detected
  }
}

/// A role that may approve calls.
public struct ApproverRole: Hashable, Sendable {
  /// The role's name.
  public var name: Evidence<String>
  /// The people in it.
  public var members: [Evidence<String>]
  /// Servers it may approve for; empty is all.
  public var servers: [Evidence<String>]
  /// Where its approvals are recorded.
  public var recordedIn = Stated<String>()

  /// A role called `name`.
  public init(
    name: Evidence<String>, members: [Evidence<String>], servers: [Evidence<String>]
  ) {
    self.name = name
    self.members = members
    self.servers = servers
  }
}
