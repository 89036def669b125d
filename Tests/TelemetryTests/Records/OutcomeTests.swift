import Testing

@testable import Telemetry

@Suite struct OutcomeTests {
  @Test(arguments: [
    ("ERR", Outcome.failure), ("fatal", .failure), ("KO", .failure), ("isError", .failure),
    ("5xx", .failure), ("4XX", .failure), ("503", .failure), ("success ", .success),
    ("done", .success), ("2xx", .success), ("permission_denied", .blocked), ("429", .blocked),
  ])
  func `a word means the same in any case and between blanks`(word: String, outcome: Outcome) {
    #expect(WordMeaning(word).outcome == outcome)
  }

  @Test(arguments: ["partial", "unknown", "", "9xx", "xx", "true", "99"])
  func `other words say nothing`(word: String) {
    #expect(WordMeaning(word).outcome == nil)
  }
}
