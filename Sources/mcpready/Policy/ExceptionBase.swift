import Assessment
import Estate
import Ingest
import Reporting
import SourceText

/// The exceptions of another checkout of the estate, such as the base that a change is merged into.
///
/// That checkout is judged by its own files, because a comment there is about whatever it is about there. What
/// a change says about itself does not get in.
struct ExceptionBase {
  /// The exceptions, with places in the library that they were read into.
  private(set) var exceptions: [GoverningException] = []
  /// What could not be read there, so that its exceptions are missing.
  private(set) var diagnostics: [Diagnostic] = []
  /// Secrets in those of its files that were taken in.
  private(set) var maskedSpans: [SourceSpan] = []

  /// Reads the checkout in `folder`, whose own policy file counts; `pipeline` judges it.
  ///
  /// Of its files only those are taken into `library` that a place leads into.
  static func read(
    _ folder: String, judgedBy pipeline: Pipeline, into library: inout SourceLibrary
  ) async throws(ConfigurationError) -> ExceptionBase {
    guard ConfigurationFiles.exist(at: folder) else {
      throw ConfigurationError("cannot read `\(folder)`: there is no such folder")
    }
    let source = try PolicySource.policy(of: [folder], named: nil)
    var options = Intake.Options()
    options.exclusion = { source.exclusion(of: $0) }
    options.kindOverride = { source.kind(of: $0) }
    options.library = source.library
    options.display = source.display
    let intake = await Intake(paths: [folder], options: options).read()
    var pipeline = pipeline
    pipeline.source = source
    pipeline.policy.exceptions = .own
    let report = await pipeline.report(on: intake)
    var base = ExceptionBase()
    var moved: [SourceID: SourceID] = [:]
    func place(_ id: SourceID) -> SourceID {
      if let known = moved[id] { return known }
      let file = report.library[id]
      let new = library.add(path: file.path, bytes: file.bytes, firstLine: file.firstLine).id
      moved[id] = new
      return new
    }
    for exception in report.assessment.governingExceptions {
      let record = exception.record.moved(to: place(exception.record.span.source))
      base.exceptions.append(GoverningException(record, subjects: exception.subjects))
    }
    for error in report.diagnostics where error.severity == .error {
      let span = SourceSpan(source: place(error.span.source), error.span.range)
      base.diagnostics.append(
        Diagnostic(
          .warning, at: span, "the checkout whose exceptions count has an error: \(error.message)",
          advice: "exceptions that it hides are not applied"))
    }
    base.maskedSpans = report.maskedSpans.compactMap { span in
      moved[span.source].map { SourceSpan(source: $0, span.range) }
    }
    return base
  }
}
