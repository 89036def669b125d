import Estate
import SourceText
import Testing

@testable import Telemetry

/// Facts about calls that belong together, against the slow and obvious way to find them.
@Suite struct GroupedFactsTests {
  private static let servers = ["mcp-server-a", "mcp-server-b-v1.3", "mcp-server-é", "s\"\\4"]

  private func facts(
    _ log: GeneratedLog
  ) throws -> (traffic: [String: ServerTraffic], library: SourceLibrary) {
    let source = LogSource(name: "audit.jsonl", content: .bytes(log.bytes))
    let summary = try LogReader().summarize(source)
    var library = SourceLibrary()
    let excerpts = Excerpts(summary, into: &library)
    return (summary.traffic(excerpts, limits: .standard), library)
  }

  @Test(arguments: 81...84 as ClosedRange<UInt64>)
  func `sessions and traces are those of sorting all calls into boxes`(seed: UInt64) throws {
    let log = GeneratedLog(seed: seed, count: 900, minutes: 500)
    let (traffic, library) = try facts(log)
    for server in Self.servers {
      let facts = try #require(traffic[server])
      let records = ReferenceTraffic(log, server: server).records
      expect(facts.sessions, Dictionary(grouping: records) { $0.record[.sessionID] }, library)
      expect(
        facts.traces, Dictionary(grouping: records) { ReferenceTraffic.traceID($0.record) }, library
      )
    }
  }

  private func expect(
    _ groups: GroupedCalls, _ boxes: [String?: [(line: Int, record: GeneratedRecord)]],
    _ library: SourceLibrary
  ) {
    let boxes = boxes.filter { $0.key != nil }.values
    #expect(groups.sampling == 1)
    #expect(groups.groups == boxes.count)
    #expect(
      groups.incomplete.matching
        == boxes.count { box in box.contains { !ReferenceTraffic.isComplete($0.record) } })
    #expect(
      groups.largest.map(\.calls)
        == Array(boxes.map(\.count).sorted(by: >).prefix(GroupedCalls.listLimit)))
    for group in groups.largest {
      let line = group.sample.map { library.location(of: $0).start.line }
      let box = boxes.first { $0.first?.line == line } ?? []
      #expect(group.calls == box.count)
      #expect(
        group.failures
          == box.count { [.failure, .blocked].contains(ReferenceTraffic.outcome($0.record)) })
      #expect(group.first == box.compactMap(\.record.time).min())
      #expect(group.last == box.compactMap(\.record.time).max())
    }
  }

  @Test(arguments: [(91, 40), (92, 90), (93, 15)] as [(UInt64, Int)])
  func `storms are runs of equal calls that fail within a minute of each other`(
    seed: UInt64, minutes: Int
  ) throws {
    let log = GeneratedLog(seed: seed, count: 1200, minutes: minutes)
    let (traffic, _) = try facts(log)
    for server in Self.servers {
      var times: [String: [Int64]] = [:]
      for (_, record) in ReferenceTraffic(log, server: server).records {
        guard [.failure, .blocked].contains(ReferenceTraffic.outcome(record)),
          let tool = record[.toolName], let hash = record[.inputHash], let time = record.time
        else { continue }
        let call = "\(record[.sessionID] ?? "") \(record[.agentID] ?? "") \(tool) \(hash)"
        times[call, default: []].append(time.milliseconds)
      }
      var runs: [Int] = []
      for times in times.values {
        var run: [Int64] = []
        for time in times.sorted() {
          if let last = run.last, time - last > 60_000 {
            runs.append(run.count)
            run = []
          }
          run.append(time)
        }
        runs.append(run.count)
      }
      let storms = runs.filter { $0 >= RetryTraffic.stormLength }
      let retries = try #require(traffic[server]).retries
      #expect(retries.storms.total == runs.reduce(0, +))
      #expect(retries.longest == runs.max() ?? 0)
      #expect(retries.stormCount == storms.count)
      #expect(retries.storms.matching == storms.reduce(0, +))
      #expect((retries.storms.sample != nil) == !storms.isEmpty)
    }
  }

  @Test func `six failures in a row are a storm, five or a pause are none`() throws {
    func log(_ seconds: [Int]) throws -> RetryTraffic {
      let lines = seconds.map { second in
        let time = Timestamp(milliseconds: Int64(second) * 1000)
        return #"{"timestamp":"\#(time)","server_id":"s","tool_name":"t","input_hash":"h","#
          + #""output_status":"error","idempotency_key":"k"}"#
      }
      let bytes = Array(lines.joined(separator: "\n").utf8)
      let summary = try LogReader().summarize(LogSource(name: "x", content: .bytes(bytes)))
      var library = SourceLibrary()
      let excerpts = Excerpts(summary, into: &library)
      return try #require(summary.traffic(excerpts, limits: .standard)["s"]).retries
    }
    #expect(try log([0, 60, 120, 180, 240, 300]).stormCount == 1)
    #expect(try log([0, 60, 120, 180, 240]).stormCount == 0)
    #expect(try log([0, 60, 120, 181, 240, 300]).stormCount == 0)
    #expect(try log([300, 59, 0, 240, 180, 120]).longest == 4)
  }

  @Test(arguments: 95...96 as ClosedRange<UInt64>)
  func `clients of agents and sizes of results are those of a plain count`(seed: UInt64) throws {
    let log = GeneratedLog(seed: seed, count: 700, minutes: 500)
    let (traffic, library) = try facts(log)
    var clients: [String: [String: Int]] = [:]
    var environments: [String: Set<String>] = [:]
    for (_, record) in log.records {
      guard let agent = record[.agentID] else { continue }
      if let client = record[.clientID] { clients[agent, default: [:]][client, default: 0] += 1 }
      if record[.serverID] != nil, let environment = record[.environment] {
        environments[agent, default: []].insert(environment)
      }
    }
    for server in Self.servers {
      let facts = try #require(traffic[server])
      for agent in facts.agents.keys {
        let kept = (clients[agent] ?? [:]).sorted { hash($0.key) < hash($1.key) }
          .prefix(AgentClients.clientLimit)
        let expected = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
        let isExpected = kept.count > max(1, environments[agent]?.count ?? 0)
        #expect(
          facts.clientsOfAgents[agent]?.mapValues(\.matching) == (isExpected ? expected : nil))
      }
      let records = ReferenceTraffic(log, server: server).records
      for (tool, toolFacts) in facts.tools {
        let sizes = records.filter { $0.record[.toolName] == tool && $0.record.outputBytes != nil }
        let largest = sizes.map { $0.record.outputBytes ?? 0 }.max()
        #expect(toolFacts.largestOutput?.value == largest)
        let line = sizes.first { $0.record.outputBytes == largest }?.line
        #expect(toolFacts.largestOutput.map { library.location(of: $0.span).start.line } == line)
      }
    }
  }

  private func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return ByteHash.hash(bytes.span.bytes, from: 0, to: bytes.count, seed: ByteHash.fixedSeed)
  }

  @Test func `an agent of one client is not shared`() throws {
    let bytes = Array(
      """
      {"server_id":"s","agent_id":"a","client_id":"c1","tool_name":"t"}
      {"server_id":"s","agent_id":"b","client_id":"c1","tool_name":"t"}
      {"server_id":"other","agent_id":"b","client_id":"c2","tool_name":"t"}
      """.utf8)
    let summary = try LogReader().summarize(LogSource(name: "x", content: .bytes(bytes)))
    var library = SourceLibrary()
    let excerpts = Excerpts(summary, into: &library)
    let facts = try #require(summary.traffic(excerpts, limits: .standard)["s"])
    #expect(facts.clientsOfAgents.mapValues { $0.keys.sorted() } == ["b": ["c1", "c2"]])
  }
}
