import Assessment
import SourceText

/// What was accepted for a time, and what the policy changes about rules.
extension TerminalPage {
  /// Writes a line for each of `risks`, with who accepted it.
  mutating func accepted(_ risks: [AcceptedRisk], _ quotations: Quotations) {
    for risk in risks {
      let place: Fragment<Terminal> = risk.span.map { " (\(quotations.place(of: $0)))" } ?? ""
      paragraph(
        "  ", "\(risk.severity.rawValue)[\(risk.rule)] \(risk.status.name): \(risk.message)\(place)"
      )
      paragraph(
        "   = ",
        "\(risk.suppression.inWords) (\(quotations.place(of: risk.suppression.span)))")
    }
    if !risks.isEmpty { line() }
  }

  /// Writes every exception with what became of it, and every rule that the policy changes.
  mutating func policy(_ assessment: FleetAssessment, _ quotations: Quotations) {
    let exceptions = assessment.exceptions
    if !exceptions.isEmpty {
      line(style.paint("exceptions: \(exceptions.counts)", .strong))
      for exception in exceptions {
        let owners: Fragment<Terminal> =
          exception.owners.isEmpty ? "" : ", \(exception.owners.joined(separator: ", "))"
        paragraph(
          "  \(exception.status.name): ",
          "\(exception.title)\(owners): \(exception.explanation) (\(quotations.place(of: exception.span)))"
        )
      }
      line()
    }
    overrides(assessment.overrides, quotations)
  }

  private mutating func overrides(_ overrides: [RuleOverride], _ quotations: Quotations) {
    guard !overrides.isEmpty else { return }
    line(style.paint("rules that the policy changes", .strong))
    for override in overrides {
      paragraph("  ", "\(override.inWords) (\(quotations.place(of: override.span)))")
    }
    line()
  }
}
