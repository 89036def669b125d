import Patterns
import Testing

@Suite struct LookaroundTableTests {
  /// A pattern, and one without lookarounds that means the same.
  @Test(arguments: [
    ("^(?=.*\\d)[a-z0-9]+$", "^[a-z]*[0-9][a-z0-9]*$"), ("^(?!a)[a-c]+$", "^[bc][a-c]*$"),
    ("a(?=b)", "ab"), ("a(?!b)", "a(?:[^b]|$)"), ("(?<=a)b", "ab"), ("(?<!a)b", "(?:^|[^a])b"),
    ("^(?=a(?!b))", "^a(?:[^b]|$)"), ("^(?!.*(?<=a)c)", "^(?:c|a*[^ac]c*)*a*$"),
    ("(?=a)(?=.b)", "ab"), ("^(?:(?!ab).)*$", "^(?:a*[^ab]|b)*a*$"),
  ])
  func `a lookaround decides like its twin`(source: String, twin: String) throws {
    let pattern = try Pattern(source, syntax: .ecma262)
    let plain = try Pattern(twin, syntax: .ecma262)
    var generator = PatternGenerator(seed: 3)
    for _ in 0..<300 {
      let length = generator.number(below: 8)
      let text = (0..<length).map { _ in generator.pick(["a", "b", "c", "1"]) }.joined()
      #expect(pattern.matches(text) == plain.matches(text), "\(source) on \(text)")
    }
  }

  @Test(arguments: [
    ("^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,}$", "Passw0rds", true),
    ("^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,}$", "password1", false),
    ("^(?!\\.\\.?(/|$))[^/]+$", "..", false), ("^(?!\\.\\.?(/|$))[^/]+$", "..a", true),
    ("^(?!.*--)[a-z-]+$", "a-b", true), ("^(?!.*--)[a-z-]+$", "a--b", false),
    ("(?<=é)x", "éx", true), ("(?<!é)x", "éx", false), ("(?<=^|,)é", "a,é", true),
  ])
  func `real schemas' lookarounds decide`(source: String, text: String, isMatch: Bool) throws {
    #expect(try Pattern(source, syntax: .ecma262).matches(text) == isMatch)
  }

  @Test func `captures stand beside lookarounds, not inside them`() throws {
    let pattern = try Pattern("(?=(a))(a)(?!b)", syntax: .pcre)
    #expect(pattern.firstMatch(in: "abac")?.captures == [2..<3, nil, 2..<3])
    #expect(pattern.allMatches(in: "aac").map(\.range) == [0..<1, 1..<2])
  }
}
