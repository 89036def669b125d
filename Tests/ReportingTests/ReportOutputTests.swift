import Testing

@testable import Reporting

struct ReportOutputTests {
  @Test(arguments: ReportFormat.allCases)
  func `the pieces of a report make the whole of it`(format: ReportFormat) {
    let report = SampleReport().report
    var pieces: [UInt8] = []
    format.reporter().write(report, to: ReportOutput { pieces += $0 })
    #expect(String(decoding: pieces, as: UTF8.self) == format.reporter().render(report))
  }

  @Test func `a long list is handed on before it is whole`() {
    let texts = (0..<100_000).map { "element ## \($0)" }
    var sizes: [Int] = []
    JSONWriter.write(listOf: texts, to: ReportOutput { sizes.append($0.count) }) { text, json in
      json.member("text", text)
    }
    #expect(sizes.count > 10)
    #expect(sizes.allSatisfy { $0 < 1 << 19 })
  }
}
