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
  static let estates: [(name: String, status: ExitCode)] = [
    ("company", .failed), ("financial-gateway", .failed), ("ready", .passed),
    ("broken", .incomplete),
  ]

  typealias ExitCode = mcpready.ExitStatus

  private static let files: [(format: ReportFormat, name: String)] = [
    (.human, "report.txt"), (.json, "report.json"), (.sarif, "report.sarif"),
    (.markdown, "report.md"),
  ]

  /// The day by which the estates are judged.
  private static let day = "2026-11-21"

  init() throws {
    // Reports show paths as a user writes them, who stands in the package's folder.
    let isThere = FileManager.default.changeCurrentDirectoryPath(SharedFolder.packageRoot)
    try #require(isThere)
  }

  @Test(arguments: estates)
  func `an estate has the reports that lie beside it`(
    name: String, status: ExitCode
  ) async throws {
    for (format, file) in Self.files {
      let report = await Self.report(on: ["Fixtures/\(name)"], as: format)
      #expect(report.status == status)
      let path = "Fixtures/\(name).expected/\(file)"
      if Recording.isOn {
        try Recording.write(report.output, to: path)
        Issue.record("recorded \(path); run the tests again without MCPREADY_RECORD")
      }
      let difference = Difference(from: try Recording.text(at: path) ?? "", to: report.output)
      #expect(difference == nil, "\(path) is out of date: MCPREADY_RECORD=1 records it anew")
    }
  }

  @Test(arguments: estates.map(\.name), ReportFormat.allCases)
  func `the order in which files are named changes no byte`(
    name: String, format: ReportFormat
  ) async throws {
    let parts = try Recording.names(in: "Fixtures/\(name)").map { "Fixtures/\(name)/\($0)" }
    let forward = await Self.report(on: parts, as: format)
    let backward = await Self.report(on: parts.reversed() + [parts[0]], as: format)
    #expect(Difference(from: forward.output, to: backward.output) == nil)
    let again = await Self.report(on: parts, as: format)
    #expect(Difference(from: forward.output, to: again.output) == nil)
    let whole = await Self.report(on: ["Fixtures/\(name)"], as: format)
    #expect(Difference(from: forward.output, to: whole.output) == nil)
  }

  private static func report(on paths: [String], as format: ReportFormat) async -> CommandResult {
    await Mcpready.run(
      ["check"] + paths + ["--at", day, "--out", "\(format.rawValue)=-"], in: Surroundings())
  }
}
