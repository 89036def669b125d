import CEL
import Syntax

/// The public conformance tests of the Common Expression Language.
public enum CELSuite {
  /// Runs every case of the folder `simple` that an evaluator of values can decide.
  static func run(_ folder: SuiteFolder) throws(SuiteError) -> SuiteOutcome {
    try run(folder, checking: .dynamic)
  }

  /// Runs the cases in the folder at `path` that are meant to pass a type checker and to have a value.
  ///
  /// They show that the checker refuses nothing that is right.
  public static func runChecked(in path: String) throws(SuiteError) -> SuiteReport {
    SuiteReport(try run(SuiteFolder(path: path), checking: .strict))
  }

  private static func run(
    _ folder: SuiteFolder, checking: Environment.Checking
  ) throws(SuiteError) -> SuiteOutcome {
    let files = folder.folder("simple")
    var outcome = SuiteOutcome()
    for name in try files.names(ending: ".json") {
      guard let tests = try files.json(name)["tests"] else {
        throw files.malformed(name, "it holds no tests")
      }
      for node in tests.elements {
        guard let id = node["id"]?.string else {
          throw files.malformed(name, "a test lacks its id")
        }
        if let need = CELCase.need(of: node) {
          outcome.skip(id, because: need)
          continue
        }
        do throws(CELMalformation) {
          judge(try CELCase(node), id, checking, &outcome)
        } catch {
          outcome.judge(id, "the suite's own file: \(error.reason)")
        }
      }
    }
    return outcome
  }

  private static func judge(
    _ test: CELCase, _ id: String, _ checking: Environment.Checking, _ outcome: inout SuiteOutcome
  ) {
    if checking == .strict {
      guard !test.isUnchecked, case .value = test.expectation else {
        outcome.skip(id, because: "is not meant to pass a type checker")
        return
      }
    }
    outcome.judge(id, difference(test, checking).map { "\(test.expression): \($0)" })
  }

  /// How the case came out otherwise than expected, or `nil`.
  private static func difference(_ test: CELCase, _ checking: Environment.Checking) -> String? {
    let environment = Environment(
      variables: test.bindings.keys.sorted().map { Environment.Variable($0) },
      container: test.container, checking: checking)
    do {
      let program = try Program(compiling: test.expression, in: environment)
      let found = try program.evaluate(test.bindings)
      switch test.expectation {
      case .error: return "expected an error, found \(found)"
      case .value(let expected):
        return found.isIdentical(to: expected) ? nil : "expected \(expected), found \(found)"
      }
    } catch {
      if case .error = test.expectation { return nil }
      return "\(error)"
    }
  }
}
