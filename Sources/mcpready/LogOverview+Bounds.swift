import Estate
import SourceText
import Telemetry

extension LogOverview {
  /// A note at the first of `logs` that says what they hold too much of, if they do.
  func boundsNote(on logs: [LogCoverage], in library: inout SourceLibrary) -> [Diagnostic] {
    guard let log = logs.first, !reachedBounds.isEmpty else { return [] }
    return [
      Diagnostic(
        .note, at: library.add(path: log.name, bytes: []).span,
        "the log holds more than is looked at whole: \(reachedBounds.joined(separator: "; "))",
        advice: "give a log of fewer days to have all of it looked at")
    ]
  }
}
