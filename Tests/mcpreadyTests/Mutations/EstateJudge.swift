import Assessment
import Estate
import Ingest
import Telemetry

@testable import mcpready

/// Judges versions of one estate, whose logs it reads once where a version leaves them as they are.
struct EstateJudge: Sendable {
  /// The estate as it lies in `Fixtures`.
  let files: [EstateFile]
  /// What the product finds in it.
  let untouched: AssessedEstate

  private let pipeline: Pipeline
  private let logs: LogReading
  private let logPaths: Set<String>

  /// The day by which the estates are judged.
  private static let day = CalendarDate(daysSinceEpoch: 20_778)

  /// A judge of the estate in `Fixtures/<name>`.
  init(ofFixture name: String) async throws {
    files = try EstateFile.all(ofFixture: name)
    pipeline = Pipeline(catalog: try RuleCatalog.builtIn(), date: Self.day, failOn: nil)
    let intake = await Self.intake(of: files)
    logPaths = Set(intake.logs.map(\.path))
    logs = await LogReading.read(intake.logs.map { LogSource($0) }, showsProgress: false)
    untouched = AssessedEstate(await pipeline.report(on: intake, logs: logs))
  }

  /// What the product finds in the estate with the file at `path` as it is in `files`.
  func judge(_ files: [EstateFile], edited path: String) async -> AssessedEstate {
    guard !logPaths.contains(path) else {
      return AssessedEstate(await pipeline.report(on: Self.intake(of: files)))
    }
    let others = files.filter { !logPaths.contains($0.path) }
    return AssessedEstate(await pipeline.report(on: Self.intake(of: others), logs: logs))
  }

  private static func intake(of files: [EstateFile]) async -> IntakeResult {
    await Intake.read(files: files.map { (path: $0.path, bytes: $0.bytes) })
  }
}
