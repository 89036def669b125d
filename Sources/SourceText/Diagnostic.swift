/// Something wrong, or worth saying, about an input itself; never about the fleet that it describes.
public struct Diagnostic: Hashable, Sendable {
  /// How much an input suffers.
  public enum Severity: String, Hashable, Sendable {
    /// The input, or the part at the span, could not be used.
    case error
    /// The input was used, but a reader may be misled by it.
    case warning
    /// Something to know.
    case note
  }

  /// Another place that the diagnostic speaks of.
  public struct Related: Hashable, Sendable {
    /// The place.
    public let span: SourceSpan
    /// What is there, such as "first defined here".
    public let message: String

    /// Says `message` about `span`.
    public init(span: SourceSpan, message: String) {
      self.span = span
      self.message = message
    }
  }

  /// How much the input suffers.
  public let severity: Severity

  /// The exact place.
  public let span: SourceSpan

  /// What is wrong, in one sentence without its period.
  public let message: String

  /// What would have been right at this place, such as "a value after `:`".
  public let expected: String?

  /// What to do about it.
  public let advice: String?

  /// The other places that matter, such as the first of two equal keys.
  public let related: [Related]

  /// Says `message` about `span`.
  public init(
    _ severity: Severity = .error, at span: SourceSpan, _ message: String, expected: String? = nil,
    advice: String? = nil, related: [Related] = []
  ) {
    self.severity = severity
    self.span = span
    self.message = message
    self.expected = expected
    self.advice = advice
    self.related = related
  }
}
