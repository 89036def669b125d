import Testing

@testable import Patterns

@Suite struct EngineTests {
  @Test(arguments: 1...12)
  func `the automaton agrees with the simulation`(seed: Int) throws {
    var generator = PatternGenerator(seed: UInt64(seed))
    for round in 0..<60 {
      let source = generator.pattern(lookarounds: round % 3 == 0)
      guard let twins = try engines(source, syntax: round % 3 == 0 ? .pcre : .re2) else { continue }
      for _ in 0..<4 {
        let text = generator.text()
        let expected = twins.search.simulate(text)
        let match = twins.engine.firstMatch(in: text.utf8.span)
        #expect(match == expected, "\(source) on \(text.debugDescription)")
        let isFound = twins.engine.matches(text.utf8.span)
        #expect(isFound == (expected != nil), "\(source) on \(text.debugDescription)")
        let whole = twins.whole.simulate(text)
        let isWhole = twins.engine.matchesWhole(text.utf8.span)
        #expect(isWhole == (whole != nil), "\(source) on \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: 1...8)
  func `all matches are the first match again and again`(seed: Int) throws {
    var generator = PatternGenerator(seed: UInt64(seed) + 1000)
    for _ in 0..<60 {
      guard let twins = try engines(generator.pattern(lookarounds: false), syntax: .re2) else {
        continue
      }
      let text = generator.text() + generator.text() + generator.text()
      var position = 0
      for match in twins.engine.allMatches(in: text.utf8.span) {
        #expect(match.range.lowerBound >= position)
        let expected = twins.search.simulate(text, from: position)
        #expect(match.range == expected?.range || expected?.range.isEmpty == true)
        position = match.range.upperBound
      }
    }
  }

  /// The engine of a pattern, and the simulation of its program beside it.
  private struct Twins {
    let engine: Engine
    let search: Simulation
    let whole: Simulation
  }

  private struct Simulation {
    let program: Program
    let slotCount: Int

    func simulate(_ text: String, from start: Int = 0) -> Pattern.Match? {
      let bytes = text.utf8.span
      var machine = PikeVM(program, slotCount: slotCount)
      let slots = machine.match(
        in: bytes, range: start..<bytes.count, isSearch: true,
        lookarounds: LookaroundTable(for: program).results(over: bytes))
      return slots.map { Pattern.Match(range: $0[0]..<$0[1], slots: $0) }
    }
  }

  /// `nil` where the generator asked for more lookarounds than are allowed.
  private func engines(_ source: String, syntax: Pattern.Syntax) throws -> Twins? {
    var parser = Parser(source, syntax: syntax, options: [])
    do throws(PatternError) {
      let node = try parser.parse()
      let captures = parser.captureNames.count
      let whole = Node.concatenation([.assertion(.startOfText), node, .assertion(.endOfText)])
      return Twins(
        engine: try Engine(node, captureCount: captures),
        search: Simulation(
          program: try Compiler.compile(.capture(0, node), direction: .forward),
          slotCount: captures * 2),
        whole: Simulation(
          program: try Compiler.compile(.capture(0, whole), direction: .forward),
          slotCount: captures * 2))
    } catch {
      #expect(error.message == "too many lookarounds", "\(source)")
      return nil
    }
  }
}
