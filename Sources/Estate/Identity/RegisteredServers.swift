/// The identities under which servers are registered, and what another name means among them.
///
/// The one place that decides whether a name in a log, a gateway or a client's configuration is a
/// registered server. Nothing is guessed: a name that could mean two servers means none.
public struct RegisteredServers: Sendable {
  /// What a name means.
  public enum Resolution: Hashable, Sendable {
    /// The server `id`, at the version that the name gives, if it gives one.
    case server(id: String, version: String?)
    /// Several servers, sorted; which one is meant cannot be told.
    case ambiguous([String])
    /// No registered server.
    case unknown
  }

  private let ids: Set<String>

  /// The servers registered under `ids`.
  public init(_ ids: some Sequence<String>) {
    self.ids = Set(ids)
  }

  /// The server that `name` means; a name that is registered as it stands means itself.
  public func resolve(_ name: String) -> Resolution {
    if ids.contains(name) { return .server(id: name, version: nil) }
    let readings = ServerIdentity.readings(of: name).filter { ids.contains($0.base) }
    switch readings.count {
    case 0: return .unknown
    case 1: return .server(id: readings[0].base, version: readings[0].version)
    default: return .ambiguous(readings.map(\.base).sorted())
    }
  }

  /// The identity of the server that `name` means, where exactly one is.
  public func id(for name: String) -> String? {
    if case .server(let id, _) = resolve(name) { id } else { nil }
  }
}
