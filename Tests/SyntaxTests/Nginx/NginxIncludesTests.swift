import SourceText
import Syntax
import Testing

struct NginxIncludesTests {
  @Test func `paths are relative to the top file's folder wherever the include stands`() {
    let includes = follow([
      "etc/nginx.conf": "http { include conf.d/*.conf; }",
      "etc/conf.d/b.conf": "server { include snippets/a.conf; }",
      "etc/conf.d/a.conf": "server { }", "etc/conf.d/.hidden.conf": "server { }",
      "etc/snippets/a.conf": "location / { }", "etc/conf.d/snippets/a.conf": "location /no { }",
    ])
    #expect(
      includes.files.map(\.tree.source.path) == [
        "etc/nginx.conf", "etc/conf.d/a.conf", "etc/conf.d/b.conf", "etc/snippets/a.conf",
      ])
    #expect(includes.files.map(\.context) == [.main, .http, .http, .server])
    #expect(includes.diagnostics.isEmpty)
  }

  @Test func `a fragment's includes are relative to a folder above it too`() {
    let texts = [
      "etc/conf.d/site.conf": "server { include snippets/tls.conf; include *.part; }",
      "etc/snippets/tls.conf": "ssl_protocols TLSv1.3;", "etc/z.part": "gzip on;",
    ]
    let includes = follow(texts, in: .http)
    #expect(
      includes.files.map(\.tree.source.path) == ["etc/conf.d/site.conf", "etc/snippets/tls.conf"])
    #expect(includes.diagnostics.map(\.severity) == [.warning])
    #expect(follow(texts, in: .main).files.count == 1)
  }

  @Test func `an installed path is looked for beside the top file`() {
    let includes = follow([
      "nginx.conf": "http { include /etc/nginx/conf.d/*.conf; include /etc/nginx/mime.types; }",
      "conf.d/a.conf": "server { }",
    ])
    #expect(includes.files.count == 2)
    #expect(includes.diagnostics.map(\.severity) == [.note])
  }

  @Test func `a missing file and an empty pattern are reported at the include`() {
    let includes = follow([
      "nginx.conf": "include modules/*.conf;\ninclude missing.conf;\nhttp { include sites/*; }"
    ])
    #expect(includes.diagnostics.map { Int($0.span.start) } == [8, 32, 61])
    // Modules decide nothing by themselves.
    #expect(includes.diagnostics.map(\.severity) == [.note, .warning, .warning])
    #expect(includes.diagnostics[2].message.hasPrefix("\"sites/*\" matches none"))
  }

  @Test func `what names no file is unread, in the files that are included too`() throws {
    let includes = follow([
      "nginx.conf": "include top.conf; http { include mime.types; include a.conf; include gone; }",
      "a.conf": "include sites/*; server { include inner.conf; }",
    ])
    let http = try #require(includes.topDirectives.first { $0.is("http") }?.block)
    func names(_ unread: [NginxDirective]) -> [String?] { unread.map { $0.arguments.first?.text } }
    #expect(names(includes.topUnread) == ["top.conf"])
    #expect(names(includes.unread(in: http)) == ["gone", "sites/*"])
    let server = try #require(includes.expanding(http).first { $0.is("server") }?.block)
    #expect(names(includes.unread(in: server)) == ["inner.conf"])
  }

  @Test func `a loop is reported once and expanded once`() throws {
    let includes = follow([
      "nginx.conf": "include a.conf;", "a.conf": "one x; include b.conf;",
      "b.conf": "two x; include a.conf;",
    ])
    #expect(includes.diagnostics.count == 1)
    let top = try #require(includes.files.first)
    let names = includes.expanding(top.tree.directives).map(\.name.text)
    #expect(names == ["one", "two"])
  }

  @Test func `files that include the next one twice do not grow without bound`() throws {
    var texts: [String: String] = ["nginx.conf": "include 0.conf; include 0.conf;"]
    for index in 0..<60 {
      texts["\(index).conf"] = "x; include \(index + 1).conf; include \(index + 1).conf;"
    }
    let includes = follow(texts)
    let top = try #require(includes.files.first)
    #expect(includes.expanding(top.tree.directives).count <= NginxIncludes.mostExpanded + 1)
  }

  @Test(arguments: [
    ("a/*.conf", "a/b.conf", true), ("a/*.conf", "a/b/c.conf", false), ("*.conf", ".a.conf", false),
    ("a?c", "abc", true), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
    ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbYbZ", false), ("*", "", true), ("[x", "[x", true),
  ])
  func `a pattern matches as glob does`(pattern: String, path: String, isMatch: Bool) {
    let includes = follow([
      "nginx.conf": "include \(pattern.isEmpty ? "''" : pattern);", path: "x;",
    ])
    #expect((includes.files.count == 2) == isMatch || path.isEmpty)
  }

  private func follow(
    _ texts: [String: String], in context: NginxContext = .main
  ) -> NginxIncludes {
    let trees = texts.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      NginxParser.parseLeniently(
        SourceFile(
          id: SourceID(index: UInt32(index)), path: entry.key, bytes: Array(entry.value.utf8)))
    }
    let top = trees.first { $0.source.path.hasSuffix("nginx.conf") } ?? trees[0]
    return NginxIncludes(from: top, among: trees, in: context)
  }
}
