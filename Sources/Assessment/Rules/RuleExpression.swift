import CEL
import Reading
import SourceText
import Syntax

/// Compiles the expressions of a rule file and points into that file where they are wrong.
enum RuleExpression {
  /// The expression that the scalar `node` holds; `nil`, with diagnostics, where it does not compile.
  static func compile(
    _ node: Node, in environment: Environment, expectingCondition: Bool = true,
    reporting reader: inout MappingReader
  ) -> Program? {
    guard let text = node.scalarText else {
      reader.report(.error, at: node.span, "an expression is a text", expected: "CEL")
      return nil
    }
    do {
      return try Program(
        compiling: text, in: environment, expecting: expectingCondition ? .bool : nil)
    } catch {
      report(error, at: node, reporting: &reader)
      return nil
    }
  }

  /// The message that the scalar `node` holds, with its `{{ expression }}` holes compiled.
  static func template(
    _ node: Node, in environment: Environment, reporting reader: inout MappingReader
  ) -> Template? {
    guard let text = node.scalarText else {
      reader.report(.error, at: node.span, "a message is a text", expected: "a sentence")
      return nil
    }
    do {
      return try Template(compiling: text.folded, in: environment)
    } catch {
      report(error, at: node, reporting: &reader)
      return nil
    }
  }

  private static func report(
    _ error: CompileError, at node: Node, reporting reader: inout MappingReader
  ) {
    for problem in error.problems {
      reader.report(
        .error, at: place(of: problem.range, in: node), problem.message,
        advice: problem.suggestion.map { "did you mean `\($0)`?" })
    }
  }

  /// The bytes of `range` of the expression where its text stands in the file as it means; else all of it.
  private static func place(of range: Range<Int>, in node: Node) -> SourceSpan {
    let span = node.span
    let quotes = node.style == .doubleQuoted || node.style == .singleQuoted ? 1 : 0
    guard let text = node.scalarText, text.utf8.count + 2 * quotes == span.range.count else {
      return span
    }
    let start = span.range.lowerBound + quotes
    return SourceSpan(
      source: span.source,
      start + range.lowerBound..<start + max(range.upperBound, range.lowerBound))
  }
}
