import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

/// What the adapter makes of configurations written in a test, and the text that spans of it mean.
struct NginxRouteSample {
  let contribution: Contribution
  private var library = SourceLibrary()

  /// Lowers `files` by path.
  init(files: [String: String]) {
    var trees: [NginxTree] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      trees.append(
        NginxParser.parseLeniently(library.add(path: path, bytes: Array(text.utf8))))
    }
    contribution = NginxAdapter.lower(trees)
  }

  /// Lowers one complete configuration: `http` stands before the server, `server` and `location` within
  /// a server that listens on 443 and its location `/mcp/`.
  init(http: String = "", server: String = "", location: String) {
    self.init(files: [
      "nginx.conf": """
      events {}
      http {
        \(http)
        server {
          listen 443 ssl;
          server_name gateway.internal;
          \(server)
          location = /check { internal; proxy_pass http://idp:9000; }
          location = /checked { auth_request /check; return 204; }
          location /mcp/ { \(location) proxy_pass http://tools:8080; }
        }
      }
      """
    ])
  }

  /// The only route.
  func route() throws -> Route {
    try #require(contribution.routes.count == 1)
    return contribution.routes[0]
  }

  /// The only rate limit of the only route.
  func limit() throws -> RateLimit {
    let limits = try route().rateLimits
    try #require(limits.count == 1)
    return limits[0]
  }

  /// The bytes of `span`.
  func text(_ span: SourceSpan?) -> String? { span.map { library.text(of: $0) } }

  /// The value of a fact and the text at its place.
  func reading<Value>(_ fact: Stated<Value>) -> [String] {
    fact.statements.map { "\($0.value) at \(library.text(of: $0.span))" }
  }

  /// The value of a piece of evidence and the text at its place.
  func reading<Value>(_ evidence: Evidence<Value>?) -> String? {
    evidence.map { "\($0.value) at \(library.text(of: $0.span))" }
  }

  /// Everything that is said about the input.
  var messages: [String] {
    contribution.diagnostics.map { "\($0.message) at \(library.text(of: $0.span))" }
  }
}
