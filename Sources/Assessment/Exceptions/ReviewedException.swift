public import Estate
public import SourceText

/// One exception, and what became of it.
public struct ReviewedException: Hashable, Sendable {
  /// What became of an exception.
  public enum Status: Hashable, Sendable {
    /// It lets findings pass.
    case matched
    /// It is valid, and there is nothing that it could let pass.
    case unused
    /// Its last day is over.
    case expired
    /// It does not count, for the reason given.
    case invalid(reason: String)
    /// It is valid, and the run was told to apply none.
    case notApplied
    /// It is valid, and stands in the change that is judged and not in the state that governs.
    case proposed

    /// The status's name in reports.
    public var name: String {
      switch self {
      case .matched: "matched"
      case .unused: "unused"
      case .expired: "expired"
      case .invalid: "invalid"
      case .notApplied: "not-applied"
      case .proposed: "proposed"
      }
    }
  }

  /// The exception as it stands.
  public let record: ExceptionRecord
  /// What became of it.
  public let status: Status
  /// The place to look at: that of the flaw where there is one, else the exception.
  public let span: SourceSpan
  /// Who answers for it: for a comment the owners of the servers that it is about.
  public let owners: [String]
  /// The servers that it is about, sorted.
  public let servers: [String]
  /// The open controls that it lets pass, or would, sorted by server, kind and name.
  public let subjects: [Finding.Subject]

  /// What became of `record`.
  public init(
    _ record: ExceptionRecord, status: Status, span: SourceSpan, owners: [String],
    servers: [String], subjects: [Finding.Subject]
  ) {
    self.record = record
    self.status = status
    self.span = span
    self.owners = owners
    self.servers = servers
    self.subjects = subjects
  }

  /// Whether nothing is wrong with it, whoever's exceptions count in the run.
  public var isValid: Bool {
    switch status {
    case .matched, .unused, .notApplied, .proposed: true
    case .expired, .invalid: false
    }
  }
}

extension FleetAssessment {
  /// What these exceptions would let pass where this fleet is the state that governs.
  public var governingExceptions: [GoverningException] {
    exceptions.map { GoverningException($0.record, subjects: Set($0.subjects)) }
  }
}
