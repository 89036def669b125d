import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct PatternReviewTests {
  private func review(_ server: Server) -> PatternReview {
    let context = FleetContext(
      fleet: PolicySample.context([server], grants: []), date: CalendarDate(daysSinceEpoch: 0))
    return ServerSubject(server, in: context).pattern
  }

  private func route(asks: RouteAuthentication, decides: Bool) -> Route {
    var route = Route(product: "gateway", span: PolicySample.place(40))
    route.path = Stated("/ledger/", at: PolicySample.place(40))
    route.authentication = Stated(asks, at: PolicySample.place(41), grade: .configured)
    route.hasAuthorizationPolicy = Stated(decides, at: PolicySample.place(42), grade: .configured)
    return route
  }

  private func remote(writes: Bool) -> Server {
    var server = PolicySample.server(tools: ["query"])
    server.endpoint = Stated("https://mcp.example.com/ledger/", at: PolicySample.place(4))
    server.tools[0].declaredClass = Stated(
      writes ? .reversibleWrite : .readOnly, at: PolicySample.place(50))
    return server
  }

  @Test func `each row of the matrix has its pattern and a reason`() {
    #expect(Set(DeploymentContext.allCases.map(\.pattern)).count == 4)
    #expect(DeploymentContext.allCases.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func `what a server does puts it into a row`() {
    #expect(review(remote(writes: true)).context == .criticalWrites)
    #expect(review(remote(writes: false)).context == .readOnlyKnowledge)
    var tenants = remote(writes: false)
    tenants.isMultiTenant = Stated(true, at: PolicySample.place(6))
    #expect(review(tenants).context == .sharedPlatform)
    var local = PolicySample.server(tools: ["query"])
    local.transport = Stated(.stdio, at: PolicySample.place(4))
    #expect(review(local).context == .localTools)
    #expect(review(PolicySample.server(tools: ["query"])).context == nil)
  }

  @Test func `writes behind authentication alone lack a policy, at its place`() {
    var server = remote(writes: true)
    server.routes = [route(asks: .jwt, decides: false)]
    let review = review(server)
    #expect(review.actual == .authenticatedServer)
    #expect(review.configured?.isNo == true)
    #expect(review.lacks.map(\.text) == ["no policy decides which calls pass the route '/ledger/'"])
    #expect(review.lacks.first?.span == PolicySample.place(42))
    #expect(review.standing?.context.pattern == .policyGateway)
  }

  @Test func `an address is no authentication`() {
    var server = remote(writes: false)
    server.routes = [route(asks: .address, decides: true)]
    #expect(review(server).configured?.isNo == true)
    server.routes = [route(asks: .mtls, decides: false)]
    #expect(review(server).configured?.isYes == true)
  }

  @Test func `records without a tenant disprove a tenant-aware gateway`() {
    var server = remote(writes: false)
    server.isMultiTenant = Stated(true, at: PolicySample.place(6))
    server.access.tenantIdentity = Stated("claim:tenant", at: PolicySample.place(7))
    server.traffic = PolicySample.traffic(["agent-a": ["query": 10]])
    server.traffic?.missingContext["tenant_id"] = Count(
      matching: 10, total: 10, sample: PolicySample.place(91))
    let review = review(server)
    #expect(review.declared?.isYes == true)
    #expect(review.observed?.isNo == true)
    #expect(review.lacks.last?.text == "10 of 10 records name no tenant")
  }
}
