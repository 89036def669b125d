import Patterns

/// A compiled regular expression: the only place that knows which engine runs it.
struct Matcher: Sendable {
  /// Why a regular expression cannot be compiled.
  struct Malformation: Error {
    let message: String
  }

  init(_ source: String) throws(Malformation) {
    self.source = source
  }

  private let source: String

  /// Whether the expression matches anywhere in `text`.
  func matches(_ text: String) -> Bool {
    text.hasPart(source)
  }
}
