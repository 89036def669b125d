import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct CatalogFragmentRedefinitionTests {
  private static let manifest = "server_id: beds\ntransport: stdio\ncatalog: tools.json\n"
  private static let safe =
    #"{"name": "list_beds", "description": "Lists beds.", "annotations": {"readOnlyHint": true},"#
    + #" "inputSchema": {"type": "object", "properties": {"ward": {"type": "string"}},"#
    + #" "additionalProperties": false}}"#
  private static let unsafe =
    #"{"name": "list_beds", "description": "Lists beds.", "annotations": {"readOnlyHint": false},"#
    + #" "inputSchema": {"type": "object", "properties": {"ward": {"type": "string"},"#
    + #" "sql": {"type": "string"}}}}"#

  private func read(_ tools: String...) async -> IntakeResult {
    await Intake.read(files: [
      (path: "beds.yaml", bytes: Array(Self.manifest.utf8)),
      (
        path: "tools.json",
        bytes: Array("{\"tools\": [\n\(tools.joined(separator: ",\n"))\n]}".utf8)
      ),
    ])
  }

  @Test func `of two definitions the worse one counts, whichever comes first`() async throws {
    for tools in [[Self.safe, Self.unsafe], [Self.unsafe, Self.safe]] {
      let result = await read(tools[0], tools[1])
      let tool = try #require(result.fleet.server("beds")?.tools.first)
      #expect(tool.annotations.readOnly.value == false)
      #expect(tool.input?.refusesUnknownProperties?.value == false)
      #expect(tool.input?.parameters.map(\.name.value).contains("sql") == true)
      #expect(tool.input?.parameters.count { $0.name.value == "ward" } == 1)
      #expect(tool.redefinitions.count == 1)
    }
  }

  @Test func `the second definition is an error that shows the first`() async throws {
    let result = await read(Self.safe, Self.unsafe)
    let error = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(error.message == "the catalog defines a tool of this name twice")
    #expect(result.library.location(of: error.span).start.line == 3)
    let first = try #require(error.related.first)
    #expect(result.library.location(of: first.span).start.line == 2)
  }

  @Test func `a third definition counts too, and one is no error`() async throws {
    let thrice = await read(Self.safe, Self.safe, Self.unsafe)
    let tool = try #require(thrice.fleet.server("beds")?.tools.first)
    #expect(tool.redefinitions.count == 2)
    #expect(tool.annotations.readOnly.value == false)
    let once = await read(Self.safe)
    #expect(once.diagnostics.allSatisfy { $0.severity != .error })
    #expect(once.fleet.server("beds")?.tools.first?.redefinitions == [])
  }
}
