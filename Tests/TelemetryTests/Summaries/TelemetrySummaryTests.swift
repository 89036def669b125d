import Estate
import SourceText
import TestSupport
import Testing

@testable import Telemetry

/// Facts of generated logs against the slow and obvious way to count, and the laws of merging.
@Suite struct TelemetrySummaryTests {
  private static let servers = ["mcp-server-a", "mcp-server-b-v1.3", "mcp-server-é", "s\"\\4"]

  private func facts(
    _ summary: TelemetrySummary
  ) -> (traffic: [String: ServerTraffic], overview: LogOverview, library: SourceLibrary) {
    var library = SourceLibrary()
    let excerpts = Excerpts(summary, into: &library)
    return (
      summary.traffic(excerpts, limits: .standard), summary.overview(excerpts), library
    )
  }

  private func source(_ log: GeneratedLog, _ name: String = "audit.jsonl") -> LogSource {
    LogSource(name: name, content: .bytes(log.bytes))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `counts equal those of the obvious way, and samples are the first matching lines`(
    seed: UInt64
  ) throws {
    let log = GeneratedLog(seed: seed, count: 1500, minutes: 2000)
    let (traffic, overview, library) = facts(try LogReader().summarize(source(log)))
    #expect(overview.records == log.records.count)
    #expect(overview.malformed.matching == log.malformedLines.count)
    #expect(overview.malformed.total == log.records.count + log.malformedLines.count)
    #expect(
      overview.malformedLines.map { library.location(of: $0.span).start.line }
        == Array(log.malformedLines.prefix(5)))
    for server in Self.servers {
      let reference = ReferenceTraffic(log, server: server)
      let facts = try #require(traffic[server])
      #expect(facts.calls == reference.records.count)
      expect(facts.rawInputs, reference.count(\.hasRawInput), library)
      expect(
        facts.genericIdentity, reference.count { [nil, "service"].contains($0[.agentID]) }, library)
      expect(
        facts.collapsedIdentity,
        reference.count { $0[.agentID] != nil && $0[.agentID] == $0[.userID] }, library)
      expect(
        facts.invalidTraces, reference.count { !ReferenceTraffic.isTraceValid($0) }, library)
      expect(facts.policyDecided, reference.count { $0[.decision] != nil }, library)
      expect(
        facts.blocked, reference.count { ReferenceTraffic.outcome($0) == .blocked }, library)
      expect(
        facts.failures, reference.count { ReferenceTraffic.outcome($0) == .failure }, library)
      expect(
        facts.unknownOutcomes, reference.count { ReferenceTraffic.outcome($0) == .unknown },
        library)
      expect(facts.incompleteChains, reference.count { !ReferenceTraffic.isComplete($0) }, library)
      for (field, _) in RecordCheck.auditFields where field != .timestamp && field != .latency {
        let count = try #require(facts.missingFields[field.name])
        expect(count, reference.count { $0[field] == nil }, library)
      }
      expect(
        try #require(facts.missingFields["timestamp"]), reference.count { $0.time == nil }, library)
      expect(
        try #require(facts.missingFields["latency_ms"]), reference.count { $0.latency == nil },
        library)
    }
  }

  @Test(arguments: 7...10 as ClosedRange<UInt64>)
  func `tools, agents, versions and repetitions equal those of the obvious way`(
    seed: UInt64
  ) throws {
    let log = GeneratedLog(seed: seed, count: 1500, minutes: 300)
    let (traffic, _, library) = facts(try LogReader().summarize(source(log)))
    for server in Self.servers {
      let reference = ReferenceTraffic(log, server: server)
      let facts = try #require(traffic[server])
      for (tool, count) in facts.tools {
        let isExecuted = { (record: GeneratedRecord) in
          record[.toolName] == tool && ReferenceTraffic.outcome(record) != .blocked
        }
        #expect(count.calls == reference.count { $0[.toolName] == tool }.matching)
        expect(
          count.withoutApproval, reference.count { isExecuted($0) && $0[.approvalID] == nil },
          library)
        expect(
          count.selfApproved,
          reference.count {
            isExecuted($0) && $0[.approverID] != nil
              && [$0[.userID], $0[.agentID]].contains($0[.approverID])
          }, library)
        #expect(count.duplicates.matching == reference.repetitions(of: tool))
      }
      for (agent, count) in facts.agents {
        expect(count, reference.count { $0[.agentID] == agent }, library)
        for (tool, count) in facts.grants[agent] ?? [:] {
          expect(
            count,
            reference.count {
              $0[.agentID] == agent && $0[.toolName] == tool
                && ReferenceTraffic.outcome($0) != .blocked
            }, library)
        }
      }
      for (version, count) in facts.versions {
        expect(count, reference.count { $0[.serverVersion] == version }, library)
      }
      #expect(facts.unlisted == 0)
    }
  }

  @Test(arguments: [(11, 2000), (12, 1439), (13, 1441), (14, 100)] as [(UInt64, Int)])
  func `budgets equal those of every window, minute by minute`(seed: UInt64, minutes: Int) throws {
    let log = GeneratedLog(seed: seed, count: 800, minutes: minutes)
    let (traffic, overview, _) = facts(try LogReader().summarize(source(log)))
    let first = try #require(overview.first).minute
    let span = first..<(try #require(overview.last)).minute + 1
    for server in Self.servers {
      let reference = ReferenceTraffic(log, server: server)
      let facts = try #require(traffic[server])
      for metric in BudgetReading.Metric.allCases {
        let length: Int64 = metric == .p95Latency ? 120 : 1440
        let reading = try #require(facts.budget(metric))
        guard let worst = reference.worst(of: metric, length: length, span: span) else {
          #expect(!reading.hasEnoughCalls)
          continue
        }
        #expect(reading.hasEnoughCalls)
        #expect(reading.coversWindow == (span.count >= length))
        if metric == .p95Latency {
          #expect(reading.worst >= worst.value && reading.worst <= worst.value * 1.01)
        } else {
          #expect(reading.worst == worst.value)
        }
        let ends = reading.breaches.flatMap { breach in
          Array(breach.start.minute...breach.end.minute)
        }
        #expect(ends == worst.breakingEnds, "\(metric) of \(server)")
      }
    }
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `parts of a log merge to the summary of the whole, however it is cut and in any order`(
    seed: UInt64
  ) throws {
    let log = GeneratedLog(seed: seed, count: 1200, minutes: 3000)
    let whole = try LogReader().summarize(source(log))
    var random = SeededGenerator(seed: seed)
    for pieces in [1, 2, 8, 57] {
      let cuts =
        [0, log.bytes.count]
        + (1..<pieces).map { _ in Int.random(in: 0...log.bytes.count, using: &random) }
      let edges = cuts.sorted()
      let parts = try zip(edges, edges.dropFirst()).map { start, end in
        try LogReader().summarize(
          LogSource(name: "audit.jsonl", content: .bytes(log.bytes), range: start..<end))
      }
      let merged = parts.shuffled(using: &random).reduce(into: TelemetrySummary()) { $0.merge($1) }
      #expect(merged == whole, "\(pieces) pieces")
      let (left, right) = (facts(merged), facts(whole))
      #expect(left.traffic == right.traffic)
      #expect(left.overview == right.overview)
      #expect(left.library.files.map(\.bytes) == right.library.files.map(\.bytes))
      #expect(left.library.files.map(\.firstLine) == right.library.files.map(\.firstLine))
    }
  }

  @Test func `merging is associative over summaries of several files`() throws {
    let parts = try (31...33).map { seed in
      try LogReader().summarize(
        source(GeneratedLog(seed: seed, count: 300, minutes: 400), "\(seed).jsonl"))
    }
    let left = parts[0].merging(parts[1]).merging(parts[2])
    let right = parts[0].merging(parts[2].merging(parts[1]))
    #expect(left == right)
    #expect(left.merging(TelemetrySummary()) == left)
    #expect(TelemetrySummary().merging(left) == left)
  }

  @Test(arguments: [3, 7, 20])
  func `merging what was collected early changes nothing`(names: Int) throws {
    let log = GeneratedLog(seed: 41, count: 500, minutes: 900)
    let bounds = Accumulator.Bounds(names: names, lines: 5)
    #expect(
      try LogReader(bounds: bounds).summarize(source(log))
        == LogReader().summarize(source(log)))
  }

  @Test func `sources read side by side give the summary of reading them in turn`() async throws {
    let logs = (51...53).map { seed in
      source(GeneratedLog(seed: seed, count: 300, minutes: 400), "\(seed).jsonl")
    }
    let missing = LogSource.file("/nowhere/audit.jsonl")
    let turn = await LogReader().summarize(logs, width: 1)
    let beside = await LogReader().summarize(logs.reversed() + [missing] + logs, width: 3)
    #expect(turn.summary == beside.summary)
    #expect(turn.failures.isEmpty)
    #expect(
      beside.failures
        == [LogReadError(name: "/nowhere/audit.jsonl", reason: "No such file or directory")])
  }

  // MARK: Expectations

  private func expect(
    _ count: Count, _ expected: (matching: Int, firstLine: Int?), _ library: SourceLibrary,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(count.matching == expected.matching, sourceLocation: sourceLocation)
    #expect(
      count.sample.map { library.location(of: $0).start.line } == expected.firstLine,
      sourceLocation: sourceLocation)
  }
}
