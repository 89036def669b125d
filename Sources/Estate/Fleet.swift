public import SourceText

/// All that is known of a fleet of MCP servers, joined over every source.
public struct Fleet: Sendable {
  /// The servers, sorted by identity; those without a manifest are shadow servers.
  public var servers: [Server] = []
  /// The agents, sorted by identity.
  public var agents: [Agent] = []
  /// The access policies.
  public var policies: [AccessPolicy] = []
  /// Drills, incidents, exceptions and approvers.
  public var records = ProcessRecords()
  /// Settings of gateways that concern whatever stands behind them, in the order of their places.
  public var gatewaySettings: [GatewaySetting] = []
  /// Values that look like live secrets, in files that are about no one server.
  public var secrets: [SecretSighting] = []
  /// What could not be tied to any server, and so proves nothing.
  public var unlinked: [Unlinked] = []
  /// The kinds of source that were read at all.
  public var givenSources: Set<SourceKind> = []
  /// Whether some file could not be read that may be a client's configuration.
  public var mayLackClients = false
  /// Whether some file could not be read that may be a server's manifest.
  public var mayLackManifests = false
  /// The whole log: records, and how many could not be read.
  public var log = LogOverview()

  /// A fleet without servers.
  public init() {}

  /// The server registered or seen under `id`.
  public func server(_ id: String) -> Server? {
    servers.first { $0.id == id }
  }
}

/// A fact that belongs to no server that is known.
public struct Unlinked: Hashable, Sendable {
  /// The kind of source.
  public var kind: SourceKind
  /// What it is, such as `route /mcp/ to mcp-server-v1:8080`.
  public var subject: String
  /// Where it stands.
  public var span: SourceSpan
  /// Why no server could be found.
  public var reason: String

  /// A `subject` that no server could be found for.
  public init(kind: SourceKind, subject: String, span: SourceSpan, reason: String) {
    self.kind = kind
    self.subject = subject
    self.span = span
    self.reason = reason
  }
}
