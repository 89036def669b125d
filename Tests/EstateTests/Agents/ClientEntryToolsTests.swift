import Estate
import SourceText
import Testing

@Suite struct ClientEntryToolsTests {
  private func span(_ start: Int) -> SourceSpan {
    SourceSpan(source: SourceID(index: 0), start..<start + 1)
  }

  private func entry(
    allowed: [String]? = nil, hidden: [String] = [], unasked: [String] = [],
    approval: ApprovalMode? = nil
  ) -> ClientEntry {
    var entry = ClientEntry(agent: "a", name: Evidence("s", at: span(0)), span: span(0))
    if let allowed { entry.allowedTools = Stated(allowed, at: span(1)) }
    entry.hiddenTools = hidden.map { Evidence($0, at: span(2)) }
    entry.autoApprovedTools = unasked.map { Evidence($0, at: span(3)) }
    if let approval { entry.approval = Stated(approval, at: span(4)) }
    return entry
  }

  @Test func `an entry without lists shows every tool`() {
    #expect(entry().shows("x"))
    #expect(entry(allowed: ["*"]).shows("x"))
  }

  @Test func `an allow list shows what it names, and a list of hidden tools outweighs it`() {
    #expect(entry(allowed: ["x"]).shows("x"))
    #expect(!entry(allowed: ["x"]).shows("y"))
    #expect(!entry(allowed: []).shows("x"))
    #expect(!entry(allowed: ["x"], hidden: ["x"]).shows("x"))
    #expect(!entry(hidden: ["x"]).shows("x"))
  }

  @Test func `who never asks waives the approval of what is shown`() {
    #expect(entry(approval: .never).waiver(of: "x") == span(4))
    #expect(entry(allowed: ["y"], approval: .never).waiver(of: "x") == nil)
    #expect(entry(hidden: ["x"], approval: .never).waiver(of: "x") == nil)
    #expect(entry(approval: .some).waiver(of: "x") == nil)
  }

  @Test func `a tool that is approved beforehand is waived at its own place`() {
    #expect(entry(unasked: ["x"], approval: .never).waiver(of: "x") == span(3))
    #expect(entry(unasked: ["*"]).waiver(of: "x") == span(3))
    #expect(entry(unasked: ["y"]).waiver(of: "x") == nil)
  }

  @Test func `an entry that is switched off waives nothing`() {
    var entry = entry(approval: .never)
    entry.isDisabled = Stated(true, at: span(5))
    #expect(entry.waiver(of: "x") == nil)
  }
}
