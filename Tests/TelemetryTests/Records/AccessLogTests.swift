import Estate
import SourceText
import Testing

@testable import Telemetry

/// Access logs of gateways are read by the names that nginx and Envoy use.
@Suite struct AccessLogTests {
  private func fleet(_ lines: [String], routeTo upstream: String? = nil) throws -> Fleet {
    var library = SourceLibrary()
    let manifest = library.add(path: "manifest.yaml", bytes: Array("server_id: x".utf8))
    var server = Server(id: "ledger")
    server.sources.append(SourceMention(.manifest, at: manifest.span))
    if let upstream {
      var route = Route(product: "nginx", span: manifest.span)
      route.upstreams = [Evidence(upstream, at: manifest.span)]
      server.routes = [route]
    }
    var fleet = Fleet()
    fleet.servers = [server]
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let source = LogSource(name: "access.log", content: .bytes(bytes))
    fleet.merge(try LogReader().summarize(source), sources: &library)
    return fleet
  }

  @Test func `nginx: times in seconds, upstream addresses by their route, POST may be a call`()
    throws
  {
    let fleet = try fleet(
      [
        #"{"time_iso8601":"2026-11-02T10:00:00+00:00","request_method":"POST","status":"200","#
          + #""request_time":"3.001","upstream_addr":"10.0.0.7:8080","body_bytes_sent":"512","#
          + #""http_mcp_session_id":"s1","remote_user":"ana","http_mcp_name":"query"}"#,
        #"{"time_iso8601":"2026-11-02T10:00:01+00:00","request_method":"GET","status":"200","#
          + #""request_time":"900.0","upstream_addr":"10.0.0.7:8080"}"#,
        #"{"msec":1762077602.250,"request_method":"POST","status":429,"#
          + #""request_time":0.004,"upstream_addr":"10.0.0.8:8080"}"#,
      ], routeTo: "10.0.0.7:8080")
    let traffic = try #require(fleet.server("ledger")?.traffic)
    #expect(traffic.calls == 2)
    #expect(traffic.isOnlyUpstream)
    // The stream of events that a GET opens is no call, however long it stays.
    #expect(traffic.budget(.p95Latency)?.worst == 3010)
    #expect(traffic.budget(.p95Latency)?.denominator == 1)
    #expect(traffic.tools.keys.sorted() == ["query"])
    #expect(traffic.missingFields["user_id"]?.matching == 1)
    #expect(fleet.servers.map(\.id) == ["ledger"])
    #expect(fleet.unlinked.map(\.subject) == ["1 records of upstream 10.0.0.8:8080"])
  }

  @Test func `Envoy: milliseconds, response codes and clusters by the server's own name`() throws {
    let fleet = try fleet([
      #"{"start_time":"2026-11-02T10:00:00.000Z","method":"POST","response_code":503,"duration":42,"#
        + #""upstream_cluster":"ledger","bytes_sent":10,"route_name":"r","authority":"gw"}"#,
      #"{"start_time":"2026-11-02T10:00:01.000Z","method":"POST","response_code":200,"duration":40,"#
        + #""upstream_cluster":"web-shop","upstream_host":"10.0.0.9:80"}"#,
      #"{"start_time":"2026-11-02T10:00:02.000Z","method":"POST","response_code":403,"duration":1,"#
        + #""server_id":"ledger","upstream_cluster":"other"}"#,
    ])
    let traffic = try #require(fleet.server("ledger")?.traffic)
    #expect(traffic.calls == 2)
    #expect(traffic.failures.matching == 1)
    #expect(traffic.blocked.matching == 1)
    #expect(traffic.budget(.p95Latency)?.worst == 42)
    // Another cluster behind the same gateway is no shadow server.
    #expect(fleet.servers.map(\.id) == ["ledger"])
  }

  @Test func `a name that a record calls its server is one, known or not`() throws {
    let fleet = try fleet([
      #"{"time":"2026-11-02T10:00:00Z","upstream_cluster":"shadow","tool_name":"t"}"#,
      #"{"time":"2026-11-02T10:00:00Z","server_id":"shadow","tool_name":"t"}"#,
    ])
    #expect(fleet.server("shadow")?.traffic?.calls == 2)
    #expect(fleet.unlinked.isEmpty)
  }
}
