import Patterns

/// A regular expression of a location or server name, compiled once.
struct NginxPathPattern: Sendable {
  private let pattern: Pattern?

  /// Compiles `source`, which may ask for what cannot be matched in linear time.
  init(_ source: String, ignoresCase: Bool) {
    do {
      pattern = try Pattern(source, syntax: .pcre, options: ignoresCase ? .caseInsensitive : [])
    } catch {
      // Backreferences and the like: `matches` says that it cannot tell.
      pattern = nil
    }
  }

  /// Whether `text` matches anywhere, as nginx asks; `nil` where the pattern could not be compiled.
  func matches(_ text: String) -> Bool? {
    pattern?.matches(text)
  }
}
