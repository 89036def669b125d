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
    Fact(
      "undefinedApprovers", .list(.object("entry")),
      "Approver roles of the manifest and of grants that no record defines."
    ) { subject in
      let roles = subject.namedApprovers
      guard let first = roles.first else { return .absent(subject.silence(of: .manifest)) }
      let defined = subject.context.fleet.records.approverRoles
      guard !defined.isEmpty else {
        return .absent(Silence(.record, note: "no process record defines approver roles"))
      }
      let missing = roles.filter { role in
        !defined.contains { record in
          record.name.value == role.value && !record.members.isEmpty
            && (record.servers.isEmpty
              || record.servers.contains { $0.value == subject.server.id })
        }
      }
      return .known(.entries(missing, in: .record), at: (missing.first ?? first).span)
    },
  ]
}

extension ServerSubject {
  /// The roles that the manifest and the grants of the policy name as approvers, each once.
  fileprivate var namedApprovers: [Evidence<String>] {
    let demands = grants.map(\.subject.grant).filter { $0.decision == .allow && $0.demandsApproval }
    let lists = ([server.approverRoles] + demands.map(\.approvers)).compactMap(\.evidence)
    var seen: Set<String> = []
    return lists.flatMap { roles in roles.value.map { role in roles.map { _ in role } } }
      .filter { seen.insert($0.value).inserted }
  }
}
