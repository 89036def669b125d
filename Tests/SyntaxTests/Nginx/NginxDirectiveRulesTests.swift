import SourceText
import Syntax
import Testing

struct NginxDirectiveRulesTests {
  @Test(arguments: [
    ("user;", "invalid number of arguments in directive \"user\"", "1 or 2 arguments"),
    (
      "http { server { http2 maybe; } }", "invalid value \"maybe\" in directive \"http2\"",
      "`on` or `off`"
    ),
    ("http { proxy_pass http://a; }", "directive \"proxy_pass\" is not allowed in `http`", nil),
    ("http { server; }", "directive \"server\" has no block", "`{`"),
    ("http { server { listen 80 { } } }", "directive \"listen\" is not terminated by `;`", "`;`"),
  ])
  func `a fault names what nginx wants`(text: String, message: String, expected: String?) {
    let found = diagnostics(text)
    #expect(found.map(\.message) == [message])
    if let expected { #expect(found.first?.expected == expected) }
  }

  @Test func `a directive that swallows the next line is missing its semicolon`() {
    let text = "http { server { location / { proxy_http_version 1.1\n proxy_buffering off; } } }"
    let found = diagnostics(text)
    #expect(found.map(\.message) == ["directive \"proxy_http_version\" is not terminated by `;`"])
    #expect(found.first.map { Int($0.span.start) } == 51)
  }

  @Test func `entries of a map are not directives`() {
    #expect(
      diagnostics("http { map $a $b { user 1; events 2; } types { text/html html; } }").isEmpty)
  }

  @Test func `only a near miss of a known name is reported`() {
    let found = diagnostics("http { more_set_headers 'a: b'; brotli on; proxy_passs x; }")
    #expect(found.map(\.message) == ["nginx has no directive \"proxy_passs\""])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.expected == "\"proxy_pass\"")
  }

  @Test func `a fragment is judged in the context that it is written for`() {
    for (text, context) in [
      ("events {}", NginxContext.main), ("upstream a { server b; }", .http),
      ("location / {}", .server),
      ("proxy_pass http://a;", .location),
    ] {
      #expect(NginxContext.likely(for: tree(text).directives) == context)
    }
    #expect(NginxContext.likely(for: tree("add_header a b;").directives) == nil)
  }

  private func tree(_ text: String) -> NginxTree {
    NginxParser.parseLeniently(
      SourceFile(id: SourceID(index: 0), path: "nginx.conf", bytes: Array(text.utf8)))
  }

  private func diagnostics(_ text: String) -> [Diagnostic] {
    NginxDirectiveRules.diagnostics(of: tree(text), in: .main)
  }
}
