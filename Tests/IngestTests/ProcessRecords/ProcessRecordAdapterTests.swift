import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct ProcessRecordAdapterTests {
  private let sample = """
    drills:
      - {kind: live, scenario: credential_compromise, date: 2026-05-12, servers: [mcp-server-x]}
    incidents:
      - {id: INC-204, servers: [mcp-server-x], model_initiated: true, detected: 2026-08-02T09:14:00Z, investigated: 2026-08-02T11:02:00Z}
    exceptions:
      - {rule: MCP607, server: mcp-server-x, tool: t, owner: jane@company.com, reason: r, category: c, expires: 2027-01-31}
    approvers:
      - {role: payments-approver, members: [ana@company.com], servers: [mcp-server-x], recorded_in: audit log}
    """

  @Test func `all four kinds of record are read`() throws {
    let parsed = try ParsedText(yaml: sample)
    let contribution = ProcessRecordAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    let records = contribution.records
    #expect(records.sources.map(\.kind) == [.record])
    #expect(records.drills.first?.scenario == .credentialCompromise)
    #expect(parsed.text(records.drills.first?.date.span) == "2026-05-12")
    let incident = try #require(records.incidents.first)
    #expect(incident.isModelInitiated)
    #expect(
      (incident.investigated.value?.milliseconds ?? 0) - incident.detected.value.milliseconds
        == 6_480_000)
    let exception = try #require(records.exceptions.first)
    #expect(exception.rule.value == "MCP607")
    #expect(exception.expiry.value == CalendarDate("2027-01-31"))
    #expect(records.approverRoles.first?.members.map(\.value) == ["ana@company.com"])
    #expect(records.approverRoles.first?.recordedIn.value == "audit log")
  }

  @Test func `an exception that lacks parts is kept without a word`() throws {
    let parsed = try ParsedText(yaml: "exceptions:\n  - {rule: MCP607}\n")
    let contribution = ProcessRecordAdapter.lower(try parsed.root)
    let exception = try #require(contribution.records.exceptions.first)
    #expect(!exception.owner.isStated && !exception.expiry.isStated)
    #expect(contribution.diagnostics == [])
  }

  @Test func `a last day that is none is kept as a flaw, and no error of the file`() throws {
    let parsed = try ParsedText(
      yaml: "exceptions:\n  - {rule: MCP607, server: s, expires: 2027-13-01}\n")
    let contribution = ProcessRecordAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    let flaw = try #require(contribution.records.exceptions.first?.flaws.first)
    #expect(parsed.text(flaw.span) == "2027-13-01")
  }

  @Test(arguments: [
    (
      "drills: [{kind: live, scenario: dependency_outage}]",
      "the record lacks `date` and is not read"
    ),
    (
      "drills: [{kind: live, scenario: outage, date: 2026-01-01}]",
      "`outage` is not a value that `scenario` can take"
    ),
    (
      "drills: [{kind: live, scenario: dependency_outage, date: 2026-02-30}]",
      "`date` is `2026-02-30`, which is not read"
    ),
    ("incidents: [{id: a, model_initiated: true}]", "the record lacks `detected` and is not read"),
    (
      "incidents: [{id: a, model_initiated: true, detected: 2026-08-02}]",
      "`detected` is `2026-08-02`, which is not read"
    ),
    ("approvers: [{members: [a]}]", "`role` is missing"),
    ("drils: []", "unknown key `drils`, which is not read"),
  ])
  func `a record that proves nothing is said to`(yaml: String, message: String) throws {
    let contribution = ProcessRecordAdapter.lower(try ParsedText(yaml: yaml).root)
    #expect(contribution.diagnostics.map(\.message) == [message])
    #expect(contribution.records.drills.isEmpty && contribution.records.incidents.isEmpty)
  }

  @Test func `an incident cannot be investigated before it is detected`() throws {
    let contribution = ProcessRecordAdapter.lower(
      try ParsedText(
        yaml: """
          incidents:
            - id: a
              model_initiated: true
              detected: 2026-08-02T09:14:00Z
              investigated: 2026-08-01T09:14:00Z
          """
      ).root)
    #expect(contribution.records.incidents.isEmpty)
    #expect(contribution.diagnostics.first?.related.count == 1)
  }
}
