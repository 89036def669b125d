public import SourceText
import Syntax

/// yaml-test-suite: what must fail, the events, and the values that JSON can express.
public enum YAMLSuite {
  /// Runs the cases below `data`; a case is a folder with `in.yaml`.
  static func run(_ folder: SuiteFolder) throws(SuiteError) -> SuiteOutcome {
    let data = folder.folder("data")
    var outcome = SuiteOutcome()
    for id in try caseIDs(in: data) {
      outcome.judge(id, try difference(in: data.folder(id)))
    }
    return outcome
  }

  /// What the cases of the suite in the folder at `path` are about, whether it is YAML or not.
  public static func inputs(in path: String) throws(SuiteError) -> [SourceFile] {
    let data = SuiteFolder(path: path).folder("data")
    var inputs: [SourceFile] = []
    for id in try caseIDs(in: data) { inputs.append(try data.source(id + "/in.yaml")) }
    return inputs
  }

  /// The folders that hold a case, such as `229Q` and `2G84/00`, sorted.
  private static func caseIDs(in data: SuiteFolder) throws(SuiteError) -> [String] {
    let input = "/in.yaml"
    return try data.files(ending: input).map { String($0.dropLast(input.utf8.count)) }
  }

  /// How the parser differs from what the case in `folder` demands, or `nil`.
  private static func difference(in folder: SuiteFolder) throws(SuiteError) -> String? {
    let mustFail = folder.holds("error")
    let source = try folder.source("in.yaml")
    let tree: SyntaxTree
    let events: [YAMLEvent]
    do throws(SyntaxError) {
      tree = try YAMLParser.parse(source)
      events = try YAMLParser.events(of: source)
    } catch {
      if mustFail { return nil }
      let place = source.position(at: Int(error.diagnostic.span.start))
      return "\(place.line):\(place.column): \(error.diagnostic.message)"
    }
    if mustFail { return "accepted, but it is not YAML" }
    let found = (["+STR"] + events.map(\.suiteNotation) + ["-STR", ""]).joined(separator: "\n")
    // Bytes are compared: equal strings may differ in how Unicode composes their characters.
    guard try folder.bytes(of: "test.event") == Array(found.utf8) else {
      return "the events differ from test.event: "
        + found.split(separator: "\n").joined(separator: " ")
    }
    guard folder.holds("in.json") else { return nil }
    let place = JSONExpectation.difference(
      of: tree.documents, from: try folder.source("in.json", index: 1))
    return place.map { "\($0) differs from in.json" }
  }
}
