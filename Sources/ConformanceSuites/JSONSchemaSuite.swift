import FoundationEssentials
import JSONSchema
import SourceText
import Syntax

/// The JSON Schema test suite, draft 2020-12.
public enum JSONSchemaSuite {
  /// A part of the suite that is counted by itself.
  public enum Part: String, Sendable, CaseIterable {
    /// What every implementation must do.
    case required
    /// What an implementation may do.
    case optional
    /// `format` as a demand.
    case formats

    var folder: String {
      switch self {
      case .required: "tests/draft2020-12"
      case .optional: "tests/draft2020-12/optional"
      case .formats: "tests/draft2020-12/optional/format"
      }
    }
  }

  /// Runs `part` of the suite under `directory`; the ids are `file#group/test`.
  ///
  /// `remotes` is the folder of the documents that live at `http://localhost:1234`.
  public static func run(
    directory: String, part: Part = .required, remotes: String? = nil
  ) throws -> SuiteOutcome {
    var library = SourceLibrary()
    let registry = try registry(of: remotes ?? directory + "/remotes", &library)
    var options = SchemaOptions()
    options.assertsFormats = part == .formats
    let folder = directory + "/" + part.folder
    var outcome = SuiteOutcome()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".json") {
      let tree = try tree(of: folder + "/" + name, &library)
      let file = part == .required ? name : part.folder.dropFirst(19) + "/" + name
      for group in tree.root.map({ Array($0.elements) }) ?? [] {
        run(group, file: String(file), registry, options, &outcome)
      }
    }
    return outcome
  }

  private static func run(
    _ group: Node, file: String, _ registry: SchemaRegistry, _ options: SchemaOptions,
    _ outcome: inout SuiteOutcome
  ) {
    guard let schema = group["schema"], let tests = group["tests"] else { return }
    let validator = Result { () throws(SchemaError) in
      try SchemaValidator(schema: schema, registry: registry, options: options)
    }
    for test in tests.elements {
      guard let data = test["data"], let isValid = test["valid"]?.boolean else { continue }
      let id =
        "\(file)#\(group["description"]?.string ?? "")/\(test["description"]?.string ?? "")"
      switch validator {
      case .failure(let error):
        outcome.failed.append((id, "the schema is refused: \(error.diagnostic.message)"))
      case .success(let validator):
        let violations = validator.validate(data)
        if violations.isEmpty != isValid {
          outcome.failed.append((id, violations.first?.message ?? "accepted"))
        } else if validator.isValid(data) != isValid {
          outcome.failed.append((id, "the quick answer differs from the full one"))
        } else {
          outcome.passed.append(id)
        }
      }
    }
  }

  private static func registry(
    of folder: String, _ library: inout SourceLibrary
  ) throws -> SchemaRegistry {
    var registry = SchemaRegistry()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    for name in names where name.hasSuffix(".json") {
      let tree = try tree(of: folder + "/" + name, &library)
      if let root = tree.root {
        registry.add(document: root, uri: "http://localhost:1234/" + name)
      }
    }
    return registry
  }

  private static func tree(of path: String, _ library: inout SourceLibrary) throws -> SyntaxTree {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return try JSONParser.parse(library.add(path: path, bytes: bytes))
  }
}
