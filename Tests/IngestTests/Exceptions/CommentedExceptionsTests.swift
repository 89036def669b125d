import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

/// Exceptions in comments: what is one, and what it is about.
@Suite struct CommentedExceptionsTests {
  /// A file with comments, and the exceptions in them.
  private struct Sample {
    let library: SourceLibrary
    let exceptions: [ExceptionRecord]

    init(yaml text: String) throws {
      var library = SourceLibrary()
      let source = library.add(path: "test.yaml", bytes: Array(text.utf8))
      var file = ParsedFile(source, status: .analyzed, kind: .manifest)
      file.tree = try YAMLParser.parse(source)
      exceptions = CommentedExceptions.all(in: file)
      self.library = library
    }

    init(nginx text: String) {
      var library = SourceLibrary()
      let source = library.add(path: "nginx.conf", bytes: Array(text.utf8))
      var file = ParsedFile(source, status: .analyzed, kind: .nginx)
      file.nginx = NginxParser.parseLeniently(source)
      exceptions = CommentedExceptions.all(in: file)
      self.library = library
    }

    /// Whether the first exception is about what begins with `text`.
    func reaches(_ text: String) throws -> Bool {
      let exception = try #require(exceptions.first)
      let bytes = library.files[0].bytes
      let needle = Array(text.utf8)
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: needle) })
      return exception.reaches(SourceSpan(source: library.files[0].id, start..<start + 1))
    }
  }

  @Test func `a comment names a rule, a reason and a last day, each with its place`() throws {
    let sample = try Sample(
      yaml: "a: 1 # mcpready: allow mcp105 legacy partner until 2027-01-31\n")
    let exception = try #require(sample.exceptions.first)
    #expect(exception.flaws == [])
    #expect(exception.origin == .comment)
    #expect(exception.rule.value == "MCP105")
    #expect(exception.reason.value == "legacy partner")
    #expect(exception.expiry.value == CalendarDate("2027-01-31"))
    #expect(sample.library.text(of: exception.span).hasPrefix("mcpready: allow"))
    #expect(exception.reason.span.map { sample.library.text(of: $0) } == "legacy partner")
    #expect(exception.expiry.span.map { sample.library.text(of: $0) } == "2027-01-31")
  }

  @Test func `the last until ends the reason`() throws {
    let sample = try Sample(
      yaml: "# mcpready: allow 105 wait until spring until 2027-01-31\na: 1\n")
    #expect(sample.exceptions.first?.reason.value == "wait until spring")
    #expect(sample.exceptions.first?.flaws == [])
  }

  @Test(arguments: [
    ("mcpready: alow MCP105 reason until 2027-01-31", "the comment is not of the form"),
    ("mcpready: allow", "it names no rule"),
    ("mcpready: allow everything until 2027-01-31", "it names no rule"),
    ("mcpready: allow MCP105 until 2027-01-31", "it gives no reason"),
    ("mcpready: allow MCP105 a reason", "it names no day"),
    ("mcpready: allow MCP105 a reason until tomorrow", "`tomorrow`, which is no day"),
    ("mcpready: allow MCP105 a reason until 2027-02-30", "`2027-02-30`, which is no day"),
    ("mcpready: allow MCP105 a reason until 2027-01-31 or so", "`2027-01-31 or so`"),
    ("mcpready: allow MCP105 a reason until", "``, which is no day"),
  ])
  func `a malformed comment says what is wrong at its place`(
    comment: String, problem: String
  ) throws {
    let sample = try Sample(yaml: "# \(comment)\na: 1\n")
    let flaw = try #require(sample.exceptions.first?.flaws.first)
    #expect(flaw.reason.contains(problem), "\(flaw.reason)")
    #expect(sample.library.location(of: flaw.span).start.line == 1)
  }

  @Test(arguments: [
    "# see mcpready: allow MCP105 a reason until 2027-01-31\na: 1\n",
    "# allow MCP105 a reason until 2027-01-31\na: 1\n",
    "a: \"# mcpready: allow MCP105 a reason until 2027-01-31\"\n",
    "a: |\n  # mcpready: allow MCP105 a reason until 2027-01-31\n",
  ])
  func `other comments, and text that looks like one, are no exceptions`(yaml: String) throws {
    #expect(try Sample(yaml: yaml).exceptions == [])
  }

  private static let terms = "mcpready: allow MCP105 a reason until 2027-01-31"

  @Test func `a comment behind a value is about its line`() throws {
    let sample = try Sample(yaml: "a: 1\nb: 2 # \(Self.terms)\nc: 3\n")
    #expect(try sample.reaches("b: 2"))
    #expect(try sample.reaches("2 #"))
    #expect(try !sample.reaches("a: 1"))
    #expect(try !sample.reaches("c: 3"))
  }

  @Test func `a comment on its own line is about the entry that follows`() throws {
    let sample = try Sample(
      yaml: """
        top: 0
        # \(Self.terms)

        # and why
        tools:
          - name: refund
            class: read-only
        other: 1
        """)
    #expect(try sample.reaches("tools:"))
    #expect(try sample.reaches("refund"))
    #expect(try sample.reaches("read-only"))
    #expect(try !sample.reaches("top:"))
    #expect(try !sample.reaches("other:"))
  }

  @Test func `a comment above an element is about that element`() throws {
    let sample = try Sample(
      yaml: """
        tools:
          - name: refund
            class: write
          # \(Self.terms)
          - name: payout
            class: big
          - name: third
        """)
    #expect(try sample.reaches("payout"))
    #expect(try sample.reaches("class: big"))
    #expect(try !sample.reaches("refund"))
    #expect(try !sample.reaches("third"))
  }

  @Test func `a comment at the top of a file is not about all of it`() throws {
    let sample = try Sample(yaml: "# \(Self.terms)\nserver_id: a\nversion: 1.0.0\n")
    #expect(try sample.reaches("server_id"))
    #expect(try !sample.reaches("version"))
  }

  @Test func `a comment at the end of a file is about nothing`() throws {
    let sample = try Sample(yaml: "a: 1\n# \(Self.terms)\n")
    #expect(sample.exceptions.first?.reach == [])
  }

  @Test func `in nginx a comment is about the directive or block that follows`() throws {
    let sample = Sample(
      nginx: """
        http {
          # \(Self.terms)
          server {
            location /a/ { proxy_pass http://a; }
          }
          server { listen 80; }
        }
        """)
    #expect(try sample.reaches("server {"))
    #expect(try sample.reaches("proxy_pass"))
    #expect(try !sample.reaches("listen 80"))
    #expect(try !sample.reaches("http {"))
  }

  @Test func `in nginx a comment behind a directive is about its line`() throws {
    let sample = Sample(
      nginx: "http {\n  server { # \(Self.terms)\n    listen 80;\n  }\n}\n")
    #expect(try sample.reaches("server {"))
    #expect(try !sample.reaches("listen"))
  }

  @Test func `a text in nginx is no comment`() {
    let sample = Sample(nginx: "http {\n  add_header X \"# \(Self.terms)\";\n}\n")
    #expect(sample.exceptions == [])
  }
}
