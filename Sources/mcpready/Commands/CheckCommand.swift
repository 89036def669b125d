import Assessment
import Estate
import FoundationEssentials
import Ingest
import Reporting
import SourceText

/// Judges a fleet, writes the reports, and answers with the gate's decision.
struct CheckCommand {
  let options: CheckOptions

  /// The exit status, after everything is written.
  func run() async throws -> ExitStatus {
    let policy = try PolicySource.policy(options)
    let catalog = try policy.changing(try RuleSource.catalog(options.rules))
    let pipeline = Pipeline(
      catalog: catalog, thresholds: policy.thresholds, weights: policy.weights,
      date: try judgementDate(), failOn: options.failOn)
    let report = await pipeline.report(on: intake(policy).read())
    try write(report)
    switch report.gate.outcome {
    case .passed: return .passed
    case .failed: return .failed
    case .incomplete: return .incomplete
    }
  }

  /// What reads the files, in the way the policy says.
  private func intake(_ policy: PolicySource) -> Intake {
    var intakeOptions = Intake.Options()
    intakeOptions.isExcluded = { policy.file.excludes($0) }
    intakeOptions.kindOverride = { policy.file.kind(of: $0)?.value }
    return Intake(paths: options.paths, options: intakeOptions)
  }

  /// Writes every report that is asked for; one that cannot be written does not keep the others back.
  private func write(_ report: Report) throws {
    var failures: [String] = []
    for output in options.outputs {
      do {
        try OutputFile.write(output.format.reporter().render(report), to: output.path)
      } catch {
        failures.append(error.message)
      }
    }
    if !options.outputs.contains(where: { $0.path == "-" }) {
      let usesColor = options.usesColor ?? StandardStream.output.showsColor
      let reporter = HumanReporter(
        style: HumanStyle(usesColor: usesColor, isQuiet: options.isQuiet))
      StandardStream.output.write(reporter.render(report))
    }
    guard failures.isEmpty else { throw ConfigurationError(failures.joined(separator: "\n")) }
  }

  /// `--at`, else SOURCE_DATE_EPOCH, else today in UTC.
  private func judgementDate() throws -> CalendarDate {
    if let date = options.date { return date }
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
      guard let seconds = Int(epoch) else {
        throw ConfigurationError(
          "SOURCE_DATE_EPOCH is `\(epoch)`, which is no number of seconds since 1970")
      }
      return CalendarDate(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
    }
    let now = Date().timeIntervalSince1970
    return CalendarDate(daysSinceEpoch: Int((now / 86_400).rounded(.down)))
  }
}
