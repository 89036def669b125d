import Estate
import SourceText
import Testing

@testable import Telemetry

@Suite struct BatchReaderTests {
  private func fleet(
    _ text: String, form: LogSource.Form = .lines, registered: [String] = []
  ) throws -> (fleet: Fleet, library: SourceLibrary) {
    var library = SourceLibrary()
    var fleet = Fleet()
    let manifest = library.add(path: "manifest.yaml", bytes: Array("server_id: x".utf8))
    fleet.servers = registered.map { id in
      var server = Server(id: id)
      server.sources.append(SourceMention(.manifest, at: manifest.span))
      return server
    }
    let source = LogSource(name: "otlp.json", content: .bytes(Array(text.utf8)), form: form)
    fleet.merge(try LogReader().summarize(source), sources: &library)
    return (fleet, library)
  }

  /// A span of kind `kind` with `attributes` as JSON.
  private func span(
    _ attributes: String, kind: String = "2", status: String = "{}", latency: Int = 250_000_000
  ) -> String {
    #"{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7","kind":\#(kind),"#
      + #""name":"tools/call","startTimeUnixNano":"1762164000000000000","#
      + #""endTimeUnixNano":"\#(1_762_164_000_000_000_000 + latency)","status":\#(status),"#
      + #""attributes":[\#(attributes)]}"#
  }

  private func attribute(_ key: String, _ value: String) -> String {
    #"{"key":"\#(key)","value":{"stringValue":"\#(value)"}}"#
  }

  private var call: String {
    [
      attribute("mcp.method.name", "tools/call"), attribute("gen_ai.tool.name", "query"),
      attribute("mcp.session.id", "s-1"), attribute("gen_ai.agent.name", "agent-billing"),
    ].joined(separator: ",")
  }

  private func batch(_ spans: [String]) -> String {
    let service = attribute("service.name", "ledger") + "," + attribute("service.version", "1.3")
    return #"{"resourceSpans":[{"scopeSpans":[{"scope":{"name":"x"},"spans":["#
      + spans.joined(separator: ", ") + #"]}],"resource":{"attributes":[\#(service),"#
      + attribute("deployment.environment.name", "prod") + "]}}]}"
  }

  @Test func `a server span is a call with agent, tool, time, latency, outcome and trace`() throws {
    let failed = span(
      call + "," + attribute("error.type", "tool_error"), status: #"{"code":2,"message":"no"}"#,
      latency: 3_500_000_001)
    let (fleet, library) = try fleet(batch([span(call), failed]))
    let traffic = try #require(fleet.server("ledger")?.traffic)
    #expect(traffic.calls == 2)
    #expect(traffic.agents.mapValues(\.matching) == ["agent-billing": 2])
    #expect(traffic.tools.mapValues(\.calls) == ["query": 2])
    #expect(traffic.versions.mapValues(\.matching) == ["1.3": 2])
    #expect(traffic.environments.mapValues(\.matching) == ["prod": 2])
    #expect(traffic.failures.matching == 1 && traffic.failures.total == 2)
    #expect(traffic.first == Timestamp("2025-11-03T10:00:00Z"))
    #expect(traffic.invalidTraces.matching == 0)
    #expect(traffic.budget(.p95Latency)?.worst == 3510)
    for field in ["timestamp", "agent_id", "tool_name", "latency_ms", "session_id", "trace_id"] {
      #expect(traffic.missingFields[field]?.matching == 0, "\(field)")
    }
    #expect(traffic.missingFields["output_status"]?.matching == 0)
    #expect(traffic.missingFields["input_hash"]?.matching == 2)
    // What the resource says is shown by the whole span, what the span says by its value.
    let mention = try #require(fleet.server("ledger")?.mention(in: .log))
    #expect(library.text(of: mention) == span(call))
    let sample = try #require(traffic.tools["query"]?.sample)
    #expect(library.text(of: sample) == #""query""#)
  }

  @Test func `places are those in the file, whichever record of a line is meant`() throws {
    let first = batch([span(attribute("mcp.method.name", "tools/list"))])
    let second = batch([span(call), span(call.replacing("query", with: "pay"))])
    let text = first + "\n\n" + second + "\n"
    let (fleet, library) = try fleet(text)
    let sample = try #require(fleet.server("ledger")?.traffic?.tools["pay"]?.sample)
    let location = library.location(of: sample)
    #expect(location.start.line == 3)
    let line = Array(text.split(separator: "\n", omittingEmptySubsequences: false)[2])
    let column = location.start.column - 1
    #expect(String(line[column..<column + 5]) == #""pay""#)
  }

  @Test func `a document over many lines gives the records that one line gives`() throws {
    let line = batch([span(call), span(call, status: #"{"code":"STATUS_CODE_ERROR"}"#)])
    let spread = line.replacing(",\"", with: ",\n  \"").replacing("{\"", with: "{\n\"")
    let (fleet, library) = try fleet(spread, form: .document)
    let expected = try self.fleet(line).fleet
    let traffic = try #require(fleet.server("ledger")?.traffic)
    let plain = try #require(expected.server("ledger")?.traffic)
    #expect(traffic.failures.matching == 1 && traffic.failures.total == 2)
    #expect(
      traffic.missingFields.mapValues(\.matching) == plain.missingFields.mapValues(\.matching))
    let sample = try #require(traffic.tools["query"]?.sample)
    let location = library.location(of: sample)
    let lines = spread.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[location.start.line - 1].dropFirst(location.start.column - 1).hasPrefix(#""query""#))
  }

  @Test func `spans about other things are no records, and a client's span names no server`() throws
  {
    let other = span(attribute("http.request.method", "POST"))
    let chat = span(attribute("gen_ai.operation.name", "chat"), kind: "3")
    let client = span(call, kind: #""SPAN_KIND_CLIENT""#)
    let (fleet, _) = try fleet(batch([other, chat, client]))
    #expect(fleet.log.unrelated == 2)
    #expect(fleet.log.records == 1)
    #expect(fleet.log.withoutServer.matching == 1)
    #expect(fleet.servers.isEmpty)
  }

  @Test func `values may be numbers, truths and lists, and the record's own word wins`() throws {
    let attributes = [
      call, #"{"key":"latency_ms","value":{"intValue":"42"}}"#,
      #"{"key":"fallback","value":{"boolValue":true}}"#,
      #"{"key":"gen_ai.tool.call.arguments","value":{"kvlistValue":{"values":[]}}}"#,
      attribute("deployment.environment.name", "staging"),
      #"{"key":"user","value":{"kvlistValue":{"values":[\#(attribute("id", "ana"))]}}}"#,
      #"{"key":"tenant_id","value":{}}"#,
    ]
    let (fleet, _) = try fleet(batch([span(attributes.joined(separator: ","))]))
    let traffic = try #require(fleet.server("ledger")?.traffic)
    #expect(traffic.budget(.p95Latency)?.worst == 42)
    #expect(traffic.fallbacks.matching == 1)
    #expect(traffic.rawInputs.matching == 1)
    #expect(traffic.environments.mapValues(\.matching) == ["staging": 1])
    #expect(traffic.missingFields["user_id"]?.matching == 0)
    #expect(traffic.missingContext["tenant_id"]?.matching == 1)
  }

  @Test func `log records hold fields in attributes and in the body`() throws {
    let body =
      #"{"kvlistValue":{"values":[\#(attribute("tool_name", "query")),\#(attribute("output_status", "error"))]}}"#
    let record =
      #"{"timeUnixNano":"0","observedTimeUnixNano":"1762164000123000000","body":\#(body),"#
      + #""attributes":[\#(attribute("server_id", "crm")),\#(attribute("agent_id", "a1"))]}"#
    let bare =
      #"{"timeUnixNano":"1762164000000000000","attributes":[\#(attribute("tool_name", "query"))]}"#
    let text =
      #"{"resourceLogs":[{"resource":{"attributes":[\#(attribute("service.name", "gateway"))]},"#
      + #""scopeLogs":[{"logRecords":[\#(record),\#(bare)]}]}]}"#
    let (fleet, _) = try fleet(text)
    // The gateway that wrote the second record is no server because it wrote it.
    #expect(fleet.servers.map(\.id) == ["crm"])
    #expect(fleet.server("crm")?.traffic?.failures.matching == 1)
    #expect(fleet.server("crm")?.traffic?.first == Timestamp("2025-11-03T10:00:00.123Z"))
    #expect(fleet.unlinked.map(\.subject) == ["1 records of upstream gateway"])
    let (known, _) = try self.fleet(text, registered: ["gateway"])
    #expect(known.server("gateway")?.traffic?.calls == 1)
  }

  @Test func `a damaged batch is one damaged line, and an empty one no record`() throws {
    let (fleet, _) = try fleet(
      #"{"resourceSpans":[{"scopeSpans":[}]}"# + "\n" + #"{"resourceSpans":[]}"# + "\n"
        + #"{"resourceSpans":[1,"a",{"scopeSpans":{"spans":[{}]}},{"scopeSpans":[{"spans":[7,{}]}]}]}"#
    )
    #expect(fleet.log.malformed.matching == 1)
    #expect(fleet.log.records == 0)
    #expect(fleet.log.unrelated == 2)
  }

  @Test(arguments: [1, 2, 5])
  func `batches cut into ranges merge to the summary of the whole`(pieces: Int) throws {
    let lines = (0..<6).map { index in
      batch((0..<4).map { span(call.replacing("query", with: "t\(index)\($0)")) })
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let whole = try LogReader().summarize(LogSource(name: "x", content: .bytes(bytes)))
    let parts = try (0..<pieces).map { index in
      try LogReader().summarize(
        LogSource(
          name: "x", content: .bytes(bytes),
          range: bytes.count * index / pieces..<bytes.count * (index + 1) / pieces))
    }
    #expect(parts.reversed().reduce(into: TelemetrySummary()) { $0.merge($1) } == whole)
    #expect(try TelemetrySummary(decoding: whole.encoded) == whole)
  }

  @Test func `a document that is an array holds one record an element`() throws {
    let text = """
      [
        {"server_id": "s", "tool_name": "a"},
        {"server_id": "s", "tool_name": }, {"server_id": "s",
         "tool_name": "é", "agent_id": "x"}
      ]
      """
    let (fleet, library) = try fleet(text, form: .document)
    let traffic = try #require(fleet.server("s")?.traffic)
    #expect(traffic.tools.mapValues(\.calls) == ["a": 1, "é": 1])
    #expect(fleet.log.malformed.matching == 1 && fleet.log.malformed.total == 3)
    #expect(library.location(of: fleet.log.malformedLines[0].span).start.line == 3)
    let sample = try #require(traffic.agents["x"]?.sample)
    #expect(library.location(of: sample).start == SourcePosition(line: 4, column: 34))
  }
}
