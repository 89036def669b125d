public import Estate
public import SourceText

/// Why an open control or finding lets a server pass: somebody accepted the risk for a time.
///
/// Accepting a risk does not make it smaller. What is suppressed keeps its status and counts in the score.
public struct Suppression: Hashable, Sendable {
  /// Where the exception stands.
  public let origin: ExceptionRecord.Origin
  /// Who answers for it.
  public let owner: String
  /// Why it is acceptable.
  public let reason: String
  /// The team's own word for what kind of exception it is.
  public let category: String?
  /// The last day on which it holds.
  public let until: CalendarDate
  /// The exception.
  public let span: SourceSpan

  /// An exception at `span` for which `owner` answers until the day `until`.
  public init(
    origin: ExceptionRecord.Origin, owner: String, reason: String, category: String?,
    until: CalendarDate, span: SourceSpan
  ) {
    self.origin = origin
    self.owner = owner
    self.reason = reason
    self.category = category
    self.until = until
    self.span = span
  }
}
