import SourceText
import Syntax
import Testing

struct YAMLKeyTests {
  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1", "1:1"), ("a: 1\n'a': 2\n", "2:1", "1:1"),
    ("\"a\": 1\n\"\\x61\": 2\n", "2:1", "1:1"), ("~: 1\nnull: 2\n", "2:1", "1:1"),
    ("true: 1\nTrue: 2\n", "2:1", "1:1"), ("{a: 1, a: 2}", "1:8", "1:2"),
    ("x:\n  a: 1\n  a: 2\n", "3:3", "2:3"), ("? &k a\n: 1\n? *k\n: 2\n", "3:3", "1:6"),
    ("? |-\n  a\n: 1\na: 2\n", "4:1", "1:3"), ("[a: 1, {b: 1, b: 2}]", "1:15", "1:9"),
  ])
  func `the same key twice is an error with both places`(
    text: String, second: String, first: String
  ) throws {
    let failure = try #require(yamlFailure(text))
    #expect("\(failure.line):\(failure.column)" == second)
    #expect(failure.related == ["\(first) first defined here"])
    #expect(failure.diagnostic.message.contains("twice"))
  }

  @Test(arguments: [
    "a: 1\nA: 2\n", "1: a\n'1': b\n", "[a]: 1\n[a]: 2\n", "true: 1\nfalse: 2\n",
    "- a: 1\n- a: 2\n", "a: {a: {a: 1}}", "[a: 1, a: 2]", "null: 1\n'null': 2\n", "1: a\n1.0: b\n",
  ])
  func `keys that differ may stand in one mapping`(text: String) throws {
    #expect(yamlFailure(text) == nil)
  }

  @Test
  func `the key that repeats is found among a hundred thousand`() throws {
    let keys = (0..<100_000).map { "key\($0): \($0)" }.joined(separator: "\n")
    #expect(try yaml(keys).root?.count == 100_000)
    let failure = try #require(yamlFailure(keys + "\nkey77: again\n"))
    #expect(failure.line == 100_001)
    #expect(failure.related == ["78:1 first defined here"])
  }

  @Test
  func `collections and empty nodes may be keys`() throws {
    let tree = try yaml("? [a, b]\n: 1\n? {c: d}\n? - e\n: - f\n: g\n")
    let outline = "{[\"a\", \"b\"]: 1, {\"c\": \"d\"}: null, [\"e\"]: [\"f\"], null: \"g\"}"
    #expect(tree.root?.outline == outline)
  }

  @Test
  func `a key may have 1024 characters and no more`() throws {
    let key = String(repeating: "é", count: 1_024)
    #expect(try yaml("\(key): 1").root?.count == 1)
    #expect(yamlFailure("\(key)x: 1")?.diagnostic.message.contains("1024") == true)
    #expect(yamlFailure("- [\(key)x: 1]")?.diagnostic.message.contains("1024") == true)
    #expect(try yaml("? \(key)x\n: 1").root?.count == 1)
  }
}
