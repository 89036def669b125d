import Testing

@testable import Reading

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("ownr", "owner"), ("server-id", "server_id"), ("serverId", "server_id"),
    ("verison", "version"), ("toools", "tools"), ("auth_shceme", "auth_scheme"),
  ])
  func `a slip leads to the word that was meant`(slip: String, meant: String) {
    let words = ["owner", "server_id", "version", "tools", "auth_scheme", "egress"]
    #expect(NearestWord.to(slip, among: words) == meant)
  }

  @Test(arguments: ["", "zebra", "o", String(repeating: "owner", count: 1000)])
  func `what is like nothing leads nowhere`(word: String) {
    #expect(NearestWord.to(word, among: ["owner", "version"]) == nil)
  }

  @Test(arguments: [("", "abc", 3), ("abcd", "abdc", 1), ("kitten", "sitting", 3), ("a", "a", 0)])
  func `a swap of neighbours is one edit`(left: String, right: String, distance: Int) {
    #expect(NearestWord.editDistance(Array(left.utf8), Array(right.utf8)) == distance)
  }
}
