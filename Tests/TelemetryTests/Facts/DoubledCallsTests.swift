import Estate
import SourceText
import Testing

@testable import Telemetry

/// Calls of which a gateway keeps a line, and the server a span.
@Suite struct DoubledCallsTests {
  /// The gateway's line about call `number` of session `s`.
  private func line(_ number: Int, status: Int = 200, trace: String? = nil) -> String {
    """
    {"timestamp":"2026-11-20T10:0\(number / 6):\(number % 6)0Z","server_id":"mail","tool_name":"send",\
    "agent_id":"a","input_hash":"h\(number)","session_id":"s","trace_id":"\(trace ?? self.trace(number))",\
    "status":\(status),"decision":"allow","duration_ms":20,"upstream_cluster":"mail"}
    """
  }

  /// The server's span of call `number`, which failed if `hasFailed`.
  private func span(_ number: Int, hasFailed: Bool = false) -> String {
    let start = 1_795_168_800 + 10 * number
    return """
      {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"mail"}}]},\
      "scopeSpans":[{"spans":[{"traceId":"\(trace(number))","kind":2,"startTimeUnixNano":"\(start)000000000",\
      "endTimeUnixNano":"\(start)015000000","status":{"code":\(hasFailed ? 2 : 1)},"attributes":[\
      \(attribute("gen_ai.tool.name", "send")),\(attribute("gen_ai.agent.id", "a")),\
      \(attribute("mcp.session.id", "s")),\(attribute("input_hash", "h\(number)"))]}]}]}]}
      """
  }

  private func attribute(_ key: String, _ value: String) -> String {
    #"{"key":"\#(key)","value":{"stringValue":"\#(value)"}}"#
  }

  private func trace(_ number: Int) -> String {
    "0af7651916cd43dd8448eb211c8" + String(10_000 + number)
  }

  private func traffic(_ lines: [String]) throws -> ServerTraffic {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let source = LogSource(name: "audit.jsonl", content: .bytes(bytes))
    var fleet = Fleet()
    fleet.servers = [Server(id: "mail")]
    var library = SourceLibrary()
    fleet.merge(try LogReader().summarize(source), sources: &library)
    return try #require(fleet.servers[0].traffic)
  }

  @Test func `a call that gateway and server record is one call`() throws {
    let traffic = try traffic((0..<30).flatMap { [line($0), span($0)] })
    #expect(traffic.sessions.largest.map(\.calls) == [30])
    #expect(traffic.traces.largest.allSatisfy { $0.calls == 1 })
    #expect(traffic.budgets.map(\.denominator) == [30, 30, 30, 30])
    #expect(traffic.policyDecided.matching == 30)
    #expect(traffic.policyDecided.total == 30)
    #expect(traffic.tools["send"]?.duplicates.matching == 0)
  }

  @Test func `a repetition that both record is one repetition`() throws {
    let traffic = try traffic([line(0), span(0), line(0), span(0)])
    #expect(traffic.tools["send"]?.duplicates.matching == 1)
  }

  @Test func `a failure that only the server sees breaks the budget`() throws {
    let traffic = try traffic((0..<30).flatMap { [line($0), span($0, hasFailed: $0 < 10)] })
    let success = try #require(traffic.budget(.successRate))
    #expect(success.numerator == 20)
    #expect(success.denominator == 30)
  }

  @Test func `a sample of spans does not stand for all calls`() throws {
    let traffic = try traffic((0..<30).map { line($0) } + [span(3, hasFailed: true)])
    #expect(traffic.budget(.successRate)?.denominator == 30)
    #expect(traffic.budget(.successRate)?.numerator == 30)
  }

  @Test func `records of different calls count together, whoever made them`() throws {
    let lines = (0..<15).map { number in
      line(number, trace: trace(100 + number)).replacing("\"s\"", with: "\"other\"")
    }
    let traffic = try traffic(lines + (15..<30).map { span($0) })
    #expect(traffic.sessions.largest.map(\.calls) == [15, 15])
    #expect(traffic.budget(.successRate)?.denominator == 30)
  }

  @Test func `a summary of two parts is that of the whole, and is read as it was written`() throws {
    let lines = (0..<30).flatMap { [line($0), span($0)] }
    func summary(_ lines: some Collection<String>, _ name: String) throws -> TelemetrySummary {
      let bytes = Array(lines.joined(separator: "\n").utf8)
      return try LogReader().summarize(LogSource(name: name, content: .bytes(bytes)))
    }
    let (first, second) = (try summary(lines[..<25], "a"), try summary(lines[25...], "b"))
    let merged = first.merging(second)
    #expect(merged == second.merging(first))
    #expect(try TelemetrySummary(decoding: merged.encoded) == merged)
  }
}
