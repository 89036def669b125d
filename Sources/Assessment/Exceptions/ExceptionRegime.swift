public import Estate

/// Whose exceptions count in a run.
public enum ExceptionRegime: Sendable {
  /// Those of the fleet that is judged.
  case own
  /// Nobody's: an audit sees everything as it is.
  case nobody
  /// Those of another state of the fleet, such as the base of a change; those of the judged fleet are only
  /// proposed, so that a change cannot exempt itself.
  case foreign([GoverningException])
}

/// An exception of another state of the fleet.
public struct GoverningException: Hashable, Sendable {
  /// The exception.
  public let record: ExceptionRecord
  /// For a comment, what it was about there.
  ///
  /// Lines move; what they are about stays.
  public let subjects: Set<Finding.Subject>

  /// An exception that was about `subjects`.
  public init(_ record: ExceptionRecord, subjects: Set<Finding.Subject>) {
    self.record = record
    self.subjects = subjects
  }
}
