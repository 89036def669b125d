import SourceText
import Syntax

/// How fast JSON becomes a tree: documents like those that MCP servers answer, and hostile ones.
enum JSONBenchmark {
  static func run() {
    let documents = (0..<400).map { seed in toolsList(seed: UInt64(seed) + 1) }
    let size = documents.reduce(0) { $0 + $1.count }
    let plain = documents.map { SourceFile(id: SourceID(index: 0), path: "tools.json", bytes: $0) }
    report("tools/list, 15 KB, compact", bytes: size) { plain.reduce(0) { $0 + nodes(of: $1) } }

    print("hostile shapes: milliseconds at 1x, 2x, 4x the size; linear is 1 : 2 : 4")
    hostile("open brackets") { Array(repeating: UInt8(ascii: "["), count: $0) }
    hostile("one long string") { text("\"" + String(repeating: "a", count: $0) + "\"") }
    hostile("escapes only") { text("\"" + String(repeating: "\\n", count: $0 / 2) + "\"") }
    hostile("lone surrogates") { text("\"" + String(repeating: "\\ud800", count: $0 / 6) + "\"") }
    hostile("empty arrays") { text("[" + String(repeating: "[],", count: $0 / 3) + "1]") }
    hostile("spaces") { text(String(repeating: " \t", count: $0 / 2) + "1") }
    hostile("different keys") { size in
      text("{" + (0..<size / 12).map { "\"k\($0 + 10_000)\":1" }.joined(separator: ",") + "}")
    }
    hostile("equal keys") { size in
      text("{" + String(repeating: "\"key\":1,", count: size / 8) + "\"key\":1}")
    }
    hostile("keys alike at first") { size in
      text(
        "{" + (0..<size / 24).map { "\"a_long_prefix\($0 + 10_000)\":1" }.joined(separator: ",")
          + "}")
    }
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The size of the tree of `source`, or 0 where it is refused.
  private static func nodes(of source: SourceFile) -> Int {
    do throws(SyntaxError) {
      return try JSONParser.parse(source).nodeCount
    } catch {
      return 0
    }
  }

  private static func report(_ name: String, bytes: Int, _ work: () -> Int) {
    var best = Double.infinity
    var checksum = 0
    for _ in 0..<30 {
      let time = milliseconds { checksum = work() }
      best = min(best, time)
    }
    print("\(name): \(Int(Double(bytes) / best / 1000)) MB/s, \(checksum) nodes")
  }

  private static func hostile(_ name: String, _ make: (Int) -> [UInt8]) {
    let times = [1, 2, 4].map { factor in
      let source = SourceFile(
        id: SourceID(index: 0), path: "hostile.json", bytes: make(factor << 20))
      return (0..<5).map { _ in milliseconds { _ = nodes(of: source) } }.min() ?? 0
    }
    let shown = times.map { "\((($0 * 100).rounded()) / 100)" }.joined(separator: " : ")
    print("  \(name): \(shown)")
  }

  private static func milliseconds(_ work: () -> Void) -> Double {
    let time = ContinuousClock().measure(work)
    return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
  }
}

extension JSONBenchmark {
  /// An answer to `tools/list` of about 15 KB: some thirty tools with their input schemas.
  private static func toolsList(seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(state: seed)
    let verbs = ["query", "get", "list", "create", "update", "delete", "search", "send"]
    let nouns = ["transactions", "accounts", "tickets", "employees", "files", "invoices"]
    let words =
      "the tool returns every matching record for a caller with pagination limit and cursor; it never writes"
      .split(separator: " ").map(String.init)
    let types = ["string", "integer", "number", "boolean", "array"]
    func pick(_ items: [String]) -> String {
      items[Int.random(in: 0..<items.count, using: &random)]
    }
    func isLucky(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }
    func sentence() -> String {
      (0..<Int.random(in: 10...21, using: &random)).map { _ in pick(words) }.joined(separator: " ")
    }
    func parameter(_ index: Int) -> String {
      let type = pick(types)
      var text = "\"\(pick(nouns))_\(index)\":{\"type\":\"\(type)\""
      if type == "array" { text += ",\"items\":{\"type\":\"string\"}" }
      if type == "integer" {
        text += ",\"minimum\":0,\"maximum\":\(Int.random(in: 0..<100_000, using: &random))"
      }
      if type == "string", isLucky(3) { text += ",\"enum\":[\"a\",\"b\",\"c\"]" }
      return text + "}"
    }
    let tools = (0..<Int.random(in: 24...36, using: &random)).map { index in
      let name = "\(pick(verbs))_\(pick(nouns))_\(index)"
      let note = isLucky(20) ? #". See \"runbook\" \u2014 https:\/\/wiki\/x"# : ""
      let parameters = (0...Int.random(in: 0...3, using: &random)).map(parameter)
      return #"{"name":"\#(name)","title":"\#(name)","description":"\#(sentence())\#(note)","#
        + #""inputSchema":{"type":"object","properties":{\#(parameters.joined(separator: ","))},"#
        + #""required":["\#(pick(nouns))_0"],"additionalProperties":false},"#
        + #""annotations":{"readOnlyHint":\#(isLucky(2)),"destructiveHint":\#(isLucky(4))}}"#
    }
    return Array(
      #"{"jsonrpc":"2.0","id":1,"result":{"tools":[\#(tools.joined(separator: ","))]}}"#.utf8)
  }
}

/// SplitMix64: the same documents in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
