import SourceText
import Syntax
import Testing

/// A source that is refused, and what must be said about it.
struct YAMLErrorCase: Sendable, CustomTestStringConvertible {
  let source: String
  let line: Int
  let column: Int
  let message: String
  var advice: String?
  var related: String?

  init(
    _ source: String, _ line: Int, _ column: Int, _ message: String, advice: String? = nil,
    related: String? = nil
  ) {
    self.source = source
    self.line = line
    self.column = column
    self.message = message
    self.advice = advice
    self.related = related
  }

  var testDescription: String { source.debugDescription }

  static let all: [YAMLErrorCase] = [
    // Indentation.
    .init("a:\n\tb: 1\n", 2, 1, "a tab cannot indent", advice: "Replace the tab"),
    .init("a:\n  b: 1\n  \tc: 2\n", 3, 3, "a tab cannot indent"),
    .init("a: [\n\t1 ]\n", 2, 1, "a tab cannot indent"),
    .init("-\t- a\n", 1, 3, "a sequence cannot start"),
    .init("a:\n    b: 1\n  c: 2\n", 3, 3, "fits no collection", related: "2:5"),
    .init("a: 1\n  b: 2\n", 2, 4, "a mapping cannot start inside the text", related: "1:4"),
    .init("a: 'x'\n  b: 2\n", 2, 3, "indented deeper than the mapping", related: "1:1"),
    .init("  a: 1\nb: 2\n", 2, 1, "indented less than the first line", related: "1:3"),
    .init("- a\nb\n", 2, 1, "an element of a sequence starts with `- `", related: "1:1"),
    .init("a: 1\n- b\n", 2, 1, "a sequence cannot go on a mapping"),
    // Keys.
    .init("a: 1\nb\nc: 2\n", 2, 1, "a mapping key needs a `:`"),
    .init("a: 1\nport:8080\n", 2, 1, "no space behind its `:`", advice: "Write `port: …`"),
    .init("a: 1\n\"b\":2\n", 2, 4, "needs a space behind its `:`"),
    .init("a: b: c\n", 1, 5, "a mapping cannot start here", advice: "Quote the value"),
    .init("--- a: b\n", 1, 6, "a mapping cannot start here", advice: "behind `---`"),
    .init("a: - b\n", 1, 4, "a sequence cannot start", advice: "line of its own"),
    .init("&x - b\n", 1, 4, "a sequence cannot start", advice: "tag or anchor"),
    .init("? a\n? b\nc\n", 3, 1, "a mapping key needs a `:`"),
    .init("\"a\n b\": c\n", 2, 4, "must be on one line", related: "1:1"),
    .init("[a,\n b]: c\n", 2, 4, "must be on one line"),
    .init("[a\n : b]\n", 2, 2, "must be on one line"),
    // Scalars.
    .init("a: @b\n", 1, 4, "`@` is reserved", advice: "Quote"),
    .init("a: `b`\n", 1, 4, "is reserved", advice: "Quote"),
    .init("a: %b\n", 1, 4, "`%` cannot start a value"),
    .init("a: ]\n", 1, 4, "closes nothing"),
    .init("a: ,b\n", 1, 4, "a value is missing before `,`"),
    .init("a: \"b\nc: d\n", 2, 1, "less than the quoted text", related: "1:4"),
    .init("a: \"b", 1, 4, "is not closed"),
    .init("a: 'b\n\n", 1, 4, "is not closed"),
    .init("\"a\n---\nb\"\n", 1, 1, "is not closed"),
    .init("a: \"b\" c\n", 1, 8, "the value ends before this text", advice: nil),
    .init("a: \"say \"hi\" now\"\n", 1, 10, "the value ends before this text", advice: "\\\""),
    .init("a: \"\\d+\"\n", 1, 5, "`\\d` is not an escape", advice: "single quotes"),
    .init("a: \"\\x4\"\n", 1, 5, "too short"),
    .init("a: \"\\uD800\"\n", 1, 5, "not a character"),
    .init("a: \"\\U00110000\"\n", 1, 5, "not a character"),
    .init("a: \"b\"#c\n", 1, 7, "a blank before its `#`"),
    .init("a: | b\n  c\n", 1, 6, "starts on the line behind", related: "1:4"),
    .init("a: |0\n  c\n", 1, 4, "a digit from 1 to 9"),
    .init("a: |\n    \n  b\n", 2, 1, "more spaces than the text", related: "3:1"),
    .init("a: |\n  b\n\tc\n", 3, 1, "a tab cannot indent"),
    // Flow collections.
    .init("a: [1, 2\nb: 3\n", 2, 1, "not indented enough to be inside `[`", related: "1:4"),
    .init("a: {b: 1\n", 1, 4, "the `{` is not closed"),
    .init("a: [[1]\n---\n", 1, 4, "the `[` is not closed"),
    .init("[a, b c: d]]\n", 1, 12, "the value ends before this text"),
    .init("[\"a\" \"b\"]\n", 1, 6, "a comma is missing", related: "1:1"),
    .init("{a: 1 b: 2}\n", 1, 8, "a second `:`"),
    .init("[a,,b]\n", 1, 4, "there is no entry before this `,`"),
    .init("[a: b: c]\n", 1, 6, "a second `:`"),
    .init("{a:[b]}\n", 1, 3, "needs a space behind its `:`"),
    .init("[a}\n", 1, 3, "a comma is missing"),
    .init("[-]\n", 1, 2, "`-` cannot stand here"),
    .init("[|\n a]\n", 1, 2, "a block scalar cannot stand inside"),
    .init("[a, #b\n c,#d\n]", 2, 4, "a blank before its `#`"),
    // Tags, anchors and aliases.
    .init("a: &x &y b\n", 1, 7, "one anchor only", related: "1:4"),
    .init("a: !x !y b\n", 1, 7, "one tag only", related: "1:4"),
    .init("a: &x 1\nb: &y *x\n", 2, 4, "an alias cannot have"),
    .init("a: & b\n", 1, 4, "a name is missing"),
    .init("a: !e!b c\n", 1, 4, "the tag handle `!e!` is not declared"),
    .init("a: !b,c d\n", 1, 6, "followed by a blank"),
    .init("a: !<b c\n", 1, 4, "this is not a tag"),
    .init("a: *b\n", 1, 4, "no anchor `&b`"),
    .init("a: &defaults 1\nb: *default\n", 2, 4, "no anchor", advice: "Did you mean `*defaults`?"),
    .init("a: &b 1\n*b: 2\n", 2, 1, "no anchor `&b:`", advice: "Write `*b :`"),
    // Documents.
    .init("%YAML 1.2\na: b\n", 1, 1, "must be followed by a document"),
    .init("%YAML 2.0\n---\n", 1, 7, "major version"),
    .init("%YAML 1.2\n%YAML 1.2\n---\n", 2, 1, "given before"),
    .init("%TAG !e\n---\n", 1, 1, "malformed"),
    .init("a: b\n... c\n", 2, 5, "the value ends before this text"),
    .init("[a]\nb\n", 2, 1, "the document is complete"),
    // Characters.
    .init("a: b\u{0}c\n", 1, 5, "U+0000 may not stand here"),
    .init("a: b\u{7F}c\n", 1, 5, "U+007F may not stand here", advice: "\\x1B"),
    .init("'\u{7F}': b\u{FEFF}\n", 1, 7, "U+FEFF may not stand here"),
    // Templates.
    .init("a:\n  {{- if .Values.b }}\n  c: d\n", 2, 5, "`-` cannot stand here", advice: "template"),
  ]
}

struct YAMLErrorTests {
  @Test(arguments: YAMLErrorCase.all)
  func `an error says where, what and what to do`(example: YAMLErrorCase) throws {
    let failure = try #require(yamlFailure(example.source))
    #expect("\(failure.line):\(failure.column)" == "\(example.line):\(example.column)")
    #expect(failure.diagnostic.message.contains(example.message), "\(failure.diagnostic.message)")
    if let advice = example.advice {
      #expect(failure.diagnostic.advice?.contains(advice) == true, "\(failure.diagnostic)")
    }
    if let related = example.related {
      #expect(failure.related.first?.hasPrefix(related) == true, "\(failure.related)")
    }
  }

  @Test
  func `bytes that are not UTF-8 are an error with their place`() throws {
    let failure = try #require(yamlFailure(Array("a: b\nc: ".utf8) + [0xC3, 0x28]))
    #expect([failure.line, failure.column] == [2, 4])
    #expect(failure.diagnostic.message.contains("UTF-8"))
    let wide = try #require(yamlFailure([0xFF, 0xFE, 0x61, 0x00]))
    #expect(wide.diagnostic.message.contains("UTF-16"))
  }

  @Test
  func `a character that plain text may not hold may stand in quotes`() throws {
    #expect(try yaml("a: \"b\u{7F}\u{FEFF}\u{9F}\"").root?["a"]?.string == "b\u{7F}\u{FEFF}\u{9F}")
  }
}
