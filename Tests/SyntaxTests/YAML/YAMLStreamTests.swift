import SourceText
import Syntax
import Testing

struct YAMLStreamTests {
  @Test(
    arguments: [
      ("", []), ("# only a comment\n", []), ("...\n", []), ("---\n", ["null"]),
      ("---\n---\n", ["null", "null"]), ("a\n---\nb\n", ["\"a\"", "\"b\""]),
      ("--- |\n  a\n--- [b]\n...\n# c\n", ["\"a\n\"", "[\"b\"]"]),
      ("a\n...\n...\nb", ["\"a\"", "\"b\""]),
      ("%TAG !e! tag:e,1:\n---\n!e!a b\n...\n%YAML 1.2\n---\nc\n", ["\"b\"", "\"c\""]),
    ] as [(String, [String])])
  func `a source holds any number of documents`(text: String, outlines: [String]) throws {
    #expect(try yaml(text).documents.map(\.outline) == outlines)
  }

  @Test
  func `comments are kept out of values, with their places`() throws {
    let tree = try yaml(
      "# one\na: b # two\nc: # three\n  - d#e # four\n  # five\n  - \"#\" # six\nf: |\n  # text\n# seven"
    )
    #expect(
      tree.comments.map { tree.source.text(in: $0.range) } == [
        "# one", "# two", "# three", "# four", "# five", "# six", "# seven",
      ])
    #expect(
      tree.root?.outline
        == "{\"a\": \"b\", \"c\": [\"d#e\", \"#\"], \"f\": \"# text\n\"}")
    let flow = try yaml("[a, # one\n # two\n b # three\n]")
    #expect(flow.comments.count == 3)
    #expect(flow.root?.outline == "[\"a\", \"b\"]")
  }

  @Test
  func `tags are resolved by the handles of their document`() throws {
    let tree = try yaml(
      "%TAG !e! tag:example.com,2026:\n---\n- !e!x%21 a\n- !y b\n- !!str c\n- ! d\n")
    let tags = try #require(tree.root).elements.map { $0.properties?.tag }
    #expect(tags == ["tag:example.com,2026:x!", "!y", "tag:yaml.org,2002:str", "!"])
    let first = try #require(tree.root).elements.map { $0 }[0]
    #expect(tree.source.text(in: try #require(first.properties).span.range) == "!e!x%21")
  }

  @Test
  func `a sequence may stand right under its key`() throws {
    #expect(
      try yaml("a:\n- b\n-\n  - c\n- d: e\n  f:\n  - g\nh: i\n").root?.outline
        == "{\"a\": [\"b\", [\"c\"], {\"d\": \"e\", \"f\": [\"g\"]}], \"h\": \"i\"}")
  }

  @Test
  func `an empty value is null`() throws {
    #expect(
      try yaml("a:\nb: # c\nd: {e: , f, ? }\n").root?.outline
        == "{\"a\": null, \"b\": null, \"d\": {\"e\": null, \"f\": null, null: null}}")
  }
}
