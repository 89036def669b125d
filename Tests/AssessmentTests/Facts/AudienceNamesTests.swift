import Estate
import Testing

@testable import Assessment

@Suite struct AudienceNamesTests {
  private var server: Server {
    var server = Server(id: "mcp-beds")
    server.access.audience.state("beds-api", at: PolicySample.place(1))
    server.endpoint.state("https://mcp.example.com/beds/", at: PolicySample.place(2))
    return server
  }

  @Test(arguments: [
    "mcp-beds", "mcp-beds-v2", "beds-api", "https://mcp.example.com/beds/",
    "https://mcp.example.com/beds",
  ])
  func `identity, declared audience and address mean the server`(audience: String) {
    #expect(AudienceNames(of: server).contains(audience))
  }

  @Test(arguments: ["*", "", "mcp", "klinik-api", "https://mcp.example.com", "mcp-beds-admin"])
  func `everything else means somebody else`(audience: String) {
    #expect(!AudienceNames(of: server).contains(audience))
  }

  private func stray(asked: [String], issued: [String], issuer: String? = nil) -> [String] {
    var sample = TokenSample(span: PolicySample.place(3))
    if !asked.isEmpty { sample.audiences.state(asked, at: PolicySample.place(4)) }
    sample.audiences.state(issued, at: PolicySample.place(5), grade: .configured)
    if let issuer { sample.identity.issuer.state(issuer, at: PolicySample.place(6)) }
    return SampledToken(
      sample: sample, access: server.access, ownAudiences: AudienceNames(of: server),
      otherServers: []
    ).strayAudiences.map(\.value)
  }

  @Test func `what was issued and means another is stray, and so is any audience`() {
    #expect(
      stray(asked: ["mcp-beds"], issued: ["https://api.example.com"]) == ["https://api.example.com"]
    )
    #expect(stray(asked: ["mcp-beds"], issued: ["*"]) == ["*"])
    #expect(stray(asked: ["*"], issued: ["*"]) == ["*"])
  }

  @Test func `what was asked for, and what the issuer adds for itself, is not`() {
    let resource = "https://staging.example.com/beds/"
    #expect(stray(asked: ["mcp-beds", resource], issued: [resource]) == [])
    #expect(
      stray(
        asked: [], issued: ["mcp-beds", "https://id.example.com/userinfo"],
        issuer: "https://id.example.com/") == [])
  }
}
