import SourceText
import Syntax

/// The words and comments of a file as crossplane would write them.
///
/// It keeps every escape except that of the surrounding quote, and has two defects that are repeated here
/// rather than in the parser: a space behind `${name}` does not end an argument (nginx ends it), and a
/// backslash at the end of a comment is lost.
struct CrossplaneWords {
  let source: SourceFile

  /// The line of the byte at `offset`, from 1.
  func line(_ offset: UInt32) -> Int { source.position(at: Int(offset)).line }

  /// The arguments that crossplane makes of `words`, each with the word that it begins with.
  func glued(_ words: [NginxWord]) -> [(text: String, first: NginxWord)] {
    var glued: [(text: String, first: NginxWord)] = []
    var end: UInt32?
    for word in words {
      let space = endsInBracedVariable(word) ? space(at: word.span.end) : nil
      if end == word.span.start {
        glued[glued.count - 1].text += source.text(in: word.span.range) + (space ?? "")
      } else {
        glued.append((argument(word) + (space ?? ""), word))
      }
      end = space == nil ? nil : word.span.end + 1
    }
    return glued
  }

  /// The arguments of `directive`, those of an `if` without its parentheses.
  func arguments(of directive: NginxDirective) -> [String] {
    var arguments = glued(directive.arguments).map(\.text)
    guard directive.is("if"), let first = arguments.first, first.hasPrefix("("),
      arguments[arguments.count - 1].hasSuffix(")")
    else { return arguments }
    arguments[0].removeFirst()
    arguments[arguments.count - 1].removeLast()
    if arguments.first == "" { arguments.removeFirst() }
    if arguments.last == "" { arguments.removeLast() }
    return arguments
  }

  /// `word` without its quotes.
  func argument(_ word: NginxWord) -> String {
    let range = word.span.range
    let written: String
    switch word.form {
    case .bare, .luaBlock: written = source.text(in: range)
    case .singleQuoted:
      written = withoutEscapes(of: "'", in: source.text(in: range.dropFirst().dropLast()))
    case .doubleQuoted:
      written = withoutEscapes(of: "\"", in: source.text(in: range.dropFirst().dropLast()))
    }
    return written.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// The text of `comment` behind its `#`.
  func text(of comment: SourceSpan) -> String {
    let text = source.text(in: comment.range.dropFirst())
    let backslashes = text.reversed().prefix { $0 == "\\" }.count
    return backslashes % 2 == 1 ? String(text.dropLast()) : text
  }

  private func endsInBracedVariable(_ word: NginxWord) -> Bool {
    word.form == .bare && word.variables.last?.span.end == word.span.end
      && source.bytes[Int(word.span.end) - 1] == UInt8(ascii: "}")
  }

  /// The white space at `offset`, or `nil` where something else stands there.
  private func space(at offset: UInt32) -> String? {
    let text = source.text(in: Int(offset)..<Int(offset) + 1)
    return [" ", "\t", "\n"].contains(text) ? text : nil
  }

  private func withoutEscapes(of quote: Unicode.Scalar, in text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped, scalar == quote { result.removeLast() }
      result.append(scalar)
      isEscaped = !isEscaped && scalar == "\\"
    }
    return String(result)
  }
}
