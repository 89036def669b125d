import Syntax
import Testing

@testable import Ingest

struct NginxProxyTests {
  /// The gateway that the product's requirements quote.
  private static let gateway = """
    upstream mcp_server_pool {
      server mcp-server-v1:8080 max_fails=2;
      server backup backup;
      keepalive 32;
    }
    server {
      listen 443 ssl;
      server_name mcp-gateway.internal;
      location /mcp/ {
        proxy_pass http://mcp_server_pool;
        proxy_http_version 1.1;
        proxy_set_header Connection '';
        proxy_set_header X-Agent-ID $http_x_agent_id;
        proxy_set_header Authorization "Bearer $upstream_token";
        proxy_buffering off; # required for SSE
        proxy_read_timeout 3600s;
        access_log /var/log/nginx/mcp_access.log mcp_json_format;
      }
    }
    """

  @Test func `a gateway that copies the agent's identity shows it`() throws {
    let sample = NginxSample(Self.gateway)
    let location = try sample.location("/mcp/")
    #expect(location.target?.addresses.map(\.text) == ["mcp-server-v1:8080", "backup:80"])
    #expect(location.target?.upstream?.keepalive?.value == "32")
    #expect(location.target?.upstream?.members.map(\.maxFails) == [2, nil])
    #expect(location.milliseconds("proxy_read_timeout") == 3_600_000)
    #expect(location.authentication.decision == .none)
    let headers = location.forwardedHeaders
    #expect(headers.headers.map { $0.value.origin } == [.constant, .client, .unknown])
    #expect(headers.headers.map(\.isRemoved) == [true, false, false])
    #expect(
      sample.text(headers.headers[1].value.word.span) == "$http_x_agent_id")
    #expect(location.accessLogs.map(\.formatName) == ["mcp_json_format"])
    #expect(location.accessLogs.first?.format == nil)
  }

  @Test func `headers that nobody speaks of go on unchanged`() throws {
    let sample = NginxSample(
      """
      http { server {
        location /a { proxy_pass http://a; }
        location /b { proxy_pass_request_headers off; proxy_pass http://a; }
        location /c { underscores_in_headers on; proxy_set_header Host $http_host; proxy_pass http://a; }
        location /d { proxy_set_header Authorization ""; proxy_pass http://a; }
        location /e { proxy_set_header authorization $http_authorization; proxy_pass http://a; }
      } }
      """)
    let plain = try sample.location("/a").forwardedHeaders
    #expect(plain.fate(of: "X-Agent-ID") == .passedOn)
    #expect(plain.fate(of: "agent_id") == .dropped)
    #expect(plain.fate(of: "HOST") == .setByDefault("$proxy_host"))
    #expect(plain.passesCredential)
    #expect(try sample.location("/b").forwardedHeaders.fate(of: "X-Agent-ID") == .dropped)
    #expect(try sample.location("/c").forwardedHeaders.fate(of: "agent_id") == .passedOn)
    #expect(try !sample.location("/d").forwardedHeaders.passesCredential)
    #expect(try sample.location("/e").forwardedHeaders.passesCredential)
  }

  /// What a target's parts must be.
  struct Parts: Equatable, Sendable {
    var scheme: String?
    var authority: String
    var path: String?
    var addresses: [String]
    var isChosenByClient = false
  }

  private static let targets: [(String, Parts)] = [
    ("proxy_pass http://a.b;", Parts(scheme: "http", authority: "a.b", addresses: ["a.b:80"])),
    (
      "proxy_pass https://a.b/x/$1;",
      Parts(scheme: "https", authority: "a.b", path: "/x/$1", addresses: ["a.b:443"])
    ),
    (
      "proxy_pass http://[::1]/;",
      Parts(scheme: "http", authority: "[::1]", path: "/", addresses: ["[::1]:80"])
    ),
    (
      "proxy_pass http://unix:/run/a.sock:/x;",
      Parts(
        scheme: "http", authority: "unix:/run/a.sock", path: "/x", addresses: ["unix:/run/a.sock"])
    ),
    (
      "set $up http://a:1; proxy_pass $up;",
      Parts(scheme: "http", authority: "a:1", addresses: ["a:1"])
    ),
    (
      "set $h a; set $up http://$h:1/x; proxy_pass $up;",
      Parts(scheme: "http", authority: "a:1", path: "/x", addresses: ["a:1"])
    ),
    (
      "proxy_pass http://$arg_host/x;",
      Parts(
        scheme: "http", authority: "$arg_host", path: "/x", addresses: [], isChosenByClient: true)
    ),
    (
      "proxy_pass http://some$request_uri;",
      Parts(scheme: "http", authority: "some", path: "$request_uri", addresses: ["some:80"])
    ),
    (
      "proxy_pass http://some${arg_la}.b;",
      Parts(
        scheme: "http", authority: "some$arg_la.b", addresses: [], isChosenByClient: true)
    ),
    (
      "proxy_pass $http_scheme://a;",
      Parts(authority: "a", addresses: ["a:80"], isChosenByClient: true)
    ),
    ("grpc_pass grpcs://a:2;", Parts(scheme: "grpcs", authority: "a:2", addresses: ["a:2"])),
    (
      "proxy_pass http://$hostname:1;",
      Parts(scheme: "http", authority: "$hostname:1", addresses: [])
    ),
  ]

  @Test(arguments: targets)
  func `a target is taken apart`(text: String, parts: Parts) throws {
    let sample = NginxSample("http { server { location / { \(text) } } }")
    let target = try #require(try sample.location("/").target)
    #expect(
      Parts(
        scheme: target.scheme, authority: target.authority.text, path: target.path?.text,
        addresses: target.addresses.map(\.text), isChosenByClient: target.isChosenByClient)
        == parts)
  }

  @Test func `a target is not inherited by a location, but by an if`() throws {
    let sample = NginxSample(
      """
      http { server { location /a { proxy_pass http://x:1; if ($arg_a) { set $b 1; }
        limit_except GET { deny all; } location /a/b { } } } }
      """)
    #expect(try sample.location("/a/b").target == nil)
    let blocks = try sample.location("/a").conditionals
    #expect(blocks.map { $0.target?.addresses.map(\.text) } == [["x:1"], ["x:1"]])
    #expect(blocks.map { $0.target?.setting.isInherited } == [true, true])
    #expect(blocks[1].authentication.decision == .address)
  }

  @Test func `limits know their zone, key and rate`() throws {
    let sample = NginxSample(
      """
      http {
        limit_req_zone $http_x_agent_id$uri zone=agents:10m rate=2r/s;
        limit_conn_zone $binary_remote_addr zone=conns:10m;
        server { limit_req zone=agents burst=5 nodelay; location /a { limit_conn conns 4; }
          location /b { limit_req zone=missing; } location /c { limit_req zone=conns; } } }
      """)
    let first = try #require(try sample.location("/a").requestLimits.first)
    #expect(first.zone?.requestsPerMinute == 120)
    #expect(first.allowance == 5)
    #expect(first.isWithoutDelay)
    #expect(first.setting.isInherited)
    #expect(first.key?.origins == [.client])
    #expect(first.key?.word.variables.map(\.name) == ["http_x_agent_id", "uri"])
    let connections = try #require(try sample.location("/a").connectionLimits.first)
    #expect(connections.allowance == 4)
    #expect(connections.key?.origin == .gateway)
    #expect(try sample.location("/b").requestLimits.first?.zone == nil)
    #expect(try sample.location("/c").requestLimits.first?.zone == nil)
  }

  @Test func `a log format is read for its fields`() throws {
    let sample = NginxSample(
      #"""
      http {
        log_format mcp escape=json '{"time":"$time_iso8601","agent_id":"$http_x_agent_id",'
          '"status":$status,"request":{"id":"$request_id","m":"${request_method} $uri"},"k":1}';
        log_format plain '$remote_addr {$status}';
        access_log syslog:server=10.0.0.1 mcp if=$loggable;
        access_log /a.log plain;
        server { location /a { } location /off { access_log /x; access_log off; } } }
      server { }
      """#)
    let logs = try sample.location("/a").accessLogs
    #expect(logs.map(\.target) == [.syslog("server=10.0.0.1"), .file("/a.log")])
    #expect(logs.first?.condition == "$loggable")
    let format = try #require(logs.first?.format)
    #expect(format.isSoundJSON)
    #expect(format.fields.map(\.name) == ["time", "agent_id", "status", "request", "id", "m", "k"])
    #expect(format.fields[1].variables == ["http_x_agent_id"])
    #expect(format.fields[2].variables == ["status"])
    #expect(format.fields[5].variables == ["request_method", "uri"])
    #expect(logs.last?.format?.isJSON == false)
    #expect(try sample.location("/off").accessLogs.map(\.target) == [.off])
    let silent = NginxSample("http { server { location /a { } } }")
    #expect(try silent.location("/a").accessLogs.first?.formatName == "combined")
  }
}
