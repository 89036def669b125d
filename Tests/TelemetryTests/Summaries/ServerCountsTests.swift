import Testing

@testable import Telemetry

@Suite struct ServerCountsTests {
  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `the plainest facts are those of the summary`(seed: UInt64) throws {
    let log = GeneratedLog(seed: seed, count: 3000, minutes: 300)
    let source = LogSource(name: "log", content: .bytes(log.bytes))
    let cut = log.bytes.count / 3
    var counts = try ServerCounts(
      reading: LogSource(name: "log", content: .bytes(log.bytes), range: 0..<cut))
    counts.merge(
      try ServerCounts(
        reading: LogSource(name: "log", content: .bytes(log.bytes), range: cut..<Int.max)))
    let summary = try LogReader().summarize(source)
    #expect(counts.total.records == summary.recordCount)
    #expect(counts.malformed == summary.tallies.overview.malformed.matching)
    for (name, own) in counts.named {
      let number = try #require(summary.names.firstIndex(of: name))
      let tally = try #require(summary.tallies.servers[UInt32(number)])
      #expect(own.records == tally.records.total)
    }
    let fields = try FieldCounts(reading: source)
    #expect(fields.records == counts.total.records && fields.malformed == counts.malformed)
    #expect(fields[.serverID] >= counts.named.reduce(0) { $0 + $1.counts.records })
  }
}
