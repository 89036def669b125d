import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct AgentFlowsTests {
  private func place(_ number: UInt32) -> SourceSpan {
    SourceSpan(source: SourceID(index: 0), start: number, end: number + 1)
  }

  /// Servers that each have one tool of the given name, and an agent whose client has an entry for all.
  private func fleet(
    _ tools: [String], isConfigured: Bool = true, change: (inout Server) -> Void = { _ in }
  ) -> Fleet {
    var fleet = Fleet()
    fleet.agents = [Agent(id: "a")]
    for (index, name) in tools.enumerated() {
      var server = Server(id: "s\(index)")
      var tool = Tool(name: name)
      tool.catalogEntry = place(UInt32(index))
      server.tools = [tool]
      if isConfigured {
        server.clientEntries = [
          ClientEntry(
            agent: "a", name: Evidence(server.id, at: place(90)), span: place(UInt32(50 + index)))
        ]
      }
      change(&server)
      fleet.servers.append(server)
    }
    return fleet
  }

  private func grant(
    _ servers: [String], in environments: [String] = [], approval: Bool? = nil
  ) -> Grant {
    var grant = Grant(
      span: place(70), decision: .allow, agents: [Evidence("a", at: place(71))],
      servers: servers.map { Evidence($0, at: place(72)) }, tools: [],
      environments: environments.map { Evidence($0, at: place(73)) })
    if let approval { grant.requiresApproval.state(approval, at: place(74)) }
    return grant
  }

  private func policy(_ grants: [Grant], enforcedAt: String? = "gateway") -> AccessPolicy {
    var policy = AccessPolicy(span: place(60))
    policy.defaultDecision.state(.deny, at: place(61))
    if let enforcedAt { policy.enforcement.state(enforcedAt, at: place(62)) }
    policy.grants = grants
    return policy
  }

  private func flows(_ fleet: Fleet) -> AgentFlows {
    AgentFlows(
      of: "a", CapabilityIndex(of: fleet), policies: PolicyIndex(fleet.policies), of: fleet)
  }

  private func open(_ fleet: Fleet) -> AgentFlows.Standing? {
    flows(fleet).standing(behind: .none)
  }

  private static let all = ["search_web", "get_customer", "send_email"]

  @Test func `three parts in one client make a flow`() throws {
    let flows = flows(fleet(Self.all))
    let open = try #require(flows.standing(behind: .none))
    #expect(open.flow.path.map(\.key.tool) == Self.all)
    #expect(open.flow.cut.parts == ["'send_email' of s2"])
    #expect(open.environment == nil)
    #expect(flows.isOpen(on: "s2", behind: .none) && !flows.isOpen(on: "s1", behind: .none))
  }

  @Test(arguments: [0, 1, 2])
  func `without one of the parts there is none`(missing: Int) {
    var names = Self.all
    names[missing] = "get_handbook_page"
    #expect(open(fleet(names)) == nil)
  }

  @Test func `what the allow list hides is out of reach`() {
    let hidden = fleet(Self.all) { server in
      guard server.id == "s1" else { return }
      server.clientEntries[0].allowedTools.state(["other"], at: place(80))
    }
    #expect(open(hidden) == nil)
  }

  @Test func `a switched-off entry and a switched-off tool are out of reach`() {
    let entryOff = fleet(Self.all) { $0.clientEntries[0].isDisabled.state(true, at: place(80)) }
    #expect(open(entryOff) == nil)
    let toolOff = fleet(Self.all) { $0.tools[0].isEnabled.state(false, at: place(80)) }
    #expect(open(toolOff) == nil)
  }

  @Test func `a policy has to grant what a client shows`() {
    var fleet = fleet(Self.all)
    fleet.policies = [policy([grant(["s0", "s2"])])]
    #expect(open(fleet) == nil)
    fleet.policies = [policy([grant(["s0", "s1", "s2"])])]
    #expect(open(fleet) != nil)
  }

  @Test func `an agent without a client's configuration reaches what the policy grants it`() {
    var fleet = fleet(Self.all, isConfigured: false)
    #expect(open(fleet) == nil)
    fleet.policies = [policy([grant(["*"])])]
    #expect(open(fleet)?.flow.cut.parts == ["'send_email' of s2"])
  }

  @Test func `grants of two environments do not meet in one session`() {
    var fleet = fleet(Self.all)
    fleet.policies = [
      policy([grant(["s0", "s1"], in: ["staging"]), grant(["s2"], in: ["prod"])])
    ]
    #expect(open(fleet) == nil)
    fleet.policies = [policy([grant(["s0", "s1"]), grant(["s2"], in: ["prod"])])]
    #expect(open(fleet)?.environment == "prod")
  }

  @Test func `an approval breaks the flow where it is enforced, and is a claim where it is not`() {
    var fleet = fleet(Self.all)
    let grants = [grant(["s0", "s1"]), grant(["s2"], approval: true)]
    fleet.policies = [policy(grants)]
    #expect(open(fleet) == nil && flows(fleet).standing(behind: .claims) == nil)
    fleet.policies = [policy(grants, enforcedAt: nil)]
    #expect(open(fleet) == nil && flows(fleet).standing(behind: .claims) != nil)
    #expect(flows(fleet).isOpen(on: "s2", behind: .claims))
  }

  @Test func `a claim that a grant waives does not stand in the way`() {
    var fleet = fleet(Self.all) { server in
      if server.id == "s2" { server.tools[0].requiresApproval.state(true, at: place(80)) }
    }
    #expect(open(fleet) == nil)
    #expect(flows(fleet).standing(behind: .waivedClaims) == nil)
    fleet.policies = [policy([grant(["s0", "s1"]), grant(["s2"], approval: false)])]
    #expect(flows(fleet).standing(behind: .waivedClaims) != nil)
  }

  @Test func `an approval of reading what strangers write breaks nothing`() {
    let asked = fleet(Self.all) { server in
      guard server.id == "s0" else { return }
      server.clientEntries[0].approval.state(.always, at: place(80))
    }
    #expect(open(asked) != nil)
  }

  @Test func `a tool that is called unasked is not approved by its client`() {
    let asked = fleet(Self.all) { server in
      guard server.id == "s2" else { return }
      server.clientEntries[0].approval.state(.always, at: place(80))
      server.clientEntries[0].autoApprovedTools = [Evidence("send_email", at: place(81))]
    }
    #expect(open(asked)?.flow.sinks.first?.approval.waiver == place(81))
  }

  @Test func `what the log shows to be let through is reached`() {
    let logged = fleet(Self.all, isConfigured: false) { server in
      var traffic = ServerTraffic()
      traffic.agents = ["a": Count(matching: 1, total: 1, sample: place(85))]
      traffic.grants = GrantTable([("a", server.tools[0].name, 1, place(85))], total: 1)
      traffic.sample = place(85)
      server.traffic = traffic
    }
    #expect(open(logged)?.flow.path.last?.place == place(85))
  }

  @Test func `the shortest way is over the fewest tools, and is told step by step`() {
    let standing = open(fleet(Self.all + ["list_inbox"]))
    #expect(
      standing?.flow.text
        == "'list_inbox' of s3 reads what strangers can write (`inbox` in its name) and reads private"
        + " data (`inbox` in its name), then 'send_email' of s2 sends to others (`send` in its name)"
    )
  }

  @Test func `a server whose tools nobody lists leaves the rest unknown`() {
    let unknown = fleet(["get_customer", "send_email", ""]) { server in
      if server.id == "s2" { server.tools = [] }
    }
    #expect(open(unknown) == nil)
    #expect(flows(unknown).unlisted == ["s2"])
  }
}
