extension SourceRow {
  /// The rows of the tables whose rules are named here, in the order of the documents.
  static let stated =
    thirtyDays + ninetyDays + capabilities + layers + questions + leadership + toolClasses
    + patterns
    + isolation

  /// Seed 0: four weeks.
  private static let thirtyDays = [
    SourceRow(
      .thirtyDays, "1.inventory",
      "Owner, data sensitivity, write capability, auth mode and downstream impact are captured",
      rules: ["MCP701", "MCP707"]),
    SourceRow(.thirtyDays, "1.tiers", "Every server has a trust tier", rules: ["MCP213"]),
    SourceRow(
      .thirtyDays, "1.tier-2", "No tier 2 server without a named owner and a tested kill switch",
      rules: ["MCP606", "MCP701"]),
    SourceRow(
      .thirtyDays, "2.auth", "Servers that matter demand authentication", rules: ["MCP105"]),
    SourceRow(.thirtyDays, "2.scopes", "Scopes are least privilege", rules: ["MCP206"]),
    SourceRow(
      .thirtyDays, "2.admin", "Shared administrator credentials are blocked", rules: ["MCP103"]),
    SourceRow(
      .thirtyDays, "2.environments", "Sandbox and production credentials differ",
      rules: ["MCP107"]),
    SourceRow(
      .thirtyDays, "3.success", "Success rate of at least 97 % over 24 hours", rules: ["MCP601"]),
    SourceRow(
      .thirtyDays, "3.latency", "p95 latency of at most 3 s over 2 hours", rules: ["MCP602"]),
    SourceRow(.thirtyDays, "3.blocks", "At most 10 % unexpected policy blocks", rules: ["MCP603"]),
    SourceRow(
      .thirtyDays, "3.fallback", "At most 15 % of calls on the fallback", rules: ["MCP604"]),
    SourceRow(
      .thirtyDays, "4.drills", "Each of three incidents was drilled, at the table and live",
      rules: ["MCP610"]),
    SourceRow(
      .thirtyDays, "4.tier-2",
      "Tier 2: kill-switch owner, fallback mode, blast-radius statement, recovery checklist",
      rules: ["MCP609"]),
  ]

  /// Seed 1: four phases.
  private static let ninetyDays = [
    SourceRow(
      .ninetyDays, "1.inventory", "Every active server is known", rules: ["MCP408"]),
    SourceRow(
      .ninetyDays, "1.classification", "Each is classified by data sensitivity and blast radius",
      rules: ["MCP213", "MCP707"]),
    SourceRow(
      .ninetyDays, "2.registry", "The registry holds owner, contact and tier of every server",
      rules: ["MCP701", "MCP705"]),
    SourceRow(
      .ninetyDays, "3.gates", "Policy gates stand before high-impact actions",
      rules: ["MCP301", "MCP302", "MCP305"]),
    SourceRow(
      .ninetyDays, "4.telemetry", "Baselines and alert thresholds turn telemetry into feedback",
      rules: ["MCP407"]),
  ]

  private static let capabilities = [
    SourceRow(
      .capabilities, "registry", "Service registry: servers, owners, data domains, tiers",
      rules: ["MCP213", "MCP701", "MCP705"]),
    SourceRow(
      .capabilities, "policy", "Policy engine: which agents may call what, under which constraints",
      rules: ["MCP301", "MCP309"]),
    SourceRow(
      .capabilities, "telemetry", "Runtime telemetry: traces, denials, latency, errors",
      rules: ["MCP401", "MCP404", "MCP407"]),
    SourceRow(
      .capabilities, "lifecycle", "Lifecycle management: versions, deprecation, rollout order",
      rules: ["MCP612", "MCP704", "MCP706"]),
  ]

  private static let layers = [
    SourceRow(
      .layers, "authorization", "Permissions are bound to the task", rules: ["MCP308"]),
    SourceRow(
      .layers, "responses", "High-risk outputs are untrusted until validated", rules: ["MCP506"]),
    SourceRow(
      .layers, "audit", "Every path from model to tool can be rebuilt", rules: ["MCP404"]),
  ]

  private static let questions = [
    SourceRow(
      .questions, "tasks", "Which servers are approved for which classes of task",
      rules: ["MCP709"]),
    SourceRow(
      .questions, "identities", "Which identities call tools, and how they are rotated",
      rules: ["MCP101", "MCP104"]),
    SourceRow(
      .questions, "blast-radius", "What a malformed or malicious answer can reach",
      rules: ["MCP506", "MCP609"]),
    SourceRow(
      .questions, "observation", "How model-initiated use is audited across environments",
      rules: ["MCP304", "MCP401"]),
  ]

  private static let leadership = [
    SourceRow(
      .leadership, "ownership", "Servers with a named owner and a tier",
      rules: ["MCP213", "MCP701"]),
    SourceRow(
      .leadership, "policy", "Calls evaluated by explicit policy", rules: ["MCP309", "MCP401"]),
    SourceRow(
      .leadership, "investigation", "Time to investigate a model-initiated incident",
      rules: ["MCP405"]),
    SourceRow(.leadership, "exceptions", "Exceptions for high-risk access", rules: ["MCP708"]),
  ]

  private static let toolClasses = [
    SourceRow(
      .toolClasses, "read-only", "Narrow scope, output limits, a log of every call",
      rules: ["MCP307"]),
    SourceRow(
      .toolClasses, "sensitive-read", "Access by attributes, redaction, detailed audit",
      rules: ["MCP307"]),
    SourceRow(
      .toolClasses, "reversible-write", "Approval, idempotency keys, a clear way back",
      rules: ["MCP306", "MCP307"]),
    SourceRow(
      .toolClasses, "external-write", "Human approval, rate limits, a kill switch",
      rules: ["MCP302", "MCP307"]),
  ]

  private static let patterns = [
    SourceRow(
      .patterns, "local", "Local tools of one team: stdio with host-bound credentials",
      rules: ["MCP110", "MCP214"]),
    SourceRow(
      .patterns, "knowledge", "Read-only internal knowledge: one remote server behind auth",
      rules: ["MCP105", "MCP214"]),
    SourceRow(
      .patterns, "critical-writes", "Writes to critical systems: domain servers behind a gateway",
      rules: ["MCP211", "MCP214"]),
    SourceRow(
      .patterns, "multi-tenant", "Shared platforms: a tenant-aware gateway with scoped tokens",
      rules: ["MCP106", "MCP214"]),
  ]

  private static let isolation = [
    SourceRow(
      .isolation, "identities", "Originator, client and downstream identity stay distinct",
      rules: ["MCP102"]),
    SourceRow(
      .isolation, "process", "Network, time, concurrency and quotas are bounded",
      rules: ["MCP504", "MCP505"]),
    SourceRow(
      .isolation, "credential", "Access is bound to resource, workflow and tenant",
      rules: ["MCP106", "MCP207", "MCP308"]),
    SourceRow(
      .isolation, "impact", "Tools are ruled by what they can do", rules: ["MCP202", "MCP307"]),
  ]
}
