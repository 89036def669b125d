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
      report(error, in: text, at: node, reporting: &reader)
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
      report(error, in: text.folded, at: node, reporting: &reader)
      return nil
    }
  }

  private static func report(
    _ error: CompileError, in text: String, at node: Node, reporting reader: inout MappingReader
  ) {
    for problem in error.problems {
      reader.report(
        .error, at: ExpressionText(text, of: node).span(of: problem.range), problem.message,
        advice: problem.suggestion.map { "did you mean `\($0)`?" })
    }
  }
}
