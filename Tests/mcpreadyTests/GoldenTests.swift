import FoundationEssentials
import Reporting
import TestSupport
import Testing

@testable import mcpready

/// The reports on the estates of `Fixtures/`, byte by byte, beside them in `Fixtures/<name>.expected/`.
///
/// `MCPREADY_RECORD=1 swift test --filter GoldenTests` writes them anew for review.
@Suite(.serialized) struct GoldenTests {
  /// The estates, each with the status that its gate gives.
  static let estates: [(name: String, status: mcpready.ExitStatus)] = [
    ("company", .failed), ("financial-gateway", .failed), ("ready", .passed),
    ("broken", .incomplete),
  ]

  init() throws {
    // Reports show paths as a user writes them, who stands in the package's folder.
    let isThere = FileManager.default.changeCurrentDirectoryPath(SharedFolder.packageRoot)
    try #require(isThere)
  }

  @Test(arguments: estates)
  func `an estate has the reports that lie beside it`(
    name: String, status: mcpready.ExitStatus
  ) async throws {
    let reports = try await Reports(on: ["Fixtures/\(name)"])
    #expect(reports.status == status)
    for (file, text) in zip(Reports.files, reports.texts) {
      let path = "Fixtures/\(name).expected/\(file)"
      if Recording.isOn {
        try Recording.write(text, to: path)
        Issue.record("recorded \(path); run the tests again without MCPREADY_RECORD")
      }
      let difference = Difference(from: try Recording.text(at: path) ?? "", to: text)
      #expect(difference == nil, "\(path) is out of date: MCPREADY_RECORD=1 records it anew")
    }
  }

  @Test(arguments: estates.map(\.name))
  func `the order in which files are named changes no byte`(name: String) async throws {
    // Files that are named alone do not say what else lies around them, which a folder does.
    let parts = try Self.files(in: "Fixtures/\(name)")
    let first = try #require(parts.first)
    let forward = try await Reports(on: parts)
    let backward = try await Reports(on: parts.reversed() + [first])
    #expect(backward.difference(from: forward) == nil)
  }

  @Test(arguments: ["company", "financial-gateway", "ready"])
  func `an estate is the same by its folder and by what lies in it`(name: String) async throws {
    let whole = try await Reports(on: ["Fixtures/\(name)"])
    let entries = try FileManager.default.contentsOfDirectory(atPath: "Fixtures/\(name)").sorted()
    let named = try await Reports(on: entries.reversed().map { "Fixtures/\(name)/\($0)" })
    #expect(named.difference(from: whole) == nil)
  }

  /// The paths of all files below `folder`.
  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .map { folder + "/" + $0 }
      .filter { path in
        var isFolder: Bool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
      }
  }
}

/// The reports of one run in every format.
private struct Reports {
  /// The names under which the reports are kept, in the order of `texts`.
  static let files = ["report.txt", "report.json", "report.sarif", "report.md"]

  private static let formats: [ReportFormat] = [.human, .json, .sarif, .markdown]

  /// The day by which the estates are judged.
  private static let day = "2026-11-21"

  let status: mcpready.ExitStatus
  let texts: [String]

  /// The reports on the estate at `paths`.
  init(on paths: [String]) async throws {
    let folder = try TemporaryFolder()
    let places = Self.files.map { folder.path + "/" + $0 }
    let outputs = zip(Self.formats, places).flatMap { ["--out", "\($0.rawValue)=\($1)"] }
    let result = await Mcpready.run(
      ["check", "--at", Self.day] + outputs + paths, in: Surroundings())
    status = result.status
    texts = try places.map { place in
      String(decoding: try Data(contentsOf: URL(filePath: place)), as: UTF8.self)
    }
  }

  /// The first difference between these reports and `other`.
  func difference(from other: Reports) -> Difference? {
    zip(other.texts, texts).lazy.compactMap { Difference(from: $0, to: $1) }.first
  }
}
