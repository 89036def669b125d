import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

struct DockerGatewayServersTests {
  private func lower(
    _ options: String, rest: String = "", catalogs: [ParsedText] = []
  ) throws -> Contribution {
    let compose = try ParsedText(
      yaml: """
        services:
          tools:
            image: docker/mcp-gateway:v2
            command: [--transport=streaming, \(options)]
        \(rest)

        """)
    return DockerGatewayAdapter.lower(
      [try compose.root], catalogs: try catalogs.map { try $0.root })
  }

  @Test func `tools behind a server's name are that server's`() throws {
    let tools = "'--tools=fetch:get_page,notes:*'"
    let found = try lower("'--servers=fetch,notes', \(tools)")
    #expect(found.clientEntries.map(\.allowedTools.value) == [["get_page"], ["*"]])
    #expect(found.routes.map { $0.tools.value?.names(for: "any") } == [["get_page"], nil])
  }

  @Test func `the gateway shows its servers together at its own address`() throws {
    let found = try lower("--port=8811, '--servers=fetch,notes'")
    #expect(found.routes.map(\.sharedAddress?.value) == ["tools:8811", "tools:8811"])
    #expect(Set(found.routes.map(\.blocks)).count == 1)
    #expect(found.routes.first?.blocks.first == found.clientEntries.first?.block)
  }

  @Test func `all servers are those of the one catalog`() throws {
    let catalog = try ParsedText(
      yaml: "registry: {fetch: {image: a/fetch}, notes: {image: a/notes}}")
    let found = try lower("--enable-all-servers", catalogs: [catalog])
    #expect(found.routes.map { $0.upstreams.map(\.value) } == [["fetch"], ["notes"]])
    #expect(try lower("--enable-all-servers").routes.isEmpty)
    #expect(try lower("--enable-all-servers", catalogs: [catalog, catalog]).routes.isEmpty)
    // `ParsedText` calls its file `test.yaml`.
    let named = try lower(
      "--enable-all-servers, --catalog=/mcp/test.yaml", catalogs: [catalog, catalog])
    #expect(named.routes.count == 4)
  }

  @Test(arguments: [
    ("--block-network", true), ("--block-network=false", false), ("--cpus=1", false),
  ]) func `only a gateway that is told to blocks the network`(option: String, expected: Bool) throws
  {
    let route = try #require(try lower("--servers=fetch, \(option)").routes.first)
    #expect(route.confinesEgress.value == expected)
  }

  @Test func `an interceptor after the call decides nothing`() throws {
    let option = "'--interceptor=after:exec:/bin/check'"
    let route = try #require(try lower("--servers=fetch, \(option)").routes.first)
    #expect(route.hasAuthorizationPolicy.value == false)
  }

  @Test func `the token of the environment is every caller's`() throws {
    let environment = "    environment: {MCP_GATEWAY_AUTH_TOKEN: \"${TOKEN}\"}"
    let guarded = try lower("--servers=fetch", rest: environment).routes.first
    #expect(guarded?.hasOneCallerCredential.value == true)
    #expect(try lower("--servers=fetch").routes.first?.hasOneCallerCredential.isStated == false)
  }
}
