import Estate
import SourceText
import Telemetry
import Testing

@testable import mcpready

@Suite struct LogOverviewBoundsTests {
  private static let logs = ["a.jsonl", "b.jsonl"].map { name in
    LogSource(name: name, content: .bytes(Array("{\"server_id\":\"s\"}\n".utf8)))
  }

  @Test func `a log that holds too much to be looked at whole is noted once, at the first log`()
    async
  {
    let (summary, _) = await LogReader().summarize(Self.logs)
    var library = SourceLibrary()
    let coverage = summary.coverage(into: &library)
    var overview = LogOverview()
    #expect(overview.boundsNote(on: coverage, in: &library).isEmpty)
    overview.reachedBounds = ["one in 4 sessions was looked at", "one in 8 traces was looked at"]
    let notes = overview.boundsNote(on: coverage, in: &library)
    #expect(
      notes.map(\.message) == [
        "the log holds more than is looked at whole: one in 4 sessions was looked at;"
          + " one in 8 traces was looked at"
      ])
    #expect(notes.allSatisfy { $0.severity == .note })
    #expect(overview.boundsNote(on: [], in: &library).isEmpty)
  }
}
