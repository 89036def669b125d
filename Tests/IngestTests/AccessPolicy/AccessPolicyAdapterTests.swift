import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct AccessPolicyAdapterTests {
  private let sample = """
    access_policy:
      default: deny
      enforced_at: gateway
      grants:
        - agents: [agent-billing]
          servers: [mcp-server-ledger]
          tools: [query_transactions]
          environments: [prod]
          effect: allow
          approval: {required: true, approvers: [payments-approver]}
        - agents: ["*"]
          servers: [mcp-server-ledger]
          effect: deny
          approval: required
    """

  @Test func `grants keep their order, places and approvals`() throws {
    let parsed = try ParsedText(yaml: sample)
    let contribution = AccessPolicyAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    let policy = try #require(contribution.policies.first)
    #expect(policy.defaultDecision.value == .deny)
    #expect(policy.enforcement.value == "gateway")
    #expect(policy.grants.map(\.decision) == [.allow, .deny])
    #expect(policy.grants[0].approvers.value == ["payments-approver"])
    #expect(policy.grants[1].requiresApproval.value == true)
    #expect(parsed.text(policy.grants[0].tools.first?.span) == "query_transactions")
    #expect(parsed.place(policy.grants[1].span) == "11:7")
    #expect(
      policy.grants[0].covers(agent: "agent-billing", server: "mcp-server-ledger", tool: "x")
        == false)
  }

  @Test func `a policy may stand at the root beside its kind`() throws {
    let parsed = try ParsedText(yaml: "kind: mcp-access-policy\ndefault: allow\ngrants: []\n")
    let contribution = AccessPolicyAdapter.lower(try parsed.root)
    #expect(contribution.policies.first?.defaultDecision.value == .allow)
    #expect(contribution.diagnostics == [])
  }

  @Test func `a grant that names nobody is kept and is an error`() throws {
    let parsed = try ParsedText(yaml: "access_policy:\n  grants:\n    - servers: [s]\n")
    let contribution = AccessPolicyAdapter.lower(try parsed.root)
    #expect(contribution.policies.first?.grants.count == 1)
    #expect(
      contribution.diagnostics.map(\.message)
        == ["the grant names no agents, so it speaks about no call"])
  }

  @Test(arguments: ["agents", "servers", "tools", "environments"])
  func `an empty list grants nothing, and is an error`(key: String) throws {
    let keys = ["agents", "servers", "tools", "environments"].map {
      "\($0): [\($0 == key ? "" : "a")]"
    }
    let parsed = try ParsedText(
      yaml: "access_policy:\n  grants:\n    - {\(keys.joined(separator: ", "))}\n")
    let contribution = AccessPolicyAdapter.lower(try parsed.root)
    #expect(contribution.policies.first?.grants.isEmpty == true)
    #expect(
      contribution.diagnostics.map(\.message)
        == ["`\(key)` is empty, so the grant speaks about no call"])
    #expect(parsed.text(contribution.diagnostics.first?.span) == "[]")
  }

  @Test func `a grant may be bound to tasks`() throws {
    let parsed = try ParsedText(
      yaml: """
        access_policy:
          grants:
            - agents: [a]
              servers: [s]
              tasks: [month-end-close]
            - agents: [a]
              servers: [s]
        """)
    let contribution = AccessPolicyAdapter.lower(try parsed.root)
    #expect(contribution.diagnostics == [])
    let grants = try #require(contribution.policies.first).grants
    #expect(grants.map { $0.tasks.map(\.value) } == [["month-end-close"], []])
    #expect(parsed.text(grants[0].tasks.first?.span) == "month-end-close")
  }
}
