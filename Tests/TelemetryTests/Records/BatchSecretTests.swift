import Estate
import SourceText
import Testing

@testable import Telemetry

/// Secrets in spans, which have more places for the words of others than attributes that are known.
@Suite struct BatchSecretTests {
  private func secrets(inSpanWith members: String) throws -> Count? {
    let line =
      #"{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","#
      + #""value":{"stringValue":"s"}}]},"scopeSpans":[{"spans":[{"kind":2,"#
      + #""startTimeUnixNano":"1795046409000000000",\#(members)}]}]}]}"#
    let reader = LogReader(holdsSecret: { $0.contains("ghp_live") })
    let summary = try reader.summarize(LogSource(name: "log", content: .bytes(Array(line.utf8))))
    var library = SourceLibrary()
    var fleet = Fleet()
    fleet.merge(summary, sources: &library)
    return fleet.server("s")?.traffic?.secretRecords
  }

  @Test(arguments: [
    #""status":{"code":2,"message":"401 for ghp_live"}"#,
    #""attributes":[{"key":"http.request.header.authorization","value":{"stringValue":"ghp_live"}}]"#,
    #""events":[{"attributes":[{"key":"exception.message","value":{"stringValue":"ghp_live"}}]}]"#,
  ])
  func `all of a span is searched`(members: String) throws {
    #expect(try secrets(inSpanWith: members)?.matching == 1)
  }

  @Test func `a span without a word of others says nothing`() throws {
    #expect(try secrets(inSpanWith: #""status":{"code":1}"#)?.total == 0)
  }
}
