import Estate
import Reading
import SourceText
import Syntax

/// Lowers the routes of one connection manager.
struct EnvoyRouteLowering {
  let connection: EnvoyConnectionManager
  let clusters: EnvoyClusters
  let rateLimitDomains: [RateLimitDomain]

  /// The routes of `virtualHosts` that lead to an upstream; redirects and direct responses lead nowhere.
  func routes(of virtualHosts: [Node]) -> [Route] {
    virtualHosts.flatMap { host in
      host["routes"].elementsOrSelf.compactMap { route(from: $0, of: host) }
    }
  }

  private func route(from node: Node, of host: Node) -> Route? {
    guard let action = node["route"] else { return nil }
    let path = Self.path(of: node)
    var route = Route(product: "Envoy", span: (node.member("match")?.value ?? node).span)
    route.hosts = host["domains"].elementsOrTexts.compactMap { domain in
      domain.scalarText.flatMap { text in
        text == "*" ? nil : Evidence(text, at: domain.span, grade: .configured)
      }
    }
    route.path = Stated(path)
    addUpstream(of: action, to: &route)
    addSecurity(of: node, host, path: path?.value ?? "/", to: &route)
    addTraffic(of: action, to: &route)
    route.rateLimits = EnvoyRateLimits(
      connection: connection, domains: rateLimitDomains
    ).limits(route: action["rate_limits"], host: host["rate_limits"], at: node)
    route.accessLog = connection.accessLog
    return route
  }

  private static func path(of route: Node) -> Evidence<String>? {
    let match = route["match"]
    let node =
      match["prefix"] ?? match["path"] ?? match["path_separated_prefix"]
      ?? match["safe_regex"]["regex"]
    return node.flatMap { node in
      node.scalarText.map { Evidence($0, at: node.span, grade: .configured) }
    }
  }

  private func addUpstream(of action: Node, to route: inout Route) {
    let weighted = action["weighted_clusters"]["clusters"].elementsOrSelf.compactMap { $0["name"] }
    let names = [action["cluster"]].compactMap { $0 } + weighted
    for name in names {
      guard let text = name.scalarText else { continue }
      let endpoints = clusters.endpoints(of: text)
      route.upstreams +=
        endpoints.isEmpty ? [Evidence(text, at: name.span, grade: .configured)] : endpoints
      route.hasCircuitBreaker.merge(clusters.hasCircuitBreaker(text))
    }
  }

  private func addSecurity(
    of node: Node, _ host: Node, path: String, to route: inout Route
  ) {
    let overrides = [host["typed_per_filter_config"], node["typed_per_filter_config"]]
    let authentication = EnvoyAuthentication(
      connection: connection, overrides: overrides.compactMap { $0 })
    route.isTLS = connection.isTLS
    route.authentication = authentication.kind(forPath: path)
    route.audiences = authentication.audiences(forPath: path)
    route.hasAuthorizationPolicy = authentication.authorizationPolicy
    let headers = EnvoyHeaders(layers: [connection.node["route_config"], host, node])
    route.identityHeaders = authentication.claimHeaders + headers.identityHeaders
    if let credential = headers.fixedCredential {
      route.upstreamCredential = Stated(.shared, at: credential, grade: .configured)
    } else if let injector = connection.filter("credential_injector") {
      route.upstreamCredential = Stated(
        .shared, at: injector.configuration.span, grade: .configured)
    } else if let place = authentication.passthrough {
      route.upstreamCredential = Stated(.passthrough, at: place, grade: .configured)
    }
  }

  private func addTraffic(of action: Node, to route: inout Route) {
    let anchor = action.member("cluster")?.value.span ?? action.span
    if let timeout = action["timeout"],
      let duration = timeout.scalarText.flatMap(WrittenDuration.init)
    {
      route.timeout = Stated(duration.milliseconds, at: timeout.span, grade: .configured)
    } else {
      // Envoy's default (config.route.v3.RouteAction.timeout).
      route.timeout = Stated(15_000, at: anchor, grade: .configured)
    }
    if let policy = action["retry_policy"] {
      let count = policy["num_retries"]?.integer.flatMap { Int(exactly: $0) } ?? 1
      route.retries = Stated(count, at: policy.span, grade: .configured)
    } else {
      route.retries = Stated(0, at: anchor, grade: .configured)
    }
    // Envoy hands response bytes on as they arrive.
    route.buffersResponses = Stated(false, at: anchor, grade: .configured)
  }
}

extension Optional where Wrapped == Node {
  /// The elements of a list of scalars; a single scalar stands for a list of one.
  var elementsOrTexts: [Node] {
    guard let node = self else { return [] }
    return node.kind == .sequence ? Array(node.elements) : [node]
  }
}
