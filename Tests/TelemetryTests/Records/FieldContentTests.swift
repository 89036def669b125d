import Estate
import SourceText
import Testing

@testable import Telemetry

/// What a field holds, and not only that it is there.
@Suite struct FieldContentTests {
  private func traffic(_ lines: [String]) throws -> ServerTraffic {
    var library = SourceLibrary()
    let manifest = library.add(path: "manifest.yaml", bytes: Array("server_id: x".utf8))
    var server = Server(id: "ledger")
    server.sources.append(SourceMention(.manifest, at: manifest.span))
    var fleet = Fleet()
    fleet.servers = [server]
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let source = LogSource(name: "audit.jsonl", content: .bytes(bytes))
    fleet.merge(try LogReader().summarize(source), sources: &library)
    return try #require(fleet.server("ledger")?.traffic)
  }

  private func record(_ members: String) -> String {
    #"{"server_id":"ledger","tool_name":"query",\#(members)}"#
  }

  @Test func `a word for nobody is no user`() throws {
    let words = ["-", "none", "N/A", "null", "ana"]
    let traffic = try traffic(words.map { record(#""user_id":"\#($0)""#) })
    #expect(traffic.missingFields["user_id"]?.matching == 4)
    #expect(traffic.missingFields["user_id"]?.total == 5)
  }

  @Test func `arguments in place of their digest are raw`() throws {
    let hashes = [
      #""{\"patient\":\"Jane Doe\"}""#, #""[1]""#, #""sha256:00ff""#, #""3q2+7w==""#, #""\/w==""#,
    ]
    let traffic = try traffic(hashes.map { record(#""input_hash":\#($0)"#) })
    #expect(traffic.rawInputs.matching == 2)
    #expect(traffic.rawInputs.total == 5)
  }
}
