import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

struct DockerGatewayAdapterTests {
  private func compose(_ command: String, environment: String = "{}") throws -> ParsedText {
    try ParsedText(
      yaml: """
        services:
          web: {image: "nginx:1"}
          tools:
            image: docker/mcp-gateway:v2
            command: \(command)
            environment: \(environment)

        """)
  }

  private func lower(_ text: ParsedText) throws -> Contribution {
    DockerGatewayAdapter.lower([try text.root], catalogs: [])
  }

  @Test(arguments: [
    "[--transport=streaming, '--servers=fetch,notes', '--tools=fetch_page', --tools=read_note]",
    "[--transport, streaming, --servers, 'fetch,notes', --tools, 'fetch_page,read_note']",
    "--transport=streaming --servers fetch,notes --tools=fetch_page,read_note",
  ]) func `the servers that it starts are its entries and routes`(command: String) throws {
    let found = try lower(try compose(command))
    #expect(found.clientEntries.map(\.name.value) == ["fetch", "notes"])
    #expect(Set(found.clientEntries.map(\.agent)) == ["Docker MCP gateway tools"])
    #expect(found.clientEntries.first?.allowedTools.value == ["fetch_page", "read_note"])
    #expect(found.routes.map { $0.upstreams.map(\.value) } == [["fetch"], ["notes"]])
    #expect(found.routes.first?.isTLS.value == false)
  }

  @Test func `all tools are shown where none is named`() throws {
    let found = try lower(try compose("[--servers=fetch]"))
    #expect(found.clientEntries.first?.allowedTools.isStated == false)
    #expect(found.routes.isEmpty)
  }

  @Test func `a token, its absence by choice, and a silent gateway`() throws {
    let command = "[--servers=fetch, --transport=sse, --log-calls=false]"
    let token = try compose(command, environment: "[MCP_GATEWAY_AUTH_TOKEN=$TOKEN]")
    let guarded = try #require(try lower(token).routes.first)
    #expect(guarded.authentication.value == .apiKey)
    #expect(token.text(guarded.authentication.span) == "MCP_GATEWAY_AUTH_TOKEN=$TOKEN")
    #expect(guarded.accessLog.value?.target == "off")
    let unknown = try #require(try lower(try compose(command)).routes.first)
    #expect(!unknown.authentication.isStated)
    let open = try compose("[--servers=fetch, --transport=sse, --allow-unauthenticated]")
    let route = try #require(try lower(open).routes.first)
    #expect(route.authentication.value == RouteAuthentication.none)
    #expect(open.text(route.authentication.span) == "--allow-unauthenticated")
  }

  @Test func `what an interceptor decides is not known`() throws {
    let plain = try lower(try compose("[--servers=fetch, --transport=sse]")).routes.first
    #expect(plain?.hasAuthorizationPolicy.value == false)
    let command = "[--servers=fetch, --transport=sse, '--interceptor=before:exec:/bin/check']"
    #expect(try lower(try compose(command)).routes.first?.hasAuthorizationPolicy.isStated == false)
  }

  @Test func `other Compose files are none`() throws {
    let other = try ParsedText(yaml: "services: {web: {image: docker/mcp-gateway-proxy}}")
    #expect(!DockerGatewayAdapter.recognizes(try other.root))
  }
}
