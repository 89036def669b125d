import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct RegistryEntryGovernanceTests {
  private func lower(_ meta: String) throws -> Contribution {
    let text = """
      {"name": "io.github.company/ledger", "description": "d", "version": "1.2.0",
       "packages": [{"registryType": "npm", "identifier": "@company/ledger", "version": "1.2.0",
         "transport": {"type": "stdio"}, "environmentVariables": [
           {"name": "LEDGER_TOKEN", "isSecret": true}, {"name": "LEDGER_URL"}]}],
       "_meta": \(meta)}
      """
    let source = SourceFile(id: SourceID(index: 0), path: "server.json", bytes: Array(text.utf8))
    let document = try #require(try JSONParser.parse(source).root)
    return RegistryEntryAdapter.lower(document)
  }

  @Test(arguments: [
    #"{"io.github.mcpready/governance": {"owner": "ledger@company.com", "tier": 1}}"#,
    #"{"io.modelcontextprotocol.registry/publisher-provided": {"io.github.mcpready/governance": {"owner": "ledger@company.com", "tier": 1}}}"#,
  ])
  func `an entry carries the fields of a manifest`(meta: String) throws {
    let contribution = try lower(meta)
    let server = try #require(contribution.servers.first)
    #expect(server.ownership.owner.value == "ledger@company.com")
    #expect(server.tier.value == .one)
    #expect(server.version.value == "1.2.0")
    #expect(contribution.diagnostics == [])
  }

  @Test func `a field of a manifest beside the entry's own is not read, and told where it goes`()
    throws
  {
    let contribution = try lower(#"{}, "owner": "ledger@company.com", "title": "t""#)
    #expect(contribution.servers.first?.ownership.owner.value == nil)
    #expect(
      contribution.diagnostics.map(\.message)
        == ["`owner` is no key of `server.json`, and is not read here"])
    #expect(
      contribution.diagnostics.first?.advice?.contains("io.github.mcpready/governance") ?? false)
  }

  @Test func `an unknown field is reported, as in a manifest`() throws {
    let contribution = try lower(#"{"io.github.mcpready/governance": {"ownr": "x"}}"#)
    #expect(contribution.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `only variables that are secret are credentials`() throws {
    let server = try #require(try lower("{}").servers.first)
    #expect(server.credentials.map(\.name.value) == ["LEDGER_TOKEN"])
  }

  @Test func `a server that is offered remotely is reached where the remote says`() throws {
    let text = """
      {"name": "io.github.company/ledger", "description": "d", "version": "1.2.0",
       "packages": [{"registryType": "npm", "identifier": "@company/ledger", "version": "1.2.0",
         "transport": {"type": "streamable-http", "url": "https://localhost/ledger"}}],
       "remotes": [{"type": "sse", "url": "http://mcp.company.com/ledger"}]}
      """
    let source = SourceFile(id: SourceID(index: 0), path: "server.json", bytes: Array(text.utf8))
    let document = try #require(try JSONParser.parse(source).root)
    let server = try #require(RegistryEntryAdapter.lower(document).servers.first)
    #expect(server.endpoint.value == "http://mcp.company.com/ledger")
    #expect(server.transport.value == .httpSSE)
  }
}
