import SourceText
import Syntax
import Testing

/// A mistake, the text that the error points at, and a part of what it says.
struct JSONMistakeExample: CustomTestStringConvertible {
  let text: String
  let place: Range<Int>
  let message: String
  var related: Int?

  var testDescription: String { text }

  init(_ text: String, _ place: Range<Int>, _ message: String, related: Int? = nil) {
    (self.text, self.place, self.message, self.related) = (text, place, message, related)
  }

  static let all = [
    JSONMistakeExample("", 0..<0, "ends without a value"),
    JSONMistakeExample("{\"a\": [1, 2", 11..<11, "the array is not closed", related: 6),
    JSONMistakeExample("{\"a\": 1", 7..<7, "the object is not closed", related: 0),
    JSONMistakeExample("{\"a\":", 5..<5, "the object is not closed", related: 0),
    JSONMistakeExample("[\"abc", 5..<5, "the string is not closed", related: 1),
    JSONMistakeExample("[\"abc\n\"]", 5..<6, "not closed before the end of its line", related: 1),
    JSONMistakeExample("[\"a\tb\"]", 3..<4, "no tab"),
    JSONMistakeExample("[\"\\x\"]", 2..<4, "not an escape"),
    JSONMistakeExample("[\"\\u12\"]", 2..<6, "four hexadecimal digits"),
    JSONMistakeExample("[1, 2,]", 5..<6, "no comma before `]`"),
    JSONMistakeExample("{\"a\": 1,\n}", 7..<8, "no comma before `}`"),
    JSONMistakeExample("['a']", 1..<2, "no single quotes"),
    JSONMistakeExample("{'a': 1}", 1..<2, "no single quotes"),
    JSONMistakeExample("[\u{201C}a\u{201D}]", 1..<4, "is not a quote"),
    JSONMistakeExample("// hi\n1", 0..<2, "no comments"),
    JSONMistakeExample("[1 /* hi */]", 3..<5, "no comments"),
    JSONMistakeExample("[1] # hi", 4..<5, "no comments"),
    JSONMistakeExample("[NaN]", 1..<4, "JSON has no `NaN`"),
    JSONMistakeExample("[-Infinity]", 1..<10, "JSON has no `-Infinity`"),
    JSONMistakeExample("[True]", 1..<5, "`True` is not a JSON value"),
    JSONMistakeExample("[nul]", 1..<4, "`nul` is not a JSON value"),
    JSONMistakeExample("[trueish]", 1..<8, "`trueish` is not a JSON value"),
    JSONMistakeExample("{a: 1}", 1..<2, "is not a key"),
    JSONMistakeExample("{1: 1}", 1..<2, "is not a key"),
    JSONMistakeExample("{\"a\" 1}", 5..<6, "not followed by a colon"),
    JSONMistakeExample("{\"a\"}", 4..<5, "has no value"),
    JSONMistakeExample("{\"a\":}", 5..<6, "has no value"),
    JSONMistakeExample("{\"a\": 1 \"b\": 2}", 8..<9, "a comma is missing", related: 7),
    JSONMistakeExample("[1 2]", 3..<4, "a comma is missing", related: 2),
    JSONMistakeExample("[\"a\": 1]", 4..<5, "an array holds no keys"),
    JSONMistakeExample("[1,,2]", 3..<4, "a value is missing before this comma"),
    JSONMistakeExample("[1}", 2..<3, "does not close", related: 0),
    JSONMistakeExample("]", 0..<1, "closes nothing"),
    JSONMistakeExample("[1]]", 3..<4, "follows the end of the document"),
    JSONMistakeExample("{} {}", 3..<4, "follows the end of the document"),
    JSONMistakeExample("[012]", 1..<4, "not a number"),
    JSONMistakeExample("[1.]", 1..<3, "not a number"),
    JSONMistakeExample("[.5]", 1..<3, "not a number"),
    JSONMistakeExample("[+1]", 1..<3, "not a number"),
    JSONMistakeExample("[0x1F]", 1..<5, "not a number"),
    JSONMistakeExample("[1e]", 1..<3, "not a number"),
    JSONMistakeExample("12a", 0..<3, "not a number"),
    JSONMistakeExample("[1,\u{A0}2]", 3..<5, "U+00A0"),
  ]
}

@Test(arguments: JSONMistakeExample.all)
func `a mistake in JSON is named at its place`(example: JSONMistakeExample) throws {
  let source = SourceFile(
    id: SourceID(index: 0), path: "test.json", bytes: Array(example.text.utf8))
  let error = try #require(throws: SyntaxError.self) { try JSONParser.parse(source) }
  let diagnostic = error.diagnostic
  #expect(diagnostic.span.range == example.place)
  #expect(diagnostic.message.contains(example.message), "\(diagnostic.message)")
  #expect(diagnostic.advice != nil)
  if let related = example.related {
    #expect(diagnostic.related.first?.span.start == UInt32(related))
  }
}

@Test func `other encodings are named as such`() throws {
  let utf16 = SourceFile(
    id: SourceID(index: 0), path: "a", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0])
  let first = try #require(throws: SyntaxError.self) { try JSONParser.parse(utf16) }
  #expect(first.diagnostic.message.contains("UTF-16"))
  let latin1 = SourceFile(id: SourceID(index: 0), path: "a", bytes: [0x22, 0xE9, 0x22])
  let second = try #require(throws: SyntaxError.self) { try JSONParser.parse(latin1) }
  #expect(second.diagnostic.span.range == 1..<2)
}
