import SourceText
import Syntax

/// What a location's modifier and pattern say about the requests it takes.
struct NginxLocationMatch: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `= /path`
    case exact
    /// `/path`
    case prefix
    /// `^~ /path`: a prefix behind which no regular expression is tried.
    case finalPrefix
    /// `~ pattern` or, without regard to case, `~* pattern`
    case regex(ignoresCase: Bool)
    /// `@name`, which only nginx itself can lead to.
    case named
  }

  let kind: Kind

  /// The path, pattern or name, without its modifier.
  let pattern: String

  /// The place of the modifier and the pattern.
  let span: SourceSpan

  /// Reads the arguments of a `location`.
  init(_ location: NginxDirective) {
    let words = location.arguments
    let last = words.last ?? location.name
    span = (words.first ?? location.name).span.union(last.span)
    if words.count > 1, let kind = Self.kinds[words[0].text] {
      self.kind = kind
      pattern = last.text
    } else if last.text.hasPrefix("@") {
      kind = .named
      pattern = last.text
    } else if let modifier = ["=", "^~", "~*", "~"].first(where: last.text.hasPrefix),
      let kind = Self.kinds[modifier]
    {
      // nginx also takes a modifier that is written to the pattern without a space.
      self.kind = kind
      pattern = String(last.text.dropFirst(modifier.count))
    } else {
      kind = .prefix
      pattern = last.text
    }
  }

  /// Whether the location takes requests by a regular expression.
  var isRegex: Bool {
    if case .regex = kind { true } else { false }
  }

  private static let kinds: [String: Kind] = [
    "=": .exact, "^~": .finalPrefix, "~": .regex(ignoresCase: false),
    "~*": .regex(ignoresCase: true),
  ]
}
