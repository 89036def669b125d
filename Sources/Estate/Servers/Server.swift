public import SourceText

/// Everything that the estate's sources say about one MCP server.
///
/// An adapter fills the fields that its format can know and leaves the rest unstated; fragments of one
/// server from several files are joined by `merge`.
public struct Server: Sendable {
  /// The identity that manifests register, logs mention and policies name.
  public let id: String

  /// Every source that speaks about the server; tells "does not say" from "was not given".
  public var sources: [SourceMention] = []

  /// Values of a manifest that could not be read: the path of the key, such as `limits.timeout` or
  /// `tools.refund.class`, at the value.
  public var unreadValues: [Evidence<String>] = []

  /// The identity as a manifest writes it, and where.
  public var registration = Stated<String>()
  /// The version, which ought to be semantic.
  public var version = Stated<String>()
  /// A name for people.
  public var title = Stated<String>()
  /// One sentence of what the server is for.
  public var summary = Stated<String>()
  /// How clients reach it.
  public var transport = Stated<Transport>()
  /// How a client would reach it that starts what the source names, such as an image; a gateway that does so
  /// may show it another way.
  public var impliedTransport = Stated<Transport>()
  /// The address of a remote server.
  public var endpoint = Stated<String>()
  /// Every address that a registry's entry offers, the endpoint among them.
  public var remotes: [RemoteOffer] = []
  /// The MCP revision, such as `2025-11-25`.
  public var protocolRevision = Stated<String>()
  /// The declared risk tier; `derivedTier` is what the facts give.
  public var tier = Stated<Tier>()
  /// The service level, such as `tier-1`; not a risk tier.
  public var slaTier = Stated<String>()
  /// The business domain of the data.
  public var dataDomain = Stated<String>()
  /// The most sensitive data that the server can return.
  public var dataSensitivity = Stated<Sensitivity>()
  /// The environments that the server runs in, such as `prod`.
  public var environments = Stated<[String]>()
  /// Whether one deployment serves several tenants.
  public var isMultiTenant = Stated<Bool>()
  /// The lifecycle stage, such as `production` or `deprecated`.
  public var lifecycle = Stated<String>()

  /// Who answers for the server.
  public var ownership = Ownership()
  /// How clients authenticate and what tokens may do.
  public var access = AccessDeclaration()
  /// The credentials that the server or its gateway holds.
  public var credentials: [Credential] = []
  /// How many of them its manifest lists; an empty list says that there is none.
  public var credentialCount = Stated<Int>()
  /// The tools, by name; merged over manifest, catalog and log.
  public var tools: [Tool] = []
  /// The `catalog:` reference of the manifest, if it has one.
  public var catalogReference = Stated<DocumentReference>()
  /// Where `tools/list` results say that they go on elsewhere (`nextCursor`), one entry for each.
  public var catalogCursors: [Evidence<String>] = []
  /// Why a catalog could be tied to no registered server, where the server is known from such a one.
  public var untiedCatalog = Stated<String>()
  /// Where the server may connect to.
  public var egress = Egress()
  /// Bounds on time, concurrency, size and rate.
  public var limits = OperatingLimits()
  /// How the server is stopped and what happens then.
  public var containment = Containment()
  /// What audit records are kept and how.
  public var audit = AuditDeclaration()
  /// What results may hold and what becomes of it.
  public var dataHandling = DataHandling()
  /// How the server is watched, changed and retired.
  public var operations = OperationsDeclaration()
  /// The packages or images that the server is started from.
  public var packages: [PackageReference] = []
  /// Options on its command line that take a credential, such as `--api-key`; never a value.
  public var credentialArguments: [Evidence<String>] = []
  /// Servers that this one calls.
  public var dependencies: [Evidence<String>] = []
  /// Systems behind the server.
  public var downstreams: [Downstream] = []
  /// Roles that may approve calls of the server's tools, as its manifest names them.
  public var approverRoles = Stated<[String]>()
  /// Where approvals are recorded.
  public var approvalRecord = Stated<String>()

  /// Files that define its tools and permissions, where a CODEOWNERS file was given for them.
  public var reviewedFiles: [ReviewedFile] = []
  /// The changelogs that its manifest names, or that lie beside it.
  public var changelogs: [Changelog] = []
  /// What somebody approved of the server, as a lock file keeps it.
  public var locked: ServerContract?
  /// How the server differs from what the lock file keeps; `nil` where nobody has compared.
  public var drift: [ContractChange]?
  /// Recorded results of its tools.
  public var responseSamples: [ResponseSample] = []
  /// Gateway routes that lead to the server.
  public var routes: [Route] = []
  /// What clients' configurations say about the server.
  public var clientEntries: [ClientEntry] = []
  /// Token requests, responses and claims for the server.
  public var tokenSamples: [TokenSample] = []
  /// Values that look like live secrets, in any source about the server.
  public var secrets: [SecretSighting] = []
  /// Passages of texts about the server itself, such as its instructions, prompts and resources, that try to
  /// steer whoever reads them.
  public var passages: [SuspectPassage] = []
  /// What the log shows; `nil` where no log mentions the server.
  public var traffic: ServerTraffic?

  /// A server about which nothing is known but its identity.
  public init(id: String) {
    self.id = id
  }

  /// The first place that speaks about the server in a source of `kind`.
  public func mention(in kind: SourceKind) -> SourceSpan? {
    var first: SourceSpan?
    for source in sources where source.kind == kind {
      first = first.map { min($0, source.span) } ?? source.span
    }
    return first
  }

  /// Where a catalog of its tools breaks off, if none of its catalogs is whole.
  public var catalogBreak: SourceSpan? {
    guard let first = catalogCursors.first,
      sources.count(where: { $0.kind == .catalog }) <= catalogCursors.count
    else { return nil }
    return first.span
  }

  /// Whether some manifest registers the server; one that only logs or clients mention is a shadow server.
  public var isRegistered: Bool {
    sources.contains { $0.kind == .manifest }
  }

  /// The images that a cluster runs behind its routes, each place once.
  public var deployedImages: [PackageReference] {
    var seen: Set<SourceSpan> = []
    return routes.flatMap(\.images).filter { seen.insert($0.identifier.span).inserted }
  }

  /// What it is started from: by the manifest, then by clients, then by a cluster.
  public var allPackages: [PackageReference] {
    packages + clientEntries.compactMap(\.package) + deployedImages
  }

  /// Whether calls cross a network, as they do where a gateway takes them for a server that it starts itself;
  /// `nil` where no source says.
  public var isRemote: Bool? {
    if !routes.isEmpty { return true }
    if isOnItsOwnHost { return false }
    if let transport = transport.value { return transport.isRemote }
    if endpoint.isStated { return true }
    return packages.isEmpty ? impliedTransport.value?.isRemote : false
  }

  /// Whether it has addresses, and each is one that only callers on the same host reach.
  private var isOnItsOwnHost: Bool {
    endpoint.isStated
      && endpoint.statements.allSatisfy { AddressScheme.isLoopback($0.value) }
      && remotes.allSatisfy { AddressScheme.isLoopback($0.url.value) }
      && clientEntries.allSatisfy { entry in
        entry.url.map { AddressScheme.isLoopback($0.value) } ?? true
      }
  }
}
