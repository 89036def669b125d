/// The address of a server on the network, as URLs, upstreams and route matches name it.
struct NetworkAddress: Hashable, Sendable {
  /// The host in lower case, without brackets.
  let host: String
  /// The port; that of the scheme where a URL names none, `nil` where nothing says.
  let port: Int?
  /// The path without its trailing slash; empty for the root.
  let path: String

  /// Reads a URL with a host (`https://host:port/path`) or an authority (`host:port`).
  ///
  /// Query, fragment and user are left out. `nil` for sockets, variables and other texts without a host.
  init?(_ text: String) {
    var rest = Substring(text)
    var defaultPort: Int?
    if let mark = rest.utf8Range(of: "://") {
      switch rest[..<mark.lowerBound].lowercased() {
      case "https", "wss": defaultPort = 443
      case "http", "ws": defaultPort = 80
      case "unix", "file": return nil
      default: break
      }
      rest = rest[mark.upperBound...]
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    var authority = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(authority.count)
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
    }
    guard let (host, port) = Self.split(authority) else { return nil }
    self.host = host
    self.port = port ?? defaultPort
    self.path = Self.withoutTrailingSlash(path)
  }

  /// Whether both are the same address: host and path are equal, and so are the ports where both are known.
  func matches(_ other: NetworkAddress) -> Bool {
    host == other.host && path == other.path
      && (port == nil || other.port == nil || port == other.port)
  }

  /// The name that a cluster's DNS gives the service: the first label of a host that is no IP address.
  var serviceName: String? {
    guard !host.contains(":"), host.contains(where: { $0.isLetter }) else { return nil }
    return host.split(separator: ".").first.map(String.init)
  }

  /// What a cluster's services are called beside their own names, behind a hyphen.
  private static let replicas: Set<Substring> = [
    "blue", "green", "canary", "primary", "secondary", "replica", "backup", "prod", "production",
    "staging", "stage", "stg", "test", "dev", "qa",
  ]

  /// The name of the service without what tells one instance of it from another: `ledger` of `ledger-a`,
  /// `ledger-2` and `ledger-staging`.
  var replicatedName: String? {
    guard let name = serviceName, let hyphen = name.lastIndex(of: "-") else { return nil }
    let last = name[name.index(after: hyphen)...]
    let isNumber = !last.isEmpty && last.allSatisfy { $0.isASCII && $0.isNumber }
    guard last.count == 1 || isNumber || Self.replicas.contains(last) else { return nil }
    return String(name[..<hyphen])
  }

  private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
    guard !authority.isEmpty, !authority.contains(where: { "$ {}".contains($0) }) else {
      return nil
    }
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      let host = authority[authority.index(after: authority.startIndex)..<end]
      return (host.lowercased(), Int(authority[end...].dropFirst(2)))
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = parts.first, !host.isEmpty, host != "unix" else {
      return nil
    }
    return (host.lowercased(), parts.count == 2 ? Int(parts[1]) : nil)
  }

  private static func withoutTrailingSlash(_ path: Substring) -> String {
    var path = path
    while path.last == "/" { path.removeLast() }
    return String(path)
  }
}

extension Substring {
  /// The first place at which `mark`, an ASCII text, stands.
  fileprivate func utf8Range(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) {
        return start..<index(start, offsetBy: mark.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
