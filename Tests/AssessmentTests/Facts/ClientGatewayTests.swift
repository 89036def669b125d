import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct ClientGatewayTests {
  private func subject(url: String, allowed: [String]? = nil) -> ClientSubject {
    var server = PolicySample.server()
    var route = Route(product: "gateway", span: PolicySample.place(40))
    route.hosts = [Evidence("mcp.example.com", at: PolicySample.place(41))]
    route.upstreams = [Evidence("ledger.internal:8080", at: PolicySample.place(42))]
    server.routes = [route]
    server.traffic = PolicySample.traffic(["agent-a": ["query": 3, "export": 1]])
    var entry = ClientEntry(
      agent: "agent-a", name: Evidence("ledger", at: PolicySample.place(43)),
      span: PolicySample.place(43))
    entry.url = Evidence(url, at: PolicySample.place(44))
    if let allowed { entry.allowedTools = Stated(allowed, at: PolicySample.place(45)) }
    let context = FleetContext(
      fleet: PolicySample.context([server], grants: []), date: CalendarDate(daysSinceEpoch: 0))
    return ClientSubject(entry, of: server, in: context)
  }

  @Test(arguments: ["http://ledger.internal:8080/mcp", "HTTP://user@LEDGER.internal:8080?x"])
  func `the address of the upstream leads round the gateway`(url: String) {
    #expect(subject(url: url).bypassingURL?.span == PolicySample.place(44))
  }

  @Test(arguments: [
    "https://mcp.example.com/ledger/", "http://ledger.internal/mcp", "http://ledger.internal:80",
    "ledger.internal:8080", "http://", "",
  ])
  func `any other address does not`(url: String) {
    #expect(subject(url: url).bypassingURL == nil)
  }

  @Test func `calls beside the allow list are those of its agent`() {
    let narrow = subject(url: "https://mcp.example.com/", allowed: ["query"])
    guard case .known(_, let place, _) = narrow.unlistedCalls else {
      Issue.record("the log shows what the agent calls")
      return
    }
    #expect(place == PolicySample.place(90))
    #expect(subject(url: "https://mcp.example.com/", allowed: ["*"]).unlistedCalls.isAbsent)
    #expect(subject(url: "https://mcp.example.com/").unlistedCalls.isAbsent)
  }
}
