/// One of the addresses under which a server is offered, as a registry's entry lists several.
///
/// Several are offers, of which each client picks one, and not a disagreement about the endpoint.
public struct RemoteOffer: Hashable, Sendable {
  /// The address.
  public var url: Evidence<String>
  /// How clients talk to it; `nil` where the entry names no known transport.
  public var transport: Evidence<Transport>?

  /// An offer of `url` over `transport`.
  public init(_ url: Evidence<String>, over transport: Evidence<Transport>?) {
    self.url = url
    self.transport = transport
  }
}
