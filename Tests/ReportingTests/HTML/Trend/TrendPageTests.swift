import History
import SourceText
import Testing

@testable import Reporting

@Suite struct TrendPageTests {
  /// The sample's report as it was saved on `day`.
  private func saved(_ day: String) throws -> SavedReport {
    let text = JSONReporter().render(SampleReport().report)
      .replacing("\"date\": \"2024-10-04\"", with: "\"date\": \"\(day)\"", maxReplacements: 1)
    var library = SourceLibrary()
    return try SavedReport(
      reading: library.add(path: "reports/\(day)<b>.json", bytes: Array(text.utf8)))
  }

  private func page(_ days: [String]) throws -> String {
    TrendFormat.html.render(FleetTrend(of: try days.map(saved)))
  }

  @Test func `every measure is plotted over the reports, with its values in words`() throws {
    let text = try page(["2026-09-30", "2026-10-31", "2026-11-21"])
    for kind in Measure.Kind.allCases {
      #expect(text.contains("<strong>\(kind.title)</strong>"))
    }
    #expect(text.contains("2026-09-30: 0 %; 2026-10-31: 0 %; 2026-11-21: 0 %."))
    #expect(text.contains("3 reports, from 2026-09-30 to 2026-11-21"))
  }

  @Test func `the names behind the last numbers are listed`() throws {
    let text = try page(["2026-11-21"])
    #expect(text.contains("<li>payments</li>"))
    #expect(text.contains("<li>INC-3</li>"))
    #expect(text.contains("nothing to compare with"))
    #expect(!text.contains("<section id=\"course\""), "one report makes no course")
  }

  @Test func `a path is escaped, and equal reports give equal bytes`() throws {
    let text = try page(["2026-10-31", "2026-11-21"])
    #expect(text.contains("reports/2026-11-21&lt;b&gt;.json"))
    #expect(!text.contains("<b>"))
    #expect(text == (try page(["2026-11-21", "2026-10-31"])))
  }

  @Test func `no reports make a page that says so`() throws {
    let text = try page([])
    #expect(text.contains("No report was found."))
    #expect(text.hasSuffix("</html>\n"))
  }
}
