public import Estate
public import SourceText

/// What one file, or one set of files that are read together, says about the fleet.
///
/// Adapters fill it; `Linker` joins all of them into one `Fleet`. Facts about a server whose identity the
/// file itself gives go into `servers`; what has to be tied to a server by comparison goes into the lists.
public struct Contribution: Sendable {
  /// Fragments of servers whose identity the file gives.
  public var servers: [Server] = []
  /// Tools whose server is still to be found.
  public var catalogs: [CatalogFragment] = []
  /// Gateway routes.
  public var routes: [Route] = []
  /// Settings of gateways that concern whatever stands behind them.
  public var gatewaySettings: [GatewaySetting] = []
  /// Entries of clients' configurations.
  public var clientEntries: [ClientEntry] = []
  /// Access policies.
  public var policies: [AccessPolicy] = []
  /// Drills, incidents, exceptions, approvers.
  public var records = ProcessRecords()
  /// CODEOWNERS files.
  var codeOwners: [CodeOwnersFile] = []
  /// Recorded results of tools.
  public var responses: [ResponseSample] = []
  /// Components of Backstage that may be servers.
  var components: [CatalogComponent] = []
  /// Changelogs whose server is still to be found.
  public var changelogs: [Changelog] = []
  /// What lock files keep of servers.
  var locked: [ServerContract] = []
  /// Token requests, responses and claims.
  public var tokenSamples: [TokenSample] = []
  /// Secrets in files that belong to no one server.
  public var secrets: [SecretSighting] = []
  /// What is wrong with the input, or worth saying about it.
  public var diagnostics: [Diagnostic] = []

  /// A file that says nothing.
  public init() {}
}

/// Tools that a catalog or schema file defines.
public struct CatalogFragment: Sendable {
  /// The whole result or definition.
  public var span: SourceSpan
  /// The path of its file.
  public var path: String
  /// The server that the file itself names (`serverInfo.name`), if it does.
  public var serverName: Evidence<String>?
  /// The version that the file itself names (`serverInfo.version`), if it does.
  public var serverVersion: Evidence<String>?
  /// Passages of instructions, prompts and resources that try to steer whoever reads them.
  public var passages: [SuspectPassage] = []
  /// Whether it holds such texts alone, and so says nothing about which tools there are.
  public var isTextOnly = false
  /// Whether it is the definition of one tool, in a file of its own.
  public var isLoneTool = false
  /// Whether it defines a tool of one name several times.
  public var isAmbiguous = false
  /// The `nextCursor` of the result, behind which it goes on; `nil` for a whole one.
  public var cursor: Evidence<String>?
  /// The tools; for the bare input schema of one tool, one tool whose name is empty.
  public var tools: [Tool]

  /// Tools that `span` defines.
  public init(
    span: SourceSpan, path: String, serverName: Evidence<String>? = nil,
    serverVersion: Evidence<String>? = nil, tools: [Tool]
  ) {
    self.span = span
    self.path = path
    self.serverName = serverName
    self.serverVersion = serverVersion
    self.tools = tools
  }
}
