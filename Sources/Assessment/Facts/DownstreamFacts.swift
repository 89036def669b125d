import CEL
import Estate
import SourceText

/// A system behind a server, with the server, whose own tokens must not be the same.
struct AccessedSystem: Sendable {
  let system: Downstream
  let server: Server

  init(_ system: Downstream, of server: Server) {
    self.system = system
    self.server = server
  }

  /// Scopes that the server both asks of its callers and holds downstream.
  var scopesOfCallers: [Evidence<String>] {
    let own = Set(server.access.scopes.map(\.value))
    return system.scopes.filter { own.contains($0.value) }
  }

  /// The credential by which clients call the server, where it is the one for the downstream system too.
  var credentialOfCallers: Evidence<String>? {
    guard let credential = system.access.credential.value else { return nil }
    return server.clientEntries.lazy.flatMap(\.credentialReferences).first {
      ReferenceName($0.value) == ReferenceName(credential)
    }
  }
}

extension AccessedSystem {
  /// The server's own credential, good for scopes of the server itself, where it is the one for the system too.
  fileprivate var ownCredential: Evidence<String>? {
    guard let credential = system.access.credential.evidence else { return nil }
    let scopes = server.declaredScopes
    let isOwn = server.credentials.contains { own in
      ReferenceName(own.name.value) == ReferenceName(credential.value)
        && own.scopes.contains { scopes.contains($0.value) }
    }
    return isOwn ? credential : nil
  }
}

/// A credential's reference without the marks of the format that refers to it, such as `${env:TOKEN}`.
struct ReferenceName: Hashable, Sendable {
  let text: String

  /// What `reference` refers to.
  init(_ reference: String) {
    var rest = Substring(reference)
    while let first = rest.first, first == "$" || first == "{" { rest = rest.dropFirst() }
    while rest.last == "}" { rest = rest.dropLast() }
    for prefix in ["env:", "input:", "secret:", "vault:"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    text = String(rest)
  }
}

extension Downstream {
  /// Whether the server needs OAuth tokens for it: it says so, or is a SaaS that says nothing else.
  var takesOAuth: Bool {
    if let scheme = access.scheme.value { return scheme == .oauth2 }
    return kind.value?.lowercased() == "saas" || access.credential.isStated
      || access.tokenLifetime.isStated
  }
}

extension Facts {
  /// A system behind the server that takes OAuth tokens.
  static let downstream = FactType<PartSubject<AccessedSystem>>(
    "downstream",
    [
      Fact("name", .string, "Its name.") { .text($0.part.system.name.value, at: $0.span) },
      Fact("missing", .list(.string), "Keys without which its tokens have no life of their own.") {
        .known(.list(missingKeys(of: $0.part.system).map(Value.string)), at: $0.span)
      },
      Fact("lacksDocument", .string, "The document about its tokens that is not there, or nothing.")
      {
        subject in
        lackingDocument(of: subject.part.system.access, at: subject.span)
      },
      Fact("scopesOfCallers", .list(.string), "Scopes that callers of the server need as well.") {
        subject in
        let scopes = subject.part.scopesOfCallers
        return .known(
          .list(scopes.map { .string("'\($0.value)'") }), at: scopes.first?.span ?? subject.span)
      },
      Fact("sharesCredential", .bool, "Whether clients of the server present its credential too.") {
        let shared = $0.part.credentialOfCallers
        return .flag(shared != nil, at: shared?.span ?? $0.part.system.access.credential.span)
      },
      Fact("usesOwnCredential", .bool, "Whether it is called with what opens the server itself.") {
        let own = $0.part.ownCredential
        return .flag(own != nil, at: own?.span ?? $0.part.system.access.credential.span)
      },
    ])

  private static func lackingDocument(
    of access: DownstreamAccess, at place: SourceSpan?
  ) -> Reading {
    let references = [access.rotation, access.revocation].compactMap(\.evidence)
    if let missing = references.first(where: { !$0.value.exists && $0.value.reasonUnknown == nil })
    {
      return .text(missing.value.text, at: missing.span)
    }
    if let reason = references.lazy.compactMap(\.value.reasonUnknown).first {
      return .absent(Silence(.manifest, note: reason))
    }
    return .text("", at: references.first?.span ?? place)
  }

  private static func missingKeys(of system: Downstream) -> [String] {
    let access = system.access
    var keys: [String] = []
    if system.scopes.isEmpty { keys.append("`scopes`") }
    if !access.tokenLifetime.isStated { keys.append("`oauth.token_lifetime`") }
    if !access.rotation.isStated { keys.append("`oauth.rotation`") }
    if !access.revocation.isStated { keys.append("`oauth.revocation`") }
    if access.auditTrail.value.map(StandIn.matches) ?? true { keys.append("`audit_trail`") }
    return keys
  }
}
