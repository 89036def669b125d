import Estate
import SourceText

extension Linker {
  /// Ties token samples to the servers that their audiences name.
  mutating func linkTokens(_ samples: [TokenSample]) {
    let endpoints = EndpointIndex(of: servers.values)
    var byAudience: [String: Set<String>] = [:]
    for server in servers.values {
      for audience in server.access.audience.statements {
        byAudience[audience.value, default: []].insert(server.id)
      }
    }
    for sample in samples {
      let audiences = sample.audiences.statements.flatMap(\.value)
      var ids: Set<String> = []
      for audience in audiences {
        if let id = registered.id(for: audience) {
          ids.insert(id)
        } else if let declared = byAudience[audience], declared.count == 1 {
          ids.formUnion(declared)
        } else if let address = NetworkAddress(audience) {
          ids.formUnion(endpoints.servers(at: address))
        }
      }
      guard !ids.isEmpty else {
        refuse(sample, audiences)
        continue
      }
      for id in ids.sorted() {
        update(id) { $0.tokenSamples.append(sample) }
        mention(id, in: .token, at: sample.span)
      }
    }
  }

  private mutating func refuse(_ sample: TokenSample, _ audiences: [String]) {
    let names = audiences.sorted().map { "`\($0)`" }.joined(separator: ", ")
    unlinked.append(
      Unlinked(
        kind: .token, subject: "token sample" + (names.isEmpty ? "" : " for \(names)"),
        span: sample.span,
        reason: names.isEmpty
          ? "it names no audience or resource"
          : "its audience is neither the identity nor the endpoint nor the declared audience of a server"
      ))
  }

  /// The policies, with every server under its own identity, however a grant writes it.
  mutating func linkPolicies(_ policies: [AccessPolicy]) -> [AccessPolicy] {
    policies.map { policy in
      var policy = policy
      for index in policy.grants.indices {
        policy.grants[index].servers = link(
          policy.grants[index].servers, in: .accessPolicy, subject: "grant")
      }
      return policy
    }
  }

  /// All records as one, with every server under its own identity.
  mutating func linkRecords(_ parts: [ProcessRecords]) -> ProcessRecords {
    var records = ProcessRecords()
    records.sources = parts.flatMap(\.sources)
    records.drills = parts.flatMap(\.drills)
    records.incidents = parts.flatMap(\.incidents)
    records.exceptions = parts.flatMap(\.exceptions)
    records.approverRoles = parts.flatMap(\.approverRoles)
    for index in records.drills.indices {
      records.drills[index].servers = link(
        records.drills[index].servers, in: .record, subject: "drill")
    }
    for index in records.incidents.indices {
      records.incidents[index].servers = link(
        records.incidents[index].servers, in: .record, subject: "incident")
    }
    for index in records.approverRoles.indices {
      records.approverRoles[index].servers = link(
        records.approverRoles[index].servers, in: .record, subject: "approver role")
    }
    for index in records.exceptions.indices {
      guard let server = records.exceptions[index].server.evidence else { continue }
      records.exceptions[index].server = Stated(
        link([server], in: .record, subject: "exception").first)
    }
    return records
  }

  /// The same names with known servers under their identities; unknown ones are noted and stay as they are.
  private mutating func link(
    _ names: [Evidence<String>], in kind: SourceKind, subject: String
  ) -> [Evidence<String>] {
    names.map { name in
      if name.value == "*" { return name }
      guard let id = id(for: name.value) else {
        unlinked.append(
          Unlinked(
            kind: kind, subject: "\(subject) for `\(name.value)`", span: name.span,
            reason: "no source knows a server of that name"))
        return name
      }
      mention(id, in: kind, at: name.span)
      return name.map { _ in id }
    }
  }
}
