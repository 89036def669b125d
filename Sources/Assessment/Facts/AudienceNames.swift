import Estate

/// The audiences that mean one server: its identity, what its manifests name, and the addresses
/// at which clients call it (RFC 8707).
struct AudienceNames: Sendable {
  private let server: String
  private let names: Set<String>

  /// The audiences of `server`.
  init(of server: Server) {
    self.server = server.id
    let addresses = server.endpoint.statements.map(\.value) + server.remotes.map(\.url.value)
    let called = server.clientEntries.compactMap(\.url?.value)
    let declared = server.access.audience.statements.map(\.value)
    names = Set((declared + addresses + called).map(Self.plain))
  }

  /// Whether `audience` means the server; an identity may have a version behind it.
  func contains(_ audience: String) -> Bool {
    names.contains(Self.plain(audience))
      || ServerIdentity.readings(of: audience).contains { $0.base == server }
  }

  /// An address means the same with a slash behind it and without.
  private static func plain(_ audience: String) -> String {
    audience.hasSuffix("/") ? String(audience.dropLast()) : audience
  }
}

extension SampledToken {
  /// Audiences that were issued though nobody asked for them, and that do not mean the server alone.
  ///
  /// What its issuer adds for itself beside the server, as the address at which it tells about users, is of no
  /// other server.
  var strayAudiences: [Evidence<String>] {
    let asked = Set(
      sample.audiences.statements.filter { $0.grade < .configured }.flatMap(\.value))
    return sample.audiences.statements.filter { $0.grade >= .configured }.flatMap { issued in
      let isForServer = issued.value.contains(where: ownAudiences.contains)
      return issued.value.filter { audience in
        guard audience != "*" else { return true }
        return !asked.contains(audience) && !ownAudiences.contains(audience)
          && !(isForServer && isOfIssuer(audience))
      }.map { audience in issued.map { _ in audience } }
    }
  }

  private func isOfIssuer(_ audience: String) -> Bool {
    guard let issuer = sample.identity.issuer.value, issuer.contains("://") else { return false }
    return audience == issuer || audience.hasPrefix(issuer.hasSuffix("/") ? issuer : issuer + "/")
  }
}
