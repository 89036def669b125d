import Estate
import SourceText
import Testing

@testable import Ingest

@Suite struct RouteTableTests {
  private let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)

  private func route(_ path: String?, _ hosts: String...) -> Route {
    var route = Route(product: "nginx", span: place)
    route.hosts = hosts.map { Evidence($0, at: place, grade: .configured) }
    route.path = Stated(path.map { Evidence($0, at: place, grade: .configured) })
    return route
  }

  private func answering(_ routes: [Route], _ address: String) throws -> [Int] {
    RouteTable(routes).routes(answering: try #require(NetworkAddress(address)))
  }

  @Test func `of the routes on one host, those with the longest path answer`() throws {
    let routes = [
      route("/", "mcp.example.com"), route("/mcp", "mcp.example.com"),
      route("/mcp/ledger", "mcp.example.com"), route("/mcp/ledger/", "mcp.example.com"),
      route("/mcp/orders", "mcp.example.com"), route("/mcp/ledger", "other.example.com"),
    ]
    #expect(try answering(routes, "https://mcp.example.com/mcp/ledger/v1") == [2, 3])
    #expect(try answering(routes, "https://mcp.example.com/mcp/tickets") == [1])
    #expect(try answering(routes, "https://mcp.example.com/ledger") == [0])
    #expect(try answering(routes, "https://ledger.example.com/mcp/ledger") == [])
  }

  @Test func `a part of a name is no part of a path`() throws {
    #expect(try answering([route("/mcp", "h")], "https://h/mcp2") == [])
  }

  @Test func `a pattern counts up to its first mark, and alone it says nothing`() throws {
    let routes = [route("^/mcp/ledger/(v[0-9]+)", "h"), route("^(.*)$", "h")]
    #expect(try answering(routes, "https://h/mcp/ledger/v2") == [0])
    #expect(try answering(routes, "https://h/other") == [])
  }

  @Test func `wildcards answer for the hosts below them`() throws {
    let routes = [
      route("/mcp", "*.example.com"), route("/mcp", ".example.com"), route("/mcp", "*"),
      route("/mcp", "*.com"),
    ]
    #expect(try answering(routes, "https://a.b.example.com/mcp") == [0, 1, 3])
    #expect(try answering(routes, "https://example.com/mcp") == [1, 3])
    #expect(try answering(routes, "https://example.org/mcp") == [])
  }

  @Test func `a route of several hosts is named once`() throws {
    #expect(try answering([route("/", "h.example.com", "*.example.com")], "h.example.com") == [0])
  }
}
