import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct ManifestAdapterTests {
  private func lower(_ yaml: String) throws -> (Contribution, ParsedText) {
    let parsed = try ParsedText(yaml: yaml)
    return (ManifestAdapter.lower(try parsed.root), parsed)
  }

  @Test func `a full manifest leaves nothing unstated and nothing to say`() throws {
    let (contribution, _) = try lower(FullManifest.text)
    #expect(contribution.diagnostics == [])
    let server = try #require(contribution.servers.first)
    expectStated(server, except: ["impliedTransport", "untiedCatalog"])
    for subject in [server.ownership, server.access, server.egress] as [Any] {
      expectStated(subject)
    }
    for subject in [server.limits, server.containment, server.audit] as [Any] {
      expectStated(subject)
    }
    for subject in [server.operations, server.operations.monitoring] as [Any] {
      expectStated(subject)
    }
    for subject in [server.operations.rollout, server.operations.retirement] as [Any] {
      expectStated(subject)
    }
    expectStated(server.dataHandling)
    for access in server.downstreams.map(\.access) { expectStated(access) }
    let tool = try #require(server.tools.first)
    expectStated(tool, except: ["hasOutputSchema", "foreignSchema"])
  }

  /// Every stored `Stated` and list of facts of `subject` says something.
  private func expectStated(_ subject: Any, except exceptions: [String] = []) {
    for child in Mirror(reflecting: subject).children {
      let name = child.label ?? ""
      let isFact = "\(type(of: child.value))".hasPrefix("Stated<")
      if isFact, !exceptions.contains(name) {
        #expect(!"\(child.value)".contains("statements: []"), "\(name) is not stated")
      }
    }
  }

  @Test func `values keep their meaning, place and grade`() throws {
    let (contribution, parsed) = try lower(FullManifest.text)
    let server = try #require(contribution.servers.first)
    #expect(server.id == "mcp-server-ledger")
    #expect(server.sources == [SourceMention(.manifest, at: try parsed.root.span)])
    #expect(server.tier.value == .one)
    #expect(server.transport.value == .streamableHTTP)
    #expect(server.access.tokenLifetime.value == 900)
    #expect(parsed.text(server.access.tokenLifetime.span) == "15m")
    #expect(parsed.place(server.access.tokenLifetime.span) == "26:19")
    #expect(server.access.tokenLifetimeText.value == "15m")
    #expect(server.credentials[0].scopes.map(\.value) == ["ledger.read"])
    #expect(server.downstreams[0].access.tokenLifetime.value == 3600)
    #expect(server.access.tokenLifetime.evidence?.grade == .declared)
    #expect(server.limits.timeout.value == 10_000)
    #expect(server.limits.maxResultBytes.value == 1_048_576)
    #expect(server.audit.retentionDays.value == 400)
    #expect(server.egress.allowed.map(\.value) == ["ledger.internal:5432", "10.20.0.0/16"])
    #expect(parsed.text(server.egress.allowed[1].span) == "\"10.20.0.0/16\"")
    #expect(server.egress.list.value == 2)
    #expect(server.containment.killSwitchTested.value == CalendarDate("2026-09-14"))
    #expect(server.ownership.investigationPlaybook.value?.target == .address)
    #expect(
      server.packages.map(\.pin) == [
        "sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", nil,
      ])
    #expect(server.packages[1].floatingReason != nil)
    #expect(server.downstreams[0].isWritten.value == false)
    let tool = server.tools[0]
    #expect(parsed.text(tool.manifestEntry) == "query_transactions")
    #expect(tool.declaredClass.value == .readOnly)
    #expect(tool.requiresApproval.value == false)
    #expect(tool.maxResultBytes.value == 65_536)
  }

  @Test(arguments: [
    ("ownr: a", "unknown key `ownr`, which is not read", "ownr"),
    ("tier: 7", "`7` is not a value that `tier` can take", "7"),
    ("transport: carrier", "`carrier` is not a value that `transport` can take", "carrier"),
    ("auth_required: perhaps", "`auth_required` is `perhaps`, which is not read", "perhaps"),
    ("owner: [a, b]", "`owner` is a list, which is not read", "[a, b]"),
    ("owner: \"\"", "`owner` is an empty text, so it states nothing", "\"\""),
    ("owner: true", "`owner` is `true`, which is not read", "true"),
    ("limits: {timeout: 10}", "`timeout` is `10`, which is not read", "10"),
    ("limits: {max_retries: -1}", "`max_retries` is `-1`, which is not read", "-1"),
    ("limits: 5", "`limits` is a number and cannot be read", "5"),
    ("kill_switch: {tested: soon}", "`tested` is `soon`, which is not read", "soon"),
    ("tools: [{title: x}]", "`name` is missing", "{title: x}"),
    (
      "version: 1.10", "`version` is a number as it is written; it is read as the text `1.10`",
      "1.10"
    ),
    ("lifecycle: prodution", "`prodution` is not a value that `lifecycle` can take", "prodution"),
  ])
  func `a mistake is said at its place`(line: String, message: String, text: String) throws {
    let (contribution, parsed) = try lower("server_id: s\n\(line)\n")
    let diagnostic = try #require(contribution.diagnostics.first)
    #expect(contribution.diagnostics.count == 1)
    #expect(diagnostic.message == message)
    #expect(parsed.text(diagnostic.span) == text)
  }

  @Test func `a slip of a key or word is answered with the right one`() throws {
    let (contribution, _) = try lower("server_id: s\nownr: a\nlifecycle: prodution\n")
    #expect(
      Set(contribution.diagnostics.map(\.advice))
        == ["did you mean `owner`?", "did you mean `production`?"])
  }

  @Test func `a version keeps the digits as written, and a number can be an id`() throws {
    let (contribution, _) = try lower("server_id: 0042\nversion: 1.10\n")
    #expect(contribution.servers.first?.id == "0042")
    #expect(contribution.servers.first?.version.value == "1.10")
  }

  @Test func `a manifest without an id is one error and no server`() throws {
    let (contribution, _) = try lower("version: 1.0.0\nnonsense: 1\n")
    #expect(contribution.servers.isEmpty)
    #expect(contribution.diagnostics.map(\.expected) == ["`server_id`"])
  }

  @Test func `a tool that is listed twice is one tool and an error with both places`() throws {
    let (contribution, parsed) = try lower(
      """
      server_id: s
      tools:
        - {name: pay, purpose: one}
        - {name: get}
        - {name: pay, owner: two}
      """)
    let tools = try #require(contribution.servers.first?.tools)
    #expect(tools.map(\.name) == ["get", "pay"])
    #expect(tools[1].purpose.value == "one")
    #expect(tools[1].owner.value == "two")
    let diagnostic = try #require(contribution.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(parsed.place(diagnostic.span) == "5:12")
    #expect(parsed.place(diagnostic.related.first?.span) == "3:12")
  }

  @Test func `one file can hold several manifests, as documents, list or under servers`() throws {
    let documents = try ParsedText(yaml: "server_id: a\n---\nserver_id: b\n")
    #expect(
      documents.documents.flatMap { ManifestAdapter.lower($0).servers.map(\.id) } == ["a", "b"])
    let (list, _) = try lower("- server_id: a\n- server_id: b\n")
    #expect(list.servers.map(\.id) == ["a", "b"])
    let (under, _) = try lower("kind: mcp-server\nservers:\n  - server_id: a\n  - server_id: b\n")
    #expect(under.servers.map(\.id) == ["a", "b"])
    #expect(under.diagnostics == [])
  }

  @Test func `short forms stand for the long ones`() throws {
    let (contribution, _) = try lower(
      """
      server_id: s
      tools: [get_x, {name: pay, approval: required}, {name: buy, approval: {approvers: [a]}}]
      credentials: ["vault:secret/admin"]
      downstream: [ledger-db]
      kill_switch: flag x
      egress: {allow: []}
      audit: {retention: 400d}
      x-team: ours
      """)
    let server = try #require(contribution.servers.first)
    #expect(contribution.diagnostics == [])
    #expect(server.tools.map(\.name) == ["buy", "get_x", "pay"])
    #expect(server.tools.map(\.requiresApproval.value) == [true, nil, true])
    #expect(server.credentials.first?.isAdministrative.value == true)
    #expect(server.downstreams.map(\.name.value) == ["ledger-db"])
    #expect(server.containment.killSwitch.value == "flag x")
    #expect(server.egress.list.value == 0)
    #expect(server.audit.retentionDays.value == 400)
  }

  @Test func `JSON says the same as YAML`() throws {
    let json = try ParsedText(json: #"{"server_id": "s", "tier": 2, "tools": [{"name": "pay"}]}"#)
    let contribution = ManifestAdapter.lower(try json.root)
    #expect(contribution.servers.first?.tier.value == .two)
    #expect(json.text(contribution.servers.first?.tools.first?.manifestEntry) == "\"pay\"")
  }

  @Test(arguments: ["5", "text", "[]", "[1]", "{}", "null", "servers: 3", "{? [a] : b}"])
  func `what is no manifest at all is an error or nothing`(yaml: String) throws {
    let (contribution, _) = try lower(yaml)
    #expect(contribution.servers.isEmpty)
    #expect(yaml == "[]" || !contribution.diagnostics.isEmpty)
  }
}
