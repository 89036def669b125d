import CEL
import Estate
import SourceText

/// A token sample beside what the manifest of its server says about tokens.
struct SampledToken: Sendable {
  let sample: TokenSample
  let access: AccessDeclaration
  /// The audiences that mean the server.
  let ownAudiences: AudienceNames
  /// Identities of the other servers that accept it too, sorted.
  let otherServers: [String]

  /// Whether the token is the client's own, where the sample shows how the client came by it.
  var isClientCredentials: Bool? {
    sample.grantType.value.map { $0 == .clientCredentials }
  }

  /// Whether the token lets an agent act for a user; `nil` where the sample does not show it.
  var actsForUser: Bool? {
    if sample.subject.isStated || sample.identity.actor.isStated
      || sample.identity.presentsSubject.value == true
    {
      return true
    }
    switch sample.grantType.value {
    case .tokenExchange, .authorizationCode: return true
    case .clientCredentials: return false
    case .refreshToken, .assertion, .other, nil: return nil
    }
  }

  /// What the sample holds although only a user's token can, by the names of claims and parameters.
  var userAuthority: [Evidence<String>] {
    sample.identity.personalClaims
      + sample.identity.actor.statements.map { $0.map { _ in "act" } }
      + sample.identity.presentsSubject.statements.map { $0.map { _ in "subject_token" } }
  }

  /// Whether the token is plainly a user's or plainly the client's own; `nil` where the sample shows neither.
  var isToldApart: Bool? {
    if isClientCredentials == true { return userAuthority.isEmpty }
    if actsForUser == true { return true }
    guard sample.clientID.isStated, sample.identity.claims.value?.contains("sub") == true else {
      return nil
    }
    // The subject is the client itself.
    return userAuthority.isEmpty ? true : nil
  }

  /// The claims in which the manifest says that user, agent and environment travel and which are not among
  /// those of the sample; `nil` where it shows no claims.
  var missingClaims: [String]? {
    var wanted = [access.clientIdentity, access.environmentIdentity]
    // A client's own token names no user.
    if isClientCredentials != true { wanted.insert(access.userIdentity, at: 0) }
    return missing(of: wanted)
  }

  /// Whether the claims name the tenant where the manifest says that they do; `nil` where the manifest has
  /// it travel elsewhere, or the sample shows no claims.
  var namesTenant: Bool? {
    guard Self.claim(in: access.tenantIdentity) != nil else { return nil }
    return missing(of: [access.tenantIdentity]).map(\.isEmpty)
  }

  /// The claim that would tell a user's token apart, as the manifest has it, and that the sample lacks.
  var missingDelegation: String? {
    guard actsForUser == true else { return nil }
    return missing(of: [access.delegation])?.first
  }

  /// The task that the token is bound to: by a claim of a usual name, or by the one that the manifest names.
  var task: Stated<String> {
    guard !sample.task.isStated, let claims = sample.identity.claims.evidence,
      let claim = Self.claim(in: access.taskIdentity), claims.value.contains(claim)
    else { return sample.task }
    return Stated(claims.map { _ in claim })
  }

  private func missing(of identities: [Stated<String>]) -> [String]? {
    guard let claims = sample.identity.claims.value else { return nil }
    return identities.compactMap(Self.claim).filter { !claims.contains($0) }
  }

  private static func claim(in stated: Stated<String>) -> String? {
    guard let carrier = stated.value.map({ IdentityCarrier($0) }), carrier.kind == .claim else {
      return nil
    }
    return carrier.name.isEmpty ? nil : carrier.name
  }
}

extension Facts {
  /// A token request, response or set of claims.
  static let token = FactType<PartSubject<SampledToken>>(
    "token", tokenProperties + tokenIdentity)

  private static let tokenProperties: [Fact<PartSubject<SampledToken>>] = [
    .number("lifetimeSeconds", from: .token, "The life of the token in seconds.") {
      $0.part.sample.lifetime
    },
    Fact("lifetimeText", .string, "The life in the words of the sample, for messages.") { subject in
      let sample = subject.part.sample
      return .stated(sample.identity.lifetimeText, or: subject.silence(of: .token)) { text in
        .string(sample.lifetime.value.map { "\(DurationText(seconds: $0).text) (\(text))" } ?? text)
      }
    },
    Fact("lifetimeConflict", .string, "Two statements of the sample about its life, or nothing.") {
      let lifetime = $0.part.sample.lifetime
      guard let (first, second) = lifetime.disagreement else { return .text("") }
      let words = $0.part.sample.identity.lifetimeText.statements
      let text = [first, second].map { life in
        let duration = DurationText(seconds: life.value).text
        return words.first { $0.span == life.span }.map { "\(duration) (\($0.value))" } ?? duration
      }
      return .text(text.joined(separator: " and "), at: first.span)
    },
    Fact("audiences", .list(.string), "Whom the token is for.") { subject in
      .stated(subject.part.sample.audiences, or: subject.silence(of: .token)) {
        .list($0.map(Value.string))
      }
    },
    Fact("grantType", .string, "The OAuth grant type, as requests write it.") { subject in
      .stated(subject.part.sample.grantType, or: subject.silence(of: .token)) { .string($0.name) }
    },
    .text("clientID", from: .token, "The client that asks.") { $0.part.sample.clientID },
    Fact("task", .string, "The task or work item that the token is bound to.") { subject in
      .stated(subject.part.task, or: subject.silence(of: .token)) { .string($0) }
    },
    .text("issuer", from: .token, "The authorization server.") { $0.part.sample.identity.issuer },
    .text("environment", from: .token, "The environment that the token is for.") {
      $0.part.sample.identity.environment
    },
    Fact("namesAudience", .bool, "Whether the sample names exactly one audience.") {
      let audiences = $0.part.sample.audiences
      return .flag(
        audiences.value?.count == 1, at: audiences.span ?? $0.part.sample.span)
    },
    Fact("strayAudiences", .list(.string), "Audiences that were issued and mean no server alone.") {
      let stray = $0.part.strayAudiences
      return .known(
        .list(stray.map { .string("'\($0.value)'") }),
        at: stray.first?.span ?? $0.part.sample.audiences.span ?? $0.part.sample.span)
    },
    Fact(
      "otherServers", .list(.string), "Servers of the fleet that it is good for besides this one."
    ) { subject in
      let sample = subject.part.sample
      return .known(
        .list(subject.part.otherServers.map { .string("'\($0)'") }),
        at: sample.audiences.span ?? sample.span)
    },
  ]

  private static let tokenIdentity: [Fact<PartSubject<SampledToken>>] = [
    Fact(
      "isToldApart", .bool,
      "Whether it shows for whom the agent acts: a user's token, or the client's own without a user's marks."
    ) { subject in
      guard let isToldApart = subject.part.isToldApart else {
        return .absent(Silence(.token, note: "no token sample shows whom the token stands for"))
      }
      let sample = subject.part.sample
      return .flag(
        isToldApart,
        at: sample.identity.personalClaims.first?.span ?? sample.subject.span
          ?? sample.identity.actor.span ?? sample.grantType.span)
    },
    Fact("isClientCredentials", .bool, "Whether it is the client's own, by that grant.") {
      subject in
      guard let isOwn = subject.part.isClientCredentials else {
        return .absent(Silence(.token, note: "no token sample shows how the token was granted"))
      }
      return .flag(isOwn, at: subject.part.sample.grantType.span)
    },
    Fact("actsForUser", .bool, "Whether it lets an agent act for a user.") { subject in
      guard let acts = subject.part.actsForUser else {
        return .absent(Silence(.token, note: "no token sample shows whom the token stands for"))
      }
      let sample = subject.part.sample
      return .flag(
        acts, at: sample.subject.span ?? sample.identity.actor.span ?? sample.grantType.span)
    },
    Fact("userAuthority", .list(.string), "What it holds that only a user's token can, by name.") {
      subject in
      let marks = subject.part.userAuthority
      return .known(
        .list(marks.map { .string("`\($0.value)`") }),
        at: marks.first?.span ?? subject.part.sample.span)
    },
    Fact("missingDelegation", .string, "The manifest's claim about delegation that it lacks.") {
      let sample = $0.part.sample
      return .text(
        $0.part.missingDelegation ?? "", at: sample.identity.claims.span ?? sample.span)
    },
    Fact("missingClaims", .list(.string), "Claims of the manifest's `identity` that it lacks.") {
      subject in
      guard let missing = subject.part.missingClaims else {
        return .absent(Silence(.token, note: "no token sample shows its claims"))
      }
      return .known(
        .list(missing.map { .string("`\($0)`") }), at: subject.part.sample.identity.claims.span)
    },
    Fact("namesTenant", .bool, "Whether its claims name the tenant where the manifest says so.") {
      subject in
      guard let names = subject.part.namesTenant else {
        return .absent(
          Silence(.token, note: "no token sample shows the claim in which the tenant travels"))
      }
      return .flag(names, at: subject.part.sample.identity.claims.span)
    },
  ]
}
