import Estate
import SourceText

/// That something which opens doors is used in one environment.
struct CredentialUse: Sendable {
  /// What is used.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case credential
    case clientID = "client id"
    case scope
  }

  /// What makes two uses one and the same thing.
  struct Identity: Hashable, Comparable, Sendable {
    let kind: Kind
    let name: String
    /// The authorization server and the MCP server within which a name means one thing; empty for names that
    /// mean it everywhere.
    let realm: [String]

    static func < (left: Identity, right: Identity) -> Bool {
      (left.kind.rawValue, left.name, left.realm.joined(separator: "\n"))
        < (right.kind.rawValue, right.name, right.realm.joined(separator: "\n"))
    }
  }

  let identity: Identity
  let environment: String
  /// On which side of production's border the environment lies; `nil` where nothing says.
  let isProduction: Bool?
  let server: String
  let span: SourceSpan
  /// Whether a token sample or a client shows the use; a manifest only declares it.
  let isShown: Bool
}

/// What one server uses in production and, there or elsewhere in the fleet, outside of it.
struct SharedCredential: Sendable {
  let use: CredentialUse
  /// The first use on the other side of production's border.
  let other: CredentialUse

  /// The sharing in words.
  var problem: String {
    let owner = other.server == use.server ? "" : " by '\(other.server)'"
    return
      "the \(use.identity.kind.rawValue) '\(use.identity.name)' is used in"
      + " '\(use.environment)' and\(owner) in '\(other.environment)'"
  }
}

/// Every use of credentials, client ids and scopes in the fleet whose environment is known.
struct CredentialUses: Sendable {
  private var byIdentity: [CredentialUse.Identity: [CredentialUse]] = [:]
  private var byServer: [String: [CredentialUse]] = [:]

  /// The uses that the sources of `fleet` name, in environments that are of `stages`.
  init(in fleet: Fleet, _ stages: EnvironmentStages) {
    for server in fleet.servers {
      for use in Self.declared(by: server, stages) + Self.shown(of: server, stages) {
        byIdentity[use.identity, default: []].append(use)
        byServer[server.id, default: []].append(use)
      }
    }
  }

  /// The uses of `server`.
  func uses(of server: String) -> [CredentialUse] { byServer[server] ?? [] }

  /// What `server` shares across the border of production, one entry for each thing, by place.
  func shared(by server: String, isShown: Bool) -> [SharedCredential] {
    var found: Set<CredentialUse.Identity> = []
    return uses(of: server).filter { $0.isShown == isShown }.sorted { $0.span < $1.span }
      .compactMap { use in
        guard let isProduction = use.isProduction else { return nil }
        let others = byIdentity[use.identity] ?? []
        // What only a token shows disproves a manifest, which does not admit it.
        let other = others.filter {
          $0.isProduction == !isProduction && (isShown || !$0.isShown)
        }.min {
          ($0.span, $0.server) < ($1.span, $1.server)
        }
        guard let other, found.insert(use.identity).inserted else { return nil }
        return SharedCredential(use: use, other: other)
      }
  }

  private static func declared(
    by server: Server, _ stages: EnvironmentStages
  ) -> [CredentialUse] {
    let only = server.environments.value.flatMap { $0.count == 1 ? $0.first : nil }
    return server.credentials.flatMap { credential -> [CredentialUse] in
      guard let environment = credential.environment.value ?? only else { return [] }
      func use(_ kind: CredentialUse.Kind, _ name: Evidence<String>, realm: [String] = [])
        -> CredentialUse
      {
        CredentialUse(
          identity: CredentialUse.Identity(kind: kind, name: name.value, realm: realm),
          environment: environment, isProduction: stages.side(of: environment),
          server: server.id, span: name.span,
          isShown: false)
      }
      return [use(.credential, credential.name)]
        + (credential.clientID.evidence.map { [use(.clientID, $0)] } ?? [])
        + credential.scopes.map { use(.scope, $0, realm: [server.id]) }
    }
  }

  /// Client ids and scopes mean what their issuer says, so that one name of two issuers is two things.
  private static func shown(
    of server: Server, _ stages: EnvironmentStages
  ) -> [CredentialUse] {
    server.tokenSamples.flatMap { sample -> [CredentialUse] in
      guard let environment = sample.identity.environment.value else { return [] }
      let issuer = sample.identity.issuer.value ?? ""
      func use(_ kind: CredentialUse.Kind, _ name: Evidence<String>, realm: [String])
        -> CredentialUse
      {
        CredentialUse(
          identity: CredentialUse.Identity(kind: kind, name: name.value, realm: realm),
          environment: environment, isProduction: stages.side(of: environment),
          server: server.id, span: name.span,
          isShown: true)
      }
      // A client that the manifest lists is that one, whichever server issues its tokens.
      let registered = Set(server.credentials.compactMap(\.clientID.value))
      return sample.clientID.statements.flatMap { client in
        let realms = registered.contains(client.value) ? [[issuer], []] : [[issuer]]
        return realms.map { use(.clientID, client, realm: $0) }
      }
        + sample.scopes.map { use(.scope, $0, realm: [issuer, server.id]) }
    }
  }
}

extension EnvironmentStages {
  /// Whether the environment called `name` is production; `nil` where nothing says.
  fileprivate func side(of name: String) -> Bool? {
    if isProduction(name) { return true }
    return isOutsideProduction(name) ? false : nil
  }
}
