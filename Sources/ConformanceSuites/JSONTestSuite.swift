import FoundationEssentials
import SourceText
import Syntax

/// JSONTestSuite (`nst/JSONTestSuite`): which texts a JSON parser must accept and which it must refuse.
public enum JSONSuite {
  /// Runs the files of `test_parsing` under `directory`.
  ///
  /// A file that the standard leaves open (`i_`) is listed as skipped, with what was chosen for it.
  public static func run(directory: String) throws -> SuiteOutcome {
    let folder = directory + "/test_parsing"
    var outcome = SuiteOutcome()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".json") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
      var library = SourceLibrary()
      let complaint = complaint(about: library.add(path: name, bytes: bytes))
      switch (name.prefix(2), complaint) {
      case ("y_", nil), ("n_", .some): outcome.passed.append(name)
      case ("y_", .some(let message)): outcome.failed.append((name, "refused: \(message)"))
      case ("n_", nil): outcome.failed.append((name, "accepted"))
      default: outcome.skipped.append((name, complaint.map { "refused: \($0)" } ?? "accepted"))
      }
    }
    return outcome
  }

  private static func complaint(about source: SourceFile) -> String? {
    do throws(SyntaxError) {
      _ = try JSONParser.parse(source)
      return nil
    } catch {
      return error.diagnostic.message
    }
  }
}
