import SourceText
import Syntax
import Testing

@testable import Ingest

struct NginxConfigurationTests {
  @Test func `one header of a location takes all outer ones away`() throws {
    let sample = NginxSample(
      """
      http {
        proxy_set_header X-A a; proxy_set_header X-B b;
        add_header X-Frame-Options DENY;
        server {
          location /own { proxy_set_header X-C c; add_header X-Foo foo; proxy_pass http://a; }
          location /none { proxy_pass http://a; location /none/inner { proxy_pass http://b; } }
        }
      }
      """)
    let own = try sample.location("/own")
    #expect(own.settings("proxy_set_header").map(\.value) == ["X-C"])
    #expect(own.settings("proxy_set_header").map(\.isInherited) == [false])
    #expect(
      own.overridden("add_header").map { sample.text($0) } == ["add_header X-Frame-Options DENY;"])
    let inner = try sample.location("/none/inner")
    #expect(inner.settings("proxy_set_header").map(\.value) == ["X-A", "X-B"])
    #expect(inner.settings("proxy_set_header").map(\.isInherited) == [true, true])
    #expect(inner.overridden("add_header").isEmpty)
  }

  @Test(arguments: [
    "proxy_http_version 1.1", "proxy_buffering off", "proxy_read_timeout 3600s",
    "proxy_next_upstream_tries 3", "proxy_cache off", "proxy_ssl_verify on",
    "client_max_body_size 1m", "limit_req zone=a", "limit_conn a 1", "error_page 500 /e",
    "ssl_protocols TLSv1.3", "auth_jwt off", "satisfy any",
  ])
  func `a setting of an outer level holds, with its own place`(text: String) throws {
    let sample = NginxSample(
      "http { \(text); server { location /a { location /a/b { } } } server { location /c { } } }")
    let name = String(text.prefix { $0 != " " })
    for pattern in ["/a", "/a/b", "/c"] {
      let setting = try #require(try sample.location(pattern).setting(name))
      #expect(sample.text(setting) == text + ";")
      #expect(setting.isInherited)
    }
  }

  @Test func `the nearest level decides`() throws {
    let sample = NginxSample(
      """
      http { proxy_read_timeout 60; server { proxy_read_timeout 2m;
        location / { location /a { proxy_read_timeout 1h 30m; } location /b { } } } }
      """)
    #expect(try sample.location("/").milliseconds("proxy_read_timeout") == 120_000)
    #expect(try sample.location("/b").milliseconds("proxy_read_timeout") == 120_000)
    // nginx takes one argument, so the second word is not part of the time.
    #expect(try sample.location("/a").milliseconds("proxy_read_timeout") == 3_600_000)
  }

  @Test func `allow and deny replace each other's outer rules`() throws {
    let sample = NginxSample(
      "http { server { allow 10.0.0.0/8; deny all; location / { allow 1.1.1.1; } location /a { } } }"
    )
    #expect(try sample.location("/").addressRules.map(\.value) == ["1.1.1.1"])
    #expect(try sample.location("/a").addressRules.map(\.value) == ["10.0.0.0/8", "all"])
  }

  @Test func `headers are added to the outer ones where the configuration says so`() throws {
    let sample = NginxSample(
      """
      http { add_header X-A a; server { add_header_inherit merge;
        location /merge { add_header X-B b; }
        location /off { add_header_inherit off; }
        location /on { add_header_inherit on; add_header X-C c; } } }
      """)
    #expect(try sample.location("/merge").settings("add_header").map(\.value) == ["X-A", "X-B"])
    #expect(try sample.location("/off").settings("add_header").isEmpty)
    #expect(try sample.location("/on").settings("add_header").map(\.value) == ["X-C"])
  }

  @Test func `includes bring servers and locations with places in their own files`() throws {
    let sample = NginxSample(
      "http { include conf.d/*.conf; }",
      others: [
        "conf.d/a.conf":
          "upstream up { include members.conf; }\nserver { include snippets/s.conf; }",
        "snippets/s.conf": "location /mcp { proxy_pass http://up; }", "members.conf": "server m:1;",
      ])
    let location = try sample.location("/mcp")
    #expect(sample.text(location.span) == "location /mcp")
    #expect(location.target?.addresses.map(\.text) == ["m:1"])
    #expect(sample.configuration.diagnostics.isEmpty)
  }

  @Test func `a fragment has the levels around it`() throws {
    let http = NginxSample(
      "upstream a { server b:1; } server { location /x { proxy_pass http://a; } }")
    #expect(try http.location("/x").target?.addresses.map(\.text) == ["b:1"])
    let server = NginxSample("listen 443 ssl;\nlocation /x { }")
    #expect(server.configuration.servers.map(\.isTLS) == [true])
    let location = NginxSample("proxy_pass http://b:1;")
    #expect(try location.location("/").target?.addresses.map(\.text) == ["b:1"])
  }

  @Test func `fragments of one folder belong together, an included file does not stand alone`() {
    let texts = [
      "conf.d/a.conf": "upstream a { server b:1; }", "conf.d/b.conf": "server { location / { } }",
      "other/nginx.conf": "http { include in.conf; }", "other/in.conf": "server { }",
    ]
    let trees = texts.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      NginxParser.parseLeniently(
        SourceFile(
          id: SourceID(index: UInt32(index)), path: entry.key, bytes: Array(entry.value.utf8)))
    }
    let all = NginxConfiguration.all(in: trees)
    #expect(
      all.map { $0.includes.files.map(\.tree.source.path) } == [
        ["conf.d/a.conf", "conf.d/b.conf"], ["other/nginx.conf", "other/in.conf"],
      ])
    #expect(all.map(\.servers.count) == [1, 1])
    #expect(all.first?.upstreams["a"] != nil)
  }

  @Test func `sockets know their port and whether they are encrypted`() throws {
    let sample = NginxSample(
      """
      http { server { listen 443 ssl default_server; listen [::]:8443 quic; listen 10.0.0.1:80;
        listen unix:/run/a.sock; listen [::1]; } server { } }
      """)
    let server = try #require(sample.configuration.servers.first)
    #expect(server.sockets.map(\.port) == [443, 8443, 80, 0, 80])
    #expect(server.sockets.map(\.isTLS) == [true, true, false, false, false])
    #expect(server.sockets.map(\.isDefault) == [true, false, false, false, false])
    #expect(!server.isTLS)
    #expect(sample.configuration.servers.last?.sockets.map(\.port) == [80])
  }

  @Test func `files that include each other over and over are cut off`() {
    var others: [String: String] = [:]
    for index in 0..<40 {
      others["\(index).conf"] =
        "location /a { include \(index + 1).conf; } location /b { include \(index + 1).conf; }"
    }
    let sample = NginxSample("http { server { include 0.conf; } }", others: others)
    #expect(sample.configuration.scopes.count <= 200_100)
    #expect(sample.configuration.diagnostics.contains { $0.message.contains("more than 200000") })
  }

  @Test(arguments: [
    ("60", 60_000), ("250ms", 250), ("1h 30m", 5_400_000), ("1h30m", 5_400_000), ("", nil),
    ("x", nil),
    ("99999999999999999999s", nil), ("5x", nil),
  ])
  func `times are read as nginx reads them`(text: String, milliseconds: Int?) {
    #expect(NginxUnits.milliseconds(text) == milliseconds)
  }
}
