import CEL
import Testing

@Suite struct CostMeterTests {
  private func evaluate(_ source: String, limit: Int) throws -> Value {
    try Program(compiling: source, in: Environment()).evaluate(costLimit: limit)
  }

  @Test(arguments: [
    "lists.range(1000000).all(i, true)",
    "[1, 2, 3, 4, 5, 6, 7, 8, 9].all(a, [1, 2, 3, 4, 5, 6, 7, 8, 9].all(b, a * b > 0)) || true",
    "cel.bind(a, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', cel.bind(b, a.replace('', a), b.replace('', b)))",
    "lists.range(20).map(i, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').join().size() > 0",
  ])
  func `an evaluation beyond its limit stops, and nothing absorbs that`(source: String) {
    #expect(throws: EvaluationError.costLimitExceeded) { try evaluate(source, limit: 60) }
  }

  @Test func `an evaluation within its limit has a value`() throws {
    #expect(try evaluate("[1, 2, 3].all(i, i > 0)", limit: 60) == true)
  }
}
