import CEL
import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct PolicyStatementsTests {
  private func policy(
    _ line: UInt32, _ decision: Decision? = nil, at point: String? = nil, servers: [String] = []
  ) -> AccessPolicy {
    var policy = AccessPolicy(span: PolicySample.place(line))
    if let decision { policy.defaultDecision.state(decision, at: PolicySample.place(line + 1)) }
    if let point { policy.enforcement.state(point, at: PolicySample.place(line + 2)) }
    policy.grants = servers.map { server in
      Grant(
        span: PolicySample.place(line + 3), decision: .allow, agents: [],
        servers: [Evidence(server, at: PolicySample.place(line + 3))], tools: [], environments: [])
    }
    return policy
  }

  private func statements(_ policies: [AccessPolicy], _ server: String) -> PolicyStatements {
    PolicyStatements(PolicyIndex(policies).policies(on: server))
  }

  private func text(_ reading: Reading) -> (value: String?, isDisputed: Bool) {
    guard case .known(.string(let text), _, let rival) = reading else { return (nil, false) }
    return (text, rival != nil)
  }

  @Test func `a client's enforcement disputes the gateway's in either order`() {
    let policies = [policy(10, at: "gateway"), policy(20, at: "client")]
    for order in [policies, policies.reversed()] {
      let answer = text(PolicyStatements(order).enforcement)
      #expect(answer.value == "gateway")
      #expect(answer.isDisputed)
    }
  }

  @Test func `gateway and server may both decide`() {
    let answer = text(
      PolicyStatements([policy(10, at: "server"), policy(20, at: "gateway")]).enforcement)
    #expect(answer.value == "gateway")
    #expect(!answer.isDisputed)
  }

  @Test func `a policy of other servers says nothing`() {
    let policies = [
      policy(10, at: "gateway", servers: ["ledger"]), policy(20, at: "client", servers: ["notes"]),
    ]
    #expect(!text(statements(policies, "ledger").enforcement).isDisputed)
    #expect(text(statements(policies, "notes").enforcement).value == "client")
    #expect(text(statements(policies, "books").enforcement).isDisputed)
  }

  @Test func `one default that lets calls pass is the default`() {
    let mixed = text(
      PolicyStatements([policy(10, .deny), policy(20, .allow), policy(30)]).defaultDecision)
    #expect(mixed.value == "allow")
    #expect(mixed.isDisputed)
    #expect(text(PolicyStatements([policy(10, .deny), policy(20)]).defaultDecision).value == nil)
    let strict = text(PolicyStatements([policy(10, .deny), policy(20, .deny)]).defaultDecision)
    #expect(strict.value == "deny")
    #expect(!strict.isDisputed)
  }
}
