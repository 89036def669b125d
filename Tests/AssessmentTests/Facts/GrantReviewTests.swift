import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct GrantReviewTests {
  private func review(
    _ grant: Grant, among others: [Grant] = [], server: Server = PolicySample.server()
  ) -> GrantReview {
    GrantReview(grant, on: server, among: [grant] + others, EnvironmentStages())
  }

  @Test func `a grant of a tool that exists, alone, has no flaw`() {
    let review = review(PolicySample.grant(10))
    #expect(review.obstacle == nil)
    #expect(review.conflict == nil)
  }

  @Test func `a misspelled tool is named with the one that is meant`() {
    let review = review(PolicySample.grant(10, tools: ["qeury"]))
    #expect(review.obstacle?.text == "the server has no tool `qeury` (it has `query`)")
    #expect(review.obstacle?.span == PolicySample.place(10))
  }

  @Test func `a grant for two servers may name tools that only one of them has`() {
    let grant = PolicySample.grant(10, servers: ["ledger", "other"], tools: ["elsewhere"])
    #expect(review(grant).obstacle == nil)
  }

  @Test func `where nobody lists the tools, none is unknown`() {
    let grant = PolicySample.grant(10, tools: ["anything"])
    #expect(review(grant, server: PolicySample.server(tools: [])).obstacle == nil)
  }

  @Test func `a denial that covers a grant, or something that it names, shadows it`() {
    let grant = PolicySample.grant(10, tools: ["query", "export"])
    let all = PolicySample.grant(11, agents: ["*"], tools: [], decision: .deny)
    let part = PolicySample.grant(12, tools: ["export"], decision: .deny)
    #expect(review(grant, among: [all]).obstacle?.text.contains("a denial always wins") == true)
    #expect(
      review(grant, among: [part]).obstacle?.text
        == "a rule with `effect: deny` covers 'agent-a' calling 'export', and a denial always wins")
  }

  @Test func `a denial that narrows a wildcard, or is for some of the agents, shadows nothing`() {
    let part = PolicySample.grant(12, tools: ["export"], decision: .deny)
    #expect(review(PolicySample.grant(10, tools: ["*"]), among: [part]).obstacle == nil)
    let shared = PolicySample.grant(
      10, agents: ["agent-a", "agent-b"], tools: ["query", "export"])
    #expect(review(shared, among: [part]).obstacle == nil)
  }

  @Test func `of two equal grants the second is one too many`() {
    let (first, second) = (PolicySample.grant(10), PolicySample.grant(11))
    #expect(review(first, among: [second]).obstacle == nil)
    #expect(review(second, among: [first]).obstacle?.text.contains("already covers") == true)
  }

  @Test func `a grant with an environment does not cover one without`() {
    let narrow = PolicySample.grant(10, environments: ["prod"])
    let wide = PolicySample.grant(11)
    #expect(review(wide, among: [narrow]).obstacle == nil)
    #expect(review(narrow, among: [wide]).obstacle != nil)
  }

  @Test func `an approval that another grant does not ask for is lost`() {
    let guarded = PolicySample.grant(10, approval: true)
    let open = PolicySample.grant(11, tools: ["*"])
    #expect(
      review(guarded, among: [open]).conflict?.text
        == "it demands an approval, and another grant lets 'agent-a' calling every tool without one"
    )
    #expect(review(open, among: [guarded]).conflict == nil)
    let elsewhere = PolicySample.grant(12, agents: ["agent-b"], tools: ["*"])
    #expect(review(guarded, among: [elsewhere]).conflict == nil)
  }

  @Test func `a grant for where the server does not run never takes effect`() {
    var server = PolicySample.server()
    server.environments = Stated(["prod"], at: PolicySample.place(3))
    let staging = PolicySample.grant(10, environments: ["staging"])
    #expect(review(staging, server: server).obstacle?.text.contains("runs in `prod`") == true)
    let both = PolicySample.grant(10, environments: ["staging", "prod"])
    #expect(
      review(both, server: server).obstacle?.text.hasPrefix("it holds in `staging`, and") == true)
    let right = PolicySample.grant(10, environments: ["prod"])
    #expect(review(right, server: server).obstacle == nil)
  }
}
