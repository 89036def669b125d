import Syntax
import Testing

@testable import Ingest

struct NginxRoutingTests {
  @Test(arguments: [
    ("/", "/"), ("/exact", "/exact"), ("/exact/more", "/"), ("/images/a.png", "/images/"),
    ("/docs/deep/x", "/docs/deep/"), ("/docs/x", "/docs/"), ("@named", "@named"),
  ])
  func `the exact or longest prefix takes a path`(path: String, pattern: String) throws {
    let sample = NginxSample(
      """
      http { server { location / { } location = /exact { } location ^~ /images/ { }
        location /docs/ { location /docs/deep/ { } } location @named { } } }
      """)
    let server = try #require(sample.configuration.servers.first)
    let answer = server.location(for: path)
    #expect(answer.location?.match?.pattern == pattern)
    #expect(answer.uncertain.isEmpty)
  }

  @Test(arguments: [
    ("/x.php", #"\.php$"#), ("/X.PHP", "/"), ("/x.JPG", #"\.jpg$"#), ("/final/x.php", "/final/"),
    ("/plain/x.php", #"\.php$"#), ("/plain/y", "/plain/"), ("/exact.php", "/exact.php"),
    ("/plain/in/x.gif", #"\.gif$"#),
  ])
  func `the first regular expression that matches goes before a prefix`(
    path: String, pattern: String
  ) throws {
    let sample = NginxSample(
      #"""
      http { server { location / { } location ^~ /final/ { } location = /exact.php { }
        location /plain/ { location /plain/in/ { location ~ \.gif$ { } } }
        location ~ \.php$ { } location ~* \.jpg$ { } location ~ \.php$ { return 1; } } }
      """#)
    let answer = try #require(sample.configuration.servers.first).location(for: path)
    #expect(answer.location?.match?.pattern == pattern)
    #expect(answer.location?.own("return").isEmpty == true)
    #expect(answer.uncertain.isEmpty)
  }

  @Test func `a pattern that cannot be evaluated makes the answer uncertain`() throws {
    let sample = NginxSample(
      #"http { server { location / { } location ~ ^/(a+)/\1$ { } } }"#)
    let answer = try #require(sample.configuration.servers.first).location(for: "/a/a")
    #expect(answer.location?.match?.pattern == "/")
    #expect(answer.uncertain.map { $0.match?.pattern } == [#"^/(a+)/\1$"#])
  }

  @Test(arguments: [
    ("r1.example.net", #"~^\S+\.example\.net$"#), ("a.example.com", "a.example.com"),
    ("b.example.com", "*.example.com"),
    ("example.com", ".example.com"),
    ("mail.x.org", "mail.*"), ("nobody", "_"),
  ])
  func `a host finds its server`(host: String, name: String) throws {
    let sample = NginxSample(
      """
      http { server { server_name first; } server { listen 80 default_server; server_name _; }
        server { server_name ~^\\S+\\.example\\.net$; }
        server { server_name mail.*; } server { server_name *.example.com; }
        server { server_name a.example.com; } server { server_name .example.com; } }
      """)
    #expect(sample.configuration.server(for: host)?.names.first?.text == name)
  }

  @Test(arguments: [
    ("= /a", "exact"), ("=/a", "exact"), ("/a", "prefix"), ("^~ /a", "finalPrefix"),
    ("~ /a", "regex(ignoresCase: false)"), ("~* /a", "regex(ignoresCase: true)"), ("@a", "named"),
  ])
  func `a modifier is read`(text: String, kind: String) throws {
    let sample = NginxSample("http { server { location \(text) { } } }")
    let match = try #require(sample.configuration.servers.first?.locations.first?.match)
    #expect("\(match.kind)" == kind)
    #expect(match.pattern == (text == "@a" ? "@a" : "/a"))
    #expect(sample.text(match.span) == text)
  }
}
