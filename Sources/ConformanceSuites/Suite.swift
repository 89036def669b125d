/// A public conformance suite that one of the parsers or evaluators is held to.
public enum Suite: String, Sendable, CaseIterable {
  /// yaml-test-suite: what must fail, the events, and the values that JSON can express.
  case yaml
  /// JSONTestSuite: which texts a parser must accept and which it must refuse.
  case json
  /// The JSON Schema test suite, draft 2020-12.
  case jsonSchema = "json-schema"
  /// nginx configurations with what crossplane makes of them.
  case nginx
  /// The tests of the Common Expression Language that need no message types.
  case cel

  /// The name that the suite's authors gave it, which is also that of its folder.
  public var folderName: String {
    switch self {
    case .yaml: "yaml-test-suite"
    case .json: "JSONTestSuite"
    case .jsonSchema: "JSON-Schema-Test-Suite"
    case .nginx: "crossplane"
    case .cel: "cel-spec"
    }
  }

  /// Runs the suite, or whatever portion of it the folder at `path` holds.
  ///
  /// `companion` is the folder of another portion, whose files that are not cases are used where `path`
  /// has none of its own. Throws where the folder does not hold such a suite; a case that goes wrong is
  /// part of the report.
  public func run(in path: String, companion: String? = nil) throws(SuiteError) -> SuiteReport {
    let folder = SuiteFolder(path: path)
    let report: SuiteReport
    switch self {
    case .yaml: report = SuiteReport(try YAMLSuite.run(folder))
    case .json: report = SuiteReport(try JSONSuite.run(folder))
    case .jsonSchema:
      report = try JSONSchemaSuite.run(folder, companion: companion.map(SuiteFolder.init(path:)))
    case .nginx: report = SuiteReport(try NginxSuite.run(folder))
    case .cel: report = SuiteReport(try CELSuite.run(folder))
    }
    // Nothing that fails must not look like everything that passes.
    guard report.holdsCases else { throw SuiteError("\(path): the folder holds no cases") }
    return report
  }
}
