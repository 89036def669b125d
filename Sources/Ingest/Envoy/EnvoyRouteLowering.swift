import Estate
import Reading
import SourceText
import Syntax

/// Lowers the routes of one route configuration behind one connection manager.
struct EnvoyRouteLowering {
  let connection: EnvoyConnectionManager
  let configuration: Node
  let clusters: EnvoyClusters
  let rateLimitDomains: [RateLimitDomain]

  /// The routes that lead to an upstream, and what is wrong with them; redirects and direct responses lead
  /// nowhere, and neither does a route that others stand in front of.
  var contribution: Contribution {
    var contribution = Contribution()
    for host in configuration["virtual_hosts"].elementsOrSelf {
      var reach = EnvoyRouteOrder()
      for node in host["routes"].elementsOrSelf {
        let path = EnvoyPathMatch(node["match"])
        if let earlier = reach.routeInFront(of: path) {
          contribution.diagnostics.append(Self.shadowing(of: path, by: earlier))
        } else {
          add(node, path, of: host, to: &contribution)
        }
        reach.add(path, of: node)
      }
    }
    return contribution
  }

  private static func shadowing(of path: EnvoyPathMatch, by earlier: SourceSpan) -> Diagnostic {
    Diagnostic(
      .note, at: path.path?.span ?? earlier,
      "this route can never match: one before it takes the same requests",
      advice: "Remove it, or put the narrower route first.",
      related: [Diagnostic.Related(span: earlier, message: "the route that takes them")])
  }

  private func add(
    _ node: Node, _ path: EnvoyPathMatch, of host: Node, to contribution: inout Contribution
  ) {
    guard let action = node["route"] else { return }
    let scope = EnvoyRouteScope(connection: connection, layers: [configuration, host, node])
    let authentication = EnvoyAuthentication(scope: scope, path: path)
    let headers = EnvoyHeaderOrigins(
      authentication: authentication,
      own: EnvoyHeaders(
        scope: scope, alsoOf: action["weighted_clusters"]["clusters"].elementsOrSelf))
    contribution.routes.append(route(by: action, path, of: host, headers))
    contribution.gatewaySettings +=
      EnvoySettings(
        action: action, path: path, headers: headers, clusters: clusters
      ).all
    guard let name = authentication.demand?.missingRequirement else { return }
    contribution.diagnostics.append(
      Diagnostic(
        .warning, at: name.span,
        "no requirement of `requirement_map` is called '\(name.scalarText ?? "")', so that Envoy"
          + " lets no request through"))
  }

  private func route(
    by action: Node, _ path: EnvoyPathMatch, of host: Node, _ headers: EnvoyHeaderOrigins
  ) -> Route {
    let scope = headers.authentication.scope
    var route = Route(product: "Envoy", span: path.path?.span ?? scope.anchor)
    route.blocks = scope.layers.reversed().map(\.span)
    route.hosts = Self.hosts(of: host)
    route.hostTables = [configuration.span]
    route.path = Stated(path.path)
    addUpstream(of: action, to: &route)
    addSecurity(headers, to: &route)
    addTraffic(of: action, host, in: scope, to: &route)
    route.accessLog = headers.accessLog
    return route
  }

  private static func hosts(of host: Node) -> [Evidence<String>] {
    let hosts = host["domains"].elementsOrTexts.compactMap { domain in
      domain.scalarText.map { Evidence($0, at: domain.span, grade: .configured) }
    }
    return hosts.allSatisfy { $0.value == "*" } ? [] : hosts
  }

  private func addUpstream(of action: Node, to route: inout Route) {
    let weighted = action["weighted_clusters"]["clusters"].elementsOrSelf.compactMap { $0["name"] }
    let names = [action["cluster"]].compactMap { $0 } + weighted
    for name in names {
      guard let text = name.scalarText else { continue }
      if let cluster = clusters.cluster(text) { route.blocks.append(cluster.span) }
      route.upstreamNames.append(Evidence(text, at: name.span, grade: .configured))
      let endpoints = clusters.endpoints(of: text)
      route.upstreams +=
        endpoints.isEmpty ? [Evidence(text, at: name.span, grade: .configured)] : endpoints
    }
    // The client's header names the cluster.
    if names.isEmpty, let header = action["cluster_header"], let text = header.scalarText {
      route.upstreams = [Evidence(text, at: header.span, grade: .configured)]
    }
    let texts = names.compactMap(\.scalarText)
    let upstream = texts.first.map { clusters.encryption(of: $0) }
    route.tls.isUpstreamEncrypted = upstream?.isEncrypted ?? Stated()
    route.tls.verifiesUpstream = upstream?.isVerified ?? Stated()
    route.hasCircuitBreaker = clusters.haveCircuitBreakers(texts)
    route.upstreamHTTPVersion = texts.first.map(clusters.httpVersion) ?? Stated()
  }

  private func addSecurity(_ headers: EnvoyHeaderOrigins, to route: inout Route) {
    let authentication = headers.authentication
    let scope = authentication.scope
    route.isTLS = connection.isTLS
    route.authentication = authentication.kind
    route.audiences = authentication.audiences
    route.hasAuthorizationPolicy = authentication.authorizationPolicy
    route.failsOpen = authentication.failsOpen
    route.admission = EnvoyAdmission(scope: scope, path: authentication.path).stated
    let limits = EnvoyRateLimits(scope: scope, domains: rateLimitDomains)
    // Envoy's own buckets count nobody apart, so that what is missing is missing in the descriptors.
    route.rateLimits = EnvoyLocalRateLimit.all(in: scope) + limits.all
    connection.addTLS(to: &route.tls)
    EnvoyIdentities(headers: headers).add(to: &route, countedBy: limits)
    route.upstreamCredential = Stated(headers.own.credential)
    guard headers.own.credential == nil else { return }
    if let injector = scope.filter("credential_injector") {
      route.upstreamCredential = Stated(.shared, at: injector.place, grade: .configured)
    } else if !headers.own.removesAuthorization {
      route.upstreamCredential = authentication.inheritedCredential
    }
  }

  private func addTraffic(
    of action: Node, _ host: Node, in scope: EnvoyRouteScope, to route: inout Route
  ) {
    let anchor = (action["cluster"] ?? action).span
    route.timeout = EnvoyTimeouts(action: action, connection: connection).stated
    let retryPolicy = action["retry_policy"] ?? host["retry_policy"]
    route.retries = Self.retries(retryPolicy, anchor: anchor)
    route.repeats = Self.repeats(retryPolicy, upTo: route.retries)
    // Envoy hands response bytes on as they arrive.
    route.buffersResponses = Stated(false, at: anchor, grade: .configured)
    if let filter = scope.filter("buffer") {
      let limit = (filter.override["buffer"] ?? filter.configuration)["max_request_bytes"]
      if let limit, let bytes = limit.integer.flatMap({ Int(exactly: $0) }) {
        route.maxRequestBytes = Stated(bytes, at: limit.span, grade: .configured)
      }
    }
  }

  /// Reasons to try again for which the server has not seen the request.
  private static let unseen: Set<String> = [
    "connect-failure", "refused-stream", "reset-before-request", "http3-post-connect-failure",
    "envoy-ratelimited",
  ]

  /// None of `retries` repeats a call where each of their reasons is that the server never saw it.
  private static func repeats(_ policy: Node?, upTo retries: Stated<Int>) -> Stated<Int> {
    let reasons = (policy?["retry_on"]?.scalarText ?? "").split { $0 == "," || $0 == " " }
    let isUnseen = reasons.allSatisfy { unseen.contains(String($0)) }
    return isUnseen ? retries.compactMap { _ in 0 } : retries
  }

  /// A policy without `retry_on` never tries again; one without a number does once.
  private static func retries(_ policy: Node?, anchor: SourceSpan) -> Stated<Int> {
    guard let policy, let reasons = policy["retry_on"] else {
      return Stated(0, at: anchor, grade: .configured)
    }
    guard let number = policy["num_retries"] else {
      return Stated(1, at: reasons.span, grade: .configured)
    }
    return Stated(
      number.integer.flatMap { Int(exactly: $0) }
        .map { Evidence($0, at: number.span, grade: .configured) })
  }
}
