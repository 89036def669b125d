import Estate
import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

struct EnvoyCorpusTests {
  /// One file of the corpus, as far as it is YAML.
  private struct Sample {
    let path: String
    let documents: [Node]
  }

  private func samples(in subpath: String) throws -> [Sample] {
    guard let folder = SharedFolder.path(subpath) else { return [] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    return try paths.enumerated().map { index, path in
      let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + path)))
      let source = SourceFile(id: SourceID(index: UInt32(index)), path: path, bytes: bytes)
      do throws(SyntaxError) {
        return Sample(path: path, documents: try YAMLParser.parse(source).documents)
      } catch {
        // Templates, and files whose service refuses them as YAML.
        return Sample(path: path, documents: [])
      }
    }
  }

  @Test func `every route of a public configuration leads somewhere`() throws {
    for sample in try samples(in: "corpus/envoy") {
      let contribution = EnvoyAdapter.lower(sample.documents, rateLimitServices: [])
      #expect(contribution.diagnostics.map(\.message) == [], "\(sample.path)")
      for route in contribution.routes {
        let text = sample.documents[0].tree.source.text(in: route.span.range)
        #expect(route.upstreams.contains { !$0.value.isEmpty }, "\(sample.path): \(text)")
      }
    }
  }

  @Test func `the rate-limit service's own faults are found in its own files`() throws {
    guard let labels = SharedFolder.path("corpus/envoy-ratelimit/labels.json") else { return }
    let bytes = Array(try Data(contentsOf: URL(filePath: labels)))
    let source = SourceFile(id: SourceID(index: 0), path: labels, bytes: bytes)
    let entries = try #require(try JSONParser.parse(source).root).elements
    var refused: [String: Bool] = [:]
    for entry in entries {
      refused[entry["file"]?.string ?? ""] = entry["error"]?.string != nil
    }
    for sample in try samples(in: "corpus/envoy-ratelimit") {
      let expected = try #require(refused[sample.path] as Bool?)
      let faults = sample.documents.flatMap(RateLimitDomain.faults)
      // A file without any domain is told from others by the intake, which says so itself.
      let lacksDomain = !sample.documents.contains(where: RateLimitDomain.recognizes)
      #expect(
        (lacksDomain || !faults.isEmpty) == expected, "\(sample.path): \(faults.map(\.message))")
    }
  }
}
