import History
import Reporting

/// `mcpready metrics`: the leadership metrics over saved reports.
struct MetricsCommand {
  let options: MetricsOptions

  /// Reads the reports, and writes the trend; nothing where one cannot be read, because a trend with holes misleads.
  func run() throws(ConfigurationError) -> CommandResult {
    let reports: [SavedReport]
    do {
      reports = try SavedReportFiles.read(options.history)
    } catch {
      return CommandResult(status: .incomplete, errors: error.text)
    }
    return try .answer(options.format.render(FleetTrend(of: reports)), into: options.outputFile)
  }
}
