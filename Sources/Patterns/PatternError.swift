/// Why a pattern was refused, and where in its source.
public struct PatternError: Error, Hashable, Sendable {
  /// What was expected or is not supported, as a sentence without a full stop.
  public let message: String

  /// The UTF-8 offset into the pattern's source at which the trouble starts.
  public let offset: Int

  /// Creates an error that points at `offset`.
  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
