import SourceText
import Syntax
import Testing

struct NginxParserTests {
  @Test func `every directive and word carries its span`() throws {
    let file = source("server {\n  listen 443 ssl; # tls\n  \"return\" 200 'a b';\n}\n")
    let tree = try NginxParser.parse(file)
    let server = try #require(tree.directives.first)
    #expect(
      file.text(in: server.span.range) == String(decoding: file.bytes.dropLast(), as: UTF8.self))
    #expect(server.blockSpan?.range.lowerBound == 7)
    let inner = try #require(server.block)
    #expect(inner.map(\.name.text) == ["listen", "return"])
    #expect(file.text(in: inner[0].span.range) == "listen 443 ssl;")
    #expect(inner[0].arguments.map(\.text) == ["443", "ssl"])
    #expect(file.text(in: inner[1].name.span.range) == "\"return\"")
    #expect(inner[1].arguments[1].form == .singleQuoted)
    #expect(inner[1].arguments[1].text == "a b")
    #expect(tree.comments.map { file.text(in: $0.range) } == ["# tls"])
  }

  @Test(arguments: [
    (#""a\"b" ;"#, "a\"b"), (#"'it\'s';"#, "it's"), (#"a\tb;"#, "a\tb"), (#"\.php$;"#, #"\.php$"#),
    (#"a\\b;"#, #"a\b"#), (#"\{\;\};"#, #"\{\;\}"#), ("${uri}/x;", "${uri}/x"), ("a}b;", "a}b"),
    ("a#b;", "a#b"), ("'';", ""),
  ])
  func `a word's text is what nginx makes of it`(written: String, text: String) throws {
    let tree = try NginxParser.parse(source("x " + written))
    #expect(tree.directives.first?.arguments.map(\.text) == [text])
  }

  @Test func `a space behind a braced variable ends the argument`() throws {
    let tree = try NginxParser.parse(source("try_files /a/${uri} /b ${x} =404;"))
    #expect(tree.directives[0].arguments.map(\.text) == ["/a/${uri}", "/b", "${x}", "=404"])
  }

  @Test func `variables are found with their spans`() throws {
    let file = source(#"log_format f "$remote_addr \$1x ${http_x-} ${a}b$";"#)
    let word = try #require(try NginxParser.parse(file).directives.first?.arguments.last)
    #expect(word.variables.map(\.name) == ["remote_addr", "1", "a"])
    #expect(
      word.variables.map { file.text(in: $0.span.range) } == ["$remote_addr", "$1", "${a}"])
  }

  @Test(arguments: [
    ("server {\n  listen 80\n}\n", 2, 12, "directive \"listen\" is not terminated by `;`"),
    ("}\n", 1, 1, "unexpected `}`"),
    ("events {}\n{ }\n", 2, 1, "unexpected `{`"),
    ("a b;\n;\n", 2, 1, "unexpected `;`"),
    ("http {\n  server {\n  }\n", 3, 4, "unexpected end of file"),
    ("user nobody\n", 1, 12, "unexpected end of file in directive \"user\""),
    ("a 'b;\nc d;\n", 1, 3, "the quote is not closed before the file ends"),
    ("content_by_lua_block {\n '}' ", 1, 22, "the Lua block is not closed before the file ends"),
  ])
  func `an error says what and where`(text: String, line: Int, column: Int, message: String) {
    let file = source(text)
    do {
      _ = try NginxParser.parse(file)
      Issue.record("no error")
    } catch {
      #expect(error.diagnostic.message == message)
      let place = file.position(at: Int(error.diagnostic.span.start))
      #expect(place == SourcePosition(line: line, column: column))
      #expect(error.diagnostic.expected != nil && error.diagnostic.advice != nil)
    }
  }

  @Test func `an unclosed block is pointed at, innermost first`() {
    let tree = NginxParser.parseLeniently(source("http {\n  server {\n"))
    #expect(tree.diagnostics.first?.related.map { Int($0.span.start) } == [16, 5])
  }

  @Test func `reading goes on behind an error`() {
    let tree = NginxParser.parseLeniently(
      source("http { server { listen 80 } } }\nevents { ; use epoll; }"))
    #expect(tree.diagnostics.map(\.message).count == 3)
    #expect(tree.directives.map(\.name.text) == ["http", "events"])
    #expect(tree.directives[1].block?.map(\.name.text) == ["use"])
  }

  @Test func `a Lua block is one argument, whatever its strings and comments hold`() throws {
    let code = " -- it's {\n local s = '}' .. [[ } ]] .. [=[ ]] } ]=]\n --[[ { ]] t = { 1 } "
    let tree = try NginxParser.parse(
      source("location / { access_by_lua_block {\(code)} deny all; }"))
    let inner = try #require(tree.directives.first?.block)
    #expect(inner.map(\.name.text) == ["access_by_lua_block", "deny"])
    #expect(inner[0].arguments.map(\.text) == [code])
    #expect(inner[0].block == nil)
  }

  @Test func `bytes that are not UTF-8 are read and noted`() throws {
    let file = SourceFile(
      id: SourceID(index: 0), path: "a.conf", bytes: Array("return 200 M".utf8) + [0xF6, 0x3B])
    let tree = try NginxParser.parse(file)
    #expect(tree.directives.first?.arguments.last?.text == "M\u{FFFD}")
    #expect(tree.diagnostics.map(\.severity) == [.note])
  }

  @Test func `what nginx refuses but can be understood is a warning`() throws {
    let glued = try NginxParser.parse(source("\"left\"-quote a;"))
    #expect(glued.diagnostics.map(\.severity) == [.warning])
    let marked = try NginxParser.parse(source("\u{FEFF}user a;"))
    #expect(marked.directives.first?.name.text == "user")
    #expect(marked.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `limits end the reading with an error`() {
    var limits = InputLimits()
    limits.depth = 8
    limits.nodes = 20
    let deep = NginxParser.parseLeniently(
      source(String(repeating: "a {", count: 100_000)), limits: limits)
    #expect(deep.firstError?.message == "blocks are nested more than 8 deep")
    let long = NginxParser.parseLeniently(
      source(String(repeating: "a;", count: 100)), limits: limits)
    #expect(long.firstError?.message == "the file has more than 20 words")
    let wrong = NginxParser.parseLeniently(source(String(repeating: "}", count: 100_000)))
    #expect(wrong.diagnostics.count == 100)
  }

  @Test func `every prefix of a file is read without trouble`() {
    let text = "http{#x\nserver { listen 1 \"a\\\"\" '${b}'; set_by_lua_block $a { [[}]] } } }\\"
    for length in 0...text.utf8.count {
      let bytes = Array(text.utf8.prefix(length))
      let file = SourceFile(id: SourceID(index: 0), path: "a.conf", bytes: bytes)
      for diagnostic in NginxParser.parseLeniently(file).diagnostics {
        #expect(diagnostic.span.range.upperBound <= length)
      }
    }
  }

  private func source(_ text: String) -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: "nginx.conf", bytes: Array(text.utf8))
  }
}
