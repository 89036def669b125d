import Assessment
import SourceText

/// The exceptions of a run and the rules that its policy changes, in Markdown.
struct MarkdownExceptions {
  private let assessment: FleetAssessment
  private let quotations: Quotations

  /// Shows those of `report`.
  init(_ report: Report, _ quotations: Quotations) {
    assessment = report.assessment
    self.quotations = quotations
  }

  /// The heading, where there is anything to show.
  var heading: Fragment<Markdown> {
    let exceptions = assessment.exceptions
    guard !exceptions.isEmpty || !assessment.overrides.isEmpty else { return "" }
    return exceptions.isEmpty
      ? "\n### Policy\n\n" : "\n### Policy and exceptions\n\n\(exceptions.counts).\n\n"
  }

  /// A line for each.
  var lines: [Fragment<Markdown>] {
    assessment.exceptions.map(line) + assessment.overrides.map(line)
  }

  private func line(of exception: ReviewedException) -> Fragment<Markdown> {
    let owners: Fragment<Markdown> =
      exception.owners.isEmpty ? "" : ", \(exception.owners.joined(separator: ", "))"
    return
      "- **\(exception.status.name)** \(exception.title, limit: 120)\(owners): \(exception.explanation, limit: 300) (\(.code(quotations.place(of: exception.span))))\n"
  }

  private func line(of override: RuleOverride) -> Fragment<Markdown> {
    "- \(override.inWords, limit: 300) (\(.code(quotations.place(of: override.span))))\n"
  }

  /// What was accepted, in one line of a list.
  static func line(for risk: AcceptedRisk, _ quotations: Quotations) -> Fragment<Markdown> {
    let place: Fragment<Markdown> = risk.span.map { " (\(.code(quotations.place(of: $0))))" } ?? ""
    return
      "- *\(risk.suppression.inWords, limit: 200)* (\(.code(quotations.place(of: risk.suppression.span)))): **\(risk.severity.rawValue)** \(.code(risk.rule)) \(risk.status.name): \(risk.message, limit: 300)\(place)\n"
  }
}
