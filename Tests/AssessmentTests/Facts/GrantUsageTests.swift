import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct GrantUsageTests {
  private func excess(_ grant: Grant, _ calls: [String: [String: Int]]) -> GrantUsage.Excess? {
    var server = PolicySample.server()
    server.traffic = PolicySample.traffic(calls)
    guard case .tooWide(let excess) = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict
    else { return nil }
    return excess
  }

  private func isUntold(_ grant: Grant, _ calls: [String: [String: Int]]?) -> Bool {
    var server = PolicySample.server()
    server.traffic = calls.map { PolicySample.traffic($0) }
    guard case .untold = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict else {
      return false
    }
    return true
  }

  @Test func `a wildcard is narrowed to what is called`() {
    let grant = PolicySample.grant(10, tools: ["*"], environments: ["prod"], approval: true)
    let excess = excess(grant, ["agent-a": ["query": 20]])
    #expect(
      excess?.narrower
        == "{agents: [agent-a], servers: [ledger], tools: [query], environments: [prod],"
        + " approval: {required: true}}")
    #expect(
      excess?.text
        == "only 'query' of all tools is called in the 20 records of the log about the server")
  }

  @Test func `a grant for every agent is narrowed to those that call`() {
    let grant = PolicySample.grant(10, agents: ["*"])
    let excess = excess(grant, ["agent-b": ["query": 12], "agent-a": ["query": 12]])
    #expect(excess?.narrower?.hasPrefix("{agents: [agent-a, agent-b],") == true)
  }

  @Test func `a name counts as unused only on a long log`() {
    let grant = PolicySample.grant(10, tools: ["query", "export"])
    #expect(excess(grant, ["agent-a": ["query": 99]]) == nil)
    #expect(
      excess(grant, ["agent-a": ["query": 100]])?.text.contains("'export' is never called") == true
    )
  }

  @Test func `a grant that nobody uses is to be taken out`() {
    let grant = PolicySample.grant(10)
    let excess = excess(grant, ["agent-b": ["query": 100]])
    #expect(excess?.narrower == nil)
    #expect(excess?.span == PolicySample.place(10))
  }

  @Test func `short logs, full lists and denials tell nothing`() {
    let grant = PolicySample.grant(10, tools: ["*"])
    #expect(isUntold(grant, nil))
    #expect(isUntold(grant, ["agent-a": ["query": 19]]))
    #expect(isUntold(PolicySample.grant(10, decision: .deny), ["agent-a": ["query": 500]]))
    var server = PolicySample.server()
    server.traffic = PolicySample.traffic(["agent-a": ["query": 500]])
    server.traffic?.unlisted = 1
    guard case .untold = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict else {
      Issue.record("a log that does not tell all agents apart decides nothing")
      return
    }
  }

  @Test func `a wildcard of which everything is called is used`() {
    let grant = PolicySample.grant(10, tools: [])
    #expect(excess(grant, ["agent-a": ["query": 20, "export": 20]]) == nil)
    #expect(!isUntold(grant, ["agent-a": ["query": 20, "export": 20]]))
  }

  @Test func `a tool that was called and refused is in use`() {
    let grant = PolicySample.grant(10, tools: ["query", "export"])
    var server = PolicySample.server()
    server.traffic = PolicySample.traffic(
      ["agent-a": ["query": 100]], refused: ["agent-a": ["export": 30]])
    guard case .used = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict else {
      Issue.record("a refused call shows that the grant is needed")
      return
    }
  }

  @Test func `agents that call in other environments alone are not those of the grant`() {
    let grant = PolicySample.grant(10, agents: ["*"], environments: ["prod"])
    var server = PolicySample.server()
    server.traffic = PolicySample.traffic(
      ["agent-a": ["query": 50], "agent-b": ["query": 50]],
      stages: ["agent-a": ["prod": 50], "agent-b": ["staging": 50]])
    guard case .tooWide(let excess) = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict
    else {
      Issue.record("a grant for all agents is wider than one agent needs")
      return
    }
    #expect(excess.narrower?.hasPrefix("{agents: [agent-a],") == true)
  }

  @Test func `an environment in which the agents never call is too wide`() {
    let grant = PolicySample.grant(10, environments: ["prod", "staging", "dev"])
    var server = PolicySample.server()
    server.traffic = PolicySample.traffic(
      ["agent-a": ["query": 100], "agent-b": ["query": 9]],
      stages: ["agent-a": ["prod": 100], "agent-b": ["staging": 9]])
    guard case .tooWide(let excess) = GrantUsage(of: grant, on: server, EnvironmentStages()).verdict
    else {
      Issue.record("the log shows the server in staging, and the agent in prod alone")
      return
    }
    #expect(
      excess.text
        == "nobody whom it names calls in 'staging' in the 109 records of the log about the server")
    #expect(excess.narrower?.contains("environments: [prod, dev]") == true)
  }

  @Test func `a tool that the server does not have is another flaw`() {
    let grant = PolicySample.grant(10, tools: ["query", "qeury"])
    #expect(excess(grant, ["agent-a": ["query": 100]]) == nil)
    #expect(isUntold(PolicySample.grant(10, tools: ["qeury"]), ["agent-a": ["query": 100]]))
  }

  @Test func `names that mean something to YAML are quoted`() {
    let grant = PolicySample.grant(10, agents: ["*"])
    let excess = excess(grant, ["a: [\"x\"]": ["query": 20], "-b": ["query": 20]])
    #expect(excess?.narrower?.hasPrefix(#"{agents: ["-b", "a: [\"x\"]"],"#) == true)
  }
}
