/// What a file is, by its content.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
  /// A server manifest in mcpready's own format.
  case manifest
  /// A `server.json` of the official MCP registry, or a list of its entries.
  case registryEntry = "server.json"
  /// A `tools/list` result, bare or in its JSON-RPC envelope.
  case toolCatalog = "tools/list"
  /// The definition or the input schema of one tool, named by a manifest's `schema_ref`.
  case toolSchema = "tool schema"
  /// A client's list of servers: `mcp.json` and its family.
  case clientConfig = "client config"
  /// An nginx configuration.
  case nginx
  /// An Envoy bootstrap, listener, route or cluster configuration.
  case envoy
  /// The configuration of Envoy's rate-limit service.
  case rateLimitService = "rate-limit service"
  /// Which agent may call what.
  case accessPolicy = "access policy"
  /// Audit records, one JSON object a line.
  case auditLog = "audit log"
  /// What `mcpready logs summarize` has written of audit logs.
  case logSummary = "log summary"
  /// Drills, incidents, exceptions, approvers.
  case processRecord = "process record"
  /// An OAuth token request, response or decoded claims.
  case tokenSample = "token sample"
  /// `mcpready.yaml`.
  case policy = "mcpready policy"
  /// An entry of Docker's MCP catalog: `server.yaml` or its `tools.json`.
  case dockerCatalogEntry = "Docker catalog entry"
  /// A Compose file that runs Docker's MCP gateway.
  case dockerGateway = "Docker MCP gateway"
  /// An agentgateway configuration.
  case agentgateway
  /// An `MCPRoute` of Envoy AI Gateway, with whatever stands beside it.
  case mcpRoute = "MCPRoute"
  /// Another Kubernetes resource.
  case kubernetesResource = "Kubernetes resource"
  /// A declarative Kong configuration.
  case kong = "Kong configuration"
  /// A `catalog-info.yaml` of Backstage.
  case backstageEntity = "Backstage entity"
  /// A recorded result of a tool call.
  case toolResponse = "tool response"
  /// A CODEOWNERS file of GitHub or GitLab.
  case codeOwners = "CODEOWNERS"
  /// What the versions of a server have changed.
  case changelog
  /// `mcpready.lock`: what was approved of each server.
  case lock = "lock file"
  /// A text that manifests and records may refer to, such as a runbook.
  case document

  /// Whether this version reads what a file of the kind says; others are listed and prove nothing.
  public var isAnalyzed: Bool {
    switch self {
    case .kubernetesResource, .document:
      false
    case .manifest, .registryEntry, .toolCatalog, .toolSchema, .clientConfig, .nginx, .envoy,
      .agentgateway, .dockerGateway, .kong, .mcpRoute, .rateLimitService, .accessPolicy, .auditLog,
      .logSummary,
      .processRecord,
      .tokenSample, .policy, .codeOwners, .changelog, .dockerCatalogEntry, .backstageEntity,
      .toolResponse, .lock:
      true
    }
  }

  /// Whether a file of the kind is something to check; what only adds to others is not.
  public var isSubjectOfChecks: Bool {
    switch self {
    case .policy, .codeOwners, .changelog, .backstageEntity, .toolResponse, .lock: false
    default: isAnalyzed
    }
  }
}
