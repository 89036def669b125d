import FoundationEssentials
import JSONSchema
import SourceText
import Syntax
import TestSupport
import Testing

/// Real documents, with the verdicts of another validator beside them.
@Suite struct CorpusTests {
  @Test func `server documents are judged as their labels say`() throws {
    guard let corpus = SharedFolder.path("corpus/server-json"),
      let schemas = SharedFolder.path("conformance/mcp-registry-schema")
    else { return }
    var count = 0
    for label in try root(corpus + "/labels.json").elements {
      let file = try #require(label["file"]?.string)
      let version = try #require(label["schema_version"]?.string)
      let schema = try root(schemas + "/" + version + "/server.schema.json")
      let violations = try SchemaValidator(schema: schema).validate(root(corpus + "/" + file))
      #expect(violations.isEmpty == label["valid"]?.boolean, "\(file): \(violations)")
      #expect(MetaSchema.violations(of: schema).isEmpty)
      count += 1
    }
    print("server.json corpus: \(count) documents judged")
  }

  @Test func `the schemas of real tools are judged as their labels say`() throws {
    guard let corpus = SharedFolder.path("corpus/tools-list") else { return }
    var count = 0
    for label in try root(corpus + "/labels.json").elements {
      let file = try #require(label["file"]?.string)
      let name = try #require(label["tool"]?.string)
      let document = try root(corpus + "/" + file)
      let tools = document["tools"].map { Array($0.elements) } ?? [document]
      let tool = try #require(tools.first { $0["name"]?.string == name })
      let schema = try #require(tool["inputSchema"])
      let labelled = label["input_schema_metaschema_errors"]?.count ?? 0
      #expect(MetaSchema.violations(of: schema).isEmpty == (labelled == 0), "\(file) \(name)")
      count += 1
    }
    print("tools/list corpus: \(count) input schemas judged")
  }

  private func root(_ path: String) throws -> Node {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let source = SourceFile(id: SourceID(index: 0), path: path, bytes: bytes)
    return try #require(try JSONParser.parse(source).root)
  }
}
