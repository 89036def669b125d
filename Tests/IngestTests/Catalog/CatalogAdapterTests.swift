import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct CatalogAdapterTests {
  private func document(_ json: String) throws -> Node {
    let source = SourceFile(id: SourceID(index: 0), path: "a.json", bytes: Array(json.utf8))
    return try #require(try JSONParser.parse(source).root)
  }

  private static let tool = #"{"name": "read", "inputSchema": {"type": "object"}}"#

  @Test(arguments: [
    "{\"tools\": [\(tool)]}", "[\(tool)]",
    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {\"tools\": [\(tool)]}}",
    "[{\"jsonrpc\": \"2.0\", \"result\": {\"tools\": [\(tool)]}}]",
  ])
  func `a result is understood in each of its wrappings`(json: String) async throws {
    let document = try document(json)
    #expect(CatalogAdapter.recognizes(document))
    #expect(
      await CatalogAdapter.lower(document).catalogs.map { $0.tools.map(\.name) } == [["read"]])
  }

  @Test func `the tools of a long list keep their order, and so do notes about others`()
    async throws
  {
    let entries = (0..<300).map { $0 % 100 == 99 ? "{\"title\": \"x\"}" : "{\"name\": \"t\($0)\"}" }
    let contribution = await CatalogAdapter.lower(
      try document("{\"tools\": [\(entries.joined(separator: ", "))]}"))
    let names = (0..<300).filter { $0 % 100 != 99 }.map { "t\($0)" }
    #expect(contribution.catalogs.map { $0.tools.map(\.name) } == [names])
    let places = contribution.diagnostics.map(\.span)
    #expect(places.count == 3)
    #expect(places == places.sorted())
  }

  @Test func `a recorded exchange names its server`() async throws {
    let contribution = await CatalogAdapter.lower(
      try document(
        #"[{"jsonrpc": "2.0", "result": {"serverInfo": {"name": "ledger", "version": "1.2.0"}}},"#
          + "{\"jsonrpc\": \"2.0\", \"result\": {\"tools\": [\(Self.tool)]}}]"))
    #expect(contribution.catalogs.map(\.serverName?.value) == ["ledger"])
    #expect(contribution.catalogs.map(\.serverVersion?.value) == ["1.2.0"])
  }

  @Test func `parameters are read with their bounds, through references and items`() throws {
    let contribution = CatalogAdapter.lowerSchemaFile(
      try document(
        #"""
        {"name": "read", "inputSchema": {"type": "object", "additionalProperties": false,
          "required": ["account"],
          "properties": {
            "account": {"$ref": "#/$defs/account"},
            "note": {"type": "string"},
            "filter": {"type": "object", "properties": {"limit": {"type": "integer", "maximum": 9}}},
            "tags": {"type": "array", "items": {"type": "string"}},
            "kind": {"enum": ["a", "b"], "description": "Which kind."}},
          "$defs": {"account": {"type": "string", "pattern": "^[0-9]+$"}}}}
        """#))
    let input = try #require(contribution.catalogs.first?.tools.first?.input)
    let listed = input.parameters.map {
      "\($0.name.value) \($0.isConstrained) \($0.isRequired) \($0.isDescribed)"
    }
    #expect(
      listed == [
        "account true true false", "note false false false", "filter true false false",
        "filter.limit true false false", "tags false false false", "kind true false true",
      ])
    #expect(input.refusesUnknownProperties?.value == true)
    #expect(input.violations == [])
  }

  @Test func `a schema that is none is a violation at its place`() throws {
    let document = try document(
      #"{"name": "x", "inputSchema": {"type": "object", "properties": {"a": {"type": "strin"}}}}"#)
    let input = try #require(
      CatalogAdapter.lowerSchemaFile(document).catalogs.first?.tools.first?.input)
    let violation = try #require(input.violations.first)
    #expect(document.tree.source.text(in: violation.span.range) == #""strin""#)
  }

  @Test func `a schema that refers to itself ends`() throws {
    let document = try document(
      ##"{"type": "object", "properties": {"child": {"$ref": "#"}, "twin": {"$ref": "#"}}}"##)
    let tool = CatalogAdapter.lowerSchemaFile(document).catalogs.first?.tools.first
    #expect((tool?.input?.parameters.count ?? 0) > 1)
  }
}
