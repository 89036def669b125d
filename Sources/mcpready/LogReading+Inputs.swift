import Ingest
import Reporting
import Telemetry

extension LogReading {
  /// `inputs` with what reading logs has shown of them: their digests, or why they could not be read.
  ///
  /// A summary that could be used is not listed: the logs that it was made of stand in its place, so that
  /// a report does not depend on how logs were read.
  func inputs(_ inputs: [ReportedInput], _ coverage: [LogCoverage]) -> [ReportedInput] {
    let reasons = Dictionary(failures.map { ($0.name, $0.reason) }) { first, _ in first }
    let logs = Set(coverage.map(\.name))
    let others = inputs.filter { !logs.contains($0.path) && !usedSummaries.contains($0.path) }
      .map { input in
        guard let reason = reasons[input.path] else { return input }
        return ReportedInput(
          path: input.path, kind: input.kind, status: .failed(reason: reason), sha256: nil,
          byteCount: input.byteCount)
      }
    return (others + coverage.map(ReportedInput.init)).sorted { $0.path < $1.path }
  }
}

extension ReportedInput {
  /// A log that was read, or summarized before.
  fileprivate init(_ log: LogCoverage) {
    self.init(
      path: log.name, kind: FileKind.auditLog.rawValue, status: .analyzed,
      sha256: nil, byteCount: log.byteCount, blake3: log.digest)
  }
}
