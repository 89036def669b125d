import Testing

@testable import Patterns

@Suite struct OverscanMemoTests {
  @Test(arguments: ["(?s)a(?:.*z)?", "a(?:a*b)?", "(?:a|a[^z]*z)"])
  func `reading on in vain after each match stays linear`(source: String) throws {
    let once = try steps(source, over: String(repeating: "a", count: 5_000))
    let twice = try steps(source, over: String(repeating: "a", count: 10_000))
    #expect(once < 5_000 * 100)
    #expect(twice < once * 5 / 2)
  }

  @Test func `a trail that led to a match is not futile`() {
    var memo = OverscanMemo()
    let toMatch = memo.note(64, in: 1, generation: 0)
    memo.forgetTrail()
    let toNothing = memo.note(128, in: 1, generation: 0)
    memo.closeTrail()
    let again = [
      memo.note(64, in: 1, generation: 0), memo.note(128, in: 1, generation: 0),
      memo.note(128, in: 2, generation: 0),
    ]
    #expect(toMatch && toNothing)
    #expect(again == [true, false, true])
  }

  @Test func `a new generation forgets`() {
    var memo = OverscanMemo()
    _ = memo.note(64, in: 1, generation: 0)
    memo.closeTrail()
    let isNew = memo.note(64, in: 1, generation: 1)
    #expect(isNew)
  }

  /// The steps of searching again after every match.
  private func steps(_ source: String, over text: String) throws -> Int {
    var parser = Parser(source, syntax: .re2, options: [])
    let program = try Compiler.compile(try parser.parse(), direction: .forward)
    var automaton = LazyDFA(program, goal: .preferredMatch)
    var memo = OverscanMemo()
    var position = 0
    while let end = automaton.end(
      ofMatchIn: text.utf8.span, from: position, lookarounds: [], finder: nil, memo: &memo)
    {
      #expect(end > position)
      position = end
    }
    return automaton.steps
  }
}
