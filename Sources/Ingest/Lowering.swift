import Estate
import SourceText
import Syntax

/// Sends each document to the adapter of its kind: the one list of what this version analyses.
enum Lowering {
  /// What one file says on its own; it is looked through for secrets while it is lowered.
  static func lower(_ file: ParsedFile) async -> Contribution {
    async let secrets = secrets(in: file)
    var contribution = Contribution()
    for document in file.documents {
      contribution.append(await lower(document, in: file.source))
    }
    contribution.append(lowerLines(of: file))
    contribution.secrets += await secrets
    contribution.records.exceptions += CommentedExceptions.all(in: file)
    return contribution
  }

  /// The secrets in a file, whether or not anything else is read there; those of logs are counted with their
  /// records.
  private static func secrets(in file: ParsedFile) -> [SecretSighting] {
    if let tree = file.tree { return SecretScanner.sightings(in: tree) }
    if let nginx = file.nginx { return SecretScanner.sightings(in: nginx) }
    return file.kind == .auditLog ? [] : PlainTextSecrets.sightings(in: file.source)
  }

  /// What gateways' files say, which have to be read together: nginx with its includes, Envoy's routes
  /// with its clusters and with the configuration of its rate-limit service, Docker's with its catalogs.
  static func lowerTogether(_ files: [ParsedFile]) -> Contribution {
    let documents = files.flatMap(\.documents)
    var contribution = EnvoyAdapter.lower(
      documents.filter { $0.kind == .envoy }.map(\.node),
      rateLimitServices: documents.filter { $0.kind == .rateLimitService }.map(\.node))
    contribution.append(
      AgentgatewayAdapter.lower(
        documents.filter { $0.kind == .agentgateway }.map(\.node),
        rateLimitServices: documents.filter { $0.kind == .rateLimitService }.map(\.node)))
    contribution.append(
      MCPRouteAdapter.lower(
        documents.filter { $0.kind == .mcpRoute }.map(\.node),
        among: documents.filter { $0.kind == .kubernetesResource }.map(\.node)))
    contribution.append(KongAdapter.lower(documents.filter { $0.kind == .kong }.map(\.node)))
    let catalogs = documents.filter { $0.kind == .dockerCatalogEntry }.map(\.node)
      .filter(DockerCatalogAdapter.isCatalog)
    contribution.append(
      DockerGatewayAdapter.lower(
        documents.filter { $0.kind == .dockerGateway }.map(\.node), catalogs: catalogs))
    contribution.append(NginxAdapter.lower(files.compactMap(\.nginx)))
    return contribution
  }

  private static func lower(
    _ document: ParsedFile.Document, in source: SourceFile
  ) async -> Contribution {
    switch document.kind {
    case .manifest: ManifestAdapter.lower(document.node)
    case .registryEntry: RegistryEntryAdapter.lower(document.node)
    case .toolCatalog: await CatalogAdapter.lower(document.node)
    case .toolSchema: CatalogAdapter.lowerSchemaFile(document.node)
    case .clientConfig: ClientConfigAdapter.lower(document.node, in: source)
    case .accessPolicy: AccessPolicyAdapter.lower(document.node)
    case .processRecord: ProcessRecordAdapter.lower(document.node)
    case .tokenSample: TokenSampleAdapter.lower(document.node)
    case .dockerCatalogEntry: DockerCatalogAdapter.lower(document.node, in: source)
    case .toolResponse: ToolResponseAdapter.lower(document.node, in: source)
    case .backstageEntity: BackstageAdapter.lower(document.node)
    case .lock: LockAdapter.lower(document.node)
    case .rateLimitService: check(rateLimitService: document.node)
    // Gateways are lowered together, logs are streamed, and the policy is read before anything else.
    case .nginx, .envoy, .kong, .mcpRoute, .dockerGateway, .auditLog, .logSummary, .policy:
      Contribution()
    case .agentgateway: AgentgatewayAdapter.lowerStartedServers(document.node, in: source)
    // Texts without a tree.
    case .codeOwners, .changelog: Contribution()
    case .kubernetesResource, .document:
      Contribution()
    }
  }
}

extension Lowering {
  /// What a text says that is read line by line.
  private static func lowerLines(of file: ParsedFile) -> Contribution {
    var contribution = Contribution()
    switch file.kind {
    case .codeOwners where file.status == .analyzed:
      let read = CodeOwnersReader.read(file.source)
      contribution.codeOwners = [read.file]
      contribution.diagnostics = read.diagnostics
    case .changelog where file.status == .analyzed:
      contribution.changelogs = [ChangelogReader.read(file.source)]
    default: break
    }
    return contribution
  }

  /// A configuration without a domain is refused by the service, and so limits nothing.
  private static func check(rateLimitService document: Node) -> Contribution {
    var contribution = Contribution()
    if !RateLimitDomain.recognizes(document) {
      contribution.diagnostics.append(
        Diagnostic(
          at: (document.member("descriptors")?.key ?? document).span,
          "the rate-limit configuration names no domain, so the service cannot load it",
          expected: "`domain`, with the name that the gateway's rate-limit filter gives",
          advice: "add `domain:` beside `descriptors:`"))
    }
    return contribution
  }
}

extension Contribution {
  /// Whether the file says nothing about the fleet.
  var isSilent: Bool {
    servers.isEmpty && catalogs.isEmpty && routes.isEmpty && clientEntries.isEmpty
      && policies.isEmpty && records.sources.isEmpty && tokenSamples.isEmpty && locked.isEmpty
  }

  /// Takes in what `other` says, behind what is there.
  mutating func append(_ other: Contribution) {
    servers += other.servers
    catalogs += other.catalogs
    routes += other.routes
    gatewaySettings += other.gatewaySettings
    clientEntries += other.clientEntries
    policies += other.policies
    records.sources += other.records.sources
    records.drills += other.records.drills
    records.incidents += other.records.incidents
    records.exceptions += other.records.exceptions
    records.approverRoles += other.records.approverRoles
    codeOwners += other.codeOwners
    changelogs += other.changelogs
    components += other.components
    responses += other.responses
    locked += other.locked
    tokenSamples += other.tokenSamples
    secrets += other.secrets
    diagnostics += other.diagnostics
  }
}
