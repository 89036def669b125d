import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct SharedPlaceTests {
  private func finding(
    _ tool: String?, at start: Int = 0, rule: String = "MCP201",
    saying message: String = "has no named owner", status: ControlStatus = .unmet
  ) -> Finding {
    Finding(
      rule: rule, severity: .medium, status: status,
      subject: Finding.Subject(server: "ledger", kind: .tool, member: tool),
      message: "The tool '\(tool ?? "")' \(message).", remediation: "r",
      span: SourceSpan(source: SourceID(index: 0), start: UInt32(start), end: UInt32(start + 3)),
      related: [], fingerprint: "\(rule)\(tool ?? "")\(message)")
  }

  @Test func `what a rule says of several tools at one place is one finding`() {
    let other = finding("b", saying: "has no purpose statement")
    let merged = SharedPlace.merging([finding("a"), other, finding("c"), finding("b")])
    #expect(
      merged.map(\.message) == [
        "The tool 'a' has no named owner. The same holds for 2 more tools: 'c', 'b'.",
        "The tool 'b' has no purpose statement.",
      ])
    #expect(merged.map(\.subject.member) == [nil, "b"])
  }

  @Test func `one more tool does not make it another finding`() {
    let two = SharedPlace.merging([finding("a"), finding("b")])
    let three = SharedPlace.merging([finding("0"), finding("a"), finding("b")])
    #expect(two.map(\.fingerprint) == three.map(\.fingerprint))
  }

  @Test func `findings at other places, of other rules or of the whole stay as they are`() {
    let findings = [
      finding("a"), finding("b", at: 9), finding("c", rule: "MCP202"),
      finding("d", status: .unproven(.undecided(reason: "no log"))), finding(nil),
    ]
    #expect(SharedPlace.merging(findings) == findings)
  }
}
