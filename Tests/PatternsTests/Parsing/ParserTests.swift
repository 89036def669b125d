import Patterns
import Testing

@Suite struct ParserTests {
  /// A pattern that is refused, the start of the reason, and where it points.
  typealias Refusal = (String, String, offset: Int)

  @Test(
    arguments: [
      ("(", "missing ')'", 0), ("é(a", "missing ')'", 2), ("a)", "unexpected ')'", 1),
      ("[a", "missing ']'", 0), ("[]", "missing ']'", 0), ("[z-a]", "the range is out of order", 1),
      ("[a-\\d]", "a range cannot end in a class", 1),
      ("[[:foo:]]", "'foo' is not a POSIX class", 1),
      ("*", "'*' has nothing", 0), ("a|*", "'*' has nothing", 2), ("a**", "a repetition cannot", 2),
      ("a{2}{3}", "a repetition cannot", 4), ("{2}", "the count has nothing", 3),
      ("a{3,2}", "the repeat counts are out of order", 1), ("a{1001}", "a repeat count exceeds", 1),
      ("a++", "a repetition cannot", 2), ("\\", "expected a character after", 0),
      ("é\\y", "'\\y' is not an escape", 2), ("\\C", "'\\C' is not an escape", 0),
      ("\\1", "backreferences", 0), ("a\\8", "backreferences", 1), ("\\Z", "'\\Z' is not", 0),
      ("\\x1", "expected two hexadecimal", 0), ("\\x{110000}", "the code point exceeds", 0),
      ("\\p{Klingon}", "'Klingon' is not a known", 0), ("\\pX", "'X' is not a known", 0),
      ("\\p{Greek", "missing '}'", 0), ("(?=a)", "RE2 has no lookaround", 0),
      ("(?<!a)", "RE2 has no lookaround", 0), ("(?i", "missing ')'", 0),
      ("(?)", "expected a flag", 2),
      ("(?i-)", "expected a flag", 4), ("(?z)", "expected a flag", 2),
      ("(?P<>a)", "expected a group", 4),
      ("(?P<n>a)(?P<n>b)", "the group name 'n' is used twice", 8),
      ("(?P<n a)", "expected '>'", 5), ("(?P=n)", "backreferences", 0),
    ] as [Refusal])
  func `RE2 refuses`(pattern: String, reason: String, offset: Int) {
    expectRefusal(of: pattern, .re2, reason, offset)
  }

  @Test(
    arguments: [
      ("\\a", "'\\a' is not an escape", 0), ("^\\S(|(.|\\n)*\\S)\\Z", "'\\Z' is not an escape", 15),
      ("(a)\\1", "backreferences", 3), ("(?<a>x)\\k<a>", "backreferences", 7),
      ("^*", "an assertion cannot be repeated", 1),
      ("(?=a)*", "a lookaround cannot be repeated", 5),
      ("\\u12", "expected four hexadecimal", 0), ("\\c1", "expected a letter", 0),
      ("\\pL", "expected '{'", 2), ("\\p{Foo=Bar}", "'Foo=Bar' is not a known", 0),
      ("\\01", "octal is not supported", 0), ("(?P<n>a)", "expected a flag", 2),
      ("(?i)a", "expected a flag", 3), ("(?<1>a)", "expected a group name", 3),
    ] as [Refusal])
  func `ECMA-262 refuses`(pattern: String, reason: String, offset: Int) {
    expectRefusal(of: pattern, .ecma262, reason, offset)
  }

  @Test(
    arguments: [
      ("a*+b", "possessive repetition", 2), ("(?>a)", "atomic groups", 0),
      ("(?|a)", "branch reset", 0),
      ("(?(1)a)", "conditional groups", 0), ("(?R)", "backreferences and recursion", 0),
      ("(?1)", "recursion", 0), ("(*FAIL)", "backtracking verbs", 0), ("\\g1", "backreferences", 0),
      ("\\K", "'\\K' is not an escape", 0), ("(?#a", "missing ')'", 0),
    ] as [Refusal])
  func `PCRE refuses`(pattern: String, reason: String, offset: Int) {
    expectRefusal(of: pattern, .pcre, reason, offset)
  }

  @Test(arguments: [
    ("[]a]", "]"), ("[^]a]", "b"), ("[a-]", "-"), ("[a-b-c]", "-"), ("[[a]", "["), ("a{", "a{"),
    ("a{x}", "a{x}"), ("}", "}"), ("]", "]"), ("\\_\\-\\/", "_-/"), ("[\\]\\-]", "-"),
    ("\\07", "\u{7}"),
    ("[\\Qa]\\E]", "]"), ("\\Q(", "("), ("(?:)", ""), ("(?i)(?s)", ""), ("()|()", ""), ("a||b", ""),
    ("[[:^alpha:]a]", "a"), ("\\p{^Lu}", "a"), ("\\pL\\PL", "a1"), ("(?i-s:A)", "a"), ("^*a", "a"),
  ])
  func `RE2 reads`(pattern: String, text: String) throws {
    #expect(try Pattern(pattern).matchesWhole(text))
  }

  private func expectRefusal(
    of pattern: String, _ syntax: Pattern.Syntax, _ reason: String, _ offset: Int
  ) {
    do throws(PatternError) {
      _ = try Pattern(pattern, syntax: syntax)
      Issue.record("\(pattern) was accepted")
    } catch {
      #expect(error.message.hasPrefix(reason))
      #expect(error.offset == offset, "\(error.message)")
    }
  }
}
