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
      catalog: try source.changing(try await RuleSource.requirementsSideBySide(options.rules)),
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
    return await pipeline.report(on: intake(source, into: library).readApart())
  }

  /// What reads the files into `library`, in the way the policy says.
  private func intake(_ policy: PolicySource, into library: SourceLibrary) -> Intake {
    var intakeOptions = Intake.Options()
    intakeOptions.exclusion = { policy.exclusion(of: $0) }
    intakeOptions.otherCheckout = options.exceptionsFolder
    intakeOptions.kindOverride = { policy.kind(of: $0) }
    intakeOptions.records = policy.recordNames
    intakeOptions.outputs =
      options.outputs.map(\.path) + [options.baseline, options.hiding?.keyFile].compactMap(\.self)
    intakeOptions.library = library
    intakeOptions.display = policy.display
    return Intake(paths: options.paths, options: intakeOptions)
  }

  /// Writes every report that is asked for; one that cannot be written does not keep the others back.
  private func write(_ report: Report, status: ExitStatus) async -> CommandResult {
    let texts = await rendered(report)
    var result = CommandResult(status: status)
    for miss in options.display.misses(in: report) { result.errors += "mcpready: \(miss)\n" }
    for text in texts {
      switch text {
      case .answer(let pieces): result.pieces = pieces
      case .file(let file):
        do {
          try file.commit()
        } catch {
          result.status = .usage
          result.errors += "mcpready: \(error.message)\n"
        }
      }
    }
    return result
  }

  /// A report as it was written.
  private enum Rendering {
    /// For standard output.
    case answer([[UInt8]])
    case file(PendingOutput)
  }

  /// How many servers of a large fleet are shown in full to a person who asks for none by name.
  private static let serversAtTerminal = 20

  /// The report in every format that is asked for, in that order, and the answer for a person where standard
  /// output is left for it; formats do not wait for each other.
  private func rendered(_ report: Report) async -> [Rendering] {
    let filter = options.display.filter(for: report)
    return await withTaskGroup(of: (Int, Rendering).self) { group in
      for (index, request) in options.outputs.enumerated() {
        var style = HumanStyle()
        style.filter = filter
        let reporter = request.format.reporter(style: style, sarif: options.sarif)
        group.addTask {
          guard request.path != "-" else {
            return (index, .answer(await reporter.pieces(of: report)))
          }
          let file = PendingOutput(request.path, number: index) { receive in
            reporter.write(report, to: ReportOutput(receive))
          }
          return (index, .file(file))
        }
      }
      if !options.outputs.contains(where: { $0.path == "-" }) {
        var style = HumanStyle(
          usesColor: options.usesColor ?? surroundings.showsColor, isQuiet: options.isQuiet)
        style.filter = filter
        style.filter.mostServers = Self.serversAtTerminal
        group.addTask {
          (options.outputs.count, .answer(await HumanReporter(style: style).pieces(of: report)))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
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
