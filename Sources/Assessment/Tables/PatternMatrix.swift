/// The contexts of seed 3's matrix, each with the deployment pattern that fits it.
public enum DeploymentContext: String, Hashable, Sendable, CaseIterable {
  /// Tools on the machine of those who use them.
  case localTools = "local tools of one team"
  /// Reading what the company knows, over a network.
  case readOnlyKnowledge = "read-only internal knowledge"
  /// Changing what the business runs on.
  case criticalWrites = "write access to critical systems"
  /// Several tenants behind one deployment.
  case sharedPlatform = "multi-tenant or shared platform"

  /// The pattern that fits.
  public var pattern: DeploymentPattern {
    switch self {
    case .localTools: .localProcess
    case .readOnlyKnowledge: .authenticatedServer
    case .criticalWrites: .policyGateway
    case .sharedPlatform: .tenantGateway
    }
  }

  /// Why that pattern fits.
  public var reason: String {
    switch self {
    case .localTools: "there is no network to guard, and the host's credentials do"
    case .readOnlyKnowledge: "nothing can be changed, so that narrow scopes are control enough"
    case .criticalWrites:
      "each domain has its own blast radius, and each kind of write its approval"
    case .sharedPlatform: "tenants are kept apart in policy, audit and tokens"
    }
  }
}

/// Ways to deploy a server.
public enum DeploymentPattern: String, Hashable, Sendable, CaseIterable {
  /// A process on the caller's machine.
  case localProcess = "stdio with environment or host-bound credentials"
  /// On a network, and nobody is asked who they are.
  case openServer = "a remote server without authentication"
  /// On a network, behind authentication.
  case authenticatedServer = "one remote server behind authentication"
  /// One domain, behind a gateway that decides call by call.
  case policyGateway = "a domain server behind a policy gateway"
  /// Behind a gateway that tells tenants apart.
  case tenantGateway = "a gateway with tenant-aware policy, audit and scoped tokens"
}

/// The pattern that fits one server, the one it has, and what lies between them.
public struct PatternStanding: Hashable, Sendable {
  /// The row of the matrix that the server is in.
  public let context: DeploymentContext
  /// Why it is in that row.
  public let reason: String
  /// The pattern that its sources show; `nil` where none tells.
  public let actual: DeploymentPattern?
  /// What it lacks of the pattern that fits, in sentences without periods.
  public let lacks: [String]

  /// A server in the row `context` of the matrix, whose sources show `actual`.
  public init(
    context: DeploymentContext, reason: String, actual: DeploymentPattern?, lacks: [String]
  ) {
    self.context = context
    self.reason = reason
    self.actual = actual
    self.lacks = lacks
  }
}
