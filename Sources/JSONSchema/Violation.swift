public import SourceText

/// One demand of a schema that an instance does not meet.
public struct Violation: Hashable, Sendable {
  /// The offending value; for a member that may not be there, its key.
  public let instance: SourceSpan

  /// The offending value as a JSON Pointer from the root of the instance.
  public let instancePath: String

  /// The keyword that makes the demand; `nil` in a built-in meta-schema, whose text is in no library.
  public let schema: SourceSpan?

  /// The keyword as a JSON Pointer from the root of the schema's document.
  public let keywordPath: String

  /// What is wrong, to be read behind the name of the value: "must be one of `a`, `b`".
  public let message: String
}
