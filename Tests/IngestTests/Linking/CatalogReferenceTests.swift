import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct CatalogReferenceTests {
  private func read(_ catalog: String, named name: String = "tools.json") async -> IntakeResult {
    let manifest = "server_id: beds\ntransport: stdio\ncatalog: \(name)\n"
    return await Intake.read(files: [
      (path: "beds.yaml", bytes: Array(manifest.utf8)), (path: name, bytes: Array(catalog.utf8)),
    ])
  }

  private static let tool = #"{"name": "get", "inputSchema": {"type": "object"}}"#

  @Test(arguments: [
    #"{"tools": {"get": {"description": "Reads."}}}"#,
    #"{"jsonrpc": "2.0", "id": 1, "result": {"tools": false}}"#,
    #"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32600, "message": "no session"}}"#,
  ])
  func `a file that lists no tools is no catalog`(catalog: String) async throws {
    let result = await read(catalog)
    let reference = try #require(result.fleet.server("beds")?.catalogReference.evidence)
    #expect(reference.value.target == .otherFile(path: "tools.json"))
    #expect(!reference.value.exists)
    let warning = try #require(result.diagnostics.first { $0.span == reference.span })
    #expect(warning.message == "the file 'tools.json' is no catalog of tools")
  }

  @Test func `a list of tools is one, even an empty one`() async throws {
    for catalog in ["{\"tools\": [\(Self.tool)]}", #"{"tools": []}"#] {
      let server = try #require(await read(catalog).fleet.server("beds"))
      #expect(server.catalogReference.value?.exists == true)
      #expect(server.catalogBreak == nil)
    }
  }

  @Test func `a page with a cursor is not the whole catalog`() async throws {
    let page = await read(#"{"tools": [\#(Self.tool)], "nextCursor": "p2"}"#)
    #expect(page.fleet.server("beds")?.catalogBreak != nil)
    let last = await read(#"{"tools": [\#(Self.tool)], "nextCursor": ""}"#)
    #expect(last.fleet.server("beds")?.catalogBreak == nil)
  }

  @Test func `an exchange is whole where its last page names no other`() async {
    func page(_ rest: String) -> String {
      #"{"jsonrpc": "2.0", "id": 1, "result": {"tools": [\#(Self.tool)]\#(rest)}}"#
    }
    let next = #", "nextCursor": "p2""#
    let whole = await read("[\(page(next)), \(page(""))]")
    #expect(whole.fleet.server("beds")?.catalogBreak == nil)
    let broken = await read("[\(page("")), \(page(next))]")
    #expect(broken.fleet.server("beds")?.catalogCursors.count == 1)
  }
}
