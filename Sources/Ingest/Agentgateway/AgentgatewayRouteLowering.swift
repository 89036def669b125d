import Estate
import Reading
import SourceText
import Syntax

/// Lowers one route of agentgateway and its backend, target by target.
struct AgentgatewayRouteLowering {
  let scope: AgentgatewayScope
  let file: AgentgatewayFile
  let limits: [RateLimitDomain]

  /// One route for each target of an MCP backend, else one for the host; none where nothing is passed on.
  var routes: [Route] {
    guard let backend = scope.backend else { return [] }
    let targets = targets(of: backend)
    if !targets.isEmpty {
      return targets.map { target in
        var own = scope
        own.policies.append(target["policies"])
        own.policies.append(target["mcp"].flatMap(file.backend)?["policies"])
        var route = AgentgatewayRouteLowering(scope: own, file: file, limits: limits)
          .route(to: upstream(of: target))
        route.serverName = name(of: target)
        route.wrapsAPI = target["openapi"] != nil
        return route
      }
    }
    return host(of: backend).map { [route(to: $0)] } ?? []
  }

  /// The servers that the gateway, known as `agent`, starts as processes of its own.
  func startedServers(by agent: String) -> [ClientEntry] {
    guard let backend = scope.backend else { return [] }
    return targets(of: backend).compactMap { target in
      guard let process = target["stdio"], let name = target["name"], let text = name.scalarText
      else { return nil }
      var entry = ClientEntry(
        agent: agent, name: Evidence(text, at: name.span, grade: .configured),
        span: target.span)
      if let command = process["cmd"], let program = command.scalarText {
        let arguments = process["args"].elementsOrSelf.compactMap(\.scalarText)
        entry.command = Evidence(
          ([program] + arguments).joined(separator: " "), at: command.span, grade: .configured)
      }
      entry.package = PackageCommand.package(command: process["cmd"], arguments: process["args"])
      entry.credentialArguments = CredentialArguments.options(of: process["args"])
      let tools = AgentgatewayRules(scope: scope).namedTools
      entry.allowedTools = Stated(
        tools.flatMap { tools in
          tools.first.map { Evidence(tools.map(\.value.name), at: $0.span, grade: .configured) }
        })
      entry.transport = Stated(.stdio, at: process.span, grade: .configured)
      return entry
    }
  }

  private func targets(of backend: Node) -> [Node] {
    (backend["mcp"] ?? backend)["targets"].elementsOrSelf
  }

  /// The address of a target; its name where the gateway starts it itself.
  private func upstream(of target: Node) -> Evidence<String>? {
    for key in ["mcp", "sse", "openapi"] {
      guard let connection = target[key] else { continue }
      if let address = host(of: connection) { return address }
    }
    return name(of: target)
  }

  private func name(of target: Node) -> Evidence<String>? {
    target["name"].flatMap { name in
      name.scalarText.map { Evidence($0, at: name.span, grade: .configured) }
    }
  }

  /// `host`, with the `port` beside it, or the service or backend that is named instead.
  private func host(of node: Node) -> Evidence<String>? {
    guard
      let host = node["host"] ?? node["service"]["name"] ?? node["service"]["name"]["hostname"]
        ?? node["backend"], let text = host.scalarText
    else { return nil }
    let port = (node["port"] ?? node["service"]["port"])?.scalarText
    return Evidence(
      text.contains("://") ? text : text + (port.map { ":" + $0 } ?? ""), at: host.span,
      grade: .configured)
  }

  private func route(to upstream: Evidence<String>?) -> Route {
    var route = Route(product: "agentgateway", span: scope.anchor)
    route.hosts = hosts
    route.path = path
    route.upstreams = upstream.map { [$0] } ?? []
    let authentication = AgentgatewayAuthentication(scope: scope)
    // What is attached from elsewhere may ask for what the route itself does not.
    if authentication.kind.value != RouteAuthentication.none || !file.hasAttachedPolicies {
      route.authentication = authentication.kind
    }
    route.audiences = authentication.audiences
    route.upstreamCredential = authentication.upstreamCredential
    addPolicy(of: authentication.rules, to: &route)
    addTools(to: &route)
    addTLS(towards: upstream, to: &route)
    AgentgatewayHeaders(scope: scope).add(to: &route)
    route.rateLimits = AgentgatewayRateLimits(scope: scope, domains: limits).all
    addTraffic(to: &route)
    route.accessLog = AgentgatewayAccessLog(file: file.document, anchor: scope.anchor).stated
    return route
  }

  private var hosts: [Evidence<String>] {
    let own = scope.route["hostnames"].elementsOrTexts
    let names = own.isEmpty ? [scope.entrance["hostname"]].compactMap { $0 } : own
    return names.compactMap { name in
      guard let text = name.scalarText, text != "*" else { return nil }
      return Evidence(text, at: name.span, grade: .configured)
    }
  }

  /// The path that calls take; those under `/.well-known` only serve to find the authorization server.
  private var path: Stated<String> {
    let paths = scope.route["matches"].elementsOrSelf.compactMap { match in
      match["path"]["exact"] ?? match["path"]["pathPrefix"] ?? match["path"]["regex"]
    }
    let own = paths.first { $0.scalarText?.hasPrefix("/.well-known") == false }
    return Stated(
      own.flatMap { node in
        node.scalarText.map { Evidence($0, at: node.span, grade: .configured) }
      })
  }

  private func addPolicy(of rules: AgentgatewayRules, to route: inout Route) {
    if rules.decide, let place = rules.place {
      route.hasAuthorizationPolicy = Stated(true, at: place, grade: .configured)
    } else if let service = scope.policy("extAuthz") {
      route.hasAuthorizationPolicy = Stated(true, at: service.place, grade: .configured)
    } else if !file.hasAttachedPolicies {
      route.hasAuthorizationPolicy = Stated(
        false, at: rules.place ?? scope.anchor, grade: .configured)
    }
  }

  /// Adds the tools that the rules name: whatever no rule lets a caller call is not listed either.
  private func addTools(to route: inout Route) {
    let rules = AgentgatewayRules(scope: scope, of: ["mcpAuthorization"])
    guard let tools = rules.namedTools, let place = rules.place else { return }
    route.tools = Stated(
      ToolSelection(entries: tools.map(\.value)), at: place, grade: .configured)
  }

  private func addTLS(towards upstream: Evidence<String>?, to route: inout Route) {
    let entrance = scope.entrance
    if let certificates = entrance.member("tls"), certificates.value.kind != .null {
      route.isTLS = Stated(true, at: certificates.key.span, grade: .configured)
      let least = (certificates.value["minTLSVersion"] ?? certificates.value["minTlsVersion"])
      if let least, let text = least.scalarText {
        // No release speaks an older version than 1.2.
        route.tls.versions = Stated(
          text.contains("3") ? [.tls13] : [.tls12, .tls13], at: least.span, grade: .configured)
      }
    } else {
      let place = (entrance["protocol"] ?? scope.port)?.span ?? scope.anchor
      route.isTLS = Stated(false, at: place, grade: .configured)
    }
    guard let upstream, upstream.value.contains(where: { ":.".contains($0) }) else { return }
    let policy = scope.policy("backendTLS")
    let isEncrypted =
      policy != nil || upstream.value.hasPrefix("https://") || upstream.value.hasSuffix(":443")
    route.tls.isUpstreamEncrypted = Stated(
      isEncrypted, at: policy?.place ?? upstream.span, grade: .configured)
    guard isEncrypted else { return }
    let exemption = policy?.node["insecure"]
    route.tls.verifiesUpstream = Stated(
      exemption?.boolean != true, at: exemption?.span ?? policy?.place ?? upstream.span,
      grade: .configured)
  }

  private func addTraffic(to route: inout Route) {
    if let timeout = scope.policy("timeout") {
      let value = timeout.node["requestTimeout"] ?? timeout.node["backendRequestTimeout"]
      let duration = value?.scalarText.flatMap(WrittenDuration.init)
      route.timeout = Stated(
        duration.map {
          Evidence($0.milliseconds, at: value?.span ?? timeout.place, grade: .configured)
        })
    } else if !file.hasAttachedPolicies {
      // Without the policy the gateway waits as long as the server takes.
      route.timeout = Stated(0, at: scope.anchor, grade: .configured)
    }
    if let retry = scope.policy("retry") {
      let attempts = retry.node["attempts"]
      route.retries = Stated(
        attempts?.integer.flatMap { Int(exactly: $0) } ?? 1, at: attempts?.span ?? retry.place,
        grade: .configured)
    } else {
      route.retries = Stated(0, at: scope.anchor, grade: .configured)
    }
    // Without codes of answers only a connection that failed is tried again.
    let hasCodes = scope.policy("retry")?.node["codes"]?.elements.first { _ in true } != nil
    route.repeats = hasCodes ? route.retries : route.retries.compactMap { _ in 0 }
    let health = scope.policy("health")
    let eviction = health?.node.member("eviction")
    route.hasCircuitBreaker = Stated(
      eviction != nil, at: eviction?.key.span ?? health?.place ?? scope.anchor, grade: .configured)
    let buffer = scope.policy("buffer").flatMap { $0.node.member("response") }
    route.buffersResponses = Stated(
      buffer != nil, at: buffer?.key.span ?? scope.anchor, grade: .configured)
  }
}
