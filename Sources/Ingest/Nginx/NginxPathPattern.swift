import Syntax

/// The one place that matches paths and names against nginx's regular expressions.
enum NginxPathPattern {
  /// Whether `text` matches `pattern`; `nil` where nobody can tell.
  static func matches(_ text: String, _ pattern: String, ignoresCase: Bool) -> Bool? {
    nil
  }
}
