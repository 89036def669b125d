import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct SmallestCutTests {
  private func place(_ number: UInt32) -> SourceSpan {
    SourceSpan(source: SourceID(index: 0), start: number, end: number + 1)
  }

  private func tool(_ name: String, _ grants: UInt32...) -> ReachedTool {
    ReachedTool(
      key: .init(server: "s", tool: name), capabilities: [], approval: .init(),
      carriers: grants.map { .grant(place($0), summary: "number \($0)") }, place: place(0),
      entry: nil)
  }

  private func tools(_ names: String) -> [ReachedTool] {
    names.split(separator: " ").map { tool(String($0)) }
  }

  @Test func `the kind with the fewest tools goes`() {
    let cut = SmallestCut(of: [tools("a b"), tools("c"), tools("d e f")])
    #expect(cut.parts == ["'c' of s"])
    #expect(cut.isExact)
  }

  @Test func `of equals the way out goes`() {
    #expect(SmallestCut(of: [tools("a"), tools("b"), tools("c")]).text == "'c' of s")
  }

  @Test func `one grant of several tools is less than the tools`() {
    let sinks = [tool("a", 1), tool("b", 1), tool("c", 1), tool("d", 2)]
    let cut = SmallestCut(of: [tools("t u v"), tools("w x y"), sinks])
    #expect(cut.parts == ["'d' of s", "the grant of number 1"])
  }

  @Test func `a grant of one tool is no better than the tool`() {
    #expect(SmallestCut(of: [tools("a b"), tools("a b"), [tool("c", 1)]]).parts == ["'c' of s"])
  }

  @Test func `of what overlaps the fewest are taken, not those that take most`() {
    // The first takes four of six, and leaves two that the other two take with the four.
    let sinks = [
      tool("a", 1, 2), tool("b", 1, 2), tool("c", 1, 3), tool("d", 1, 3), tool("e", 2),
      tool("f", 3),
    ]
    let others = tools("t u v w")
    let cut = SmallestCut(of: [others, others, sinks])
    #expect(cut.parts == ["the grant of number 2", "the grant of number 3"])
    #expect(cut.isExact)
  }

  @Test func `many grants are taken without trying all, and it is said so`() {
    let sinks = (0..<40).map { tool("t\($0)", UInt32($0 / 2)) }
    let cut = SmallestCut(of: [sinks, sinks, sinks])
    #expect(!cut.isExact)
    #expect(cut.parts.count == 20)
    #expect(cut.text.hasSuffix("and 15 more (found step by step, so that less may do)"))
  }
}
