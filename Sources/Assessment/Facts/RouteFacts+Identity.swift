import CEL
import Estate
import SourceText

/// A header that says who calls, on one route.
struct RoutedIdentity: Sendable {
  /// Whose identity a header carries.
  enum Role: String, Hashable, Sendable, CaseIterable {
    case user
    case agent
    case tenant
    case environment
    /// A caller of whatever kind.
    case caller
  }

  let header: IdentityHeader
  let role: Role
  /// Whether the manifest says that the identity travels in this header.
  let isClaimed: Bool
  /// The route's path, for messages.
  let path: String?

  /// What lets a caller decide the header, in the words of the gateway's file.
  var problem: String {
    let place = path.map { " on '\($0)'" } ?? ""
    let name = "'\(header.name)'"
    switch (header.reader, header.expression.isEmpty) {
    case (.rateLimit, _):
      return "the rate limit\(place) counts by \(name), which the client writes"
    case (.accessLog, _):
      return "the access log takes \(name) from the client (`\(header.expression)`)"
    case (.upstream, true):
      return
        "the gateway passes \(name) on as the client sends it\(place), and the manifest takes the"
        + " \(role.rawValue) from it"
    case (.upstream, false):
      return "the gateway copies \(name) from the client\(place) (`\(header.expression)`)"
    }
  }
}

extension RoutedIdentity.Role {
  /// The role that the words of a header's lower-case `name` give away.
  init(headerName name: String) {
    let words = Set(name.split { $0 == "-" || $0 == "_" }.map(String.init))
    func has(_ some: Set<String>) -> Bool { !words.isDisjoint(with: some) }
    if has(["tenant"]) {
      self = .tenant
    } else if has(["agent"]) {
      self = .agent
    } else if has(["user", "username", "userid", "email", "account", "subject"]) {
      self = .user
    } else if has(["client"]) {
      self = .agent
    } else {
      self = .caller
    }
  }
}

extension RouteSubject {
  /// Headers that say who calls: those that the configuration names, and those that the manifest does.
  var identities: [RoutedIdentity] {
    let claims = claimedHeaders
    var found = route.identityHeaders.map { header in
      let claim = claims.first { $0.name == header.name }
      return RoutedIdentity(
        header: header, role: claim?.role ?? RoutedIdentity.Role(headerName: header.name),
        isClaimed: claim != nil && header.reader == .upstream, path: route.path.value)
    }
    for claim in claims
    where !found.contains(where: { $0.header.name == claim.name && $0.isClaimed }) {
      guard let origin = route.origin(ofHeader: claim.name) else { continue }
      let expression = route.otherHeaders.first { $0.name == claim.name }?.expression ?? ""
      found.append(
        RoutedIdentity(
          header: IdentityHeader(name: claim.name, origin: origin, expression: expression),
          role: claim.role, isClaimed: true, path: route.path.value))
    }
    return found
  }

  /// The headers from which the manifest says that the server takes identities.
  private var claimedHeaders: [(name: String, role: RoutedIdentity.Role)] {
    let access = server.access
    let claims: [(Stated<String>, RoutedIdentity.Role)] = [
      (access.userIdentity, .user), (access.clientIdentity, .agent),
      (access.tenantIdentity, .tenant), (access.environmentIdentity, .environment),
    ]
    return claims.compactMap { stated, role in
      guard let carrier = stated.value.map({ IdentityCarrier($0) }), carrier.kind == .header,
        !carrier.name.isEmpty
      else { return nil }
      return (carrier.name.lowercased(), role)
    }
  }
}

extension Facts {
  /// Who calls, as the gateway hands it on.
  static let routeIdentity: [Fact<RouteSubject>] = [
    Fact(
      "identityHeaders", .list(.object("header")),
      "Headers from which the server, a limit or the access log takes who calls."
    ) { subject in
      let identities = subject.identities
      return .known(
        .parts(identities, as: header, in: .gateway) { $0.header.origin.span },
        at: identities.first?.header.origin.span ?? subject.route.span)
    },
    Fact("mergesIdentities", .bool, "Whether user and agent are written from one value.") {
      mergesIdentities($0)
    },
  ]

  /// A request header that says who calls.
  static let header = FactType<PartSubject<RoutedIdentity>>(
    "header",
    [
      Fact("name", .string, "The name in lower case.") { .text($0.part.header.name, at: $0.span) },
      Fact("role", .vocabulary(RoutedIdentity.Role.self), "Whose identity it carries.") {
        .text($0.part.role.rawValue, at: $0.span)
      },
      Fact("origin", .vocabulary(IdentityHeader.Origin.self), "Where the value comes from.") {
        .text($0.part.header.origin.value.rawValue, at: $0.span)
      },
      Fact("isFromClient", .bool, "Whether the client decides the value.") { subject in
        switch subject.part.header.origin.value {
        case .client: return .flag(true, at: subject.span)
        case .verified, .constant, .removed: return .flag(false, at: subject.span)
        case .unknown:
          return .absent(
            Silence(
              .gateway,
              note: "code or a service that is not read may set '\(subject.part.header.name)'"))
        }
      },
      Fact("isClaimed", .bool, "Whether the manifest says that the identity travels in it.") {
        .flag($0.part.isClaimed, at: $0.span)
      },
      Fact("reader", .vocabulary(IdentityHeader.Reader.self), "Who takes an identity from it.") {
        .text($0.part.header.reader.rawValue, at: $0.span)
      },
      Fact("expression", .string, "The value as the gateway's file writes it.") {
        .text($0.part.header.expression, at: $0.span)
      },
      Fact("problem", .string, "How the client comes to decide it, for messages.") {
        .text($0.part.problem, at: $0.span)
      },
    ])

  /// Known only where the route writes both.
  private static func mergesIdentities(_ subject: RouteSubject) -> Reading {
    let written = subject.identities.filter {
      $0.header.reader == .upstream && !$0.header.expression.isEmpty
    }
    let users = written.filter { $0.role == .user }
    let agents = written.filter { $0.role == .agent }
    for user in users {
      for agent in agents where agent.header.expression == user.header.expression {
        return .flag(true, at: user.header.origin.span)
      }
    }
    guard let user = users.first, !agents.isEmpty else {
      return .absent(
        Silence(.gateway, note: "the gateway writes no headers for both user and agent"))
    }
    return .flag(false, at: user.header.origin.span)
  }
}
