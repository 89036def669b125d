public import SourceText

/// What ends the parsing of one source: the place, what was expected there, and what to do.
public struct SyntaxError: Error, Hashable, Sendable {
  /// The diagnostic to show.
  public let diagnostic: Diagnostic

  /// An error that `diagnostic` describes.
  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
