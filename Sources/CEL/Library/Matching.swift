import Patterns

/// A compiled regular expression: the only place that knows which engine runs it.
struct Matcher: Sendable {
  /// Why a regular expression cannot be compiled.
  struct Malformation: Error {
    let message: String
    /// UTF-8 offset into the regular expression.
    let offset: Int
  }

  private let pattern: Pattern

  init(_ source: String) throws(Malformation) {
    do throws(PatternError) {
      pattern = try Pattern(source)
    } catch {
      throw Malformation(message: error.message, offset: error.offset)
    }
  }

  /// Whether the expression matches anywhere in `text`.
  func matches(_ text: String) -> Bool {
    pattern.matches(text)
  }
}
