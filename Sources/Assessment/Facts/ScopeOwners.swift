import Estate

/// Which scopes servers declare, and whose domain a scope is of.
///
/// The domain of `bookings:capacity.release` is `bookings`. It belongs to the server whose scopes are all of
/// it, where there is only one.
struct ScopeOwners: Sendable {
  private let scopes: Set<String>
  private let owners: [String: String]

  /// What the registered servers of `fleet` declare.
  init(of fleet: Fleet) {
    var scopes: Set<String> = []
    var owners: [String: Set<String>] = [:]
    for server in fleet.servers where server.isRegistered {
      let declared = server.declaredScopes
      scopes.formUnion(declared)
      let domains = Set(declared.map(Self.domain))
      if domains.count == 1, case let domain?? = domains.first {
        owners[domain, default: []].insert(server.id)
      }
    }
    self.scopes = scopes
    self.owners = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Whether some server declares `scope`.
  func isDeclared(_ scope: String) -> Bool { scopes.contains(scope) }

  /// The only server whose scopes are all of the domain of `scope`.
  func owner(ofDomainOf scope: String) -> String? {
    Self.domain(of: scope).flatMap { owners[$0] }
  }

  /// Whether at least half of `scopes` are of the domain of `scope`.
  static func areMostly(_ scopes: Set<String>, ofDomainOf scope: String) -> Bool {
    let domain = domain(of: scope)
    return 2 * scopes.count { self.domain(of: $0) == domain } >= scopes.count
  }

  /// What stands before the first `:` or `/`, unless it is an action, a scheme or what any server could use.
  private static func domain(of scope: String) -> String? {
    let domain = scope.prefix { $0 != ":" && $0 != "/" }
    guard domain.count < scope.count, !common.contains(domain.lowercased()) else { return nil }
    return String(domain)
  }

  private static let common: Set<String> = [
    "", "read", "write", "list", "get", "create", "update", "delete", "manage", "admin", "all",
    "mcp", "api", "tool", "tools", "resource", "resources", "user", "openid", "urn", "http",
    "https",
  ]
}

extension Server {
  /// The scopes that its manifest lists for it and for its tools.
  var declaredScopes: Set<String> {
    Set(access.scopes.map(\.value) + tools.flatMap { $0.scopes.map(\.value) })
  }
}
