import Assessment
import Reporting
import Testing

/// What holds for every format.
@Suite struct ReportFormatTests {
  @Test func `formats have the names of the command line`() {
    #expect(ReportFormat.allCases.map(\.rawValue) == ["human", "json", "sarif", "markdown"])
  }

  @Test(arguments: ReportFormat.allCases)
  func `equal reports give equal bytes`(format: ReportFormat) {
    let reporter = format.reporter()
    #expect(reporter.render(SampleReport().report) == reporter.render(SampleReport().report))
  }

  @Test(arguments: ReportFormat.allCases)
  func `every finding is in every format`(format: ReportFormat) {
    let text = format.reporter().render(SampleReport().report)
    for finding in SampleReport().findings { #expect(text.contains(finding.rule)) }
  }

  @Test(arguments: ReportFormat.allCases)
  func `no format lets a hidden character through`(format: ReportFormat) {
    let text = format.reporter().render(SampleReport().report)
    let allowed: Set<Unicode.Scalar> = ["\n", "\u{FE0F}"]
    let hidden = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse:
        !allowed.contains(scalar)
      default: false
      }
    }
    #expect(hidden.isEmpty)
    #expect(text.hasSuffix("\n"))
  }
}
