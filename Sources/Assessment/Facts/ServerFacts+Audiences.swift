import CEL
import Estate
import SourceText

extension Facts {
  /// For whom tokens must be: what the manifest says, and what others say of it.
  static let serverAudiences: [Fact<ServerSubject>] = [
    Fact(
      "foreignAudiences", .list(.string),
      "Audiences of other servers whose tokens the gateway lets pass to this one, with the servers."
    ) { subject in
      acceptedAudiences(of: subject) { audience in
        guard audience != subject.server.access.audience.value else { return [] }
        return subject.othersWithAudience(audience).map { "'\(audience)' of '\($0)'" }
      }
    },
    Fact(
      "strayAudiences", .list(.string),
      "Audiences whose tokens the gateway lets pass although they mean no server, where the manifest names one."
    ) { subject in
      guard subject.server.access.audience.isStated else {
        return .absent(subject.silence(of: .manifest))
      }
      let own = AudienceNames(of: subject.server)
      return acceptedAudiences(of: subject) { audience in
        let isKnown = own.contains(audience) || !subject.othersWithAudience(audience).isEmpty
        return isKnown ? [] : ["'\(audience)'"]
      }
    },
    Fact(
      "audienceSharers", .list(.string), key: "auth.audience",
      "Whose audience besides the server's own its manifest names: other servers, or anybody."
    ) { subject in
      guard let audience = subject.server.access.audience.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      // The server that an audience is called after shares it with nobody; it is the others that borrow it.
      let isOwnName = ServerIdentity.readings(of: audience.value).contains {
        $0.base == subject.server.id
      }
      let others =
        audience.value == "*"
        ? ["any other server"]
        : isOwnName ? [] : subject.othersWithAudience(audience.value).map { "'\($0)'" }
      return .known(.list(others.map(Value.string)), at: audience.span)
    },
  ]

  /// What `words` says about the audiences that routes to the server accept.
  private static func acceptedAudiences(
    of subject: ServerSubject, _ words: (String) -> [String]
  ) -> Reading {
    guard let first = subject.server.routes.first else {
      return .absent(subject.silence(of: .gateway))
    }
    var found: [(text: String, span: SourceSpan)] = []
    for audiences in subject.server.routes.lazy.compactMap(\.audiences.evidence) {
      found += audiences.value.flatMap(words).map { ($0, audiences.span) }
    }
    return .known(
      .list(found.map { .string($0.text) }), at: found.first?.span ?? first.span)
  }
}

extension ServerSubject {
  /// How many owners of an audience are named: one may be that of a whole fleet.
  private static let shownOwners = 8

  /// Other servers that are called `audience` or whose manifests name it: the first few.
  fileprivate func othersWithAudience(_ audience: String) -> [String] {
    let owners = context.audienceOwners[audience] ?? []
    var others = Array(owners.lazy.filter { [id = server.id] in $0 != id }.prefix(Self.shownOwners))
    if audience != server.id, context.registeredServers.contains(audience),
      !others.contains(audience)
    {
      others.insert(audience, at: 0)
    }
    return others
  }
}
