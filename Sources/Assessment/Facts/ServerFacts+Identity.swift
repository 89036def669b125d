import CEL
import Estate
import SourceText

extension Facts {
  /// Who calls: users, agents and tenants, and the tokens that say so.
  static let serverIdentity: [Fact<ServerSubject>] = [
    .text(
      "tokenLifetimeText", from: .manifest, key: "auth.token_lifetime",
      "The longest life of an access token as the manifest writes it, for messages."
    ) { $0.server.access.tokenLifetimeText },
    .text(
      "delegation", from: .manifest, key: "identity.delegation",
      "What tells a call for a user from one of the agent itself."
    ) { $0.server.access.delegation },
    carrier("userCarrier", key: "identity.user", "What carries the user's identity.") {
      $0.userIdentity
    },
    carrier("clientCarrier", key: "identity.client", "What carries the agent's identity.") {
      $0.clientIdentity
    },
    carrier("tenantCarrier", key: "identity.tenant", "What carries the tenant.") {
      $0.tenantIdentity
    },
    Fact(
      "unsecuredIdentity", .string,
      "The first identity that the manifest takes from a header which some route leaves to the client."
    ) { subject in unsecuredIdentity(of: subject) },
    Fact(
      "servesTenants", .bool, key: "multi_tenant",
      "Whether one deployment serves several tenants: as manifest or log says, or because it names a tenant."
    ) { subject in
      let access = subject.server.access
      let stated = subject.server.isMultiTenant.evidence
      // A server that says that it has one tenant is asked about the second one that the log names.
      if let tenants = subject.server.traffic?.tenants, tenants.count > 1, stated?.value != true {
        let samples = tenants.values.compactMap(\.sample)
        return .flag(true, at: samples.min() ?? subject.server.mention(in: .log))
      }
      if let stated { return .flag(stated.value, at: stated.span) }
      guard subject.server.isRegistered || access.tenantIdentity.isStated else {
        return .absent(subject.silence(of: .manifest))
      }
      return .flag(
        access.tenantIdentity.isStated,
        at: access.tenantIdentity.span ?? subject.server.mention(in: .manifest))
    },
    Fact(
      "oauthDownstreams", .list(.object("downstream")), key: "downstream",
      "Systems behind it that take OAuth tokens: those of the kind `saas`, unless they say otherwise."
    ) { subject in
      guard subject.server.isRegistered else { return .absent(subject.silence(of: .manifest)) }
      let systems = subject.server.downstreams.filter(\.takesOAuth)
      return .known(
        .parts(
          systems.map { AccessedSystem($0, of: subject.server) }, as: downstream, in: .manifest
        ) {
          $0.system.name.span
        }, at: systems.first?.name.span ?? subject.server.mention(in: .manifest))
    },
  ]

  private static func carrier(
    _ name: String, key: String, _ documentation: String,
    _ identity: @escaping @Sendable (AccessDeclaration) -> Stated<String>
  ) -> Fact<ServerSubject> {
    Fact(name, .vocabulary(IdentityCarrier.Kind.self), key: key, documentation) { subject in
      .stated(identity(subject.server.access), or: subject.silence(of: .manifest)) {
        .string(IdentityCarrier($0).kind.rawValue)
      }
    }
  }

  private static func unsecuredIdentity(of subject: ServerSubject) -> Reading {
    let roles = Set(
      subject.routes.flatMap(\.subject.identities)
        .filter { $0.isClaimed && $0.header.origin.value != .verified }.map(\.role))
    let access = subject.server.access
    let claims: [(RoutedIdentity.Role, Stated<String>)] = [
      (.agent, access.clientIdentity), (.user, access.userIdentity),
    ]
    let first = claims.first { roles.contains($0.0) }?.1
    return .stated(
      first ?? Stated(), or: Silence(.gateway, note: "no route leaves such a header to the client")
    ) { .string($0) }
  }
}
