import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct ToolResponseTests {
  private static let manifest = """
    server_id: ledger
    version: 1.0.0
    transport: stdio
    data_handling: {response_samples: [samples/get.json]}

    """

  private func read(_ sample: String, at path: String = "samples/get.json") async -> IntakeResult {
    await Intake.read(files: [
      (path: "ledger.yaml", bytes: Array(Self.manifest.utf8)),
      (path: path, bytes: Array(sample.utf8)),
    ])
  }

  @Test(arguments: [
    (#"{"content": [{"type": "text", "text": "a"}]}"#, true),
    (#"{"jsonrpc": "2.0", "id": 1, "result": {"content": [{"type": "image", "data": ""}]}}"#, true),
    (#"{"content": []}"#, false), (#"{"content": [{"text": "a"}]}"#, false),
    (#"{"content": [{"type": "paragraph"}]}"#, false), (#"{"content": "text"}"#, false),
  ])
  func `a result of a tool is known by its content`(json: String, isResponse: Bool) throws {
    #expect(ToolResponseAdapter.recognizes(try ParsedText(json: json).root) == isResponse)
  }

  @Test func `a sample belongs to the server that names it, with the secrets in it`() async throws {
    let result = await read(
      #"{"content": [{"type": "text", "text": "see https://robot:k4Jq9vTz2mXw@db.internal/"}]}"#)
    let server = try #require(result.fleet.server("ledger"))
    let sample = try #require(server.responseSamples.first)
    #expect(sample.path == "samples/get.json")
    #expect(sample.secrets.map { result.library.text(of: $0.span) } == ["k4Jq9vTz2mXw"])
    #expect(server.secrets.count == 1)
    #expect(!result.fleet.givenSources.contains(.record))
  }

  @Test func `a sample that nobody names says so`() async {
    let result = await read(#"{"content": [{"type": "text", "text": "a"}]}"#, at: "other.json")
    #expect(result.fleet.unlinked.map(\.subject) == ["tool response other.json"])
  }
}
