import SourceText
import Syntax

/// The condition of an `if`.
struct NginxCondition: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    /// `($x)`: not empty and not `0`
    case isSet
    case equals
    case differs
    /// `~` or `~*`
    case matches(ignoresCase: Bool)
    /// `!~` or `!~*`
    case matchesNot(ignoresCase: Bool)
    /// `-f`, `!-d` and so on
    case file(String)
  }

  let test: Test

  /// The left side, usually one variable; for a file test, the path.
  let subject: NginxWord

  /// The right side, without the closing parenthesis.
  let operand: String

  /// From the opening to the closing parenthesis.
  let span: SourceSpan

  /// The name of the variable that is tested, if the left side names one.
  var variable: String? { subject.variables.first?.name }

  /// The left side without the condition's parentheses.
  var subjectExpression: NginxExpression {
    var parts = NginxExpression(subject).parts
    if case .text(let text)? = parts.first, text.hasPrefix("(") {
      parts[0] = .text(String(text.dropFirst()))
    }
    if test == .isSet, case .text(let text)? = parts.last, text.hasSuffix(")") {
      parts[parts.count - 1] = .text(String(text.dropLast()))
    }
    return NginxExpression(parts: parts)
  }

  /// Reads the arguments of an `if`; `nil` where nginx would refuse them.
  init?(_ directive: NginxDirective) {
    var words = directive.arguments
    guard let first = words.first, let last = words.last, first.text.hasPrefix("("),
      last.text.hasSuffix(")")
    else { return nil }
    span = first.span.union(last.span)
    if first.text == "(" { words.removeFirst() }
    if words.last?.text == ")" { words.removeLast() }
    func bare(_ word: NginxWord) -> String {
      var text = word.text[...]
      if word == first, text.hasPrefix("(") { text.removeFirst() }
      if word == last, text.hasSuffix(")") { text.removeLast() }
      return String(text)
    }
    let texts = words.map(bare)
    guard let left = texts.first else { return nil }
    if texts.count == 1 {
      (test, subject, operand) = (.isSet, words[0], "")
    } else if left.hasPrefix("-") || left.hasPrefix("!-") {
      (test, subject, operand) = (.file(left), words[1], texts[1])
    } else if let test = Self.tests[texts[1]] {
      (self.test, subject) = (test, words[0])
      operand = texts.count > 2 ? texts[2] : ""
    } else {
      return nil
    }
  }

  private static let tests: [String: Test] = [
    "=": .equals, "!=": .differs, "~": .matches(ignoresCase: false),
    "~*": .matches(ignoresCase: true), "!~": .matchesNot(ignoresCase: false),
    "!~*": .matchesNot(ignoresCase: true),
  ]
}
