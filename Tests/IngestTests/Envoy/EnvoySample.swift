import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

/// What the adapter makes of configurations written in a test, and the text that spans of it mean.
struct EnvoySample {
  let contribution: Contribution
  private var library = SourceLibrary()

  /// Lowers whole documents in YAML.
  init(documents: [String], rateLimitServices: [String] = []) throws {
    var trees: [[Node]] = []
    for (index, text) in (documents + rateLimitServices).enumerated() {
      let source = library.add(path: "\(index).yaml", bytes: Array(text.utf8))
      trees.append(try YAMLParser.parse(source).documents)
    }
    contribution = EnvoyAdapter.lower(
      trees.prefix(documents.count).flatMap { $0 },
      rateLimitServices: trees.dropFirst(documents.count).flatMap { $0 })
  }

  /// Lowers one listener with one virtual host, from parts in flow style: what stands in the connection
  /// manager beside its routes, in the filter chain, in the virtual host and among the clusters, and the
  /// routes themselves.
  init(
    filters: String = "[]", manager: String = "", chain: String = "", host: String = "",
    routes: String, clusters: String = "[]", rateLimits: String? = nil
  ) throws {
    let document = """
      static_resources: {
        listeners: [{name: public, filter_chains: [{\(chain)
          filters: [{name: envoy.filters.network.http_connection_manager, typed_config: {
            stat_prefix: ingress, \(manager)
            http_filters: \(filters),
            route_config: {name: local, virtual_hosts: [{name: mcp, domains: [mcp.internal], \(host)
              routes: \(routes)}]}}}]}]}],
        clusters: \(clusters)}
      """
    try self.init(documents: [document], rateLimitServices: rateLimits.map { [$0] } ?? [])
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

  /// The path, line and column at which `span` begins.
  func place(_ span: SourceSpan) -> String {
    let location = library.location(of: span)
    return "\(location.path):\(location.start.line):\(location.start.column)"
  }

  /// The values of a fact and the texts at their places.
  func reading<Value>(_ fact: Stated<Value>) -> [String] {
    fact.statements.map { "\($0.value) at \(library.text(of: $0.span))" }
  }

  /// The value of a piece of evidence and the text at its place.
  func reading<Value>(_ evidence: Evidence<Value>?) -> String? {
    evidence.map { "\($0.value) at \(library.text(of: $0.span))" }
  }

  /// Why the only rate limit can never apply, and the text at the place that decides.
  func obstacle() throws -> [String] {
    let reach = try limit().reach
    guard case .neverMatches(let reason) = reach.value else { return [] }
    return [reason, library.text(of: reach.span)]
  }
}
