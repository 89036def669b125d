import Estate
import SourceText
import Testing

@testable import Telemetry

/// Secrets in spans, which have more places for the words of others than attributes that are known.
@Suite struct BatchSecretTests {
  private func attribute(_ key: String, _ value: String) -> String {
    #"{"key":"\#(key)","value":{"stringValue":"\#(value)"}}"#
  }

  private func secrets(inSpanWith members: String, _ attributes: [String] = []) throws -> Count? {
    let call = [
      attribute("mcp.method.name", "tools/call"), attribute("gen_ai.tool.name", "query"),
    ]
    let line =
      #"{"resourceSpans":[{"resource":{"attributes":[\#(attribute("service.name", "s"))]},"#
      + #""scopeSpans":[{"spans":[{"kind":2,"name":"tools/call","#
      + #""attributes":[\#((call + attributes).joined(separator: ","))],"#
      + #""startTimeUnixNano":"1795046409000000000",\#(members)}]}]}]}"#
    let reader = LogReader(holdsSecret: { $0.contains("ghp_live") })
    let summary = try reader.summarize(LogSource(name: "log", content: .bytes(Array(line.utf8))))
    var library = SourceLibrary()
    let manifest = library.add(path: "manifest.yaml", bytes: [])
    var server = Server(id: "s")
    server.sources.append(SourceMention(.manifest, at: manifest.span))
    var fleet = Fleet()
    fleet.servers = [server]
    fleet.merge(summary, sources: &library)
    return fleet.server("s")?.traffic?.secretRecords
  }

  @Test func `a status and events are searched`() throws {
    let status = #""status":{"code":2,"message":"401 for ghp_live"}"#
    #expect(try secrets(inSpanWith: status)?.matching == 1)
    let events = #""events":[{"attributes":[\#(attribute("exception.message", "ghp_live"))]}]"#
    #expect(try secrets(inSpanWith: events)?.matching == 1)
  }

  @Test func `attributes that no field is read from are searched`() throws {
    let header = attribute("http.request.header.authorization", "ghp_live")
    #expect(try secrets(inSpanWith: #""status":{}"#, [header])?.matching == 1)
  }

  @Test func `a span without a word of others says nothing`() throws {
    #expect(try secrets(inSpanWith: #""status":{"code":1}"#)?.total == 0)
  }
}
