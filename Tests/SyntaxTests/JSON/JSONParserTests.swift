import SourceText
import Testing

@testable import Syntax

@Suite struct JSONParserTests {
  @Test func `every node has the span of what is written`() throws {
    let text = #" {"a": [1, -2.5e3, "x\ny", true, null], "é": {}} "#
    let root = try #require(try parse(text).root)
    #expect(written(root) == text.trimmed)
    let list = try #require(root.member("a"))
    #expect(written(list.key) == #""a""#)
    #expect(
      list.value.elements.map(written) == ["1", "-2.5e3", #""x\ny""#, "true", "null"])
    #expect(list.value.elements.map(\.kind) == [.integer, .float, .string, .boolean, .null])
    #expect(root["é"].map(written) == "{}")
  }

  @Test func `numbers keep their text`() throws {
    let text = "[12345678901234567890123, 1.0, -0, 1E400]"
    let root = try #require(try parse(text).root)
    #expect(
      root.elements.map(\.scalarText) == ["12345678901234567890123", "1.0", "-0", "1E400"])
  }

  @Test func `escapes are decoded`() throws {
    let root = try #require(try parse(#""\"\\\/\b\f\n\r\t\u0041\ud83d\ude00é""#).root)
    #expect(root.string == "\"\\/\u{8}\u{C}\n\r\tA😀é")
  }

  @Test func `half of a surrogate pair reads as U+FFFD, with a warning`() throws {
    let tree = try parse(#"["\ud800x", "\udc00\ud800"]"#)
    #expect(tree.root?.elements.map(\.string) == ["\u{FFFD}x", "\u{FFFD}\u{FFFD}"])
    #expect(tree.notes.count == 3)
    #expect(tree.notes.first?.span.range == 2..<8)
  }

  @Test func `of equal keys the last counts, and both places are named`() throws {
    let text = #"{"a": 1, "b": 2, "\u0061": 3}"#
    let tree = try parse(text)
    #expect(tree.root?["a"]?.integer == 3)
    let note = try #require(tree.notes.first)
    #expect(note.severity == .warning)
    #expect(tree.source.text(in: note.span.range) == #""\u0061""#)
    #expect(note.related.map { tree.source.text(in: $0.span.range) } == [#""a""#])
  }

  @Test func `keys that only look alike are not equal`() throws {
    let tree = try parse("{\"\u{E9}\": 1, \"e\u{301}\": 2, \"E\": 3}")
    #expect(tree.notes.isEmpty)
  }

  @Test func `a hundred thousand equal keys are reported without a hundred thousand notes`() throws
  {
    let text = "{" + Array(repeating: "\"k\":0", count: 100_000).joined(separator: ",") + "}"
    #expect(try parse(text).notes.count == JSONReader.warningLimit + 1)
  }

  @Test func `a byte-order mark is skipped, with a note`() throws {
    let tree = try parse("\u{FEFF}{}")
    #expect(tree.root?.span.range == 3..<5)
    #expect(tree.notes.map(\.severity) == [.note])
  }

  @Test func `comments and trailing commas are allowed where asked for`() throws {
    let text = "// one\n{\"a\": [1, /* two */ 2,], /**/ \"b\": 3, }\n// three"
    let tree = try parse(text, dialect: .commented)
    #expect(
      tree.comments.map { tree.source.text(in: $0.range) }
        == ["// one", "/* two */", "/**/", "// three"])
    #expect(tree.root?["a"]?.count == 2)
    #expect(tree.root?.count == 2)
    for wrong in ["[,]", "[1,,]", "{,}", "[1 2]", "/", "[/* 1]", "[1] // 2 */ \n 3"] {
      #expect(throws: SyntaxError.self) { try parse(wrong, dialect: .commented) }
    }
  }

  @Test func `depth is limited without a limit to be met in between`() throws {
    var limits = InputLimits()
    limits.depth = 100
    for depth in [1, 31, 32, 33, 99, 100] {
      let text = String(repeating: "[", count: depth) + "1,2" + String(repeating: "]", count: depth)
      #expect(try parse(text, limits: limits).nodeCount == depth + 2)
    }
    let error = #expect(throws: SyntaxError.self) {
      try parse(String(repeating: "[{\"a\":", count: 1_000_000), limits: limits)
    }
    #expect(error?.diagnostic.span.start == 300)
  }

  @Test func `nodes are limited`() throws {
    var limits = InputLimits()
    limits.nodes = 1_000
    let fitting = "[" + Array(repeating: "1", count: 999).joined(separator: ",") + "]"
    #expect(try parse(fitting, limits: limits).nodeCount == 1_000)
    #expect(throws: SyntaxError.self) { try parse("[\(fitting)]", limits: limits) }
    let pairs = "{" + Array(repeating: "\"\":{}", count: 4_000).joined(separator: ",") + "}"
    #expect(throws: SyntaxError.self) { try parse(pairs, limits: limits) }
  }

  @Test func `a part of a source is parsed with places in the whole`() throws {
    let bytes = Array("{\"a\":1}\n{\"b\":22}\nrest".utf8)
    let source = SourceFile(id: SourceID(index: 0), path: "log", bytes: bytes)
    let tree = try JSONParser.parse(source, in: 8..<16)
    #expect(tree.root?["b"]?.span.range == 13..<15)
    let error = #expect(throws: SyntaxError.self) { try JSONParser.parse(source, in: 8..<15) }
    #expect(error?.diagnostic.span.range == 15..<15)
    #expect(error?.diagnostic.related.first?.span.range == 8..<9)
  }

  private func parse(
    _ text: String, dialect: JSONParser.Dialect = .strict, limits: InputLimits = .standard
  ) throws(SyntaxError) -> SyntaxTree {
    let source = SourceFile(id: SourceID(index: 0), path: "test.json", bytes: Array(text.utf8))
    return try JSONParser.parse(source, dialect: dialect, limits: limits)
  }

  private func written(_ node: Node) -> String {
    node.tree.source.text(in: node.span.range)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
