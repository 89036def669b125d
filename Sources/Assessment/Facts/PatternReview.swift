import Estate
import SourceText

/// Whether the way in which a server is deployed fits what it does (seed 3's matrix).
struct PatternReview: Sendable {
  /// Something that the pattern which fits has and the server has not.
  struct Lack: Sendable {
    /// A sentence without its period.
    let text: String
    let span: SourceSpan?
    let grade: Grade
  }

  /// The row of the matrix; `nil` where none is meant, or nobody says how the server is reached.
  let context: DeploymentContext?
  /// Why the server is in that row.
  let reason: String
  /// What it lacks, weakest source first.
  private(set) var lacks: [Lack] = []
  /// What the sources of each grade say about the fit; `nil` where they cannot.
  private(set) var declared: Reading?
  private(set) var configured: Reading?
  private(set) var observed: Reading?

  private let server: Server
  private let fleet: FleetContext

  init(_ server: Server, riskTier: Tier, domains: DomainReview, in context: FleetContext) {
    self.server = server
    fleet = context
    (self.context, reason) = Self.context(of: server, riskTier: riskTier)
    switch self.context {
    case .localTools: reviewLocalTools()
    case .readOnlyKnowledge: reviewAuthentication()
    case .criticalWrites:
      reviewDomain(domains)
      reviewGateway()
    case .sharedPlatform:
      reviewTenants()
      reviewGateway()
    case nil: break
    }
  }

  /// The row, the pattern that the server has, and what it lacks.
  var standing: PatternStanding? {
    context.map {
      PatternStanding(context: $0, reason: reason, actual: actual, lacks: lacks.map(\.text))
    }
  }

  /// The pattern that the sources show.
  var actual: DeploymentPattern? {
    guard let isRemote = server.isRemote else { return nil }
    guard isRemote else { return .localProcess }
    guard !server.routes.isEmpty else {
      return server.access.isAuthenticationRequired.value.map {
        $0 ? .authenticatedServer : .openServer
      }
    }
    guard server.routes.allSatisfy({ $0.authentication.value.map(Self.asks) ?? false }) else {
      return .openServer
    }
    guard server.routes.allSatisfy({ $0.hasAuthorizationPolicy.value == true }) else {
      return .authenticatedServer
    }
    return server.access.tenantIdentity.isStated ? .tenantGateway : .policyGateway
  }

  private static func context(
    of server: Server, riskTier: Tier
  ) -> (DeploymentContext?, String) {
    if server.isMultiTenant.value == true {
      return (.sharedPlatform, "one deployment serves several tenants")
    }
    guard let isRemote = server.isRemote else { return (nil, "nobody says how it is reached") }
    if isRemote {
      switch riskTier {
      case .two: return (.criticalWrites, "it changes state, and is called over a network")
      case .one:
        return (
          .readOnlyKnowledge,
          server.dataSensitivity.isStated || server.tools.contains(where: \.sensitivity.isStated)
            ? "it reads data that is not public over a network"
            : "it is called over a network, and nobody says that its data is public"
        )
      case .zero: return (nil, "it reads public data")
      }
    }
    let finalWrite = server.tools.contains {
      $0.isEnabled.value != false && $0.declaredClass.value == .irreversibleWrite
    }
    if finalWrite, server.downstreams.contains(where: { $0.isWritten.value == true }) {
      return (.criticalWrites, "it changes a system behind it in ways that cannot be undone")
    }
    return (.localTools, "it runs on the machine of whoever calls it")
  }

  private mutating func reviewLocalTools() {
    declared = .flag(true, at: server.transport.span ?? server.mention(in: .manifest))
    let entries = server.clientEntries.filter { $0.isDisabled.value != true }
    guard let first = entries.first else { return }
    guard let remote = entries.first(where: { $0.url != nil }), let url = remote.url else {
      configured = .flag(true, at: first.span)
      return
    }
    configured = lack(
      "the client '\(remote.agent)' calls it over a network", at: url.span, .configured)
  }

  private mutating func reviewAuthentication() {
    if server.access.scheme.value == AuthenticationScheme.none {
      declared = lack(
        "its manifest says `auth_scheme: none`", at: server.access.scheme.span, .declared)
    } else if let demand = server.access.isAuthenticationRequired.evidence {
      declared =
        demand.value
        ? .flag(true, at: demand.span)
        : lack("its manifest asks for no authentication", at: demand.span, .declared)
    } else {
      declared = .absent(silence(of: .manifest))
    }
    configured = routes { $0.authenticationLack }
  }

  private mutating func reviewDomain(_ domains: DomainReview) {
    if server.isRemote == false {
      declared = lack(
        "it runs as a local process, where no gateway can refuse a write",
        at: server.transport.span, .declared)
    } else if let conflict = domains.conflicts.first {
      declared = lack(
        "it is no server of one domain: \(conflict.text)", at: conflict.span, .declared)
    } else if let manifest = server.mention(in: .manifest) {
      declared = .flag(true, at: server.dataDomain.span ?? manifest)
    } else {
      declared = .absent(silence(of: .manifest))
    }
  }

  private mutating func reviewTenants() {
    if server.isRemote == false {
      declared = lack(
        "it serves several tenants from a local process", at: server.transport.span, .declared)
    } else {
      declared =
        server.access.tenantIdentity.span.map { .flag(true, at: $0) }
        ?? .absent(silence(of: .manifest))
    }
    guard let traffic = server.traffic else { return }
    guard let missing = traffic.missingContext["tenant_id"],
      missing.share > fleet.thresholds.missingFieldShare
    else {
      observed = .flag(true, at: traffic.sample)
      return
    }
    observed = lack(
      "\(missing.matching) of \(missing.total) records name no tenant", at: missing.sample,
      .observed)
  }

  /// A gateway in front that asks who calls and decides by policy; a policy that the server itself enforces
  /// is as good.
  private mutating func reviewGateway() {
    guard server.isRemote != false else { return }
    let isEnforcedBehind = fleet.fleet.policies.contains { $0.enforcement.value == "server" }
    configured = routes { route in
      route.authenticationLack ?? (isEnforcedBehind ? nil : route.policyLack)
    }
  }

  /// The reading of all routes: the first lack, else the first thing unsaid, else yes.
  private mutating func routes(
    _ judge: (Route) -> (text: String, span: SourceSpan?)?
  ) -> Reading {
    guard let first = server.routes.first else { return .absent(silence(of: .gateway)) }
    for route in server.routes {
      if let (text, span) = judge(route) { return lack(text, at: span, .configured) }
    }
    if let unsaid = server.routes.first(where: { !$0.authentication.isStated || $0.hidesPolicy }) {
      return .absent(RouteSubject(unsaid, of: server).silence(of: .gateway))
    }
    return .flag(true, at: first.authentication.span)
  }

  private mutating func lack(_ text: String, at span: SourceSpan?, _ grade: Grade) -> Reading {
    lacks.append(Lack(text: text, span: span, grade: grade))
    return .flag(false, at: span)
  }

  private func silence(of kind: SourceKind) -> Silence {
    if let mention = server.mention(in: kind) { return Silence(kind, mention: mention) }
    let isGiven = fleet.fleet.givenSources.contains(kind)
    return Silence(
      kind, note: isGiven ? "nothing in the \(kind.noun) could be tied to this server" : nil)
  }

  fileprivate static func asks(_ authentication: RouteAuthentication) -> Bool {
    authentication != .none && authentication != .address
  }
}

extension Route {
  private var name: String { path.value.map { "the route '\($0)'" } ?? "its route" }

  /// Whether a policy may stand in a file that was not given.
  fileprivate var hidesPolicy: Bool { !unread.isEmpty && !hasAuthorizationPolicy.isStated }

  /// That nobody is asked who they are, if it is so.
  fileprivate var authenticationLack: (text: String, span: SourceSpan?)? {
    guard let kind = authentication.evidence, !PatternReview.asks(kind.value) else { return nil }
    return ("\(name) lets callers in who do not say who they are", kind.span)
  }

  /// That nothing decides which calls pass, if it is so.
  fileprivate var policyLack: (text: String, span: SourceSpan?)? {
    guard let decides = hasAuthorizationPolicy.evidence, !decides.value else { return nil }
    return ("no policy decides which calls pass \(name)", decides.span)
  }
}
