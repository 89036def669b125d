/// What a server offers its callers, as far as somebody approves it: the state that a lock file keeps and
/// that two revisions are compared by.
public struct ServerContract: Hashable, Sendable {
  /// The server, and where it is registered or locked.
  public let id: Evidence<String>
  /// The version of the server.
  public var version: Evidence<String>?
  /// The packages and images that it is started from, sorted by registry and name.
  public var packages: [PackagePin] = []
  /// The scopes that the server is granted, sorted.
  public var scopes: [Evidence<String>] = []
  /// The tools, sorted by name.
  public var tools: [ToolContract] = []
  /// The changelogs that speak of it; a lock file keeps none.
  public var changelogs: [Changelog] = []

  /// The contract of the server `id`, which offers nothing so far.
  public init(id: Evidence<String>) {
    self.id = id
  }

  /// A package or image at an exact version or digest.
  public struct PackagePin: Hashable, Sendable {
    /// The registry or runner, such as `npm` or `oci`.
    public let registry: String
    /// The package as written, with its version or digest if it has one.
    public let identifier: Evidence<String>
    /// The exact version or digest; `nil` where it floats.
    public let pin: String?

    /// The package `identifier` of `registry`, held at `pin`.
    public init(registry: String, identifier: Evidence<String>, pin: String?) {
      self.registry = registry
      self.identifier = identifier
      self.pin = pin
    }
  }
}

/// What one tool of a server promises.
public struct ToolContract: Hashable, Sendable {
  /// The name that clients call.
  public let name: Evidence<String>
  /// The scopes that a caller needs, sorted.
  public var scopes: [Evidence<String>] = []
  /// The definition; `nil` where only a manifest lists the tool.
  public var definition: ToolDefinition?

  /// The contract of the tool `name`.
  public init(name: Evidence<String>) {
    self.name = name
  }
}
