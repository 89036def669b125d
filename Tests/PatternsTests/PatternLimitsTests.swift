import Patterns
import Testing

@Suite struct PatternLimitsTests {
  @Test(arguments: [
    (String(repeating: "(", count: 100_000), "groups are nested"),
    (String(repeating: "(?:", count: 100_000), "groups are nested"),
    ("((a{1000}){1000}){1000}", "the pattern expands"),
    ("(?:(?:(?:|){1000}){1000}){1000}", "the pattern expands"),
    ("\\pL{1000}", "the pattern expands"),
    (String(repeating: "()", count: 30_000), "too many capture groups"),
    (String(repeating: "|", count: 200_000), "the pattern expands"),
    (String(repeating: "a*", count: 100_000), "the pattern expands"),
    (String(repeating: "a", count: 2_000_000), "the pattern is longer"),
  ])
  func `a hostile pattern is refused`(source: String, reason: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.message.hasPrefix(reason) == true)
  }

  @Test(arguments: [
    String(repeating: "(?=a)", count: 9), String(repeating: "(?=", count: 20) + "a",
    "a{0,60000}b{60000}",
  ])
  func `a hostile pattern for a schema is refused`(source: String) {
    #expect(throws: PatternError.self) { try Pattern(source, syntax: .ecma262) }
  }

  @Test func `what stays within the limits is accepted`() throws {
    let nested = String(repeating: "(?:", count: 199) + "a" + String(repeating: ")*", count: 199)
    #expect(try Pattern(nested).matchesWhole("aaa"))
    #expect(try Pattern("(?:(?:(?:){1000}){1000}){1000}").matchesWhole(""))
    #expect(try Pattern("\\pL{1,50}").matchesWhole("été"))
    #expect(try Pattern("^[\\s\\S]{1,4096}$", syntax: .ecma262).matches("a"))
  }
}
