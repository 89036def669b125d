import Testing

@testable import Patterns

struct CaptureContentsTests {
  private func contents(_ pattern: String) throws -> CaptureContents {
    try CaptureContents(pattern, syntax: .pcre)
  }

  @Test func `a dot holds everything but a line feed`() throws {
    let contents = try contents("^/a/(.*)$")
    #expect(!contents.canHold("\n", in: 1))
    #expect(contents.canHold("\r", in: 1))
    #expect(contents.canHold(".", in: 1))
  }

  @Test(arguments: [
    ("([^/]+)", true), (#"(\w+)"#, false), (#"(\W*)"#, true), ("(a|b)", false),
    (#"([^\s]*)"#, false),
    ("((?s).*)", true), ("(?:x(y[^z]?))", true), (#"([[:graph:]]+)"#, false),
    ("(a{0}\n{0})", false),
  ]) func `a class holds a line feed unless it leaves it out`(pattern: String, holds: Bool) throws {
    #expect(try contents(pattern).canHold("\n", in: 1) == holds)
  }

  @Test func `groups are found by name and by number`() throws {
    let contents = try contents("^/(a)/(?<rest>.*)")
    #expect(contents.number(of: "rest") == 2)
    #expect(contents.number(of: "1") == 1)
    #expect(contents.number(of: "3") == nil)
    #expect(contents.number(of: "other") == nil)
    #expect(!contents.canHold("a", in: 7))
  }

  @Test func `the beginning of a group is told from its rest`() throws {
    let contents = try contents("^/a(/[^/]*)?(b?c)(d*)$")
    #expect(contents.onlyBegins(with: "/", in: 1))
    #expect(contents.canBegin(with: "b", in: 2) && contents.canBegin(with: "c", in: 2))
    #expect(!contents.onlyBegins(with: "b", in: 2))
    #expect(!contents.canBegin(with: "e", in: 3))
  }

  @Test func `what stands before a group is known where it is always the same`() throws {
    #expect(try contents("^/a/(.*)").isAlwaysPreceded(by: "/", group: 1))
    #expect(try !contents("^/a/?(.*)").isAlwaysPreceded(by: "/", group: 1))
    #expect(try contents("^/(?:a|b)/((.*))").isAlwaysPreceded(by: "/", group: 2))
    #expect(try !contents("(.*)").isAlwaysPreceded(by: "/", group: 1))
  }

  @Test func `a pattern that cannot be matched in linear time is refused`() {
    #expect(throws: PatternError.self) { try contents(#"(a)\1"#) }
  }
}
