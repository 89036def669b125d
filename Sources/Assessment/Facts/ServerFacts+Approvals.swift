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
    Fact("foreignScopes", .list(.object("entry")), "Scopes of another registered server.") {
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
    Fact(
      "strangeApprovers", .list(.object("entry")),
      "Who approved calls in the log and is in none of the server's approver roles."
    ) { subject in
      guard let traffic = subject.server.traffic, let sample = traffic.sample else {
        return .absent(subject.silence(of: .log))
      }
      let strange = subject.strangeApprovers
      return .known(.entries(strange, in: .log), at: strange.first?.span ?? sample)
    },
  ]
}

extension ServerSubject {
  /// The approvers of the log who hold no role for the server, by name.
  ///
  /// A log that knows people by other names than the record does says nothing: one of the approvers must be
  /// a member, or a stranger's address must be of the same domain as a member's.
  fileprivate var strangeApprovers: [Evidence<String>] {
    let roles = context.fleet.records.approverRoles.filter { role in
      role.servers.isEmpty || role.servers.contains { $0.value == server.id }
    }
    let members = Set(roles.flatMap(\.members).map(\.value))
    let approvers = server.traffic?.approvers ?? [:]
    guard !members.isEmpty else { return [] }
    let sharesNames = approvers.keys.contains(where: members.contains)
    let domains = Set(members.compactMap(\.mailDomain))
    return approvers.sorted { $0.key < $1.key }.compactMap { name, count in
      guard !members.contains(name), let sample = count.sample,
        sharesNames || name.mailDomain.map(domains.contains) ?? false
      else { return nil }
      return Evidence(name, at: sample, grade: .observed)
    }
  }

  /// The roles that the manifest and the grants of the policy name as approvers, each once.
  fileprivate var namedApprovers: [Evidence<String>] {
    let demands = grants.map(\.subject.grant).filter { $0.decision == .allow && $0.demandsApproval }
    let lists = ([server.approverRoles] + demands.map(\.approvers)).compactMap(\.evidence)
    var seen: Set<String> = []
    return lists.flatMap { roles in roles.value.map { role in roles.map { _ in role } } }
      .filter { seen.insert($0.value).inserted }
  }
}

extension String {
  /// What follows the `@` of an address.
  fileprivate var mailDomain: Substring? {
    firstIndex(of: "@").map { self[index(after: $0)...] }
  }
}
