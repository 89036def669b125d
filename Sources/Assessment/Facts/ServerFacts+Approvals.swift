import CEL
import Estate

extension Facts {
  /// Scopes by who states them, and approvers by whether a record defines them.
  static let serverApprovals: [Fact<ServerSubject>] = [
    Fact("declaredScopes", .list(.object("scope")), "The scopes that the manifest lists.") {
      subject in
      guard let first = subject.server.access.scopes.first else {
        return .absent(Silence(.manifest, note: "no source lists its scopes"))
      }
      return .known(.scopes(subject.server.access.scopes, in: .manifest), at: first.span)
    },
    Fact("issuedScopes", .list(.object("scope")), "The scopes of token samples for the server.") {
      subject in
      let scopes = subject.issuedScopes
      guard let first = scopes.first else { return .absent(subject.silence(of: .token)) }
      return .known(.scopes(scopes, in: .token), at: first.span)
    },
    Fact("foreignScopes", .list(.object("entry")), "Scopes that name another registered server.") {
      subject in
      let scopes = subject.server.access.scopes + subject.issuedScopes
      guard let first = scopes.first else {
        return .absent(Silence(.manifest, note: "no source lists its scopes"))
      }
      let foreign = subject.foreignScopes
      return .known(.entries(foreign, in: .manifest), at: (foreign.first ?? first).span)
    },
    Fact("undefinedApprovers", .list(.object("entry")), "Approver roles that no record defines.") {
      subject in
      guard let roles = subject.server.approverRoles.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      let defined = subject.context.fleet.records.approverRoles
      guard !defined.isEmpty else {
        return .absent(Silence(.record, note: "no process record defines approver roles"))
      }
      let missing = roles.value.filter { role in
        !defined.contains { record in
          record.name.value == role && !record.members.isEmpty
            && (record.servers.isEmpty
              || record.servers.contains { $0.value == subject.server.id })
        }
      }
      return .known(
        .entries(missing.map { role in roles.map { _ in role } }, in: .record), at: roles.span)
    },
  ]
}
