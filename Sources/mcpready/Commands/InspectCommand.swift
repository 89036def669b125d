import Ingest
import Reporting
import SourceText

/// `mcpready inspect`: every signal of one catalog, those included that are no findings.
struct InspectCommand {
  let options: InspectOptions

  /// Reads the file, and writes what its texts try.
  ///
  /// What is found never decides the exit status; that the file could not be read or holds no texts does.
  func run() async -> CommandResult {
    let inspection = await FileInspection(ofFileAt: options.path)
    let report = InspectionReport(
      path: inspection.path, kind: inspection.kind?.rawValue, reviews: inspection.reviews,
      library: inspection.library, secretSpans: inspection.secretSpans)
    let errors = inspection.diagnostics.filter { $0.severity == .error }
    var result = CommandResult(status: .passed, output: report.render(as: options.format))
    result.errors = HumanReporter().render(errors, in: inspection.library)
    if inspection.reviews.isEmpty {
      result.status = .incomplete
      result.output = ""
      if errors.isEmpty {
        result.errors =
          "mcpready: `\(options.path)` holds no catalog, client configuration or registry entry\n"
      }
    } else if !errors.isEmpty {
      result.status = .incomplete
    }
    return result
  }
}
