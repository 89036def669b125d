import Estate
import Testing

@testable import Ingest

@Suite struct BackstageAdapterTests {
  private static let manifest = "server_id: ledger\nversion: 1.0.0\ntransport: stdio\n"

  private func component(_ rest: String, name: String = "ledger") -> String {
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: \(name)\(rest)}\n"
      + "spec: {type: service, lifecycle: deprecated, owner: group:default/ledger}\n"
  }

  private func read(_ manifest: String, _ component: String) async -> Fleet {
    await Intake.read(files: [
      (path: "ledger.yaml", bytes: Array(manifest.utf8)),
      (path: "catalog-info.yaml", bytes: Array(component.utf8)),
    ]).fleet
  }

  @Test func `a component of the server's name tells owner and stage of life`() async throws {
    let server = try #require(await read(Self.manifest, component("")).server("ledger"))
    #expect(server.ownership.owner.value == "group:default/ledger")
    #expect(server.lifecycle.value == "deprecated")
    #expect(server.sources.filter { $0.kind == .manifest }.count == 1)
  }

  @Test func `an annotation names the server, and the manifest's owner stands`() async throws {
    let text = component(
      ", annotations: {io.github.mcpready/server-id: ledger}", name: "books")
    let manifest = Self.manifest + "owner: ledger@example.com\nlifecycle: production\n"
    let server = try #require(await read(manifest, text).server("ledger"))
    #expect(server.ownership.owner.statements.map(\.value) == ["ledger@example.com"])
    #expect(server.lifecycle.disagreement != nil)
  }

  @Test(arguments: [
    ("books@example.com", "ledger@example.com", true),
    ("Ledger@example.com", "ledger@example.com", false),
    ("group:default/books", "ledger-team", true), ("group:default/ledger", "ledger-team", false),
    ("group:default/books", "ledger@example.com", false), ("group:default/team", "ledger", false),
  ])
  func `owners are told apart where both are addresses or both are names`(
    component: String, manifest: String, differ: Bool
  ) async throws {
    let text =
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ledger}\n"
      + "spec: {type: mcp-server, lifecycle: beta, owner: \"\(component)\"}\n"
    let server = try #require(
      await read(Self.manifest + "owner: \(manifest)\nlifecycle: production\n", text)
        .server("ledger"))
    #expect((server.ownership.owner.disagreement != nil) == differ)
    // A stage of life that manifests do not know is no other one.
    #expect(server.lifecycle.disagreement == nil)
  }

  @Test func `only a component that says it is a server is missed`() async {
    let stranger = await read(Self.manifest, component("", name: "website"))
    #expect(stranger.unlinked.isEmpty)
    let server = await read(
      Self.manifest, component(", annotations: {io.github.mcpready/server-id: books}"))
    #expect(server.unlinked.map(\.subject) == ["Backstage component `books`"])
  }
}
