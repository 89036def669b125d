public import SourceText

/// A recorded result of a tool call, kept to show what results hold.
public struct ResponseSample: Sendable {
  /// The whole sample.
  public var span: SourceSpan
  /// The path of its file.
  public var path: String
  /// Values in it that look like live secrets.
  public var secrets: [SecretSighting]

  /// Passages in it that try to steer the model that reads it.
  public var passages: [SuspectPassage]

  /// A sample that is all of `span`.
  public init(
    span: SourceSpan, path: String, secrets: [SecretSighting], passages: [SuspectPassage] = []
  ) {
    self.span = span
    self.path = path
    self.secrets = secrets
    self.passages = passages
  }
}
