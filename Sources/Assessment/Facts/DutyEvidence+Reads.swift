import Estate
import SourceText

/// The duties of tools that only read.
extension DutyEvidence {
  /// Whether the scopes that the manifest lists are narrow; servers without tokens have none.
  var declaredScope: Reading? {
    guard server.isRemote != false else { return nil }
    let own = tool.scopes.map { ($0, ScopeReading($0.value)) }
    if let wide = own.first(where: { $0.1.breadth != nil || $0.1.grantsWrite }) {
      return .flag(false, at: wide.0.span)
    }
    if let first = own.first { return .flag(true, at: first.0.span) }
    if let wide = server.access.scopes.first(where: { ScopeReading($0.value).breadth != nil }) {
      return .flag(false, at: wide.span)
    }
    if let first = server.access.scopes.first { return .flag(true, at: first.span) }
    return takesTokens ? .absent(unstated("auth.scopes")) : nil
  }

  /// Whether the manifest or the catalog limits the tool's results.
  var declaredOutputLimit: Reading {
    let limit = subject.resultLimit
    return limit.isAbsent ? .absent(unstated("limits.max_result_bytes")) : limit
  }

  /// Whether the access policy grants the tool to agents by name, or tokens hold narrow scopes.
  var grantedScope: Reading {
    guard let policy = subject.context.fleet.policies.first else {
      let scopes = server.tokenSamples.flatMap(\.scopes)
      guard let first = scopes.first else { return .absent(Silence(.accessPolicy)) }
      let wide = scopes.first { ScopeReading($0.value).breadth != nil }
      return .flag(wide == nil, at: (wide ?? first).span)
    }
    let grants = subject.allowingGrants
    if let wide = grants.first(where: \.isForEveryAgent) {
      return .flag(false, at: wide.agents.first?.span ?? wide.span)
    }
    if let first = grants.first { return .flag(true, at: first.span) }
    return .flag(
      !subject.context.policyIndex.opensRest, at: policy.defaultDecision.span ?? policy.span)
  }

  /// Whether the gateway writes a structured record of every request; what it leaves to the server says
  /// nothing against the server's own log.
  var structuredLog: Reading? {
    guard !server.routes.isEmpty else { return nil }
    for route in server.routes {
      guard let log = route.accessLog.value, log.isStructured == true, log.target != "off" else {
        return nil
      }
    }
    return .flag(true, at: server.routes.first?.accessLog.span)
  }

  /// Whether the log holds records of the server.
  var loggedCalls: Reading {
    guard let traffic = server.traffic else { return .absent(silenceOfLog) }
    return .flag(true, at: traffic.sample)
  }

  /// Names of parameters that let a caller ask for anything that there is.
  private static let queryLanguages: Set<String> = [
    "sql", "query_sql", "sql_query", "statement", "soql", "kql", "graphql", "cypher",
  ]

  /// Whether the tool gives out a bounded part of what there is.
  var minimizedData: Reading {
    guard let input = tool.input else { return .absent(silenceOfSchema) }
    let language = input.parameters.first { parameter in
      !parameter.isConstrained && Self.queryLanguages.contains(parameter.name.value.lowercased())
    }
    guard language != nil || tool.bulkExport != nil, !subject.resultLimit.isYes else {
      return .flag(true, at: input.span)
    }
    return .flag(false, at: language?.name.span ?? tool.catalogEntry ?? input.span)
  }

  /// Whether more than the agent's name decides who reads sensitive data.
  var attributeAccess: Reading {
    guard let policy = subject.context.fleet.policies.first else { return gatewayPolicy }
    let grants = subject.allowingGrants
    if let plain = grants.first(where: { $0.environments.isEmpty && $0.tasks.isEmpty }) {
      return .flag(false, at: plain.span)
    }
    if let first = grants.first {
      return .flag(true, at: first.environments.first?.span ?? first.tasks.first?.span)
    }
    return .flag(
      !subject.context.policyIndex.opensRest, at: policy.defaultDecision.span ?? policy.span)
  }

  private var gatewayPolicy: Reading {
    let deciding = server.routes.compactMap { route in
      route.hasAuthorizationPolicy.value == true ? route.hasAuthorizationPolicy.span : nil
    }
    guard !server.routes.isEmpty, deciding.count == server.routes.count else {
      return .absent(Silence(.accessPolicy))
    }
    return .flag(true, at: deciding.first)
  }

  /// Whether the manifest says where records go, and that they hold no raw inputs.
  var declaredAudit: Reading {
    if server.audit.inputs.value == .raw { return .flag(false, at: server.audit.inputs.span) }
    return claimed(server.audit.store, "audit.store")
  }

  /// Whether the records of the server hold every field.
  var completeRecords: Reading {
    guard let traffic = server.traffic else { return loggedCalls }
    let limit = subject.context.thresholds.missingFieldShare
    let gaps = traffic.missingFields.filter { $0.value.share > limit }
    let worst = gaps.max { ($0.value.matching, $1.key) < ($1.value.matching, $0.key) }
    return .flag(worst == nil, at: worst?.value.sample ?? traffic.sample)
  }

  /// Whether the tool's scope is none that a tool for general search needs as well.
  var unsharedScope: Reading? {
    guard server.isRemote != false else { return nil }
    let general = peers.filter { $0.guardedClass == .openRead }
    guard !general.isEmpty else {
      let span = tool.sensitivity.span ?? server.dataSensitivity.span
      return .flag(true, at: span ?? subject.place)
    }
    let own = Set(tool.scopes.map(\.value))
    guard !own.isEmpty else {
      let scopes = server.access.scopes
      if scopes.count == 1 { return .flag(false, at: scopes[0].span) }
      return takesTokens || !scopes.isEmpty ? .absent(unstated("scopes", ofTool: true)) : nil
    }
    let shares = general.contains { own.isSubset(of: $0.tool.scopes.map(\.value)) }
    return .flag(!shares, at: tool.scopes.first?.span)
  }

  /// Whether callers come with tokens, which alone have scopes.
  private var takesTokens: Bool {
    switch server.access.scheme.value {
    case .mtls?, .apiKey?, .basic?, .some(.none): false
    case .oauth2?, .signedToken?, .sso?, nil: true
    }
  }
}
