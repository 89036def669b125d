import SourceText
import Syntax

/// JSONTestSuite (`nst/JSONTestSuite`): which texts a JSON parser must accept and which it must refuse.
enum JSONSuite {
  /// Runs the files of `test_parsing`, whose names begin with what must become of them.
  ///
  /// A file that the standard leaves open (`i_`) is skipped, with what was chosen for it.
  static func run(_ folder: SuiteFolder) throws(SuiteError) -> SuiteOutcome {
    let cases = folder.folder("test_parsing")
    var outcome = SuiteOutcome()
    for name in try cases.names(ending: ".json") {
      let complaint = complaint(about: try cases.source(name))
      switch (name.prefix(2), complaint) {
      case ("y_", let complaint): outcome.judge(name, complaint.map { "refused: \($0)" })
      case ("n_", let complaint): outcome.judge(name, complaint == nil ? "accepted" : nil)
      case ("i_", let complaint):
        let choice = complaint == nil ? "accepted" : "refused"
        outcome.skip(name, because: "implementation-defined, \(choice)")
      default: throw cases.malformed(name, "the name does not begin with y_, n_ or i_")
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
