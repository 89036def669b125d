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
  /// The names under which logs hold the fields of audit records.
  var logMapping = FieldMapping.standard

  /// Judges what `intake` has read, with the logs that it has recognized.
  func report(on intake: IntakeResult) async -> Report {
    var fleet = intake.fleet
    var library = intake.library
    var inputs = intake.inputs.map(ReportedInput.init)
    var diagnostics = intake.diagnostics
    if !intake.logs.isEmpty || !intake.logSummaries.isEmpty {
      let logs = await LogReading.read(
        intake.logs.map { LogSource($0) }, summaries: intake.logSummaries, mapping: logMapping)
      fleet.merge(logs.summary, sources: &library)
      let coverage = logs.summary.coverage(into: &library)
      for failure in logs.failures {
        let place = library.add(path: failure.name, bytes: []).span
        diagnostics.append(
          Diagnostic(
            at: place, "the log could not be read: \(failure.reason)",
            advice: "make the file readable, or leave it out"))
      }
      inputs = logs.inputs(inputs, coverage)
      diagnostics += incompleteLogs(coverage, in: &library) + malformedLines(of: fleet)
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
      maskedSpans: maskedSpans(of: fleet, library, records: intake.library.files.count))
  }

  /// What no report may show: secrets in files, and secrets and raw inputs in the log records that
  /// findings point at, which are the sources of `library` from index `records` on.
  private func maskedSpans(
    of fleet: Fleet, _ library: SourceLibrary, records: Int
  ) -> [SourceSpan] {
    let secrets = (fleet.servers.flatMap(\.secrets) + fleet.secrets).map(\.span)
    let inputs = fleet.servers.compactMap { $0.traffic?.rawInputs.sample }
    return secrets + inputs + library.files.dropFirst(records).flatMap(RecordSecrets.places)
  }

  /// What is missing where summaries are of parts of a log.
  private func incompleteLogs(
    _ coverage: [LogCoverage], in library: inout SourceLibrary
  ) -> [Diagnostic] {
    coverage.filter { !$0.isComplete }.map { log in
      var missing = log.gaps.map { "bytes \($0.lowerBound) to \($0.upperBound)" }
      if !log.reachesEnd { missing.append("what follows the last byte that was read") }
      return Diagnostic(
        .note, at: library.add(path: log.name, bytes: []).span,
        "only a part of the log was summarized: \(missing.joined(separator: ", ")) is missing",
        advice: "give the summaries of its other parts too")
    }
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
}
