import History
import Reporting

/// `mcpready metrics`: the leadership metrics over saved reports.
struct MetricsCommand {
  let options: MetricsOptions

  /// Reads the reports, and writes the trend.
  func run() throws(ConfigurationError) -> CommandResult {
    let trend = FleetTrend(of: try SavedReportFiles.read(options.history))
    let text = options.format.render(trend)
    guard let file = options.outputFile, file != "-" else { return .answer(text) }
    do throws(OutputFailure) {
      try OutputFile.write(text, to: file)
    } catch {
      throw ConfigurationError(error.message)
    }
    return .answer("")
  }
}
