import Estate
import Testing

@Suite struct OpenDestinationTests {
  @Test(arguments: [
    "*", "*:443", "*.com", "https://*.io", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0",
    "2000::/3",
  ]) func `next to everything is everything`(destination: String) {
    #expect(OpenDestination.matches(destination))
  }

  @Test(arguments: [
    "api.example.com", "*.example.com", "10.0.0.0/8", "fc00::/7", "192.168.0.0/16", "example.com/1",
    "",
    "db:5432", "*.svc.cluster.local:5432",
  ]) func `a name, a domain of somebody's and a private network are not`(destination: String) {
    #expect(!OpenDestination.matches(destination))
  }
}
