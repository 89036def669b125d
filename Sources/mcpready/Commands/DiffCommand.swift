import Drift
import Reporting

/// The options of `mcpready diff`.
struct DiffOptions: Equatable {
  var old: String
  var new: String
  var format = RevisionFormat.text
  /// The file to write; `nil` is standard output.
  var outputFile: String?
}

/// `mcpready diff`: what became of servers and tools between two revisions, and what it means for callers.
struct DiffCommand {
  let options: DiffOptions

  /// Compares the two; the exit status says whether callers can go on as before.
  func run() async throws -> CommandResult {
    let old = try await EstateReading.read([options.old])
    if let failure = old.failure { return failure }
    let new = try await EstateReading.read([options.new])
    if let failure = new.failure { return failure }
    let report = RevisionReport(
      RevisionComparison(from: old.contracts, to: new.contracts), oldSources: old.library,
      newSources: new.library)
    var result = try CommandResult.answer(
      options.format.render(report), into: options.outputFile)
    result.status = report.comparison.isCompatible ? .passed : .failed
    return result
  }
}
