/// What a file is, by its content.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
  /// A server manifest in mcpready's own format.
  case manifest
  /// A `server.json` of the official MCP registry.
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
  /// Drills, incidents, exceptions, approvers.
  case processRecord = "process record"
  /// An OAuth token request, response or decoded claims.
  case tokenSample = "token sample"
  /// `mcpready.yaml`.
  case policy = "mcpready policy"
  /// A text that manifests and records may refer to, such as a runbook.
  case document
}
