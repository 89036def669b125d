import SourceText
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("😀b", 4, 1, 2), ("\tb", 1, 1, 2),
    ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("", 0, 1, 1), ("a\n", 2, 2, 1),
    ("é", 1, 1, 1),
  ])
  func `an offset has the line and column that a person counts`(
    text: String, offset: Int, line: Int, column: Int
  ) {
    let bytes = Array(text.utf8)
    let position = LineIndex(bytes: bytes).position(at: offset, in: bytes)
    #expect(position == SourcePosition(line: line, column: column))
  }

  @Test func `the text of a line has neither its break nor a byte-order mark`() {
    var library = SourceLibrary()
    let file = library.add(path: "f", bytes: Array("\u{FEFF}one\r\ntwo\n".utf8))
    #expect(file.lineText(at: 4) == "one")
    #expect(file.lineText(at: 9) == "two")
    #expect(file.lineText(at: 12) == "")
  }

  @Test func `an excerpt counts lines in the file that it was cut from`() {
    var library = SourceLibrary()
    let file = library.add(path: "log", bytes: Array("{\"a\": 1}".utf8), firstLine: 4021)
    let span = SourceSpan(source: file.id, 1..<4)
    #expect(library.location(of: span).start == SourcePosition(line: 4021, column: 2))
    #expect(library.text(of: span) == "\"a\"")
  }
}
