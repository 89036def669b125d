import SourceText
import Syntax
import Testing

@testable import Ingest

/// A configuration written in a test, and the text that spans of it mean.
struct NginxSample {
  let configuration: NginxConfiguration
  private let sources: [SourceFile]

  /// Reads `text` as `nginx.conf`, beside `others` by path.
  init(_ text: String, others: [String: String] = [:]) {
    var texts = others
    texts["nginx.conf"] = text
    sources = texts.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      SourceFile(
        id: SourceID(index: UInt32(index)), path: entry.key, bytes: Array(entry.value.utf8))
    }
    let trees = sources.map { NginxParser.parseLeniently($0) }
    let top = trees.first { $0.source.path == "nginx.conf" } ?? trees[0]
    configuration = NginxConfiguration(top: top, among: trees)
  }

  /// The location whose pattern is `pattern`.
  func location(_ pattern: String) throws -> NginxLocation {
    let all = configuration.servers.flatMap(\.locations)
    return try #require(all.first { $0.match?.pattern == pattern })
  }

  /// The bytes of `span`.
  func text(_ span: SourceSpan?) -> String? {
    span.map { sources[Int($0.source.index)].text(in: $0.range) }
  }

  /// The bytes of a setting's directive.
  func text(_ setting: NginxSetting?) -> String? { text(setting?.span) }
}
