import CEL
import Estate

/// What the rules of gateways and the access policy say of one another.
extension Facts {
  static let serverAdmission: [Fact<ServerSubject>] = [
    Fact(
      "isOpenToUnnamedAgents", .bool,
      "Whether a gateway's rules let agents through to it whom they do not name."
    ) { subject in
      let admissions = subject.server.routes.compactMap(\.admission.value)
      guard let first = admissions.first else {
        return .absent(
          Silence(.gateway, note: "no rules of a gateway that name agents decide about its calls"))
      }
      let open = admissions.first { $0.admitsOthers.value }
      return .flag(open != nil, at: (open ?? first).admitsOthers.span)
    },
    Fact(
      "admittedWithoutGrant", .list(.object("entry")),
      "Agents whom a gateway's rules let through to it, and to whom no access policy grants it."
    ) { subject in
      guard !subject.context.fleet.policies.isEmpty else { return .absent(Silence(.accessPolicy)) }
      let admissions = subject.server.routes.compactMap(\.admission.value)
      guard let first = admissions.first else {
        return .absent(
          Silence(.gateway, note: "no rules of a gateway that name agents decide about its calls"))
      }
      let agents = admissions.flatMap { subject.withoutGrant(among: $0.agents) }
      return .known(
        .parts(agents.map(\.value), as: entry, in: .gateway) { name in
          agents.first { $0.value == name }?.span
        }, at: agents.first?.span ?? first.admitsOthers.span)
    },
  ]
}

extension ServerSubject {
  /// Those of `agents` to whom no rule of the access policies grants any call of the server.
  ///
  /// None where the policies know none of them: then the gateway calls agents by other names.
  fileprivate func withoutGrant(among agents: [Evidence<String>]) -> [Evidence<String>] {
    guard !context.policyIndex.opensRest else { return [] }
    let named = Set(context.fleet.policies.flatMap(\.grants).flatMap(\.agents).map(\.value))
    guard agents.contains(where: { named.contains($0.value) }) else { return [] }
    let grants = context.policyIndex.grants(for: server.id).filter { $0.decision == .allow }
    return agents.filter { agent in
      !grants.contains { grant in
        grant.isForEveryAgent || grant.agents.contains { $0.value == agent.value }
      }
    }
  }
}
