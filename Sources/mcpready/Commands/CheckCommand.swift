import Assessment
import Estate
import FoundationEssentials
import Ingest
import Reporting
import SourceText

/// Judges a fleet, writes the reports, and answers with the gate's decision.
struct CheckCommand {
  let options: CheckOptions
  let surroundings: Surroundings

  /// The gate's answer, once the files that are asked for are written.
  func run() async throws -> CommandResult {
    let report = try await report()
    return await write(report, status: ExitStatus(report.gate.outcome))
  }

  /// Everything that was found.
  func report() async throws -> Report {
    let source = try PolicySource.policy(of: options.paths, named: options.policyFile)
    var pipeline = Pipeline(
      catalog: try source.changing(try RuleSource.requirements(options.rules)),
      policy: source.assessmentPolicy(profile: options.profile), source: source,
      fields: try source.fieldMapping(),
      ruleFiles: try RuleSource.inputs(options.rules, shownBy: source.display),
      date: try judgementDate(), failOn: options.failOn)
    pipeline.showsProgress = surroundings.showsProgress && !options.isQuiet
    var library = source.library
    if options.ignoresExceptions { pipeline.policy.exceptions = .nobody }
    if let folder = options.exceptionsFolder {
      let base = try await ExceptionBase.read(folder, judgedBy: pipeline, into: &library)
      pipeline.policy.exceptions = .foreign(base.exceptions)
      pipeline.notes += base.diagnostics
      pipeline.maskedSpans += base.maskedSpans
    }
    if let file = options.baseline {
      pipeline.baseline = try SavedReportFiles.report(at: file)
    }
    pipeline.hiding = try options.hiding.map(PseudonymScheme.init)
    return await pipeline.report(on: intake(source, into: library).read())
  }

  /// What reads the files into `library`, in the way the policy says.
  private func intake(_ policy: PolicySource, into library: SourceLibrary) -> Intake {
    var intakeOptions = Intake.Options()
    intakeOptions.exclusion = { policy.exclusion(of: $0) }
    intakeOptions.otherCheckout = options.exceptionsFolder
    intakeOptions.kindOverride = { policy.kind(of: $0) }
    intakeOptions.outputs =
      options.outputs.map(\.path) + [options.baseline, options.hiding?.keyFile].compactMap(\.self)
    intakeOptions.library = library
    intakeOptions.display = policy.display
    return Intake(paths: options.paths, options: intakeOptions)
  }

  /// Writes every report that is asked for; one that cannot be written does not keep the others back.
  private func write(_ report: Report, status: ExitStatus) async -> CommandResult {
    var result = CommandResult(status: status)
    let texts = await rendered(report)
    for (request, text) in zip(options.outputs, texts) {
      if request.path == "-" {
        result.output = text
        continue
      }
      do {
        try OutputFile.write(text, to: request.path)
      } catch {
        result.status = .usage
        result.errors += "mcpready: \(error.message)\n"
      }
    }
    if !options.outputs.contains(where: { $0.path == "-" }) {
      let style = HumanStyle(
        usesColor: options.usesColor ?? surroundings.showsColor, isQuiet: options.isQuiet)
      result.output = HumanReporter(style: style).render(report)
    }
    return result
  }

  /// The report in every format that is asked for, in that order; formats do not wait for each other.
  private func rendered(_ report: Report) async -> [String] {
    await withTaskGroup(of: (Int, String).self) { group in
      for (index, request) in options.outputs.enumerated() {
        group.addTask {
          (index, request.format.reporter(sarif: options.sarif).render(report))
        }
      }
      var texts = Array(repeating: "", count: options.outputs.count)
      for await (index, text) in group { texts[index] = text }
      return texts
    }
  }

  /// `--at`, else SOURCE_DATE_EPOCH, else today in UTC.
  private func judgementDate() throws -> CalendarDate {
    if let date = options.date { return date }
    if let epoch = surroundings.variables["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
      guard let seconds = Int(epoch), Self.writableSeconds.contains(seconds) else {
        throw ConfigurationError(
          "SOURCE_DATE_EPOCH is `\(epoch)`, which is no number of seconds since 1970")
      }
      return CalendarDate(daysSinceEpoch: seconds / 86_400)
    }
    let now = Date().timeIntervalSince1970
    return CalendarDate(daysSinceEpoch: Int((now / 86_400).rounded(.down)))
  }

  /// The seconds since 1970 of the days that have a year of four digits.
  private static let writableSeconds = 0..<253_402_300_800
}
