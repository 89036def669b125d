import Assessment
import Estate
import Ingest
import Reporting
import SourceText
import Telemetry

/// The way of the data, from the bytes of a team's files to a report.
struct Pipeline: Sendable {
  let catalog: RuleCatalog
  let thresholds: Thresholds
  let weights: RiskWeights
  /// The day by which expiry and the age of drills are judged.
  let date: CalendarDate
  /// A finding of this severity or a higher one fails the gate too.
  let failOn: Severity?

  /// Judges what `intake` has read, with the logs that it has recognized.
  func report(on intake: IntakeResult) async -> Report {
    var fleet = intake.fleet
    var library = intake.library
    var inputs = intake.inputs.map(ReportedInput.init)
    var diagnostics = intake.diagnostics
    if !intake.logs.isEmpty {
      let failures = await readLogs(intake.logs, into: &fleet, &library)
      for failure in failures {
        let place = library.add(path: failure.name, bytes: []).span
        diagnostics.append(
          Diagnostic(
            at: place, "the log could not be read: \(failure.reason)",
            advice: "make the file readable, or leave it out"))
        inputs = inputs.map { $0.path == failure.name ? $0.failing(failure.reason) : $0 }
      }
      diagnostics += malformedLines(of: fleet)
    }
    let assessment = await FleetAssessor(
      catalog: catalog, thresholds: thresholds, weights: weights
    ).assess(fleet, asOf: date)
    let gate = Gate(failOn: failOn).decide(
      assessment, hasErrors: diagnostics.contains { $0.severity == .error },
      isEmpty: intake.isEmpty)
    return Report(
      toolVersion: Mcpready.version, assessment: assessment, gate: gate, inputs: inputs,
      diagnostics: diagnostics, library: library,
      maskedSpans: fleet.servers.flatMap { $0.secrets.map(\.span) })
  }

  /// Streams the logs in pieces, and hands what they show to the fleet.
  private func readLogs(
    _ logs: [LogInput], into fleet: inout Fleet, _ library: inout SourceLibrary
  ) async -> [LogReadError] {
    let sources = logs.flatMap { log in
      LogSource(log).split(into: 4)
    }
    let (summary, failures) = await LogReader().summarize(sources, width: 2)
    fleet.merge(summary, sources: &library)
    return failures.sorted { $0.name < $1.name }
  }

  /// A damaged log is an error where so much is lost that the rest could mislead.
  private func malformedLines(of fleet: Fleet) -> [Diagnostic] {
    let malformed = fleet.log.malformed
    guard malformed.matching > 0, let sample = malformed.sample else { return [] }
    let isMuch = Double(malformed.matching) > Self.malformedShare * Double(malformed.total)
    return [
      Diagnostic(
        isMuch ? .error : .warning, at: sample,
        "\(malformed.matching) of \(malformed.total) lines of the log are no records; this is the first",
        expected: "one JSON object a line",
        advice: "check how the log is written and whether it was cut")
    ]
  }

  /// The share of damaged lines above which a log counts as unreadable.
  private static let malformedShare = 0.05
}

extension LogSource {
  /// The log that the intake has found.
  init(_ input: LogInput) {
    let content: Content =
      switch input.content {
      case .file(let path): .file(path: String(decoding: path, as: UTF8.self))
      case .bytes(let bytes): .bytes(bytes)
      case .standardInput: .descriptor(StandardStream.input.rawValue)
      }
    self.init(name: input.path, content: content)
  }
}

extension ReportedInput {
  /// What the reports say about `input`.
  init(_ input: Input) {
    let status: Status =
      switch input.status {
      case .analyzed: .analyzed
      case .recognized: .recognized
      case .unrecognized(let reason), .skipped(let reason): .unrecognized(reason: reason)
      case .failed: .failed(reason: "it could not be read or parsed")
      }
    self.init(
      path: input.path, kind: input.kind?.rawValue, status: status, sha256: input.sha256,
      byteCount: input.byteCount)
  }

  /// The same input, which could not be read after all.
  func failing(_ reason: String) -> ReportedInput {
    ReportedInput(
      path: path, kind: kind, status: .failed(reason: reason), sha256: nil, byteCount: byteCount)
  }
}
