import SourceText

/// How fast JSON becomes a tree: documents like those that MCP servers answer, and hostile ones.
enum JSONBenchmark {
  static func run() {
    print("JSON: 400 answers to tools/list of about 15 KB each, compact")
    let documents = (1...400).map { seed in
      SourceFile(
        id: SourceID(index: 0), path: "tools.json",
        bytes: Array(ToolsListText.answer(seed: UInt64(seed)).utf8))
    }
    let bytes = documents.reduce(0) { $0 + $1.bytes.count }
    let seconds = Stopwatch.seconds(rounds: 30) {
      for document in documents {
        precondition(
          SyntaxShape.nodes(of: document, .json) != nil, "the generator's JSON is refused")
      }
    }
    print(SyntaxShape.line("whole trees with places", bytes, seconds))
    print("JSON: hostile shapes, and what twice the size costs")
    for shape in hostile { shape.report() }
  }

  private static let hostile: [SyntaxShape] = [
    shape("open brackets, over the limit") { String(repeating: "[", count: $0) },
    shape("arrays nested 500 deep") { size in
      let nested = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
      return "[" + String(repeating: nested + ",", count: size / 1_001) + "1]"
    },
    shape("objects nested 500 deep") { size in
      let nested =
        String(repeating: "{\"a\":", count: 500) + "1" + String(repeating: "}", count: 500)
      return "[" + String(repeating: nested + ",", count: size / 3_002) + "1]"
    },
    shape("one long key") { "{\"" + String(repeating: "k", count: $0) + "\":1}" },
    shape("one long string") { "\"" + String(repeating: "a", count: $0) + "\"" },
    shape("escapes only") { "\"" + String(repeating: "\\n", count: $0 / 2) + "\"" },
    shape("lone surrogates") { "\"" + String(repeating: "\\ud800", count: $0 / 6) + "\"" },
    shape("empty arrays") { "[" + String(repeating: "[],", count: $0 / 3) + "1]" },
    shape("spaces") { String(repeating: " \t", count: $0 / 2) + "1" },
    shape("different keys") { size in
      "{" + (0..<size / 12).map { "\"k\($0 + 10_000)\":1" }.joined(separator: ",") + "}"
    },
    shape("equal keys") { "{" + String(repeating: "\"key\":1,", count: $0 / 8) + "\"key\":1}" },
    shape("keys alike at first") { size in
      "{" + (0..<size / 24).map { "\"a_long_prefix\($0 + 10_000)\":1" }.joined(separator: ",") + "}"
    },
  ]

  /// A shape whose text at scale 1 is about a quarter of a mebibyte long: small enough that memory costs
  /// the same at twice the size.
  private static func shape(
    _ name: String, _ text: @escaping @Sendable (_ bytes: Int) -> String
  ) -> SyntaxShape {
    SyntaxShape(name: name, language: .json) { text($0 << 18) }
  }
}
