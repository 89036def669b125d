import CEL
import Foundation

/// The public conformance tests of the Common Expression Language, as far as they need no message types.
public enum CELSuite {
  /// Runs every case of the folder `simple` in `directory` that a dynamic evaluator can decide.
  ///
  /// With strict checking, the cases that are meant to be checked and to have a value are run: they
  /// show that the checker refuses nothing that is right.
  public static func run(
    directory: String, checking: Environment.Checking = .dynamic
  ) throws -> SuiteOutcome {
    var outcome = SuiteOutcome()
    let folder = directory + "/simple"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".json") {
      let data = try Data(contentsOf: URL(filePath: folder + "/" + file))
      for test in try JSONDecoder().decode(CELSuiteFile.self, from: data).tests {
        guard test.dynamic_ok else {
          outcome.skipped.append((test.id, "needs message types, a checker or a host function"))
          continue
        }
        let isChecked = test.disable_check != true && test.expect.kind != "error"
        guard checking == .dynamic || isChecked else {
          outcome.skipped.append((test.id, "is not meant to be checked"))
          continue
        }
        if let reason = failure(of: test, checking) {
          outcome.failed.append((test.id, reason))
        } else {
          outcome.passed.append(test.id)
        }
      }
    }
    return outcome
  }

  /// How the case came out otherwise than expected, or `nil`.
  private static func failure(
    of test: CELSuiteFile.Test, _ checking: Environment.Checking
  ) -> String? {
    let bindings = test.bindings ?? [:]
    let environment = Environment(
      variables: bindings.keys.sorted().map { Environment.Variable($0) },
      container: test.container ?? "", checking: checking)
    let found: Value
    do {
      let program = try Program(compiling: test.expr, in: environment)
      var values: [String: Value] = [:]
      for (name, typed) in bindings { values[name] = try typed.value() }
      found = try program.evaluate(values)
    } catch let error as CELSuiteFile.Malformation {
      return "\(test.expr): the suite's own value is malformed: \(error)"
    } catch {
      return test.expect.kind == "error" ? nil : "\(test.expr): \(error)"
    }
    guard test.expect.kind != "error" else {
      return "\(test.expr): expected an error, found \(found)"
    }
    do {
      guard let expected = try test.expect.value?.value() else { return nil }
      if isSame(found, expected) { return nil }
      return "\(test.expr): expected \(expected), found \(found)"
    } catch {
      return "\(test.expr): the suite's own value is malformed: \(error)"
    }
  }

  /// Equality that also tells the number types apart and takes NaN for the same as NaN.
  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.double(let a), .double(let b)):
      return (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy(isSame)
    case (.map(let a), .map(let b)):
      return a.count == b.count
        && zip(a.keys, a.values).allSatisfy { key, value in
          guard let other = b[key] else { return false }
          return isSame(value, other) && b.keys.contains { isSame($0, key) }
        }
    case (.optional(let a?), .optional(let b?)): return isSame(a, b)
    default: return a.type == b.type && a == b
    }
  }
}
