import Estate
import Reading
import SourceText
import Syntax

/// Lowers one backend of one `MCPRoute`.
struct MCPRouteLowering {
  let resource: Node
  let backend: Node
  let resources: KubernetesResources

  private var spec: Node? { resource["spec"] }
  /// What the route itself says about its callers.
  var security: Node? { spec["securityPolicy"] }

  /// Where a finding about what is missing points.
  var anchor: SourceSpan { (backend["name"] ?? backend).span }

  /// The names of the route's gateways.
  private var gatewayNames: [String] {
    spec["parentRefs"].elementsOrSelf.compactMap { $0["name"]?.scalarText }
  }

  /// The first of the route's gateways of which the resource was not given; `nil` where one was.
  private var missingGateway: Evidence<String>? {
    guard gatewayNames.allSatisfy({ resources.resource("Gateway", $0) == nil }) else { return nil }
    let reference = spec["parentRefs"].elementsOrSelf.lazy.compactMap { $0["name"] }.first
    return reference.flatMap { name in
      name.scalarText.map { Evidence($0, at: name.span, grade: .configured) }
    }
  }

  /// What a policy of the gateway's own kinds can be attached to so that it holds here.
  var targets: [(kind: String, name: String)] {
    let name = resource["metadata"]["name"]?.scalarText ?? ""
    return gatewayNames.map { ("Gateway", $0) } + [("MCPRoute", name), ("HTTPRoute", name)]
  }

  /// What the route says about calls of the backend.
  var route: Route {
    var route = Route(product: "Envoy AI Gateway", span: anchor)
    route.hosts = (spec["hostnames"].elementsOrTexts).compactMap { name in
      name.scalarText.map { Evidence($0, at: name.span, grade: .configured) }
    }
    if let path = spec["path"], let text = path.scalarText {
      route.path = Stated(text, at: path.span, grade: .configured)
    } else {
      // The default of `spec.path`.
      route.path = Stated("/mcp", at: anchor, grade: .configured)
    }
    route.upstreams = upstreams
    route.images = images
    route.missingParent = missingGateway
    route.serverName = backend["name"].flatMap { name in
      name.scalarText.map { Evidence($0, at: name.span, grade: .configured) }
    }
    addCallers(to: &route)
    addIdentities(to: &route)
    addTLS(to: &route)
    addTraffic(to: &route)
    addCountedHeaders(to: &route)
    addTools(to: &route)
    route.accessLog = accessLog
    return route
  }

  private var upstreams: [Evidence<String>] {
    guard let name = backend["name"], let text = name.scalarText else { return [] }
    let found = resources.resource("Backend", text)
    let endpoints = found.map { $0["spec"]["endpoints"].elementsOrSelf } ?? []
    let addresses = endpoints.compactMap { endpoint -> Evidence<String>? in
      let place = endpoint["fqdn"] ?? endpoint["ip"]
      guard let host = place["hostname"] ?? place["address"], let text = host.scalarText else {
        return nil
      }
      let port = place["port"]?.scalarText.map { ":" + $0 } ?? ""
      return Evidence(text + port, at: host.span, grade: .configured)
    }
    guard addresses.isEmpty else { return addresses }
    let port = backend["port"]?.scalarText.map { ":" + $0 } ?? ""
    return [Evidence(text + port, at: name.span, grade: .configured)]
  }

  // MARK: TLS

  private func addTLS(to route: inout Route) {
    let gateways = gatewayNames.compactMap { resources.resource("Gateway", $0) }
    let sections = spec["parentRefs"].elementsOrSelf.compactMap { $0["sectionName"]?.scalarText }
    let listeners = gateways.flatMap { $0["spec"]["listeners"].elementsOrSelf }.filter { listener in
      sections.isEmpty || sections.contains(listener["name"]?.scalarText ?? "")
    }
    let protocols = listeners.compactMap { $0["protocol"] }
    if let plain = protocols.first(where: { !["HTTPS", "TLS"].contains($0.scalarText ?? "") }) {
      route.isTLS = Stated(false, at: plain.span, grade: .configured)
    } else if let first = protocols.first {
      route.isTLS = Stated(true, at: first.span, grade: .configured)
    }
    guard let name = backend["name"]?.scalarText else { return }
    let kind = backend["kind"]?.scalarText ?? "Service"
    let policy = resources.policies("BackendTLSPolicy", on: [(kind, name)]).first
    let validation = policy?["spec"]?.member("validation")
    route.tls.isUpstreamEncrypted = Stated(
      policy != nil, at: validation?.key.span ?? anchor, grade: .configured)
    if let validation {
      route.tls.verifiesUpstream = Stated(true, at: validation.key.span, grade: .configured)
    }
  }

  // MARK: Traffic

  /// What the controller writes into the routes that it generates, in milliseconds; no field changes it.
  private static let fixedTimeout = 30 * 60_000

  private func addTraffic(to route: inout Route) {
    for policy in trafficPolicies {
      if let timeout = policy["timeout"]["http"]["requestTimeout"],
        let duration = timeout.scalarText.flatMap(WrittenDuration.init)
      {
        route.timeout = Stated(duration.milliseconds, at: timeout.span, grade: .configured)
      }
      if let retries = policy["retry"]["numRetries"],
        let count = retries.integer.flatMap({ Int(exactly: $0) })
      {
        route.retries = Stated(count, at: retries.span, grade: .configured)
      }
      if let breaker = policy.member("circuitBreaker") {
        route.hasCircuitBreaker = Stated(true, at: breaker.key.span, grade: .configured)
      }
    }
    route.rateLimits = rateLimitRules.map(Self.rateLimit)
    if !route.timeout.isStated {
      route.timeout = Stated(Self.fixedTimeout, at: anchor, grade: .configured)
    }
    if !route.hasCircuitBreaker.isStated, missingGateway == nil {
      route.hasCircuitBreaker = Stated(false, at: anchor, grade: .configured)
    }
    route.buffersResponses = Stated(false, at: anchor, grade: .configured)
  }

  private var trafficPolicies: [Node] {
    resources.policies("BackendTrafficPolicy", on: targets).compactMap { $0["spec"] }
  }

  /// The rules of the rate limits that hold on the route.
  var rateLimitRules: [Node] {
    trafficPolicies.flatMap { policy in
      let limits = policy["rateLimit"]
      return limits["global"]["rules"].elementsOrSelf + limits["local"]["rules"].elementsOrSelf
    }
  }

  /// The headers whose every value is counted apart.
  static func distinctHeaders(of rule: Node) -> [Node] {
    rule["clientSelectors"].elementsOrSelf.flatMap { $0["headers"].elementsOrSelf }
      .filter { $0["type"]?.scalarText == "Distinct" }
  }

  private static func rateLimit(_ rule: Node) -> RateLimit {
    let selectors = rule["clientSelectors"].elementsOrSelf.flatMap { selector in
      selector["headers"].elementsOrSelf
    }
    let caller = distinctHeaders(of: rule).first {
      IdentityHeaderName.matches(($0["name"]?.scalarText ?? "").lowercased())
    }
    let tool = selectors.first {
      ToolHeaderName.matches(($0["name"]?.scalarText ?? "").lowercased())
    }
    let perMinute: [String: Double] = [
      "Second": 60, "Minute": 1, "Hour": 1 / 60, "Day": 1 / 1440,
    ]
    let requests = rule["limit"]["requests"]
    let factor = rule["limit"]["unit"]?.scalarText.flatMap { perMinute[$0] }
    let calls = requests?.number.flatMap { number in
      factor.flatMap { Int(exactly: (number * $0).rounded(.up)) }
    }
    return RateLimit(
      span: rule.span, reach: Evidence(.matches, at: rule.span, grade: .configured),
      isPerCaller: Evidence(caller != nil, at: caller?.span ?? rule.span, grade: .configured),
      namedCallers: [],
      isPerTool: Evidence(tool != nil, at: tool?.span ?? rule.span, grade: .configured),
      callsPerMinute: calls.map {
        Evidence($0, at: requests?.span ?? rule.span, grade: .configured)
      })
  }

  /// Adds the tools that the backend shows, where the route names them; patterns that stand for more than
  /// names leave it open.
  private func addTools(to route: inout Route) {
    guard let selector = backend.member("toolSelector") else { return }
    var names = selector.value["include"].elementsOrTexts.compactMap(\.scalarText)
    for pattern in selector.value["includeRegex"].elementsOrTexts {
      guard let listed = Self.names(listedBy: pattern.scalarText ?? "") else { return }
      names += listed
    }
    guard !names.isEmpty else { return }
    route.tools = Stated(
      ToolSelection(entries: names.map { ToolSelection.Entry($0) }), at: selector.key.span,
      grade: .configured)
  }

  /// The names that `pattern` stands for where it is no more than a list, such as `^(get|put)_note$` is not
  /// and `^(get|put)$` is.
  private static func names(listedBy pattern: String) -> [String]? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$") else { return nil }
    var list = pattern.dropFirst().dropLast()
    if list.hasPrefix("("), list.hasSuffix(")") { list = list.dropFirst().dropLast() }
    let isGrouped = list.count < pattern.count - 2
    if list.hasPrefix("?:") { list = list.dropFirst(2) }
    let names = list.split(separator: "|", omittingEmptySubsequences: false)
    let areNames = names.allSatisfy { name in
      !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }
    return areNames && (isGrouped || names.count == 1) ? names.map(String.init) : nil
  }

  /// What the proxy of the first gateway writes; unstated where the gateway is not known.
  private var accessLog: Stated<AccessLog> {
    guard let gateway = gatewayNames.lazy.compactMap({ resources.resource("Gateway", $0) }).first
    else { return Stated() }
    let parameters = gateway["spec"]["infrastructure"]["parametersRef"]["name"]?.scalarText
    let proxy = parameters.flatMap { resources.resource("EnvoyProxy", $0) }
    guard let log = proxy?["spec"]["telemetry"]?.member("accessLog") else {
      // Envoy Gateway writes JSON to standard output unless it is told otherwise.
      let place = (gateway["metadata"]["name"] ?? gateway).span
      return Stated(
        AccessLog(target: "stdout", isStructured: true, fields: []), at: place, grade: .configured)
    }
    if log.value["disable"]?.boolean == true {
      return Stated(
        AccessLog(target: "off", isStructured: false, fields: []), at: log.key.span,
        grade: .configured)
    }
    let format = log.value["settings"].elementsOrSelf.lazy.compactMap { $0["format"] }.first
    let fields = (format?["json"]).membersOrNone.compactMap(\.key.scalarText)
    return Stated(
      AccessLog(
        target: "stdout", isStructured: format.map { $0["type"]?.scalarText != "Text" } ?? true,
        fields: fields), at: log.key.span, grade: .configured)
  }
}
