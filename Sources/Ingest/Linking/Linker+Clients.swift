import Estate
import SourceText

extension Linker {
  /// Ties entries of clients' configurations to servers; an entry for a server that nobody registers makes
  /// a shadow server.
  ///
  /// In this order: the URL is one server's endpoint; the entry's name is a server's identity; the URL is the
  /// endpoint of several servers, or the address of a gateway that shows them together, and so leads to each;
  /// it is an address of one server's routes, or its host bears a server's name; the package is one server's.
  mutating func linkClients(_ entries: [ClientEntry]) {
    guard !entries.isEmpty else { return }
    let index = ClientIndex(of: servers.values)
    var strangers: [ClientEntry] = []
    for entry in entries {
      let ids = registeredServers(of: entry, index)
      for id in ids.sorted() { give(entry, to: id) }
      if let id = only(ids) { warnOfOtherAddress(entry, id, index) }
      if ids.isEmpty { strangers.append(entry) }
    }
    addShadowServers(strangers)
  }

  /// How many servers one entry may lead to; more have not one gateway, and would multiply with the entries.
  private static let mostServersShown = 100

  private func registeredServers(of entry: ClientEntry, _ index: ClientIndex) -> Set<String> {
    let address = entry.url.flatMap { NetworkAddress($0.value) }
    let named = address.map(index.endpoints.servers(at:)) ?? []
    if named.count == 1 { return named }
    if let id = namedServer(of: entry) { return [id] }
    if let address {
      let shown = named.isEmpty ? index.serversShown(at: address) : named
      if !shown.isEmpty { return shown.count > Self.mostServersShown ? [] : shown }
      let routed = index.serversRouted(at: address)
      if routed.count == 1 { return routed }
      if let name = address.serviceName, let id = registered.id(for: name) { return [id] }
    }
    let started = entry.package.map(index.servers(startedFrom:)) ?? []
    return started.count == 1 ? started : []
  }

  private func only(_ ids: Set<String>) -> String? {
    ids.count == 1 ? ids.first : nil
  }

  private mutating func give(_ entry: ClientEntry, to id: String) {
    update(id) { $0.clientEntries.append(entry) }
    mention(id, in: .client, at: entry.span)
    giveRoutes(startedBy: entry, to: id)
  }

  /// An entry that bears a server's name and calls another address may be meant for another server.
  private mutating func warnOfOtherAddress(
    _ entry: ClientEntry, _ id: String, _ index: ClientIndex
  ) {
    guard let url = entry.url, let address = NetworkAddress(url.value),
      let endpoint = servers[id]?.endpoint.evidence,
      let registered = NetworkAddress(endpoint.value), registered.host != address.host,
      !index.serversRouted(at: address).contains(id)
    else { return }
    diagnostics.append(
      Diagnostic(
        .warning, at: url.span,
        "`\(entry.name.value)` is the name of a registered server, and this is not its address",
        expected:
          "the endpoint of the server's manifest, or an address of a gateway that leads to it",
        related: [Diagnostic.Related(span: endpoint.span, message: "registered here")]))
  }

  /// Makes a server of each thing that clients call and nobody registers.
  ///
  /// Entries of one name are one server where they start or call the same thing. Where they do not, each
  /// is called after the first agent that uses it, so that two servers never become one.
  private mutating func addShadowServers(_ entries: [ClientEntry]) {
    var targets: [String: Set<String>] = [:]
    for entry in entries { targets[entry.name.value, default: []].insert(target(of: entry)) }
    var ids: [String: String] = [:]
    for entry in entries.sorted(by: { ($0.agent, $0.span) < ($1.agent, $1.span) }) {
      let name = entry.name.value
      let isShared = (targets[name]?.count ?? 0) > 1
      let key = name + "\n" + target(of: entry)
      if ids[key] == nil { noteNamesake(of: entry.name) }
      let id = ids[key] ?? unusedID(for: isShared ? "\(entry.agent)/\(name)" : name)
      ids[key] = id
      var server = Server(id: id)
      server.sources = [SourceMention(.client, at: entry.span)]
      server.clientEntries = [entry]
      if let url = entry.url { server.endpoint.state(url) }
      if let command = entry.command {
        server.transport.state(.stdio, at: command.span, grade: command.grade)
      }
      servers[id, default: Server(id: id)].merge(server)
      giveRoutes(startedBy: entry, to: id)
    }
  }

  /// What an entry calls or starts, however it is written.
  private func target(of entry: ClientEntry) -> String {
    if let url = entry.url {
      guard let address = NetworkAddress(url.value) else { return url.value }
      return "\(address.host):\(address.port.map(String.init) ?? "")\(address.path)"
    }
    return entry.package?.name ?? entry.command?.value ?? ""
  }

  /// `name`, or with a number behind it where a server of that name is known already.
  func unusedID(for name: String) -> String {
    var id = name
    var number = 2
    while servers[id] != nil {
      id = "\(name) (\(number))"
      number += 1
    }
    return id
  }
}
