import Estate
import Testing

@Suite struct AddressSchemeTests {
  @Test(arguments: [
    "http://localhost", "HTTP://LOCALHOST:8080/mcp", "https://api.localhost/?x", "ws://[::1]:9",
    "http://127.0.0.1", "wss://127.8.8.8:443#a", "http://somebody@localhost", "unix:/run/a.sock",
    "http://127.0.0.1.localhost", "http://localhost\\evil.example",
  ])
  func `only callers on the host reach it`(address: String) {
    #expect(AddressScheme.isLoopback(address))
  }

  @Test(arguments: [
    "", "localhost", "http://", "ftp://localhost", "http://localhost.evil.example",
    "http://127.evil.example", "http://localhost@evil.example", "http://localhost:80@evil.example",
    "https://notlocalhost", "http://evil.example/localhost", "http://10.0.0.1",
    "http://127.\u{661}",
  ])
  func `others may reach it`(address: String) {
    #expect(!AddressScheme.isLoopback(address))
  }
}
