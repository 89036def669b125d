import CEL
import Estate
import SourceText

/// One server, with its parts already wrapped for rules.
final class ServerSubject: FactSubject {
  let server: Server
  let context: FleetContext
  /// What the facts say about its risk, which many rules ask for.
  let derivedTier: DerivedTier
  /// The tier by which its controls are judged.
  let riskTier: Tier
  let tools: [FactObject<ToolSubject>]
  let routes: [FactObject<RouteSubject>]
  let clients: [FactObject<ClientSubject>]
  let traffic: FactObject<TrafficSubject>?
  /// The rules of the access policy that speak of the server; those for every server only where the log
  /// shows calls of this one.
  let grants: [FactObject<GrantSubject>]
  /// The agents that can carry something out by its tools.
  let agents: [FactObject<AgentSubject>]
  /// The controls that the classes of its tools demand.
  let duties: [FactObject<DutySubject>]
  /// Whether it keeps to one business domain.
  let domains: DomainReview
  /// Whether its deployment fits what it does.
  let pattern: PatternReview
  /// Whether several sources describe it, so that they may disagree.
  let hasSeveralSources: Bool
  /// Where keys go that its manifest lacks, where that is no manifest of mcpready's own.
  let keyPlacement: KeyPlacement
  /// Itself and its parts, as rules are asked about them.
  let parts: SubjectParts

  init(_ server: Server, in context: FleetContext) {
    self.server = server
    self.context = context
    hasSeveralSources =
      server.sources.count > 1 || context.fleet.policies.count > 1
      || server.ownership.owner.disagreement != nil || server.lifecycle.disagreement != nil
    keyPlacement = KeyPlacement(of: server)
    let shared = SharedServer(server)
    tools = server.tools.indices.map {
      FactObject(ToolSubject(server.tools[$0], of: shared, in: context), as: Facts.tool)
    }
    derivedTier = server.derivedTier(classes: tools.map(\.subject.derivedClass))
    riskTier = max(server.tier.value ?? .zero, derivedTier.value)
    routes = server.routes.map { FactObject(RouteSubject($0, of: server), as: Facts.route) }
    clients = server.clientEntries.map {
      FactObject(ClientSubject($0, of: server, in: context), as: Facts.client)
    }
    traffic = server.traffic.map {
      FactObject(TrafficSubject($0, of: server, in: context), as: Facts.traffic)
    }
    grants = GrantSubject.all(of: server, in: context)
    agents = AgentSubject.all(of: server, in: context)
    duties = DutySubject.all(of: shared, tools: tools.map(\.subject), riskTier: riskTier)
    domains = DomainReview(
      server, tools: tools.map(\.subject).filter { $0.tool.isEnabled.value != false })
    pattern = PatternReview(server, riskTier: riskTier, domains: domains, in: context)
    var parts = SubjectParts(
      place: server.mention(in: .manifest) ?? server.sources.map(\.span).min())
    parts.add(tools, as: .tool, named: \.tool.name, at: \.place)
    parts.add(routes, as: .route, named: \.route.path.value, at: \.route.span)
    parts.add(clients, as: .client, named: \.entry.agent, at: \.entry.span)
    parts.add(grants, as: .grant, named: \.grant.summary, at: \.grant.span)
    parts.add(agents, as: .agent, named: \.flows.agent, at: \.place)
    parts.add(duties, as: .duty, named: \.duty.title, at: \.place)
    // What demands duties of a tool is its class.
    if let tool = Self.unclassed(among: tools) {
      parts.leaveOpen(.duty, because: .unknownClass(of: tool.tool))
    }
    self.parts = parts
  }

  func silence(of kind: SourceKind) -> Silence {
    if let mention = server.mention(in: kind) {
      var silence = Silence(kind, mention: mention)
      if kind == .manifest { silence.unread = server.unreadValues }
      return silence
    }
    if kind == .accessPolicy, let policy = context.fleet.policies.first {
      return Silence(kind, mention: policy.span)
    }
    if kind == .lock, let locked = server.locked { return Silence(kind, mention: locked.id.span) }
    guard context.fleet.givenSources.contains(kind) else { return Silence(kind) }
    return Silence(kind, note: "nothing in the \(kind.noun) could be tied to this server")
  }
}

/// One server for all subjects that are parts of it: a copy of a server counts every reference that it holds.
final class SharedServer: Sendable {
  let value: Server

  init(_ value: Server) {
    self.value = value
  }
}

/// One tool of one server.
final class ToolSubject: FactSubject {
  let tool: Tool
  private let owner: SharedServer
  let context: FleetContext
  /// What annotations, name and schema give away.
  let derivedClass: DerivedClass?
  /// What the tool may do, as declared or derived.
  let effectiveClass: ToolClass?

  init(_ tool: Tool, of owner: SharedServer, in context: FleetContext) {
    derivedClass = tool.derivedClass
    effectiveClass = tool.effectiveClass(derived: derivedClass)
    self.tool = tool
    self.owner = owner
    self.context = context
  }

  /// The server that offers the tool.
  var server: Server { owner.value }

  /// Where the tool itself is listed or defined, best place first.
  var place: SourceSpan? {
    tool.manifestEntry ?? tool.catalogEntry ?? tool.traffic?.sample
  }

  /// Why nothing is known of the input schema: a catalog may list a tool and leave its schema out.
  var silenceOfSchema: Silence {
    guard let entry = tool.catalogEntry else { return silence(of: .catalog) }
    return Silence(.catalog, mention: entry, note: "the tool catalog gives no input schema")
  }

  /// Why it is not known whether other arguments than the listed ones are refused.
  var silenceOfOtherArguments: Silence {
    Silence(
      .catalog, mention: tool.input?.span ?? place,
      note: "the list of arguments of '\(tool.name)' does not say whether it takes others")
  }

  func silence(of kind: SourceKind) -> Silence {
    switch kind {
    case .manifest:
      if let entry = tool.manifestEntry {
        var silence = Silence(kind, mention: entry, part: "its entry in the \(kind.noun)")
        silence.unread = server.unreadValues(ofTool: tool.name)
        return silence
      }
      guard server.mention(in: .manifest) != nil else { return Silence(kind) }
      return .unlistedTool(at: place)
    case .catalog:
      if let entry = tool.catalogEntry { return Silence(kind, mention: entry) }
      return Silence(kind, note: "no tool catalog shows the tool")
    default:
      if kind == .accessPolicy, let policy = context.fleet.policies.first {
        return Silence(kind, mention: policy.span)
      }
      return Silence(kind, mention: server.mention(in: kind))
    }
  }
}

/// One gateway route of one server.
final class RouteSubject: FactSubject {
  let route: Route
  let server: Server

  init(_ route: Route, of server: Server) {
    self.route = route
    self.server = server
  }

  func silence(of kind: SourceKind) -> Silence {
    guard kind == .gateway else { return Silence(kind, mention: server.mention(in: kind)) }
    if let file = route.unread.first {
      return Silence(kind, note: "'\(file.value)', which the gateway includes, was not given")
    }
    if let parent = route.missingParent {
      return Silence(
        kind, note: "the Gateway '\(parent.value)' that the route is attached to was not given",
        hint: parent.span)
    }
    return Silence(kind, mention: route.span)
  }
}

/// What one client's configuration says about one server.
final class ClientSubject: FactSubject {
  let entry: ClientEntry
  let server: Server
  let context: FleetContext

  init(_ entry: ClientEntry, of server: Server, in context: FleetContext) {
    self.entry = entry
    self.server = server
    self.context = context
  }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: kind == .client ? entry.span : server.mention(in: kind))
  }
}

/// What the log shows of one server.
final class TrafficSubject: FactSubject {
  let traffic: ServerTraffic
  let server: Server
  let context: FleetContext

  init(_ traffic: ServerTraffic, of server: Server, in context: FleetContext) {
    self.traffic = traffic
    self.server = server
    self.context = context
  }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: kind == .log ? traffic.sample : server.mention(in: kind))
  }
}

/// A part that stands for itself: a scope, a credential, a package, a name in a list.
final class PartSubject<Part: Sendable>: FactSubject {
  let part: Part
  let span: SourceSpan?
  let kind: SourceKind

  init(_ part: Part, at span: SourceSpan?, in kind: SourceKind) {
    self.part = part
    self.span = span
    self.kind = kind
  }

  static var keepsReadings: Bool { false }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: kind == self.kind ? span : nil)
  }
}

extension PartSubject: Landmark where Part: CustomStringConvertible {
  var landmark: Finding.Related? {
    span.map { Finding.Related(span: $0, message: part.description) }
  }
}
