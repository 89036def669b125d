import History
import Reporting

/// `mcpready metrics`: the leadership metrics over saved reports.
struct MetricsCommand {
  let options: MetricsOptions

  /// Reads the reports, and writes the trend.
  func run() throws(ConfigurationError) -> CommandResult {
    let trend = FleetTrend(of: try SavedReportFiles.read(options.history))
    return try .answer(options.format.render(trend), into: options.outputFile)
  }
}
