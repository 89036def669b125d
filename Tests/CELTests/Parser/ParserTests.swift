import CEL
import Foundation
import TestSupport
import Testing

@Suite struct ParserTests {
  private let dynamic = Environment(checking: .dynamic)

  private struct Sample: Decodable {
    let expr: String
  }

  @Test func `expressions of the real world parse`() throws {
    guard let path = SharedFolder.path("corpus/cel-expressions/expressions.json") else { return }
    let data = try Data(contentsOf: URL(filePath: path))
    let samples = try JSONDecoder().decode([Sample].self, from: data)
    #expect(samples.count > 30)
    for sample in samples {
      #expect(throws: Never.self) { try Program(compiling: sample.expr, in: dynamic) }
    }
  }

  @Test(arguments: ["(", "[", "{1:", "!", "a.b(", "a ? ", "a ? b : ", "[1].all(i, "])
  func `hostile nesting is an error and not a crash`(opening: String) {
    let source = String(repeating: opening, count: 20_000)
    #expect(throws: CompileError.self) { try Program(compiling: source, in: dynamic) }
  }

  @Test(arguments: [" + 1", " && a", "[0]", ".a", " == 1", ".f()"])
  func `hostile chains are an error and not a crash`(link: String) {
    let source = "a" + String(repeating: link, count: 15_000)
    do {
      _ = try Program(compiling: source, in: dynamic)
    } catch {
      #expect(error.problems.first?.message.hasPrefix("expected at most") == true)
    }
  }

  @Test(arguments: [
    ("1 +", 3..<3), ("a b", 2..<3), ("'a", 0..<2), ("if", 0..<2), ("a.in", 2..<4), ("'\\q'", 1..<3),
    ("99999999999999999999", 0..<20), ("[1, 2", 5..<5), ("has(a)", 4..<5), ("[1].map(1, 2)", 8..<9),
  ])
  func `a syntax error has its place`(source: String, range: Range<Int>) {
    let error = #expect(throws: CompileError.self) {
      try Program(compiling: source, in: dynamic)
    }
    #expect(error?.problems.map(\.range) == [range])
  }
}
