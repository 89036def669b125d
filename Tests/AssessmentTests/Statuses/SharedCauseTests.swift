import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct SharedCauseTests {
  private func finding(
    _ server: String, _ message: String = "Nobody held a drill.", at offset: Int = 3,
    severity: Severity = .high, kind: RuleSubject = .server, status: ControlStatus = .unmet,
    cause: String? = nil
  ) -> Finding {
    Finding(
      rule: "MCP610", severity: severity, status: status,
      subject: Finding.Subject(server: server, kind: kind), message: message, remediation: "",
      span: SourceSpan(source: SourceID(index: 0), offset..<offset + 1), related: [],
      fingerprint: server, cause: cause)
  }

  @Test func `a name that tools of several servers share is one cause, wherever it stands`() {
    let name = "findcustomer as agent-desk sees it"
    let merged = SharedCause().merging([
      finding("a", "'find_customer' is taken.", kind: .tool, cause: name),
      finding("a", "'findCustomer' is taken.", at: 5, kind: .tool, cause: name),
      finding("b", "'find-customer' is taken.", at: 9, kind: .tool, cause: name),
      finding("b", "'find_order' is taken.", at: 12, kind: .tool, cause: "findorder"),
    ])
    #expect(
      merged.map(\.subject)
        == [
          Finding.Subject(server: nil, kind: .fleet, concerned: ["a", "b"]),
          Finding.Subject(server: "b", kind: .tool),
        ])
    #expect(merged[0].message == "'find_customer' is taken. This concerns 2 servers: a, b.")
    #expect(merged[0].related.map(\.span.range.lowerBound) == [5, 9])
  }

  @Test func `a cause that parts of one server share is told once, at the first of them`() {
    let pair = "find of a, search of a"
    let merged = SharedCause().merging([
      finding("a", "'find' is described like search.", kind: .tool, cause: pair),
      finding("a", "'search' is described like find.", at: 5, kind: .tool, cause: pair),
      finding("a", "'list' is described like show.", at: 9, kind: .tool, cause: "list of a"),
    ])
    #expect(merged.map(\.subject.server) == ["a", "a"])
    #expect(merged[0].message == "'find' is described like search.")
    #expect(merged[0].related.map(\.span.range.lowerBound) == [5])
  }

  @Test func `a message that names its own server holds for the others alike`() {
    let merged = SharedCause().merging([
      finding("a", "No manifest registers 'a'."), finding("b", "No manifest registers 'b'."),
    ])
    #expect(
      merged.map(\.message)
        == ["No manifest registers 'a'. The same holds for 1 more server: b."])
  }

  @Test func `evidence that nobody gave is missing in no file of the first server`() {
    let undecided = ControlStatus.unproven(.undecided(reason: "no audit log was given"))
    let merged = SharedCause().merging([
      finding("a", status: undecided), finding("b", status: undecided),
    ])
    #expect(merged.map(\.span) == [nil])
  }

  @Test func `findings of one cause become one about the fleet, with the highest severity`() {
    let merged = SharedCause().merging([
      finding("b"), finding("a", severity: .critical), finding("c", "Another thing."),
    ])
    #expect(merged.count == 2)
    #expect(
      merged[0].subject == Finding.Subject(server: nil, kind: .fleet, concerned: ["a", "b"]))
    #expect(merged[0].severity == .critical)
    #expect(merged[0].message == "Nobody held a drill. This concerns 2 servers: a, b.")
    #expect(merged[1].subject.server == "c")
  }

  @Test func `another place or another part is another cause`() {
    let findings = [finding("a"), finding("b", at: 9), finding("c", kind: .tool)]
    #expect(SharedCause().merging(findings) == findings)
  }

  @Test func `evidence that several servers lack is one cause, wherever it is missed`() {
    let lacking = ControlStatus.unproven(.undecided(reason: "no audit log about it was given"))
    let merged = SharedCause().merging([
      finding("a", status: lacking), finding("b", at: 9, status: lacking), finding("c", at: 9),
    ])
    #expect(merged.map(\.subject.server) == [nil, "c"])
  }

  @Test func `one place that fails several servers is one cause, whatever it calls them`() {
    let merged = SharedCause().merging([
      finding("a", "The server's route '/a' takes calls without TLS.", kind: .route),
      finding("b", "The server's route '/b' takes calls without TLS.", kind: .route),
      finding("c", "The server's route '/c' has no limit.", kind: .route),
    ])
    #expect(
      merged.map(\.message) == [
        "The server's route '/a' takes calls without TLS. The same holds for 1 more server: b.",
        "The server's route '/c' has no limit.",
      ])
  }

  @Test func `a document that several servers miss is one cause`() {
    func reference(at offset: Int, _ target: DocumentReference.Target)
      -> Evidence<DocumentReference>
    {
      Evidence(
        DocumentReference("docs/history.md", target: target),
        at: SourceSpan(source: SourceID(index: 0), offset..<offset + 1), grade: .declared)
    }
    let findings = [finding("a", at: 3), finding("b", at: 9), finding("c", at: 12)]
    let cause = SharedCause(absentDocuments: [
      reference(at: 3, .missing), reference(at: 9, .missing),
      reference(at: 12, .file(path: "docs/history.md")),
    ])
    #expect(cause.merging(findings).map(\.subject.server) == [nil, "c"])
  }

  @Test(arguments: [
    ("It is on '/a'.", "It is on ."), ("The server's '/a' and '/b'", "The server's  and "),
    ("no name's here", "no name's here"), ("'ledger' has 'find'", " has find"),
  ]) func `a server's own name and its routes are left out, tools and files are not`(
    message: String, words: String
  ) {
    #expect(SharedCause.withoutNames(message, of: "ledger") == words)
  }

  @Test func `two findings about one server stay two`() {
    let findings = [finding("a"), finding("a")]
    #expect(SharedCause().merging(findings) == findings)
  }

  @Test func `a long list is cut, and the identity does not depend on who is on it`() throws {
    let many = SharedCause().merging((1...8).map { finding("s\($0)") })
    let two = SharedCause().merging([finding("a"), finding("b")])
    let message = try #require(many.first?.message)
    #expect(message.hasSuffix("This concerns 8 servers: s1, s2, s3, s4, s5 and 3 more."))
    #expect(many.first?.fingerprint == two.first?.fingerprint)
  }
}
