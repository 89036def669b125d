import Syntax

/// Where nginx leads a request, as far as can be told.
struct NginxRoutingAnswer: Sendable {
  /// The location; `nil` where the server itself answers.
  let location: NginxLocation?

  /// Locations by regular expression that may take the request instead, because their pattern could
  /// not be evaluated.
  let uncertain: [NginxLocation]
}

extension NginxServer {
  /// The location that nginx chooses for `path`, which is decoded and begins with `/`.
  ///
  /// An exact match wins; else the longest prefix is remembered, and unless it is `^~` the first regular
  /// expression in the order of the file that matches takes precedence over it. Locations within the
  /// chosen one are searched alike. A name `@name` finds its location.
  func location(for path: String) -> NginxRoutingAnswer {
    if path.hasPrefix("@") {
      let named = locations.first { $0.match?.kind == .named && $0.match?.pattern == path }
      return NginxRoutingAnswer(location: named, uncertain: [])
    }
    var search = NginxLocationSearch(path: path)
    let found = search.find(among: whole.locations)
    return NginxRoutingAnswer(location: found.location, uncertain: search.uncertain)
  }
}

extension NginxConfiguration {
  /// The server that nginx chooses for `host` among those that listen on `port`, or on any port.
  ///
  /// An exact name wins, then the longest wildcard before a name, then the longest behind one, then the
  /// first regular expression, then the default server.
  func server(for host: String, port: Int? = nil) -> NginxServer? {
    let candidates = servers.filter { server in
      port == nil || server.sockets.contains { $0.port == port }
    }
    let host = host.lowercased()
    var best: (rank: Int, length: Int, server: NginxServer)?
    for server in candidates {
      for name in server.names.map({ $0.text.hasPrefix("~") ? $0.text : $0.text.lowercased() }) {
        guard let rank = Self.rank(of: name, for: host) else { continue }
        let isBetter = best.map { (rank, name.utf8.count) > ($0.rank, $0.length) } ?? true
        if isBetter { best = (rank, rank == 1 ? 0 : name.utf8.count, server) }
      }
    }
    let byDefault = candidates.first { server in
      server.sockets.contains { $0.isDefault && (port == nil || $0.port == port) }
    }
    return best?.server ?? byDefault ?? candidates.first
  }

  private static func rank(of name: String, for host: String) -> Int? {
    if name == host { return 4 }
    if name.hasPrefix("*.") { return host.hasSuffix(name.dropFirst()) ? 3 : nil }
    if name.hasPrefix(".") {
      return host == name.dropFirst() ? 4 : host.hasSuffix(name) ? 3 : nil
    }
    if name.hasSuffix(".*") { return host.hasPrefix(name.dropLast()) ? 2 : nil }
    if name.hasPrefix("~") {
      let pattern = NginxPathPattern(String(name.dropFirst()), ignoresCase: true)
      return pattern.matches(host) == true ? 1 : nil
    }
    return nil
  }
}

/// nginx's search for one path.
private struct NginxLocationSearch {
  let path: String
  private(set) var uncertain: [NginxLocation] = []

  init(path: String) {
    self.path = path
  }

  /// The location for the path among `siblings` and those within them; final where nothing outside
  /// may take precedence any more.
  mutating func find(
    among siblings: [NginxLocation]
  ) -> (location: NginxLocation?, isFinal: Bool) {
    var prefix: (location: NginxLocation, length: Int)?
    for location in siblings {
      guard let match = location.match else { continue }
      switch match.kind {
      case .exact where match.pattern == path: return (location, true)
      case .prefix, .finalPrefix:
        let length = match.pattern.utf8.count
        if path.utf8.starts(with: match.pattern.utf8), length > prefix?.length ?? -1 {
          prefix = (location, length)
        }
      case .exact, .regex, .named: break
      }
    }
    var found = prefix?.location
    if let outer = found {
      let inner = find(among: outer.locations)
      found = inner.location ?? outer
      if inner.isFinal { return (found, true) }
      if outer.match?.kind == .finalPrefix { return (found, false) }
    }
    for location in siblings {
      guard let pattern = location.configuration.scopes[location.scope].pathPattern else {
        continue
      }
      switch pattern.matches(path) {
      case true?: return (find(among: location.locations).location ?? location, true)
      case nil: uncertain.append(location)
      case false?: break
      }
    }
    return (found, false)
  }
}
