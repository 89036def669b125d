public import SourceText

/// Who answers for a server.
public struct Ownership: Hashable, Sendable {
  /// The one accountable person or team.
  public var owner = Stated<String>()
  /// Where its users get help.
  public var supportContact = Stated<String>()
  /// Who is called at night.
  public var onCall = Stated<String>()
  /// What the person on call follows.
  public var runbook = Stated<DocumentReference>()
  /// How suspicious calls are investigated.
  public var investigationPlaybook = Stated<DocumentReference>()
  /// The changelog of tools and scopes.
  public var changelog = Stated<DocumentReference>()

  /// Ownership about which nothing is stated.
  public init() {}
}

/// What a manifest declares about authentication, tokens and identity.
public struct AccessDeclaration: Hashable, Sendable {
  /// Whether callers must authenticate.
  public var isAuthenticationRequired = Stated<Bool>()
  /// How they do.
  public var scheme = Stated<AuthenticationScheme>()
  /// The key that implies how they do, such as `remote.headers`; `nil` where the source names it.
  public var schemeIsImpliedBy: String?
  /// The longest life of an access token, in seconds.
  public var tokenLifetime = Stated<Int>()
  /// The same as the source writes it, such as `15m`.
  public var tokenLifetimeText = Stated<String>()
  /// The audience (RFC 8707 resource) that tokens must name.
  public var audience = Stated<String>()
  /// Every scope that is asked for or granted, one entry for each place.
  public var scopes: [Evidence<String>] = []
  /// How credentials are rotated.
  public var rotation = Stated<DocumentReference>()
  /// How tokens are revoked.
  public var revocation = Stated<DocumentReference>()
  /// Where the originating user's identity is carried, such as a claim or header.
  public var userIdentity = Stated<String>()
  /// Where the MCP client's (agent's) identity is carried.
  public var clientIdentity = Stated<String>()
  /// Where the environment is carried.
  public var environmentIdentity = Stated<String>()
  /// Where the tenant is carried.
  public var tenantIdentity = Stated<String>()
  /// Where the task or work item is carried that a call belongs to.
  public var taskIdentity = Stated<String>()
  /// What tells a call for a user from one of the agent itself, such as `claim:act`.
  public var delegation = Stated<String>()

  /// A declaration that says nothing.
  public init() {}
}

/// A credential that a server, gateway or client holds; its value is never kept.
public struct Credential: Hashable, Sendable {
  /// The name or reference under which it is known, such as a secret's path.
  public var name: Evidence<String>
  /// What kind it is, such as `oauth_client`, `api_key`, `service_account`.
  public var kind = Stated<String>()
  /// The environment that it works in.
  public var environment = Stated<String>()
  /// The OAuth client that it belongs to.
  public var clientID = Stated<String>()
  /// The scopes that it is good for, one entry for each.
  public var scopes: [Evidence<String>] = []
  /// Whether the source says that several agents or people use it.
  public var isShared = Stated<Bool>()
  /// Whether the source says, or the name shows, that it is administrative.
  public var isAdministrative = Stated<Bool>()

  /// Whether a catalog's entry asks whoever runs or calls the server for it, which says nothing of who else has it.
  public var isAskedFor: Bool

  /// A credential known under `name`.
  public init(name: Evidence<String>, isAskedFor: Bool = false) {
    self.name = name
    self.isAskedFor = isAskedFor
  }
}

/// Where a server may connect to.
public struct Egress: Hashable, Sendable {
  /// The allowed destinations (host names, CIDR blocks), one entry for each; `*` is no restriction.
  public var allowed: [Evidence<String>] = []
  /// What happens to a destination that is not listed: `deny` or `allow`.
  public var defaultDecision = Stated<Decision>()
  /// The whole list, present even when it is empty.
  public var list = Stated<Int>()
  /// Which names may be resolved.
  public var dns = Stated<String>()

  /// Egress about which nothing is stated.
  public init() {}
}

/// Allow or deny.
public enum Decision: String, Hashable, Sendable, CaseIterable {
  /// The call may go on.
  case allow
  /// The call is refused.
  case deny
}

/// Bounds that a manifest declares.
public struct OperatingLimits: Hashable, Sendable {
  /// The time after which a call is given up, in milliseconds.
  public var timeout = Stated<Int>()
  /// Calls at one time.
  public var maxConcurrency = Stated<Int>()
  /// The largest result, in bytes.
  public var maxResultBytes = Stated<Int>()
  /// Retries of one call.
  public var maxRetries = Stated<Int>()
  /// Calls a minute that one agent or user may make.
  public var callsPerMinute = Stated<Int>()
  /// What the rate limit is counted by, such as `agent` and `tool`.
  public var rateLimitKeys = Stated<[String]>()
  /// The memory quota as written.
  public var memory = Stated<String>()
  /// The budget of calls or spend of one session, as written.
  public var sessionBudget = Stated<String>()
  /// Calls of other servers that one call may start.
  public var maxFanOut = Stated<Int>()

  /// Limits about which nothing is stated.
  public init() {}
}

/// How a server is stopped, and what happens then.
public struct Containment: Hashable, Sendable {
  /// How it is switched off, such as a flag's name.
  public var killSwitch = Stated<String>()
  /// Who may throw the switch.
  public var killSwitchOwner = Stated<String>()
  /// The day on which it was last tested.
  public var killSwitchTested = Stated<CalendarDate>()
  /// Whether single tools can be switched off.
  public var isPerTool = Stated<Bool>()
  /// Whether environments can be switched off apart.
  public var isPerEnvironment = Stated<Bool>()
  /// What serves instead.
  public var fallback = Stated<String>()
  /// The largest damage that the server can do, in words.
  public var blastRadius = Stated<String>()
  /// What must hold before it goes on again.
  public var recoveryChecklist = Stated<DocumentReference>()

  /// Containment about which nothing is stated.
  public init() {}
}

/// What a manifest says about the audit log.
public struct AuditDeclaration: Hashable, Sendable {
  /// The store that records go to.
  public var store = Stated<String>()
  /// Whether the store is immutable or tamper-evident.
  public var isImmutable = Stated<Bool>()
  /// How long records are kept, in days.
  public var retentionDays = Stated<Int>()
  /// How inputs are recorded: `hashed`, `sanitized` or `raw`.
  public var inputs = Stated<InputRecording>()

  /// A declaration that says nothing.
  public init() {}
}

/// How a tool's arguments appear in audit records.
public enum InputRecording: String, Hashable, Sendable, CaseIterable {
  /// As a digest.
  case hashed
  /// With sensitive parts removed.
  case sanitized
  /// As they are.
  case raw
}

/// What a server is started from.
public struct PackageReference: Hashable, Sendable {
  /// The registry or runner: `npm`, `pypi`, `oci`, `nuget`, `mcpb`, or a command such as `npx`.
  public var registry: String
  /// The package or image as written, with its version or digest if it has one.
  public var identifier: Evidence<String>
  /// The exact version or digest; `nil` where it floats.
  public var pin: String?
  /// Why the reference floats, such as "`latest` changes with every release"; `nil` when it is pinned.
  public var floatingReason: String?

  /// A reference to `identifier`.
  public init(
    registry: String, identifier: Evidence<String>, pin: String?, floatingReason: String?
  ) {
    self.registry = registry
    self.identifier = identifier
    self.pin = pin
    self.floatingReason = floatingReason
  }
}

extension PackageReference: CustomStringConvertible {
  /// The package as written.
  public var description: String { "'\(identifier.value)'" }
}

/// A system behind a server.
public struct Downstream: Hashable, Sendable {
  /// Its name.
  public var name: Evidence<String>
  /// What it is, such as `database` or `saas`.
  public var kind = Stated<String>()
  /// Whether the server changes its state.
  public var isWritten = Stated<Bool>()
  /// The scopes that the server holds there.
  public var scopes: [Evidence<String>] = []
  /// How the server proves there who it is, and what remains of it.
  public var access = DownstreamAccess()

  /// A system known as `name`.
  public init(name: Evidence<String>) {
    self.name = name
  }
}

/// A place that looks like a live secret; the secret itself is not kept.
public struct SecretSighting: Hashable, Sendable {
  /// What it looks like, such as `GitHub token`.
  public var family: String
  /// Where it stands.
  public var span: SourceSpan
  /// What to call the place in a message, such as `env.GITHUB_TOKEN`.
  public var context: String

  /// A sighting of a secret of `family` at `span`.
  public init(family: String, span: SourceSpan, context: String) {
    self.family = family
    self.span = span
    self.context = context
  }
}
