import Assessment
import Estate
import SourceText
import Testing

@testable import Reporting

struct EvidenceTrailTests {
  private let spans: [SourceSpan]

  init() {
    var library = SourceLibrary()
    let file = library.add(path: "a.yaml", bytes: Array("claim\nrule\nrecord\n".utf8))
    spans = [0..<5, 6..<10, 11..<17].map { SourceSpan(source: file.id, $0) }
  }

  private func finding(_ status: ControlStatus, _ evidence: [EvidencePlace]) -> Finding {
    Finding(
      rule: "MCP302", severity: .critical, status: status,
      subject: .init(server: "a", kind: .tool, member: "refund"), message: "It is open.",
      remediation: "", span: spans[2], related: [], fingerprint: "f", evidence: evidence)
  }

  @Test func `a trail goes from the claim over its enforcement to what was observed`() throws {
    let trail = try #require(
      EvidenceTrail(
        of: finding(
          .contradicted(claim: spans[0], disproof: spans[2]),
          [
            .init(grade: .observed, bearing: .opposes, span: spans[2], count: 94),
            .init(grade: .configured, bearing: .supports, span: spans[1]),
            .init(grade: .declared, bearing: .supports, span: spans[0]),
          ])))
    #expect(trail.steps.map(\.span) == spans)
    #expect(
      trail.steps.map(\.text.text) == [
        "Claimed here (declared).", "Enforced here (configured).",
        "The opposite is observed here, 94 records.",
      ])
  }

  @Test func `two sources that disagree are the two ends of a trail`() throws {
    let trail = try #require(
      EvidenceTrail(of: finding(.contradicted(claim: spans[0], disproof: spans[1]), [])))
    #expect(
      trail.steps.map(\.text.text) == ["Claimed here.", "The opposite is said here."])
  }

  @Test func `what nobody claims has no trail`() {
    #expect(EvidenceTrail(of: finding(.unmet, [])) == nil)
  }
}
