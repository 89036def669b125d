import FoundationEssentials
import Patterns
import TestSupport
import Testing

@Suite struct PatternTests {
  /// A pattern, a text, whether a search finds it, and whether it matches the whole.
  typealias Case = (String, String, found: Bool, whole: Bool)

  @Test(
    arguments: [
      ("", "", true, true), ("", "abc", true, false), ("b+", "abbc", true, false),
      ("a|ab", "ab", true, true), ("^b", "ab", false, false), ("b$", "ab", true, false),
      ("b$", "ab\n", false, false), ("(?m)b$", "ab\nc", true, false),
      ("(?m)^c", "ab\nc", true, false),
      ("^$", "", true, true), ("a.c", "a\nc", false, false), ("(?s)a.c", "a\nc", true, true),
      ("a{2,3}", "aaaa", true, false), ("^a{2,3}$", "aaaa", false, false),
      ("a{,3}", "a{,3}", true, true),
      ("x{0}y", "xy", true, false), ("\\bfoo\\b", "a foo b", true, false),
      ("\\bfoo\\b", "afoo", false, false), ("\\Boo", "foo", true, false),
      ("[^a]", "a", false, false), ("[^a]", "é", true, true), ("é", "e\u{301}", false, false),
      ("[à-ÿ]+", "éèê", true, true), (".", "🐲", true, true), ("\\x{1F432}", "🐲", true, true),
      ("(?i)straße", "STRAßE", true, true), ("(?i)k", "\u{212A}", true, true),
      ("\\s", "\u{0B}", false, false), ("[[:space:]]", "\u{0B}", true, true),
      ("\\d", "٣", false, false), ("\\pN", "٣", true, true), ("\\p{Greek}+", "αβγ", true, true),
      ("[^\\d\\s]", "5 ", false, false), ("(?U)a+b", "aab", true, true),
      ("\\Qa.b\\E+", "a.bb", true, true), ("(?i:a)b", "AB", false, false),
      ("a(?i)b|c", "C", true, true), ("\\101\\x41\\x{41}", "AAA", true, true),
      ("\\z", "", true, true),
    ] as [Case])
  func `RE2 decides`(pattern: String, text: String, found: Bool, whole: Bool) throws {
    let compiled = try Pattern(pattern)
    #expect(compiled.matches(text) == found)
    let isFound = compiled.matches(utf8: text.utf8.span)
    #expect(isFound == found)
    #expect(compiled.matchesWhole(text) == whole)
  }

  @Test(
    arguments: [
      ("^\\S+$", "a\u{FEFF}b", false, false), ("\\s", "\u{2028}", true, true),
      ("\\d", "٣", false, false), ("\\w", "é", false, false), ("[^]", "\n", true, true),
      ("[]", "a", false, false), (".", "\u{2028}", false, false), (".", "\r", false, false),
      ("\\uD83D\\uDC32", "🐲", true, true), ("\\u{1F432}", "🐲", true, true),
      ("\\cC", "\u{3}", true, true),
      ("^a\\/b\\-c$", "a/b-c", true, true), ("\\0", "\0", true, true),
      ("[\\b]", "\u{8}", true, true),
      ("\\p{Script=Greek}", "λ", true, true), ("\\p{gc=Lu}", "É", true, true),
      ("^\\p{Letter}+$", "añ", true, true), ("a$", "a\n", false, false),
      ("[^\\uD800-\\uDFFF]", "a", true, true), ("[\\w-]+", "a-b", true, true),
      ("(?<year>\\d{4})", "2024", true, true), ("^.{1,4096}$", "é", true, true),
    ] as [Case])
  func `ECMA-262 decides`(pattern: String, text: String, found: Bool, whole: Bool) throws {
    let compiled = try Pattern(pattern, syntax: .ecma262)
    #expect(compiled.matches(text) == found)
    #expect(compiled.matchesWhole(text) == whole)
  }

  @Test(
    arguments: [
      ("^/api/(?!internal/)", "/api/internal/x", false, false),
      ("^/api/(?!internal/)", "/api/v1/x", true, false),
      ("\\.php$", "/a.php\n", true, false), ("\\.php\\z", "/a.php\n", false, false),
      ("\\.php\\Z", "/a.php\n", true, false), ("\\.php$", "/a.php\n\n", false, false),
      ("^/a\\/b$", "/a/b", true, true), ("\\h+", "\t ", true, true),
      ("a(?#note)b", "ab", true, true),
      ("(?<=@)x", "@x", true, false), ("(?<!@)x", "@x", false, false),
      ("\\s", "\u{0B}", true, true),
      ("\\e\\cA", "\u{1B}\u{1}", true, true), ("(?'q'a)", "a", true, true),
    ] as [Case])
  func `PCRE decides`(pattern: String, text: String, found: Bool, whole: Bool) throws {
    let compiled = try Pattern(pattern, syntax: .pcre)
    #expect(compiled.matches(text) == found)
    #expect(compiled.matchesWhole(text) == whole)
  }

  @Test(
    arguments: [
      ("a|ab", "ab", [0..<1]), ("ab|a", "ab", [0..<2]), ("a*?", "aa", [0..<0]),
      ("(a+)(b+)?", "xaay", [1..<3, 1..<3, nil]), ("(a)|(b)", "b", [0..<1, nil, 0..<1]),
      ("(a|b)*", "abx", [0..<2, 1..<2]), ("(é)(x)", "aéx", [1..<4, 1..<3, 3..<4]),
      ("(a+?)(a*)", "aaa", [0..<3, 0..<1, 1..<3]), ("x*", "yyx", [0..<0]), ("(?=(a))a", "a", nil),
      ("(|a)+", "aa", [0..<0, 0..<0]), ("((a)|b)+", "ab", [0..<2, 1..<2, 0..<1]),
    ] as [(String, String, [Range<Int>?]?)])
  func `the first match is the leftmost and most preferred`(
    pattern: String, text: String, captures: [Range<Int>?]?
  ) throws {
    guard let captures else {
      #expect(throws: PatternError.self) { try Pattern(pattern) }
      return
    }
    let match = try #require(try Pattern(pattern).firstMatch(in: text))
    #expect(match.captures == captures)
    #expect(match.range == captures[0])
  }

  @Test(
    arguments: [
      ("a+", "aabaa", [0..<2, 3..<5]), ("a*", "baac", [0..<0, 1..<3, 4..<4]),
      ("", "é", [0..<0, 2..<2]),
      ("\\b", "ab c", [0..<0, 2..<2, 3..<3, 4..<4]), ("^a", "aaa", [0..<1]), ("x", "", []),
      ("a(?:.*z)?", "aaa", [0..<1, 1..<2, 2..<3]), ("\\B", "é", [0..<0, 2..<2]),
    ] as [(String, String, [Range<Int>])])
  func `all matches do not overlap`(pattern: String, text: String, ranges: [Range<Int>]) throws {
    #expect(try Pattern(pattern).allMatches(in: text).map(\.range) == ranges)
  }

  @Test func `options set what the source's own flags may change`() throws {
    #expect(try Pattern("a.b", options: [.caseInsensitive, .dotMatchesNewline]).matches("A\nB"))
    #expect(try !Pattern("(?-i)a", options: .caseInsensitive).matches("A"))
    #expect(try Pattern("^b$", options: .multiline).matches("a\nb\nc"))
    #expect(try Pattern("a+", options: .swapGreed).firstMatch(in: "aa")?.range == 0..<1)
  }

  @Test func `groups have the names that the source gives them`() throws {
    let pattern = try Pattern("(?P<user>\\w+)@(\\w+)(?<tld>\\.\\w+)")
    #expect(pattern.captureNames == [nil, "user", nil, "tld"])
    let match = try #require(pattern.firstMatch(in: "to: ann@example.org"))
    #expect(match.captures == [4..<19, 4..<7, 8..<15, 15..<19])
  }

  @Test func `bytes that are not UTF-8 match nothing and hide nothing`() throws {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x61, 0x80, 0x62]
    let letter = try Pattern("a").matches(utf8: bytes.span)
    let across = try Pattern("a.b").matches(utf8: bytes.span)
    let others = try Pattern("[^x]").allMatches(utf8: bytes.span).map(\.range)
    let whole = try Pattern("(?s).*").matchesWhole(utf8: bytes.span)
    #expect(letter)
    #expect(!across)
    #expect(others == [2..<3, 4..<5])
    #expect(!whole)
  }

  @Test func `one pattern serves many tasks at once`() async throws {
    let pattern = try Pattern("([a-z]+)=([0-9]{1,3})")
    let text = String(repeating: "key=12 ", count: 200)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 { group.addTask { pattern.allMatches(in: text).count } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 200, count: 16))
  }

  @Test func `every detector of gitleaks compiles`() throws {
    guard let path = SharedFolder.path("conformance/gitleaks/gitleaks.toml") else { return }
    let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var compiled = 0
    for line in source.split(separator: "\n") where line.hasPrefix("regex = '''") {
      _ = try Pattern(String(line.dropFirst("regex = '''".count).dropLast(3)))
      compiled += 1
    }
    print("gitleaks: \(compiled) detectors compiled")
    #expect(compiled > 200)
  }
}
