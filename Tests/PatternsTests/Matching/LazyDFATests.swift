import Testing

@testable import Patterns

@Suite struct LazyDFATests {
  private static let hostile: [(String, letters: [String])] = [
    ("(a*)*b", ["a"]), ("(a|aa)+$", ["a"]), ("(.*)(.*)(.*)x", ["a"]), ("(x+x+)+y", ["x"]),
    ("(?:a?){50}a{50}b", ["a"]), ("[ab]*a[ab]{40}c", ["a", "b"]),
    ("(a|b|ab)*(ba|aab)*c", ["a", "b"]),
  ]

  @Test(arguments: hostile)
  func `twice the text takes twice the steps`(source: String, letters: [String]) throws {
    for goal: LazyDFA.Goal in [.anyMatch, .wholeText, .preferredMatch] {
      let once = try steps(source, goal, over: text(letters, ofLength: 5_000))
      let twice = try steps(source, goal, over: text(letters, ofLength: 10_000))
      #expect(once <= 5_001)
      #expect(twice <= 10_001)
    }
  }

  @Test(arguments: hostile)
  func `the simulation takes a bounded number of steps for each byte`(
    source: String, letters: [String]
  ) throws {
    let program = try program(source)
    var machine = PikeVM(program, slotCount: 0)
    let text = text(letters, ofLength: 2_000)
    _ = machine.match(
      in: text.utf8.span, range: 0..<text.utf8.count, isSearch: true, lookarounds: [])
    #expect(machine.steps <= (text.utf8.count + 1) * program.instructions.count)
  }

  @Test func `states are dropped when they hold too much, and the verdict stays`() throws {
    let pattern = "[ab]*a[ab]{300}c"
    var automaton = LazyDFA(try program(pattern), goal: .anyMatch)
    let misses = text(["a", "b"], ofLength: 6_000)
    let isMissFound = automaton.matches(misses.utf8.span, lookarounds: [], finder: nil)
    #expect(!isMissFound)
    #expect(automaton.generation > 0)
    let hit = misses + "a" + String(repeating: "b", count: 300) + "c"
    let isHitFound = automaton.matches(hit.utf8.span, lookarounds: [], finder: nil)
    #expect(isHitFound)
  }

  @Test func `a second run builds nothing`() throws {
    var automaton = LazyDFA(try program("(foo|bar)[0-9]+"), goal: .anyMatch)
    _ = automaton.matches("a foo b".utf8.span, lookarounds: [], finder: nil)
    let built = automaton.builtStates
    _ = automaton.matches("a foo b".utf8.span, lookarounds: [], finder: nil)
    #expect(automaton.builtStates == built)
  }

  private func steps(_ source: String, _ goal: LazyDFA.Goal, over text: String) throws -> Int {
    var automaton = LazyDFA(try program(source), goal: goal)
    if goal == .preferredMatch {
      var memo = OverscanMemo()
      _ = automaton.end(
        ofMatchIn: text.utf8.span, from: 0, lookarounds: [], finder: nil, memo: &memo)
    } else {
      _ = automaton.matches(text.utf8.span, lookarounds: [], finder: nil)
    }
    return automaton.steps
  }

  private func program(_ source: String) throws -> Program {
    var parser = Parser(source, syntax: .re2, options: [])
    return try Compiler.compile(try parser.parse(), direction: .forward)
  }

  private func text(_ letters: [String], ofLength length: Int) -> String {
    var generator = PatternGenerator(seed: 7)
    return (0..<length).map { _ in generator.pick(letters) }.joined()
  }
}
