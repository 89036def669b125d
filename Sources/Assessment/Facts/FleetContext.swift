import CEL
public import Estate
import SourceText

/// What every subject of one run can look up beyond itself.
final class FleetContext: FactSubject {
  let fleet: Fleet
  let date: Estate.CalendarDate
  let policy: AssessmentPolicy
  let exceptions: ExceptionRegister
  /// Identities of servers that some manifest registers.
  let registeredServers: Set<String>
  /// Identities of agents that a client configuration or the access policy names.
  let knownAgents: Set<String>
  /// Identities of servers that some agent sees.
  let seenServers: Set<String>
  /// Names under which more than one agent uses the same credential, with every place, sorted.
  let sharedCredentials: [String: [Evidence<String>]]
  /// The rules of the access policies, by the server that they speak of.
  let policyIndex: PolicyIndex
  /// The names under which scopes could mean a server.
  let serverNames: ServerNames
  /// Who declares which scopes.
  let scopeOwners: ScopeOwners
  /// The servers that one token sample is good for, sorted, by its place; only of samples for several.
  let sharedTokens: [SourceSpan: [String]]
  /// The servers whose manifests name an audience as their own, by audience.
  let audienceOwners: [String: [String]]
  /// What is used in which environment.
  let credentialUses: CredentialUses
  /// Which tools could be taken for one another.
  let toolNames: ToolNameIndex
  /// What the agents cannot do without.
  let dependence: AgentDependence
  /// What the agents can be led to do with the tools that they reach.
  let flows: FlowIndex

  init(
    fleet: Fleet, date: Estate.CalendarDate, policy: AssessmentPolicy = AssessmentPolicy(),
    exceptions: ExceptionRegister = ExceptionRegister(), indices: FleetIndices? = nil
  ) {
    let indices = indices ?? FleetIndices(of: fleet)
    self.fleet = fleet
    self.date = date
    self.policy = policy
    self.exceptions = exceptions
    registeredServers = Set(fleet.servers.lazy.filter(\.isRegistered).map(\.id))
    knownAgents = Set(
      fleet.agents.lazy.filter { agent in
        agent.sources.contains { $0.kind == .client || $0.kind == .accessPolicy }
      }.map(\.id))
    seenServers = fleet.agents.reduce(into: []) { $0.formUnion($1.servers) }
    dependence = AgentDependence(of: fleet)
    sharedCredentials = Self.credentialsOfSeveralAgents(in: fleet)
    policyIndex = indices.policies
    flows = indices.flows
    serverNames = ServerNames(of: fleet)
    scopeOwners = ScopeOwners(of: fleet)
    sharedTokens = Self.tokensOfSeveralServers(in: fleet)
    audienceOwners = Self.serversByAudience(in: fleet)
    credentialUses = CredentialUses(in: fleet, policy.environments)
    toolNames = indices.toolNames
  }

  /// The numbers that rules compare with.
  var thresholds: Thresholds { policy.thresholds }

  /// Which environments are production.
  var environments: EnvironmentStages { policy.environments }

  func silence(of kind: SourceKind) -> Silence {
    Silence(
      kind, mention: nil,
      note: fleet.givenSources.contains(kind) ? nil : "no \(kind.noun) was given")
  }

  /// References that entries of different agents hold in common.
  private static func credentialsOfSeveralAgents(in fleet: Fleet) -> [String: [Evidence<String>]] {
    var holders: [String: (agents: Set<String>, places: [Evidence<String>])] = [:]
    for entry in fleet.servers.flatMap(\.clientEntries) {
      for reference in entry.credentialReferences {
        holders[reference.value, default: ([], [])].agents.insert(entry.agent)
        holders[reference.value, default: ([], [])].places.append(reference)
      }
    }
    return holders.filter { $0.value.agents.count > 1 }
      .mapValues { $0.places.sorted { $0.span < $1.span } }
  }

  private static func serversByAudience(in fleet: Fleet) -> [String: [String]] {
    var servers: [String: [String]] = [:]
    for server in fleet.servers {
      guard let audience = server.access.audience.value else { continue }
      servers[audience, default: []].append(server.id)
    }
    return servers.mapValues { $0.sorted() }
  }

  private static func tokensOfSeveralServers(in fleet: Fleet) -> [SourceSpan: [String]] {
    var servers: [SourceSpan: Set<String>] = [:]
    for server in fleet.servers {
      for sample in server.tokenSamples { servers[sample.span, default: []].insert(server.id) }
    }
    return servers.filter { $0.value.count > 1 }.mapValues { $0.sorted() }
  }
}

/// The numbers that rules compare with, each of which the policy file can change.
public struct Thresholds: Hashable, Sendable {
  /// The score at which expansion is frozen (seed 0).
  public var riskScore = 60.0
  /// The least share of calls that succeed over 24 hours (seed 0).
  public var successRate = 0.97
  /// The largest 95th percentile of latency over 2 hours, in milliseconds (seed 0).
  public var p95LatencyMilliseconds = 3000.0
  /// The largest share of calls that policy blocks (seed 0).
  public var blockRate = 0.10
  /// The largest share of calls that a fallback serves (seed 0).
  public var fallbackRate = 0.15
  /// The longest life of an access token, in seconds.
  public var tokenLifetimeSeconds = 3600
  /// The age at which a drill or a test of a kill switch no longer counts, in days.
  public var drillAgeDays = 365
  /// The most tools of one server that one agent should see.
  public var toolsPerAgent = 20
  /// The largest share of records that may lack a required field before the log counts as incomplete.
  public var missingFieldShare = 0.01

  /// The values of the seeds and of SPEC section 3.
  public init() {}

  /// Where the reliability budgets lie.
  public var budgetLimits: BudgetLimits {
    var limits = BudgetLimits()
    limits.successRate = successRate
    limits.p95Latency = p95LatencyMilliseconds
    limits.blockRate = blockRate
    limits.fallbackRate = fallbackRate
    return limits
  }
}
