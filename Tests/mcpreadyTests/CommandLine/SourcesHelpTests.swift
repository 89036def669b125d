import TestSupport
import Testing

@testable import mcpready

@Suite struct SourcesHelpTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The blocks of the page that stand further in than its text, as files hold them.
  private static let blocks: [String] = {
    let lines = HelpTopic.sources.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "").filter { $0.allSatisfy { $0.hasPrefix("  ") } }.map { block in
      block.map { String($0.dropFirst(2)) }.joined(separator: "\n") + "\n"
    }
  }()

  @Test func `every file in the help on sources is read as it stands`() async throws {
    #expect(Self.blocks.count == 4)
    for (number, block) in Self.blocks.enumerated() {
      try folder.write("estate/file\(number).yaml", block)
    }
    try folder.write(
      "estate/ledger.yaml",
      """
      server_id: mcp-server-ledger
      transport: streamable_http
      endpoint: https://mcp.example.com/ledger/
      auth: {audience: "https://mcp.example.com/ledger/"}

      """)
    let result = await SampleEstate.run("check", folder.path + "/estate", "--at", "2026-11-21")
    #expect(result.status == .failed, "\(result.output) \(result.errors)")
    #expect(!result.output.contains("not recognised"), "\(result.output)")
    #expect(!result.output.contains("proving nothing"), "\(result.output)")
    #expect(!result.output.contains("warning"), "\(result.output)")
  }
}
