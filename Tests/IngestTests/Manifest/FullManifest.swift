/// A manifest that uses every key of the format.
enum FullManifest {
  static let text = """
    kind: mcp-server
    server_id: mcp-server-ledger
    version: "1.3.2"
    title: Ledger
    description: Read access to ledgers and balances.
    transport: streamable_http
    endpoint: https://ledger.internal/mcp/
    protocol_version: "2025-11-25"
    tier: 1
    sla_tier: tier-1
    data_domain: finance
    data_sensitivity: restricted
    environments: [staging, prod]
    multi_tenant: false
    lifecycle: production
    owner: payments-platform@company.com
    support: "#payments-platform"
    on_call: payments-oncall
    on_call_runbook: docs/runbooks/ledger.md
    investigation_playbook: https://wiki.company.com/calls
    changelog: CHANGELOG.md
    auth_required: true
    auth_scheme: oauth2
    auth:
      audience: mcp-server-ledger
      token_lifetime: 15m
      rotation: docs/rotation.md
      revocation: docs/revocation.md
      scopes: ["ledger:tools.read"]
    identity:
      user: claim:sub
      client: claim:client_id
      environment: claim:env
      tenant: claim:tenant
      delegation: claim:act
      task: claim:work_item
    credentials:
      - name: vault:secret/ledger/prod
        kind: oauth_client
        environment: prod
        shared: false
        admin: false
        client_id: mcp-ledger
        scopes: [ledger.read]
    catalog: catalog/tools-list.json
    tools:
      - name: query_transactions
        title: Query transactions
        description: Booked transactions of one account.
        schema_ref: schemas/query_transactions_v2.json
        owner: ledger-team@company.com
        purpose: Answer questions about booked transactions.
        class: read-only
        data_sensitivity: confidential
        scopes: ["ledger:tools.read"]
        approval:
          required: false
          approvers: [payments-approver]
        idempotency: idempotency_key
        reversal: one-way
        enabled: true
        business_need: Month-end closing.
        max_result_bytes: 64KiB
    approvals:
      approvers: [payments-approver]
      recorded_in: audit log, field approval_id
    egress:
      default: deny
      allow: ["ledger.internal:5432", "10.20.0.0/16"]
      dns: internal resolver only
    limits:
      timeout: 10s
      max_concurrency: 32
      max_result_bytes: 1MiB
      max_retries: 2
      calls_per_minute: 120
      rate_limit_by: [agent, tool]
      memory: 512Mi
      session_budget: 200 calls
      max_fan_out: 4
    audit:
      store: s3://audit-worm/ledger
      immutable: true
      retention_days: 400
      inputs: hashed
    kill_switch:
      mechanism: flag mcp.ledger.enabled
      owner: payments-oncall
      tested: 2026-09-14
      per_tool: true
      per_environment: true
    fallback: read replica
    blast_radius: One booking period of read access.
    recovery_checklist: docs/recovery.md
    package:
      registry: oci
      identifier: registry.company.com/mcp/ledger
      version: "1.3.2"
      digest: sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
    packages:
      - {registry: npm, identifier: "@company/ledger"}
    monitoring:
      baseline: docs/baseline.md
      alert_rules: monitoring/alerts.yaml
      denial_spikes: above 5 % for 15m
      latency_drift: p95 twice the baseline for 30m
      unusual_sequences: more than 3 pairs of tools a day that the baseline lacks
      negotiation_failures: above 1 % for 5m
    rollout:
      canary_percent: 5
      watch: 45m
      signals: [negotiation_success, call_errors]
      rollback: automatic
      baseline: previous version
      sequence: [staging, canary, prod]
    deprecation:
      notice: 90d
      policy: docs/deprecation.md
      sunset: 2027-03-31
      successor: mcp-server-books
    data_handling:
      never_return: [access tokens, full card numbers]
      redaction: docs/redaction.md
      response_samples: [samples/query_transactions.json]
      conversation_history: docs/history.md
      history_keeps: [totals]
      history_excludes: [account numbers]
      untrusted_outputs: [query_transactions]
      output_validation: output_schema
    approved_tasks: [month-end closing]
    change_review: two reviewers in the ledger team
    depends_on: [mcp-server-fx]
    downstream:
      - name: ledger-db
        kind: database
        writes: false
        scopes: [ledger.read]
        auth_scheme: oauth2
        oauth:
          credential: vault:secret/ledger/db
          token_lifetime: 1h
          rotation: docs/rotation.md
          revocation: docs/revocation.md
        audit_trail: the database's own journal

    """
}
