import SourceText
import Syntax
import Testing

/// Places as people count them, in what editors and operating systems leave in files.
struct YAMLPlaceTests {
  private func place(_ node: Node?) throws -> SourcePosition {
    let node = try #require(node)
    return node.tree.source.position(at: Int(node.span.start))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `columns count code points behind tabs, emoji and every line break`(lineBreak: String) throws
  {
    let lines = ["\u{FEFF}a: '😀'\t# é", "'日本': b", "c:\t[ '👩‍👩‍👧', d,\te ]", "f: '😀': no"]
    let tree = try yaml(lines.prefix(3).joined(separator: lineBreak))
    let root = try #require(tree.root)
    #expect(try place(root) == .init(line: 1, column: 1))
    #expect(try place(root["a"]) == .init(line: 1, column: 4))
    #expect(try place(root["日本"]) == .init(line: 2, column: 7))
    // The family is five code points: three people and two joiners.
    #expect(try root["c"]?.elements.map { try place($0).column } == [6, 15, 18])
    let failure = try #require(yamlFailure(lines.joined(separator: lineBreak)))
    #expect([failure.line, failure.column] == [4, 7])
  }

  @Test
  func `tabs may separate what spaces may, but not indent`() throws {
    let tree = try yaml("a:\t1\t# one\nb:\t\t- c\n".replacing("- c", with: "\"c\"\t"))
    #expect(tree.root?.outline == "{\"a\": 1, \"b\": \"c\"}")
    #expect(try yaml("- [\ta\t,\tb\t]\n-\t\n  c:\td\n").nodeCount == 7)
    #expect(yamlFailure("a:\n\tb: 1\n")?.diagnostic.message.contains("tab") == true)
  }

  @Test(arguments: ["naïve 日本 😀, ", "just words, "])
  func `a line of megabytes is read, with the right column at its end`(words: String) throws {
    let count = 200_000
    let text = "key: [" + String(repeating: words, count: count) + "end]"
    let elements = try #require(try yaml(text).root?["key"]).elements
    let last = try #require(elements.reduce(into: nil) { $0 = $1 } as Node?)
    #expect(last.string == "end")
    #expect(try place(last).column == 7 + words.unicodeScalars.count * count)
    #expect(try yaml("key: " + String(repeating: "x", count: 5_000_000)).nodeCount == 3)
    let failure = try #require(yamlFailure("key: [" + String(repeating: words, count: count)))
    #expect([failure.line, failure.column] == [1, 6])
  }
}
