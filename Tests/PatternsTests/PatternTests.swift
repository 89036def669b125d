import Patterns
import Testing

@Suite struct PatternTests {
  @Test func `a search is not anchored and a whole match is`() throws {
    let pattern = try Pattern("b+")
    #expect(pattern.matches("abbc"))
    #expect(!pattern.matches("ac"))
    #expect(!pattern.matchesWhole("abbc"))
    #expect(pattern.matchesWhole("bbb"))
  }
}
