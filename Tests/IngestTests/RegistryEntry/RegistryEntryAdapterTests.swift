import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct RegistryEntryAdapterTests {
  private func lower(_ json: String) throws -> Contribution {
    RegistryEntryAdapter.lower(try ParsedText(json: json).root)
  }

  private func entry(remotes: String) -> String {
    """
    {"name": "com.example/a", "description": "d", "version": "1.0.0", "remotes": [\(remotes)]}
    """
  }

  private let streamable = #"{"type": "streamable-http", "url": "https://a.example.com/mcp"}"#
  private let events = #"{"type": "sse", "url": "https://a.example.com/sse"}"#

  @Test func `every remote is an offer, in whatever order they stand`() throws {
    for remotes in ["\(streamable), \(events)", "\(events), \(streamable)"] {
      let server = try #require(try lower(entry(remotes: remotes)).servers.first)
      #expect(server.transport.value == .streamableHTTP)
      #expect(server.endpoint.value == "https://a.example.com/mcp")
      #expect(
        Set(server.remotes.map(\.url.value))
          == ["https://a.example.com/mcp", "https://a.example.com/sse"])
      #expect(Set(server.remotes.map(\.transport?.value)) == [.streamableHTTP, .httpSSE])
    }
  }

  @Test(arguments: [
    (##"{"type": "named", "name": "--api-key", "value": "{key}"}"##, ["--api-key"]),
    (##"{"type": "positional", "valueHint": "pin", "isSecret": true}"##, ["pin"]),
    (##"{"type": "named", "name": "-e", "value": "A_TOKEN={token}"}"##, ["-e A_TOKEN"]),
    (
      ##"{"type": "positional", "value": "-e"}, {"type": "positional", "value": "A_TOKEN={t}"}"##,
      ["-e A_TOKEN"]
    ),
    (##"{"type": "named", "name": "-e", "value": "A_TOKEN"}"##, []),
    (##"{"type": "named", "name": "-e", "value": "LOG_LEVEL=debug"}"##, []),
    (##"{"type": "named", "name": "--token-file", "value": "/run/t"}"##, []),
  ])
  func `a secret on the command line is named by its option`(
    arguments: String, expected: [String]
  ) throws {
    let json = """
      {"name": "com.example/a", "description": "d", "version": "1.0.0", "packages": [
        {"registryType": "oci", "identifier": "a:1.0.0", "runtimeArguments": [\(arguments)]}]}
      """
    let server = try #require(try lower(json).servers.first)
    #expect(server.credentialArguments.map(\.value) == expected)
  }

  /// What floats of the packages of an entry whose package is `package`.
  private func floating(_ package: String) throws -> [String] {
    let json = """
      {"name": "com.example/a", "description": "d", "version": "1.0.0", "packages": [\(package)]}
      """
    return try #require(try lower(json).servers.first).packages.filter { $0.pin == nil }
      .map(\.identifier.value)
  }

  @Test func `arguments that start another release than the entry's float`() throws {
    #expect(
      try floating(
        """
        {"registry_name": "docker", "name": "mcp_notes", "version": "0.1.0", "package_arguments": [
          {"value": "--rm", "type": "named"}, {"value": "-e MODE=default", "type": "named"},
          {"value": "acme/mcp-notes:latest", "type": "positional"}]}
        """) == ["acme/mcp-notes:latest"])
    #expect(
      try floating(
        """
        {"registryType": "pypi", "identifier": "notes-mcp", "version": "0.1.0", "runtimeArguments": [
          {"value": "--from git+https://github.com/acme/notes", "type": "named"},
          {"value": "notes-mcp", "type": "positional"}]}
        """) == ["git+https://github.com/acme/notes"])
    #expect(
      try floating(
        """
        {"registryType": "npm", "identifier": "@acme/notes", "version": "1.2.0", "runtimeArguments": [
          {"value": "@acme/notes@1.2.0"}, {"value": "@acme/notes-tools@latest"}]}
        """
      ).isEmpty)
  }

  @Test func `a server of which every remote speaks HTTP+SSE does so`() throws {
    let server = try #require(try lower(entry(remotes: events)).servers.first)
    #expect(server.transport.value == .httpSSE)
  }

  @Test(arguments: [
    (#""isSecret": true, "isRequired": true"#, AuthenticationScheme.apiKey),
    (#""isSecret": true"#, nil),
    (#""isRequired": true"#, nil),
  ])
  func `a secret header that every call must carry is a fixed key`(
    flags: String, scheme: AuthenticationScheme?
  ) throws {
    let remote = """
      {"type": "streamable-http", "url": "https://a.example.com/mcp",
       "headers": [{"name": "X-API-Key", \(flags)}]}
      """
    let server = try #require(try lower(entry(remotes: remote)).servers.first)
    #expect(server.access.scheme.value == scheme)
  }

  @Test func `an entry without a name is reported where its name should stand`() throws {
    let parsed = try ParsedText(
      json: """
        [{"name": "", "description": "d", "version_detail": {"version": "0.0.1"},
          "repository": {"url": "https://github.com/a/b"}},
         {"name": "com.example/a", "description": "d", "version": "1.0.0", "packages": []}]
        """)
    let contribution = RegistryEntryAdapter.lower(try parsed.root)
    #expect(contribution.servers.map(\.id) == ["com.example/a"])
    #expect(
      contribution.diagnostics.map(\.message) == ["a server without a name is not registered"])
    #expect(parsed.place(contribution.diagnostics.first?.span) == "1:11")
  }

  @Test func `an entry may say no more than what its server is`() throws {
    let minimal = #"{"name": "io.github.user/notes", "description": "d", "version": "1.0.0"}"#
    #expect(RegistryEntryAdapter.recognizes(try ParsedText(json: minimal).root))
  }

  @Test(arguments: [
    #"{"name": "@user/notes", "description": "d", "version": "1.0.0"}"#,
    #"{"name": "user/notes", "description": "d", "version": "1.0.0"}"#,
    #"{"name": "a.b/notes", "description": "d", "version": "1.0.0", "main": "index.js"}"#,
  ])
  func `packages of other registries are no entries`(json: String) throws {
    #expect(!RegistryEntryAdapter.recognizes(try ParsedText(json: json).root))
  }
}
