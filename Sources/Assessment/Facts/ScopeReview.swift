import Estate

/// The names under which scopes could mean a server, for finding scopes that reach another one's domain.
struct ServerNames: Sendable {
  private let servers: [String: String]

  /// The names of every registered server of `fleet`; a name that could mean two of them means none.
  init(of fleet: Fleet) {
    var servers: [String: String] = [:]
    var isTaken: Set<String> = []
    for server in fleet.servers where server.isRegistered {
      let name = Self.plain(server.id)
      if servers.updateValue(server.id, forKey: name) != nil { isTaken.insert(name) }
    }
    for name in isTaken { servers[name] = nil }
    self.servers = servers
  }

  /// The server that `scope` names before its first `:` or `/`, if it is registered.
  func server(namedBy scope: String) -> String? {
    let resource = scope.prefix { $0 != ":" && $0 != "/" }
    guard resource.count < scope.count else { return nil }
    return servers[Self.plain(String(resource))]
  }

  /// Letters and digits in lower case, without the prefix that servers' identities often have.
  private static func plain(_ name: String) -> String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    for prefix in ["mcpserver", "mcp"] where letters.hasPrefix(prefix) && letters != prefix {
      return String(letters.dropFirst(prefix.count))
    }
    return letters
  }
}

extension ServerSubject {
  /// Scopes of tokens that were requested or issued for the server.
  var issuedScopes: [Evidence<String>] {
    server.tokenSamples.flatMap(\.scopes)
  }

  /// Scopes, declared or issued, that are another registered server's: by its name, because only others
  /// declare them, or because they are of the domain that all of its own are of.
  var foreignScopes: [Evidence<String>] {
    let declared = server.declaredScopes
    let owners = context.scopeOwners
    return (server.access.scopes + issuedScopes).filter { scope in
      if let other = context.serverNames.server(namedBy: scope.value) { return other != server.id }
      guard owners.isDeclared(scope.value), !declared.isEmpty else { return false }
      if !declared.contains(scope.value) { return true }
      guard let owner = owners.owner(ofDomainOf: scope.value) else { return false }
      return owner != server.id && !ScopeOwners.areMostly(declared, ofDomainOf: scope.value)
    }
  }
}
