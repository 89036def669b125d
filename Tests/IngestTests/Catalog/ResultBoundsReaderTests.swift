import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct ResultBoundsReaderTests {
  private func tool(_ json: String) throws -> (tool: Tool, parsed: ParsedText) {
    let parsed = try ParsedText(json: json)
    let contribution = CatalogAdapter.lowerSchemaFile(try parsed.root)
    return (try #require(contribution.catalogs.first?.tools.first), parsed)
  }

  @Test func `a tool's own word on its size is read at its place`() throws {
    let (tool, parsed) = try tool(
      #"""
      {"name": "read", "inputSchema": {"type": "object"},
        "_meta": {"anthropic/maxResultSizeChars": 500000}}
      """#)
    #expect(tool.resultBounds.characters.value == 500_000)
    #expect(parsed.text(tool.resultBounds.characters.span) == "500000")
  }

  @Test(arguments: [
    ("limit", #""maximum": 50"#, 50), ("page_size", #""exclusiveMaximum": 50"#, 49),
    ("maxResults", #""maximum": 9"#, 9),
  ])
  func `a paging parameter with an upper bound bounds the page`(
    name: String, bound: String, expected: Int
  ) throws {
    let (tool, parsed) = try tool(
      "{\"name\": \"read\", \"inputSchema\": {\"type\": \"object\", \"properties\": {"
        + "\"\(name)\": {\"type\": \"integer\", \(bound)}}}}")
    #expect(tool.resultBounds.pageSize.value == expected)
    let number = String(bound.split(separator: " ").last ?? "")
    #expect(parsed.text(tool.resultBounds.pageSize.span) == number)
  }

  @Test(arguments: [
    #"{"name": "read", "inputSchema": {"type": "object"}, "_meta": {"anthropic/maxResultSizeChars": -1}}"#,
    #"{"name": "read", "inputSchema": {"type": "object", "properties": {"limit": {"type": "integer", "minimum": 1}}}}"#,
    #"{"name": "read", "inputSchema": {"type": "object", "properties": {"age": {"type": "integer", "maximum": 99}}}}"#,
  ])
  func `what sets no bound bounds nothing`(json: String) throws {
    let (tool, _) = try tool(json)
    #expect(tool.resultBounds == ResultBounds())
  }

  @Test func `patterns are told from lengths, through branches`() throws {
    let (tool, _) = try tool(
      #"""
      {"name": "read", "inputSchema": {"type": "object", "properties": {
        "a": {"type": "string", "maxLength": 9}, "b": {"type": "string", "pattern": "^x"},
        "c": {"anyOf": [{"enum": ["x"]}, {"type": "null"}]},
        "d": {"anyOf": [{"enum": ["x"]}, {"type": "string"}]},
        "e": {"type": "string", "format": "uri"}}}}
      """#)
    #expect(tool.input?.parameters.map(\.isPatterned) == [false, true, true, false, false])
  }
}
