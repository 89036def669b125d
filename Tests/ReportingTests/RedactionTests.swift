import SourceText
import Testing

@testable import Reporting

struct RedactionTests {
  private func redaction(_ source: String, _ ranges: Range<Int>...) -> Redaction {
    var library = SourceLibrary()
    let file = library.add(path: "a", bytes: Array(source.utf8))
    return Redaction(of: ranges.map { SourceSpan(source: file.id, $0) }, in: library)
  }

  @Test func `secrets are taken out of texts, the longest first`() {
    let redaction = redaction("hunter2 hunter2-longer", 0..<7, 8..<22)
    #expect(redaction.reword("hunter2-longer, hunter2!") == "•••, •••!")
    #expect(redaction.reword("nothing of it: hunter") == "nothing of it: hunter")
  }

  @Test func `a quoted secret is one without its quotes too`() {
    let redaction = redaction(#"token: "hunter2""#, 7..<16)
    #expect(redaction.reword(#"hunter2 and "hunter2""#) == "••• and •••")
  }

  @Test func `what is as short as a word stays in messages`() {
    #expect(redaction("true", 0..<4).isEmpty)
  }
}
