import Testing

@testable import Ingest

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    ("https://Mcp.internal/mcp/", "mcp.internal", 443, "/mcp"),
    ("http://mcp.internal:8080?x=/", "mcp.internal", 8080, ""),
    ("https://user@h/a/b//#f", "h", 443, "/a/b"),
    ("https://[::1]:9000/mcp", "::1", 9000, "/mcp"),
  ])
  func `URLs are read to host, port and path`(text: String, host: String, port: Int, path: String)
    throws
  {
    let address = try #require(NetworkAddress(text))
    #expect((address.host, address.port, address.path) == (host, port, path))
  }

  @Test func `an authority has the port that it names, or none`() {
    #expect(NetworkAddress("mcp-ledger:8080")?.port == 8080)
    #expect(NetworkAddress("mcp-ledger")?.port == nil)
    #expect(NetworkAddress("mcp-ledger.mcp.svc:80")?.serviceName == "mcp-ledger")
    #expect(NetworkAddress("10.0.0.1:80")?.serviceName == nil)
  }

  @Test(arguments: [
    "", "unix:/run/mcp.sock", "unix:///run/x", "$upstream", "a:b:c", "/only/path", "://",
  ])
  func `other texts are no address`(text: String) {
    #expect(NetworkAddress(text) == nil)
  }
}
