import Testing

@testable import Estate

@Suite struct NameTokensTests {
  @Test(arguments: [
    ("get_user", ["get", "user"]), ("getUser", ["get", "user"]), ("get-user", ["get", "user"]),
    ("repo.get", ["repo", "get"]), ("API-post-search", ["api", "post", "search"]),
    ("listHTMLPages", ["list", "html", "pages"]), ("listS3Buckets", ["list", "s3", "buckets"]),
    ("getURLs", ["get", "urls"]), ("", []), ("__", []), ("Über_name", ["Über", "name"]),
  ])
  func `an identifier falls into its words`(name: String, words: [String]) {
    #expect(NameTokens.split(name) == words)
  }

  @Test func `a name of any length is split in bounded time`() {
    #expect(NameTokens.split(String(repeating: "aB", count: 1_000_000)).count <= 256)
  }
}
