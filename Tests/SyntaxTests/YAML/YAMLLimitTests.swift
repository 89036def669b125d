import SourceText
import Syntax
import Testing

struct YAMLLimitTests {
  @Test(arguments: [
    String(repeating: "[", count: 2_000_000), String(repeating: "{a: ", count: 500_000),
    String(repeating: "- ", count: 500_000), String(repeating: "? ", count: 500_000),
    (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `nesting stops at the limit`(text: String) throws {
    let failure = try #require(yamlFailure(text))
    #expect(failure.diagnostic.message == "collections are nested more than 512 deep")
  }

  @Test
  func `nesting up to the limit is read`() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try yaml(text).nodeCount == 512)
    #expect(yamlFailure("[\(text)]") != nil)
  }

  @Test
  func `a source may have so many nodes and no more`() throws {
    var limits = InputLimits.standard
    limits.nodes = 4
    #expect(yamlFailure("[a, b, c]", limits: limits) == nil)
    let failure = try #require(yamlFailure("[a, b, c, d]", limits: limits))
    #expect(failure.diagnostic.message == "the file has more than 4 nodes")
    #expect(failure.column == 11)
    #expect(yamlFailure("- a\n- [b]: c\n", limits: limits) != nil)
  }
}
