public import SourceText

/// Why a schema cannot be used at all.
public struct SchemaError: Error, Hashable, Sendable {
  /// The place in the schema, and what is wrong there.
  public let diagnostic: Diagnostic

  /// An error that `diagnostic` describes.
  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  init(_ span: SourceSpan, _ message: String, expected: String? = nil, advice: String? = nil) {
    self.init(Diagnostic(.error, at: span, message, expected: expected, advice: advice))
  }
}
