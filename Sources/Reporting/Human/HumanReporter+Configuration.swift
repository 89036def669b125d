public import SourceText

extension HumanReporter {
  /// What is wrong with the configuration of a run, of which there is no report: rules, the policy file.
  public func render(_ diagnostics: [Diagnostic], in library: SourceLibrary) -> String {
    var page = TerminalPage(style: style)
    page.diagnostics(
      diagnostics, Quotations(library, masking: [], columns: max(20, style.width - 8)))
    return page.content.text
  }
}
