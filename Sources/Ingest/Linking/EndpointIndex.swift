import Estate

/// The addresses under which servers are registered.
struct EndpointIndex: Sendable {
  private struct Entry: Sendable {
    let id: String
    let address: NetworkAddress
  }

  private let byHost: [String: [Entry]]

  /// The endpoints and other addresses that `servers` state.
  init(of servers: some Sequence<Server>) {
    var byHost: [String: [Entry]] = [:]
    for server in servers {
      let stated = server.endpoint.statements.map(\.value)
      for url in Set(stated + server.remotes.map(\.url.value)).sorted() {
        guard let address = NetworkAddress(url) else { continue }
        byHost[address.host, default: []].append(Entry(id: server.id, address: address))
      }
    }
    self.byHost = byHost
  }

  /// The servers whose endpoint is `address`.
  func servers(at address: NetworkAddress) -> Set<String> {
    Set((byHost[address.host] ?? []).filter { $0.address.matches(address) }.map(\.id))
  }

  /// The servers whose endpoint is on the host of `address`: those with its port, or if none has, all.
  ///
  /// A gateway talks to a server inside the network, where ports and paths often differ from the endpoint.
  func servers(onHostOf address: NetworkAddress) -> Set<String> {
    let entries = byHost[address.host] ?? []
    let samePort = entries.filter { $0.address.port == address.port }
    return Set((samePort.isEmpty ? entries : samePort).map(\.id))
  }

  /// Every endpoint, sorted by server and address.
  var all: [(id: String, address: NetworkAddress)] {
    byHost.values.flatMap { $0 }.map { ($0.id, $0.address) }.sorted {
      ($0.0, $0.1.host, $0.1.path) < ($1.0, $1.1.host, $1.1.path)
    }
  }
}
