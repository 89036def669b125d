import SourceText
import Testing

@testable import Reporting

struct SourceMaskTests {
  @Test func `overlapping secrets are one, and their length does not show`() {
    var library = SourceLibrary()
    let file = library.add(path: "a", bytes: Array("0123456789".utf8))
    let mask = SourceMask(
      [5..<7, 2..<4, 3..<6, 8..<8].map { SourceSpan(source: file.id, $0) })
    #expect(mask.text(of: 0..<10, in: file) == "01•••789")
    #expect(mask.text(of: 3..<4, in: file) == "•••")
    #expect(mask.text(of: 7..<10, in: file) == "789")
    #expect(mask.hides(6..<8, of: file.id))
    #expect(!mask.hides(7..<10, of: file.id))
  }

  @Test(arguments: ReportFormat.allCases)
  func `no format prints a secret or a part of it`(format: ReportFormat) {
    let text = format.reporter().render(SampleReport().report)
    let secret = Array(SampleReport.secret)
    for start in 0...secret.count - 6 {
      #expect(!text.contains(String(secret[start..<start + 6])))
    }
  }
}
