import Synchronization
import TestSupport
import Testing

@testable import Telemetry

struct ReadingProgressTests {
  @Test func `every byte is told of, however the logs are cut`() async throws {
    let folder = try TemporaryFolder()
    let line = #"{"server_id":"s","tool_name":"t"}"# + "\n"
    let text = String(repeating: line, count: 40_000)
    let log = LogSource.file(try folder.write("a.jsonl", text))
    let parts = [0..<700_000, 700_000..<Int.max].map {
      LogSource(name: "a", content: log.content, range: $0)
    }
    #expect(log.byteCount == text.utf8.count)
    #expect(parts.map(\.byteCount) == [700_000, text.utf8.count - 700_000])
    let told = Mutex<[Int]>([])
    let progress = ReadingProgress(everyMilliseconds: 0) { count, _ in
      told.withLock { $0.append(count) }
    }
    _ = try LogReader(progress: progress).summarize(log)
    let counts = told.withLock(\.self)
    #expect(counts == counts.sorted())
    #expect(counts.last == text.utf8.count)
  }

  @Test func `nothing is told before the time is over`() {
    let progress = ReadingProgress(everyMilliseconds: 1_000_000) { _, _ in
      Issue.record("too early")
    }
    for _ in 0..<100 { progress.add(1) }
  }
}
