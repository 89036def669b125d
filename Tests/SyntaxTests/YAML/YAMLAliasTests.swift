import SourceText
import Syntax
import Testing

struct YAMLAliasTests {
  @Test
  func `an alias has its own place and its anchor's content`() throws {
    let tree = try yaml("a: &x {b: 1}\nc: *x\n")
    let alias = try #require(tree.root?["c"])
    #expect(alias.isAlias)
    #expect(alias.source == "*x")
    #expect(alias["b"]?.integer == 1)
    #expect(tree.root?["a"]?.properties?.anchor == "x")
  }

  @Test
  func `an alias means the last anchor of its name before it`() throws {
    #expect(
      try yaml("[&a 1, *a, &a 2, *a, &b [&b 3, *b], *b]").root?.outline
        == "[1, 1, 2, 2, [3, 3], 3]")
  }

  @Test
  func `anchors keep their nodes when a flow collection turns out to be a key`() throws {
    let tree = try yaml(
      "- [&a x, &b {c: d}]: *b\n- *a\n- &m\n  &k [p]: *k\n- *m\n- [&q [r]: *q, *q]\n")
    #expect(
      tree.root?.outline
        == "[{[\"x\", {\"c\": \"d\"}]: {\"c\": \"d\"}}, \"x\", {[\"p\"]: [\"p\"]}, "
        + "{[\"p\"]: [\"p\"]}, [{[\"r\"]: [\"r\"]}, [\"r\"]]]")
    let mapping = try #require(tree.root).elements.map { $0 }[2]
    #expect(mapping.properties?.anchor == "m")
    #expect(Array(mapping.members).first?.key.properties?.anchor == "k")
  }

  @Test
  func `anchors end with their document`() throws {
    #expect(yamlFailure("&a 1\n---\n*a\n")?.diagnostic.message.contains("no anchor") == true)
  }

  @Test(arguments: ["&a [*a]", "&a {b: {c: *a}}", "a: &x\n  b: *x\n", "&m\n? &k [*m]\n: 1\n"])
  func `an alias inside its own node is an error`(text: String) throws {
    let failure = try #require(yamlFailure(text))
    #expect(failure.diagnostic.message.contains("inside the node that it names"))
    #expect(failure.related.count == 1)
  }

  @Test
  func `aliases that multiply are refused without being followed`() throws {
    let bomb =
      "a0: &a0 [x, x]\n"
      + (1..<60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let failure = try #require(yamlFailure(bomb))
    #expect(failure.diagnostic.message.contains("more than 1000000 nodes"))
    #expect(failure.line == 18)
    var limits = InputLimits.standard
    limits.expandedNodes = .max
    #expect(yamlFailure(bomb, limits: limits)?.diagnostic.message.contains("stand for") == true)
  }

  @Test
  func `the limit counts what aliases visit`() throws {
    var limits = InputLimits.standard
    limits.expandedNodes = 6
    // Three nodes twice.
    #expect(yamlFailure("[&a [1, 2], *a, *a]", limits: limits) == nil)
    #expect(yamlFailure("[&a [1, 2], *a, *a, *a]", limits: limits) != nil)
    // The key's nodes count for the mapping that it turns out to open.
    #expect(yamlFailure("- &m\n  [1, 2]: 3\n- *m\n", limits: limits) == nil)
    limits.expandedNodes = 4
    #expect(yamlFailure("- &m\n  [1, 2]: 3\n- *m\n", limits: limits) != nil)
  }
}
