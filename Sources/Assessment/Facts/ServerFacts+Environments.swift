import CEL
import Estate
import SourceText

extension ServerSubject {
  /// Every environment in which a source shows the server, sorted.
  var knownEnvironments: [String] {
    var names = Set(server.environments.value ?? [])
    names.formUnion(server.credentials.compactMap(\.environment.value))
    names.formUnion(server.tokenSamples.compactMap(\.identity.environment.value))
    if let traffic = server.traffic { names.formUnion(traffic.environments.keys) }
    return names.sorted()
  }

  /// Whether the server is in production and outside of it, as far as its sources say.
  var spansEnvironments: Bool {
    let environments = knownEnvironments
    let stages = context.environments
    return environments.contains(where: stages.isProduction)
      && environments.contains(where: stages.isOutsideProduction)
  }
}

extension Facts {
  /// What production has for itself.
  static let serverEnvironments: [Fact<ServerSubject>] = [
    Fact(
      "knownEnvironments", .list(.string),
      "The environments in which its manifest, its tokens or the log show it."
    ) { subject in
      .known(
        .list(subject.knownEnvironments.map(Value.string)),
        at: subject.server.environments.span)
    },
    Fact(
      "spansEnvironments", .bool,
      "Whether it, or what it uses, is both in production and outside of it."
    ) { subject in
      guard subject.server.isRegistered else { return .absent(subject.silence(of: .manifest)) }
      let uses = subject.context.credentialUses
      let shares = [false, true].contains {
        !uses.shared(by: subject.server.id, isShown: $0).isEmpty
      }
      return .flag(
        shares || subject.spansEnvironments || !misplacedCredentials(of: subject).isEmpty,
        at: subject.server.environments.span ?? subject.server.mention(in: .manifest))
    },
    Fact(
      "environmentsWithoutCredential", .list(.string), key: "credentials",
      "Environments of its manifest for which it names no credential."
    ) { subject in environmentsWithoutCredential(subject) },
    Fact(
      "declaredSharing", .list(.object("sharing")),
      "Credentials, client ids and scopes that manifests name in production and outside of it."
    ) { subject in
      let shared = subject.context.credentialUses.shared(by: subject.server.id, isShown: false)
      // A name that stands under two environments says it all.
      let named = Set(shared.map(\.use.identity.name))
      let all =
        misplacedCredentials(of: subject).filter { !named.contains($0.name) }
        + shared.map(Sharing.init)
      return .known(
        .parts(all, as: sharing, in: .manifest) { $0.span },
        at: all.first?.span ?? subject.server.credentials.first?.name.span)
    },
    Fact(
      "shownSharing", .list(.object("sharing")),
      "Client ids and scopes that token samples of production and of elsewhere have in common."
    ) { subject in
      let uses = subject.context.credentialUses
      let shared = uses.shared(by: subject.server.id, isShown: true)
      let own = uses.uses(of: subject.server.id).filter(\.isShown)
      guard
        !shared.isEmpty
          || own.contains(where: { $0.isProduction == true })
            && own.contains(where: { $0.isProduction == false })
      else {
        return .absent(
          Silence(
            .token, note: "no token samples of production and of another environment were given"))
      }
      return .known(
        .parts(shared.map(Sharing.init), as: sharing, in: .token) { $0.span },
        at: shared.first?.use.span ?? own.map(\.span).min())
    },
  ]

  /// Something that production shares.
  static let sharing = FactType<PartSubject<Sharing>>(
    "sharing",
    [Fact("problem", .string, "What is shared with whom.") { .text($0.part.problem, at: $0.span) }])

  /// What is shared, and where that stands.
  struct Sharing: Sendable {
    let name: String
    let problem: String
    let span: SourceSpan

    init(_ shared: SharedCredential) {
      name = shared.use.identity.name
      problem = shared.problem
      span = shared.use.span
    }

    init(_ name: String, problem: String, at span: SourceSpan) {
      self.name = name
      self.problem = problem
      self.span = span
    }
  }

  /// Credentials whose name speaks of production and whose `environment` does not, or the other way round.
  private static func misplacedCredentials(of subject: ServerSubject) -> [Sharing] {
    subject.server.credentials.compactMap { credential in
      guard let environment = credential.environment.value,
        subject.context.environments.contradict(environment, by: credential.name.value)
      else { return nil }
      return Sharing(
        credential.name.value,
        problem: "the credential '\(credential.name.value)' is named for '\(environment)'",
        at: credential.name.span)
    }
  }

  private static func environmentsWithoutCredential(_ subject: ServerSubject) -> Reading {
    guard let environments = subject.server.environments.evidence else {
      return .absent(subject.silence(of: .manifest))
    }
    let credentials = subject.server.credentials
    guard let first = credentials.first else {
      // A list without entries says that there is none to be shared.
      guard let list = subject.server.credentialCount.evidence, list.value == 0 else {
        return .absent(subject.silence(of: .manifest))
      }
      return .known(.list([]), at: list.span)
    }
    let served = Set(credentials.compactMap(\.environment.value))
    let missing = environments.value.filter { !served.contains($0) }
    return .known(
      .list(missing.map { .string("'\($0)'") }),
      at: missing.isEmpty ? first.name.span : environments.span)
  }
}
