import Estate
import SourceText
import TestSupport
import Testing

@testable import Ingest

/// Real-world files, each folder of one kind; listed are those that are rightly of another or none.
@Suite struct CorpusIntakeTests {
  private static let kinds: [(folder: String, kinds: Set<FileKind>, exceptions: Int)] = [
    ("server-json", [.registryEntry], 1),
    ("server-json-seed", [.registryEntry], 0),
    ("tools-list", [.toolCatalog, .toolSchema], 1),
    // Empty tool lists.
    ("docker-catalog", [.dockerCatalogEntry, .toolCatalog], 24),
    // Files of secrets, a list of clusters and a list of filters without a listener.
    ("envoy", [.envoy], 5),
    // The labels, and a file whose only key has no value.
    ("envoy-ratelimit", [.rateLimitService], 2),
    ("ai-gateway", [.kubernetesResource, .mcpRoute], 1),
    ("nginx", [.nginx], 2),
  ]

  @Test(arguments: kinds)
  func `files are recognised by what they hold`(
    folder: String, kinds: Set<FileKind>, exceptions: Int
  ) async throws {
    guard let path = SharedFolder.path("corpus/" + folder) else { return }
    let result = await Intake(paths: [path]).read()
    let others = result.inputs.filter { !($0.kind.map(kinds.contains) ?? false) }
    #expect(others.count == exceptions, "\(others.map { "\($0.path): \($0.status)" })")
    for input in others {
      guard case .unrecognized = input.status else {
        Issue.record("\(input.path) is \(input.status)")
        continue
      }
    }
  }

  @Test func `no placeholder of the real world is taken for a secret`() async throws {
    guard let path = SharedFolder.path("corpus") else { return }
    let result = await Intake(paths: [path]).read()
    let sightings = result.fleet.servers.flatMap(\.secrets) + result.fleet.secrets
    #expect(
      sightings.map { "\(result.library.location(of: $0.span)): \($0.family)" } == [])
  }

  @Test func `every path comes once, and every diagnostic has its place`() async throws {
    guard let path = SharedFolder.path("corpus") else { return }
    let result = await Intake(paths: [path]).read()
    #expect(Set(result.inputs.map(\.path)).count == result.inputs.count)
    for diagnostic in result.diagnostics {
      let file = result.library[diagnostic.span.source]
      #expect(diagnostic.span.range.upperBound <= file.bytes.count)
    }
  }
}
