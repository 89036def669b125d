/// The manifest of a made-up server, section by section.
struct ManifestSections {
  let id: String
  let noun: String
  let owner: String
  let tier: Int
  let tools: [MaturityServer.Tool]
  let hasCatalog: Bool
  let hasResultSample: Bool

  /// The text, with the sections that `has` grants for their effort.
  func text(_ has: (Double) -> Bool) -> String {
    registration(has) + access(has) + toolList(has) + bounds(has) + containment(has) + care(has)
  }

  private func registration(_ has: (Double) -> Bool) -> String {
    var text = """
      server_id: \(id)
      title: \(noun) desk
      description: Looks up records of the \(noun) desk.
      transport: streamable_http
      endpoint: https://mcp.example.com/\(id)/

      """
    if has(0.05) { text += "version: \"1.4.2\"\nprotocol_version: \"2025-11-25\"\n" }
    if has(0.12) { text += "tier: \(tier)\ndata_sensitivity: internal\n" }
    if has(0.2) { text += "sla_tier: tier-1\ndata_domain: \(noun)s\n" }
    if has(0.25) { text += "environments: [prod]\nmulti_tenant: false\nlifecycle: production\n" }
    if !owner.isEmpty { text += "owner: \(owner)\n" }
    if has(0.2) { text += "support: \"#\(noun)-desk\"\n" }
    if has(0.45) { text += "on_call: \(noun)-oncall\non_call_runbook: ../../docs/runbook.md\n" }
    if has(0.6) { text += "investigation_playbook: ../../docs/runbook.md\n" }
    if has(0.55) { text += "change_review: two people of the platform team\n" }
    return text
  }

  private func access(_ has: (Double) -> Bool) -> String {
    var text = has(0.2) ? "auth_required: true\nauth_scheme: oauth2\n" : "auth_required: false\n"
    if has(0.3) {
      text += "auth:\n  audience: \(id)\n  token_lifetime: \(has(0.4) ? "15m" : "12h")\n"
      text += "  scopes: [\"\(has(0.35) ? "\(id):tools.call" : "*")\"]\n"
      if has(0.5) {
        text += "  rotation: ../../docs/runbook.md\n  revocation: ../../docs/runbook.md\n"
      }
    }
    if has(0.4) {
      text += "identity:\n  user: claim:sub\n  client: claim:client_id\n  environment: claim:env\n"
      if has(0.6) { text += "  delegation: claim:act\n  task: claim:work_item\n" }
    }
    if has(0.3) {
      text += "credentials:\n  - name: vault:mcp/\(id)/prod\n    kind: oauth_client\n"
      text += "    environment: prod\n    shared: \(!has(0.35))\n    admin: false\n"
    }
    return text
  }

  private func toolList(_ has: (Double) -> Bool) -> String {
    var text = hasCatalog ? "catalog: tools.json\n" : ""
    let (classes, purposes, approvals, undo) = (has(0.25), has(0.35), has(0.45), has(0.55))
    text += "tools:\n"
    for tool in tools {
      text += "  - name: \(tool.name)\n"
      if purposes { text += "    purpose: Lets the desk answer for one \(noun).\n" }
      if classes { text += "    class: \(tool.writes ? "reversible-write" : "read-only")\n" }
      guard tool.writes else { continue }
      if approvals { text += "    approval: {required: true, approvers: [change-approver]}\n" }
      if undo { text += "    idempotency: idempotency_key\n    reversal: the same call\n" }
    }
    if approvals {
      text += "approvals:\n  approvers: [change-approver]\n  recorded_in: audit log, approval_id\n"
    }
    return text
  }

  private func bounds(_ has: (Double) -> Bool) -> String {
    var text = ""
    if has(0.5) {
      text += "egress:\n  default: deny\n  allow: [\"\(noun)-db.internal:5432\"]\n  dns: internal\n"
    }
    var limits = ""
    if has(0.3) { limits += "  timeout: 10s\n  max_retries: 2\n" }
    if has(0.4) { limits += "  max_result_bytes: 256KiB\n  calls_per_minute: 60\n" }
    if has(0.6) {
      limits += "  max_concurrency: 32\n  memory: 512Mi\n  session_budget: 200 calls\n"
    }
    if has(0.6) { limits += "  rate_limit_by: [agent, tool]\n" }
    return text + (limits.isEmpty ? "" : "limits:\n" + limits)
  }

  private func containment(_ has: (Double) -> Bool) -> String {
    var text = ""
    if has(0.4) {
      text += "kill_switch:\n  mechanism: flag mcp.\(id).enabled\n  owner: \(noun)-oncall\n"
      text += "  per_tool: \(has(0.5))\n  per_environment: true\n"
      if has(0.6) { text += "  tested: 2026-09-14\n" }
    }
    if has(0.5) { text += "fallback: the search page of the desk\n" }
    if has(0.65) { text += "blast_radius: Records of one desk.\n" }
    if has(0.7) { text += "recovery_checklist: ../../docs/runbook.md\n" }
    if has(0.3) {
      text += "downstream:\n  - {name: \(noun)-db, kind: database, writes: \(tier == 2)}\n"
    }
    return text
  }

  private func care(_ has: (Double) -> Bool) -> String {
    var text = ""
    if has(0.45) {
      text += "audit:\n  store: s3://audit-worm/\(id)\n  immutable: \(has(0.5))\n"
      text += "  retention_days: 400\n  inputs: hashed\n"
    }
    if has(0.65) {
      text += "monitoring:\n  baseline: ../../docs/runbook.md\n  denial_spikes: above 5 % for 15m\n"
      text +=
        "  latency_drift: p95 above twice the baseline\n  unusual_sequences: new pairs of tools\n"
      text += "  negotiation_failures: above 1 % for 5m\n"
    }
    if has(0.7) {
      text += "rollout:\n  canary_percent: 5\n  watch: 45m\n"
      text += "  signals: [negotiation_success, call_errors]\n  rollback: automatic\n"
      text += "  baseline: the previous version\n  sequence: [canary, prod]\n"
      text += "deprecation:\n  notice: 90d\n"
    }
    if has(0.7) || hasResultSample {
      text += "data_handling:\n  never_return: [access tokens]\n  redaction: response filter\n"
      text += "  history_keeps: [numbers]\n  history_excludes: [names]\n"
      text += "  untrusted_outputs: all\n  output_validation: output_schema\n"
      if hasResultSample { text += "  response_samples: [result.json]\n" }
    }
    if has(0.6) { text += "approved_tasks: [answering the desk]\n" }
    return text
  }
}
