import JSONSchema
import SourceText
import Syntax

/// The JSON Schema test suite, draft 2020-12.
enum JSONSchemaSuite {
  /// A part of the suite that is counted by itself.
  enum Part: String, CaseIterable {
    /// What every implementation must do.
    case required = ""
    /// What an implementation may do.
    case optional
    /// `format` as a demand.
    case formats = "optional/format"

    /// The folder that the part's files stand in, and what their ids begin with.
    fileprivate var prefix: String { rawValue.isEmpty ? "" : rawValue + "/" }
  }

  private static let tests = "tests/draft2020-12"

  /// Runs all parts that `folder` holds; the ids are `file#group/test`.
  ///
  /// The documents that live at `http://localhost:1234` are those in `remotes` beside the tests, or in
  /// `companion` where a portion of the suite comes without them.
  static func run(_ folder: SuiteFolder, companion: SuiteFolder?) throws(SuiteError) -> SuiteReport
  {
    let homes = [folder, companion].compactMap { $0?.folder("remotes") }
    let home = homes.first { $0.exists }
    let registry = try registry(of: home)
    var optional: [(part: String, outcome: SuiteOutcome)] = []
    for part in [Part.optional, .formats] {
      let cases = folder.folder(tests + "/" + part.rawValue)
      guard cases.exists else { continue }
      optional.append((part.rawValue, try run(part, in: cases, registry)))
    }
    var notes: [String] = []
    if home == nil {
      notes.append("no folder `remotes` was found: references to other documents lead nowhere")
    }
    return SuiteReport(
      try run(.required, in: folder.folder(tests), registry), optional: optional, notes: notes)
  }

  private static func run(
    _ part: Part, in cases: SuiteFolder, _ registry: SchemaRegistry
  ) throws(SuiteError) -> SuiteOutcome {
    var options = SchemaOptions()
    options.assertsFormats = part == .formats
    var outcome = SuiteOutcome()
    for name in try cases.names(ending: ".json") {
      for group in try cases.json(name).elements {
        guard let schema = group["schema"], let tests = group["tests"],
          let description = group["description"]?.string
        else { throw cases.malformed(name, "a group lacks its schema, tests or description") }
        let validator = Result { () throws(SchemaError) in
          try SchemaValidator(schema: schema, registry: registry, options: options)
        }
        for test in tests.elements {
          guard let data = test["data"], let isValid = test["valid"]?.boolean,
            let testName = test["description"]?.string
          else { throw cases.malformed(name, "a test lacks its data, answer or description") }
          outcome.judge(
            "\(part.prefix)\(name)#\(description)/\(testName)",
            difference(validator, on: data, isValid: isValid))
        }
      }
    }
    return outcome
  }

  /// How the schema's answer for `data` differs from `isValid`, or `nil`.
  private static func difference(
    _ validator: Result<SchemaValidator, SchemaError>, on data: Node, isValid: Bool
  ) -> String? {
    switch validator {
    case .failure(let error): return "the schema is refused: \(error.diagnostic.message)"
    case .success(let validator):
      let violations = validator.validate(data)
      guard violations.isEmpty == isValid else { return violations.first?.message ?? "accepted" }
      return validator.isValid(data) == isValid
        ? nil : "the quick answer differs from the full one"
    }
  }

  private static func registry(of home: SuiteFolder?) throws(SuiteError) -> SchemaRegistry {
    var registry = SchemaRegistry()
    guard let home else { return registry }
    // The file that refers to these documents is source 0.
    for (index, path) in try home.files(ending: ".json").enumerated() {
      registry.add(
        document: try home.json(path, index: index + 1), uri: "http://localhost:1234/" + path)
    }
    return registry
  }
}
