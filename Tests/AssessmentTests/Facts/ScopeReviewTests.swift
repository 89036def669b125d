import Estate
import Testing

@testable import Assessment

@Suite struct ScopeReviewTests {
  private func names(_ ids: String...) -> ServerNames {
    var fleet = Fleet()
    fleet.servers = ids.map { id in
      var server = Server(id: id)
      server.sources = [SourceMention(.manifest, at: PolicySample.place(1))]
      return server
    }
    return ServerNames(of: fleet)
  }

  @Test(arguments: [
    ("mcp.server.financial-data:tools.read", "mcp-server-financial-data"),
    ("payroll:salaries.read", "payroll"), ("payroll/read", "payroll"),
  ])
  func `a scope names the server before its colon`(scope: String, server: String) {
    #expect(names("mcp-server-financial-data", "payroll").server(namedBy: scope) == server)
  }

  @Test func `resources, bare words and ambiguous names are no servers`() {
    #expect(names("payroll").server(namedBy: "payroll") == nil)
    #expect(names("payroll").server(namedBy: "payrolls:read") == nil)
    #expect(names("payroll", "mcp-payroll").server(namedBy: "payroll:read") == nil)
  }
}
