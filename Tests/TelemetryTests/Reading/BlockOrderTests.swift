import TestSupport
import Testing

@testable import Telemetry

/// Blocks are read by several tasks, and counted as if one had read them.
@Suite struct BlockOrderTests {
  private static let reader = LogReader(
    bounds: Accumulator.Bounds(names: 50, lines: 200), holdsSecret: { $0.contains("secret") })

  private func log(_ name: String, _ bytes: [UInt8], _ form: LogSource.Form = .lines) -> LogSource {
    LogSource(name: name, content: .bytes(bytes), form: form)
  }

  /// Logs of several blocks: usual records, many short lines, and lines longer than a block.
  private func logs() -> [LogSource] {
    let usual = GeneratedLog(seed: 71, count: 3000, minutes: 4000).bytes
    let short = Array(String(repeating: "{}\n\nx\n{\"tool_name\":\"t\"}\n", count: 20_000).utf8)
    let word = String(repeating: "a", count: 2 * BlockReader.blockLength)
    let long = (0..<3).map { #"{"server_id":"s\#($0)","tool_name":"t","note":"\#(word)"}"# }
    return [
      log("a.jsonl", usual), log("b.jsonl", short),
      log("c.jsonl", Array(long.joined(separator: "\r\n").utf8)),
      log("d.json", Array("[{\"server_id\":\"s\"},1]".utf8), .document),
    ]
  }

  @Test func `any number of tasks gives the summary of one, and of each log by itself`()
    async throws
  {
    let logs = logs()
    let whole = await Self.reader.summarize(logs, width: 1)
    #expect(whole.failures.isEmpty && whole.summary.recordCount > 40_000)
    for width in [2, 3, 8] {
      let other = await Self.reader.summarize(logs.reversed(), width: width)
      #expect(other.summary == whole.summary && other.summary.encoded == whole.summary.encoded)
    }
    let single = try logs.map {
      try LogReader(holdsSecret: { $0.contains("secret") }).summarize($0)
    }
    let merged = single.reversed().reduce(into: TelemetrySummary()) { $0.merge($1) }
    #expect(merged.encoded == whole.summary.encoded)
  }

  @Test func `a log that cannot be read leaves the others whole`() async throws {
    let folder = try TemporaryFolder()
    let text = String(
      decoding: GeneratedLog(seed: 72, count: 200, minutes: 100).bytes, as: UTF8.self)
    let good = LogSource.file(try folder.write("good.jsonl", text))
    let missing = LogSource.file(folder.path + "/missing.jsonl")
    let (summary, failures) = await LogReader().summarize(
      [missing, good, .file(folder.path)], width: 2)
    #expect(failures.map(\.name).sorted() == [folder.path, missing.name].sorted())
    #expect(try summary == LogReader().summarize(good))
  }
}
