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
      "servesTenants", .bool, key: "multi_tenant",
      "Whether one deployment serves several tenants: as the manifest says, or because it names a tenant."
    ) { subject in
      let access = subject.server.access
      if let stated = subject.server.isMultiTenant.evidence {
        return .flag(stated.value, at: stated.span)
      }
      return .flag(
        access.tenantIdentity.isStated,
        at: access.tenantIdentity.span ?? subject.server.mention(in: .manifest))
    },
    Fact(
      "oauthDownstreams", .list(.object("downstream")), key: "downstream",
      "Systems behind it that take OAuth tokens: those of the kind `saas`, unless they say otherwise."
    ) { subject in
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
}
