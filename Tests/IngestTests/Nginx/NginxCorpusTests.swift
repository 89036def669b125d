import Estate
import Foundation
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

struct NginxCorpusTests {
  @Test(arguments: ["conformance/gixy/plugins", "conformance/crossplane/configs", "corpus/nginx"])
  func `every public configuration can be asked everything`(subpath: String) throws {
    guard let folder = SharedFolder.path(subpath) else { return }
    let configurations = NginxConfiguration.all(in: try trees(in: folder))
    #expect(!configurations.isEmpty)
    for location in configurations.flatMap(locations) {
      _ = location.authentication
      _ = location.target?.addresses
      _ = location.forwardedHeaders.passesCredential
      _ = location.accessLogs.map { $0.format?.fields }
      _ = location.requestLimits.count + location.connectionLimits.count
    }
  }

  @Test(arguments: ["conformance/gixy/plugins", "conformance/crossplane/configs", "corpus/nginx"])
  func `every public configuration is recognised, and its routes name a path and an upstream`(
    subpath: String
  ) throws {
    guard let folder = SharedFolder.path(subpath) else { return }
    let trees = try trees(in: folder)
    // What is left names nothing but other modules' directives, or none that exist.
    let unknown = trees.filter { !$0.directives.isEmpty && !NginxAdapter.recognizes($0) }
    #expect(
      unknown.allSatisfy { tree in
        ["more_set_headers", "brotli", "quote-behavior"].contains { tree.source.path.contains($0) }
      })
    for route in NginxAdapter.lower(trees).routes {
      let file = try #require(trees.first { $0.source.id == route.span.source }).source
      #expect(file.text(in: route.span.range).hasPrefix("location"))
      #expect(!route.upstreams.isEmpty)
      #expect(route.path.value != "")
    }
  }

  @Test func `gixy's cases of forged requests are told from the harmless ones`() throws {
    guard let folder = SharedFolder.path("conformance/gixy/plugins/ssrf") else { return }
    for tree in try trees(in: folder) {
      let isChosen = locations(of: NginxConfiguration(top: tree)).contains { location in
        location.target?.isChosenByClient == true && !location.isInternal
      }
      #expect(isChosen == !tree.source.path.hasSuffix("_fp.conf"), "\(tree.source.path)")
    }
  }

  @Test func `gixy's cases of a forged host are told from the harmless ones`() throws {
    guard let folder = SharedFolder.path("conformance/gixy/plugins/host_spoofing") else { return }
    for tree in try trees(in: folder) {
      let whole = try #require(NginxConfiguration(top: tree).scopes.indices.last)
      let location = NginxLocation(configuration: NginxConfiguration(top: tree), scope: whole)
      guard case .decided(let header) = location.forwardedHeaders.fate(of: "Host") else {
        Issue.record("\(tree.source.path) sets no host")
        continue
      }
      // nginx has checked `$host` against its grammar; the raw header and arguments are the client's.
      let isForged =
        header.value.origin == .client && header.value.steps.map(\.variable) != ["host"]
      #expect(isForged == !tree.source.path.hasSuffix("_fp.conf"), "\(tree.source.path)")
    }
  }

  private func locations(of configuration: NginxConfiguration) -> [NginxLocation] {
    configuration.servers.flatMap { server in
      ([server.whole] + server.locations).flatMap { [$0] + $0.conditionals }
    }
  }

  private func trees(in folder: String) throws -> [NginxTree] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".conf") }.sorted()
    return try paths.enumerated().map { index, path in
      let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + path)))
      return NginxParser.parseLeniently(
        SourceFile(id: SourceID(index: UInt32(index)), path: path, bytes: bytes))
    }
  }
}
