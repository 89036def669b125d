import SourceText

extension TerminalPage {
  /// Writes what is wrong with the inputs, and how many notes there are.
  mutating func diagnostics(_ diagnostics: [Diagnostic], _ quotations: Quotations) {
    let problems =
      diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity == .warning }
    for diagnostic in problems.prefix(HumanReporter.fullEntries) {
      self.diagnostic(diagnostic, quotations)
    }
    let rest = problems.dropFirst(HumanReporter.fullEntries)
    for diagnostic in rest {
      line("\(title(of: diagnostic)) (\(quotations.place(of: diagnostic.span)))")
    }
    if !rest.isEmpty { line() }
    let notes = diagnostics.count { $0.severity == .note }
    if notes > 0 {
      line("\(counted(notes, "note")) about inputs not shown")
      line()
    }
  }

  private mutating func diagnostic(_ diagnostic: Diagnostic, _ quotations: Quotations) {
    line(title(of: diagnostic))
    self.excerpts(
      quotations.excerpt(of: diagnostic.span),
      related: diagnostic.related.map { (quotations.excerpt(of: $0.span), $0.message) },
      paint: HumanStyle.Paint(diagnostic.severity))
    if let expected = diagnostic.expected { paragraph("   = expected: ", "\(expected)") }
    if let advice = diagnostic.advice { paragraph("   = advice: ", "\(advice)") }
    line()
  }

  private func title(of diagnostic: Diagnostic) -> Fragment<Terminal> {
    let severity = style.paint(
      "\(diagnostic.severity.rawValue)", HumanStyle.Paint(diagnostic.severity))
    return "\(severity): \(diagnostic.message)"
  }
}
