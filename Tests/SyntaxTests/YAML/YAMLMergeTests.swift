import SourceText
import Syntax
import Testing

struct YAMLMergeTests {
  static let text = """
    base: &base {a: 1, b: 2}
    more: &more
      <<: *base
      b: 3
      c: 4
    one:
      <<: *base
      b: 20
    several:
      <<: [*more, *base, {d: 5}]
      e: 6
    """

  @Test
  func `a mapping's own keys win, then those that are merged first`() throws {
    let root = try #require(try yaml(Self.text).root)
    #expect(root["one"]?["a"]?.integer == 1)
    #expect(root["one"]?["b"]?.integer == 20)
    #expect(root["several"]?["b"]?.integer == 3)
    #expect(root["several"]?["a"]?.integer == 1)
    #expect(root["several"]?["d"]?.integer == 5)
    #expect(root["several"]?["x"] == nil)
    let merged = try #require(root["several"]).mergedMembers
    #expect(
      merged.map { "\($0.key.outline)=\($0.value.outline)" } == [
        "\"e\"=6", "\"b\"=3", "\"c\"=4", "\"a\"=1", "\"d\"=5",
      ])
  }

  @Test
  func `the tree keeps a merge key as it is written`() throws {
    let one = try #require(try yaml(Self.text).root?["one"])
    #expect(one.count == 2)
    #expect(one["<<"]?.isAlias == true)
    #expect(try #require(one.member("a")).key.source == "a")
  }

  @Test(arguments: ["'<<': {a: 1}", "!!str <<: {a: 1}", "<<: 1", "<<: [1]", "<: {a: 1}"])
  func `only a plain key of two characters merges, and only mappings`(text: String) throws {
    let root = try #require(try yaml(text).root)
    #expect(root["a"] == nil)
    #expect(root.mergedMembers.count == (root.member("<<")?.key.isMerging == true ? 0 : 1))
  }

  @Test
  func `two merge keys are the same key twice`() throws {
    let failure = try #require(yamlFailure("a: &a {b: 1}\nc:\n  <<: *a\n  <<: *a\n"))
    #expect(failure.diagnostic.advice?.contains("<<: [*first, *second]") == true)
  }

  @Test
  func `a long chain of merges is followed without recursion`() throws {
    var limits = InputLimits.standard
    limits.expandedNodes = .max
    let chain =
      "- &a0 {deep: 1}\n"
      + (1..<3_000).map { "- &a\($0) {<<: *a\($0 - 1), k\($0): \($0)}\n" }.joined()
    let last = try #require(try yaml(chain, limits: limits).root).elements.map { $0 }[2_999]
    #expect(last["deep"]?.integer == 1)
    #expect(last.mergedMembers.count == 3_000)
  }
}

extension Node {
  /// Whether the node, as a key, looks like a merge key.
  fileprivate var isMerging: Bool { style == .plain && properties == nil && isScalar("<<") }
}
