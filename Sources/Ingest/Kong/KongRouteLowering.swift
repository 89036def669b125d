import Estate
import SourceText
import Syntax

/// Lowers one route of Kong and the service behind it.
struct KongRouteLowering {
  let scope: KongScope
  let configuration: KongConfiguration

  /// What the configuration says about calls that take the route.
  var route: Route {
    var route = Route(product: "Kong", span: scope.anchor)
    route.blocks = scope.blocks
    route.hosts = (scope.route["hosts"]).elementsOrTexts.compactMap(Self.text)
    route.path = Stated((scope.route["paths"]).elementsOrTexts.lazy.compactMap(Self.path).first)
    route.upstreams = upstreams
    route.upstreamNames = (scope.service?["name"]).flatMap(Self.text).map { [$0] } ?? []
    route.serverName = serverName
    let authentication = KongAuthentication(scope: scope, in: configuration)
    route.authentication = authentication.kind
    route.audiences = authentication.audiences
    route.upstreamCredential = KongUpstreamCredential(scope: scope).stated
    route.hasAuthorizationPolicy = authentication.policy
    route.admission = authentication.admission
    KongHeaders(scope: scope, authentication: authentication).add(to: &route)
    route.rateLimits = KongRateLimits(scope: scope).all
    addTLS(to: &route)
    addTraffic(to: &route)
    route.accessLog = accessLog
    return route
  }

  private static func text(_ node: Node) -> Evidence<String>? {
    node.scalarText.map { Evidence($0, at: node.span, grade: .configured) }
  }

  /// A path that begins with `~` is a regular expression.
  private static func path(_ node: Node) -> Evidence<String>? {
    text(node).map { path in path.map { $0.hasPrefix("~") ? "^" + $0.dropFirst() : $0 } }
  }

  // MARK: The service

  /// What Kong calls the MCP server behind the route; `nil` where no plugin says that there is one.
  ///
  /// In the mode `conversion-only` a route holds the tools of a server that another route is.
  private var serverName: Evidence<String>? {
    let proxy = scope.plugin("ai-mcp-proxy")
    let isServer =
      proxy.map { $0.config?["mode"]?.scalarText != "conversion-only" }
      ?? (scope.plugin("ai-mcp-oauth2") != nil)
    guard isServer else { return nil }
    return (scope.service?["name"] ?? scope.route["name"]).flatMap(Self.text)
  }

  /// The address, written at once or in parts, or those of the group that it names.
  private var upstreams: [Evidence<String>] {
    guard let service = scope.service else { return [] }
    let targets = (group?["targets"]).elementsOrTexts.compactMap { $0["target"] ?? $0 }
    let addresses = targets.compactMap(Self.text)
    if !addresses.isEmpty { return addresses }
    if let url = service["url"] { return Self.text(url).map { [$0] } ?? [] }
    guard let host = service["host"], let name = host.scalarText else { return [] }
    let port = service["port"]?.scalarText.map { ":" + $0 } ?? ""
    return [Evidence(name + port, at: host.span, grade: .configured)]
  }

  /// The group of addresses that the service's host names, which stands by itself or in `url`.
  private var group: Node? {
    let host = scope.service?["host"]?.scalarText
    let url = scope.service?["url"]?.scalarText
    return (url.flatMap { NetworkAddress($0)?.host } ?? host).flatMap(configuration.upstream)
  }

  /// The service's protocol, and where it stands.
  private var upstreamProtocol: (name: String, place: SourceSpan)? {
    if let url = scope.service?["url"], let text = url.scalarText {
      return (String(text.prefix { $0 != ":" }), url.span)
    }
    guard let node = scope.service?["protocol"], let text = node.scalarText else { return nil }
    return (text, node.span)
  }

  private func addTLS(to route: inout Route) {
    let protocols = (scope.route["protocols"]).elementsOrTexts
    let plain = protocols.first { !["https", "grpcs", "tls", "wss"].contains($0.scalarText ?? "") }
    // Without `protocols` a route takes plain HTTP as well.
    route.isTLS = Stated(
      plain == nil && !protocols.isEmpty, at: (plain ?? protocols.first)?.span ?? scope.anchor,
      grade: .configured)
    guard let upstream = upstreamProtocol else { return }
    let isEncrypted = ["https", "grpcs", "tls", "wss"].contains(upstream.name)
    route.tls.isUpstreamEncrypted = Stated(isEncrypted, at: upstream.place, grade: .configured)
    // Whether Kong checks by default is said in `kong.conf`.
    if isEncrypted, let verify = scope.service?["tls_verify"], let value = verify.boolean {
      route.tls.verifiesUpstream = Stated(value, at: verify.span, grade: .configured)
    }
  }

  // MARK: Traffic

  private func addTraffic(to route: inout Route) {
    route.timeout = setting(scope.service, "read_timeout", default: 60_000) {
      $0.integer.flatMap { Int(exactly: $0) }
    }
    route.retries = setting(scope.service, "retries", default: 5) {
      $0.integer.flatMap { Int(exactly: $0) }
    }
    route.buffersResponses = setting(scope.route, "response_buffering", default: true) {
      $0.boolean
    }
    route.upstreamHTTPVersion = Stated("1.1", at: scope.anchor, grade: .configured)
    route.hasCircuitBreaker = circuitBreaker
    route.maxRequestBytes = maxRequestBytes
  }

  /// `key` of `entity`, or Kong's default, which stands at the entity's name.
  private func setting<Value>(
    _ entity: Node?, _ key: String, default value: Value, _ read: (Node) -> Value?
  ) -> Stated<Value> {
    // What a service says that stands in another file is not known.
    guard let entity else { return Stated() }
    guard let node = entity[key], node.kind != .null else {
      return Stated(value, at: (entity["name"] ?? entity).span, grade: .configured)
    }
    return Stated(read(node).map { Evidence($0, at: node.span, grade: .configured) })
  }

  /// The counters at which an address is taken out; all of them are 0 by default, which is never.
  private static let counters = ["http_failures", "tcp_failures", "timeouts"]

  private var circuitBreaker: Stated<Bool> {
    guard let service = scope.service, let host = service["host"] ?? service["url"] else {
      return Stated()
    }
    let checks = group?["healthchecks"]
    for kind in ["passive", "active"] {
      let unhealthy = checks?[kind]?["unhealthy"]
      if let counter = Self.counters.lazy.compactMap({ unhealthy?[$0] }).first(where: {
        ($0.number ?? 0) > 0
      }) {
        return Stated(true, at: counter.span, grade: .configured)
      }
    }
    let place = group?.place(of: "healthchecks") ?? (group?["name"] ?? host).span
    return Stated(false, at: place, grade: .configured)
  }

  private static let sizes = ["megabytes": 1_048_576, "kilobytes": 1024, "bytes": 1]

  private var maxRequestBytes: Stated<Int> {
    if let node = scope.plugin("ai-mcp-proxy")?.config?["max_request_body_size"],
      let bytes = node.integer.flatMap({ Int(exactly: $0) })
    {
      return Stated(bytes, at: node.span, grade: .configured)
    }
    guard let plugin = scope.plugin("request-size-limiting") else { return Stated() }
    let node = plugin.config?["allowed_payload_size"]
    let unit = plugin.config?["size_unit"]?.scalarText ?? "megabytes"
    // 128 megabytes unless the plugin is told otherwise.
    guard let factor = Self.sizes[unit], let count = node.map({ $0.number }) ?? 128,
      let bytes = Int(exactly: (count * Double(factor)).rounded())
    else { return Stated() }
    return Stated(bytes, at: node?.span ?? plugin.place, grade: .configured)
  }

  // MARK: Access log

  private static let logs = [
    "file-log", "http-log", "kafka-log", "loggly", "opentelemetry", "syslog", "tcp-log", "udp-log",
  ]

  /// Fields of every record that Kong's log plugins write.
  private static let fields = [
    "client_ip", "consumer", "latencies", "request", "response", "route", "service", "started_at",
    "upstream_uri",
  ]

  /// The first plugin that writes records.
  ///
  /// One that is switched off says that nobody wants records; unstated where there is none at all, because
  /// `kong.conf` decides about the log that Kong itself keeps.
  private var accessLog: Stated<AccessLog> {
    guard let plugin = Self.logs.lazy.compactMap({ scope.plugin($0) }).first else {
      let unused = scope.unusedPlugins.first { Self.logs.contains($0.name) }
      return Stated(
        unused.map { plugin in
          Evidence(
            AccessLog(target: "off", isStructured: false, fields: []), at: plugin.place,
            grade: .configured)
        })
    }
    let config = plugin.config
    let target = (config?["path"] ?? config?["http_endpoint"] ?? config?["host"])?.scalarText
    let own = (config?["custom_fields_by_lua"]).membersOrNone.compactMap(\.key.scalarText)
    return Stated(
      AccessLog(target: target ?? plugin.name, isStructured: true, fields: Self.fields + own),
      at: plugin.place, grade: .configured)
  }
}
