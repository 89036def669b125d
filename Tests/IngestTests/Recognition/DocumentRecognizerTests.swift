import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct DocumentRecognizerTests {
  private func kind(_ yaml: String, name: String = "a.yaml") throws -> FileKind? {
    let source = SourceFile(id: SourceID(index: 0), path: name, bytes: Array(yaml.utf8))
    let document = try #require(try YAMLParser.parse(source).root)
    return DocumentRecognizer.kind(of: document, in: FileName(name))
  }

  @Test(arguments: [
    ("server_id: x", FileKind.manifest), ("kind: mcp-server", .manifest),
    ("[{server_id: a}, {server_id: b}]", .manifest), ("servers: [{server_id: a}]", .manifest),
    ("{version: '1', transport: stdio, owner: a, tools: []}", .manifest),
    ("access_policy: {}", .accessPolicy), ("drills: []", .processRecord),
    ("{exceptions: [], approvers: []}", .processRecord),
    ("{access_token: x, token_type: Bearer}", .tokenSample),
    ("{grant_type: client_credentials, client_id: a}", .tokenSample),
    ("{request: {grant_type: x}, claims: {}}", .tokenSample),
    ("{iss: a, aud: b, exp: 1}", .tokenSample),
    ("{mcpServers: {}}", .clientConfig), ("{servers: {a: {command: npx}}}", .clientConfig),
    ("{tools: [{type: mcp, server_label: a}]}", .clientConfig),
    ("{tools: [{name: a, inputSchema: {}}]}", .toolCatalog),
    ("{jsonrpc: '2.0', id: 1, result: {tools: []}}", .toolCatalog),
    ("{name: a, inputSchema: {}}", .toolSchema), ("{type: object, properties: {}}", .toolSchema),
    ("{name: io.x/y, description: d, version: '1', packages: []}", .registryEntry),
    ("{domain: d, descriptors: []}", .rateLimitService),
    ("descriptors: [{key: tool_call}]", .rateLimitService),
    ("static_resources: {listeners: [{name: a}]}", .envoy), ("virtual_hosts: []", .envoy),
    ("rate_limits: [{actions: []}]", .envoy),
    ("{apiVersion: v1, kind: Service}", .kubernetesResource),
    ("{apiVersion: backstage.io/v1alpha1, kind: Component}", .backstageEntity),
    ("_format_version: '3.0'", .kong), ("binds: []", .agentgateway),
    ("{name: a, image: mcp/a, type: server}", .dockerCatalogEntry),
  ])
  func `a document is known by its keys`(yaml: String, expected: FileKind) throws {
    #expect(try kind(yaml) == expected)
  }

  @Test(arguments: [
    "name: ci\non: push", "{a: 1}", "[1, 2]", "text", "servers: []",
    "{name: package, version: '1'}",
    "{timestamp: x, server_id: a, agent_id: b, tool_name: c}",
  ])
  func `other documents are none`(yaml: String) throws {
    #expect(try kind(yaml) == nil)
  }

  @Test func `the policy file is known by its name`() throws {
    #expect(try kind("version: 1", name: "x/mcpready.yaml") == .policy)
    #expect(try kind("version: 1") == nil)
  }
}
