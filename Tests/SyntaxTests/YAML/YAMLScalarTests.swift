import SourceText
import Syntax
import Testing

struct YAMLScalarTests {
  @Test(arguments: [
    ("null", NodeKind.null), ("Null", .null), ("NULL", .null), ("~", .null), ("nULL", .string),
    ("true", .boolean), ("False", .boolean), ("TRUE", .boolean), ("tRUE", .string),
    ("0", .integer), ("-12", .integer), ("+12", .integer), ("012", .integer), ("0o17", .integer),
    ("0x1F", .integer), ("0x", .string), ("0o18", .string), ("-0x1F", .string), ("1_000", .string),
    ("0b1", .string), ("1.5", .float), ("1.", .float), (".5", .float), ("-.5e+3", .float),
    ("1e3", .float), ("1e", .string), (".", .string), ("--", .string), (".inf", .float),
    ("-.Inf", .float), ("+.INF", .float), (".nan", .float), (".NaN", .float), ("-.nan", .string),
    ("1.2.3", .string), ("10.0.0.1", .string), ("22:22", .string), ("2026-01-02", .string),
    ("yes", .string), ("off", .string), ("y", .string), ("+", .string), ("", .null),
  ])
  func `plain scalars resolve by the core schema`(text: String, kind: NodeKind) throws {
    #expect(try yaml("key: \(text)").root?["key"]?.kind == kind)
  }

  @Test
  func `numbers have the values that YAML gives them`() throws {
    let tree = try yaml("[0o17, 0x1F, 012, -7, 1., .5, -1e3, .inf, -.inf, 9223372036854775808]")
    let numbers = try #require(tree.root).elements.map(\.number)
    #expect(
      numbers == [15, 31, 12, -7, 1, 0.5, -1000, .infinity, -.infinity, 9_223_372_036_854_775_808])
    let integers = try #require(tree.root).elements.map(\.integer)
    #expect(integers.prefix(5) == [15, 31, 12, -7, nil])
  }

  @Test(arguments: [
    ("! 12", "\"12\""), ("!!str 12", "\"12\""), ("!!int \"12\"", "12"), ("!!float 1", "1"),
    ("!!null ''", "null"), ("!!bool 'true'", "true"), ("!!str", "\"\""), ("!local 12", "\"12\""),
    ("!<tag:yaml.org,2002:str> 12", "\"12\""), ("'12'", "\"12\""), ("!!int twelve", "\"twelve\""),
  ])
  func `a tag decides what a scalar is`(text: String, outline: String) throws {
    #expect(try yaml(text).root?.outline == outline)
  }

  @Test
  func `a value that is not what its tag says leaves a warning`() throws {
    let tree = try yaml("replicas: !!int three")
    #expect(tree.notes.map(\.severity) == [.warning])
    #expect(tree.source.text(in: try #require(tree.notes.first).span.range) == "three")
  }

  @Test(arguments: [
    ("|\n  a\n  b\n", "a\nb\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n\n", "a\n\n"),
    ("|\n  a\n   b\n", "a\n b\n"), ("|2\n   a\n", " a\n"), ("|1-\n  a\n", " a"), ("|-\n", ""),
    ("|+\n\n", "\n"), ("|\n\n  a\n", "\na\n"), (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
    (">\n  a\n    more\n  b\n", "a\n  more\nb\n"), (">-\n  a\n\n\n  b\n", "a\n\nb"),
    ("| # comment\n  a\n", "a\n"), ("|\n  a", "a\n"), (">\n\ta\n", nil),
    ("|\n  # text\n", "# text\n"),
  ])
  func `block scalars keep, clip, strip and fold lines`(text: String, content: String?) throws {
    let source = "key: " + text
    if let content {
      #expect(try yaml(source).root?["key"]?.string == content)
    } else {
      #expect(yamlFailure(source) != nil)
    }
  }

  @Test(arguments: [
    (#""a\tb\u00e9\x41\U0001F600\/\"""#, "a\tb\u{E9}A\u{1F600}/\""),
    (#""\uD83D\uDE00""#, "\u{1F600}"),
    ("\"a\n  b\n\n  c\"", "a b\nc"), ("\"a\\\n   b\"", "ab"), ("\"a \\\n   b\"", "a b"),
    ("'it''s'", "it's"), ("'a\n\n b'", "a\nb"), (#"'\n'"#, #"\n"#), ("\"  a  \"", "  a  "),
    ("\"a  \n  b\"", "a b"), (#""a\ \#n  b""#, "a  b"), ("\"\"", ""), ("''", ""),
  ])
  func `quoted scalars are unescaped and folded`(text: String, content: String) throws {
    #expect(try yaml(text).root?.string == content)
  }

  @Test(arguments: [
    ("a\nb\n\nc", "a b\nc"), ("key: a # b", nil), ("a#b", "a#b"), ("a:b", "a:b"), ("-a", "-a"),
    ("?a", "?a"), (":a", ":a"), ("a - b", "a - b"), ("http://x/y?z=1#w", "http://x/y?z=1#w"),
    ("a\n- b", "a - b"), ("x [y] {z}, w", "x [y] {z}, w"),
  ])
  func `plain scalars hold what is no indicator where it stands`(text: String, content: String?)
    throws
  {
    let root = try #require(try yaml(text).root)
    #expect((content == nil ? root["key"]?.string : root.string) == (content ?? "a"))
  }

  @Test
  func `a carriage return ends a line, with or without a line feed`() throws {
    let text = "a: 1 # one\nb:\n- |\n  x\n  y\n- 'p\n\n  q'\nc: d\n  e\n"
    let outline = try yaml(text).root?.outline
    #expect(outline == "{\"a\": 1, \"b\": [\"x\ny\n\", \"p\nq\"], \"c\": \"d e\"}")
    #expect(try yaml(text.replacing("\n", with: "\r\n")).root?.outline == outline)
    #expect(try yaml(text.replacing("\n", with: "\r")).root?.outline == outline)
  }

  @Test
  func `a byte-order mark takes up no column`() throws {
    let tree = try yaml("\u{FEFF}a: 1\nb: 2\n")
    #expect(tree.root?.outline == "{\"a\": 1, \"b\": 2}")
    let key = try #require(tree.root?.member("a")).key
    #expect(tree.source.position(at: Int(key.span.start)) == SourcePosition(line: 1, column: 1))
    #expect(try yaml("a\n...\n\u{FEFF}b\n").documents.map(\.outline) == ["\"a\"", "\"b\""])
  }
}
