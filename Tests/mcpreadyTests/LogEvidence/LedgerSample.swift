/// The manifests and policies that the tests of log evidence set against their logs.
enum LedgerSample {
  /// A registered server of tier 1.
  static let manifest = """
    server_id: ledger
    version: 1.3.2
    transport: streamable_http
    endpoint: https://mcp.example.com/ledger/
    tier: 1
    data_sensitivity: internal
    identity:
      user: claim:sub
      client: claim:client_id
      environment: claim:env
    audit:
      inputs: hashed
    tools:
      - name: query_entries
        class: read-only
      - name: pay_invoice
        class: irreversible-write
        approval: {required: true, approvers: [payments-approver]}
        idempotency: idempotency_key
    approvals:
      approvers: [payments-approver]
      recorded_in: audit log

    """

  /// A policy that lets the billing agent read, and pay with an approval.
  static let policy = """
    access_policy:
      default: deny
      enforced_at: gateway
      grants:
        - agents: [agent-billing]
          servers: [ledger]
          tools: [query_entries]
        - agents: [agent-billing]
          servers: [ledger]
          tools: [pay_invoice]
          approval: required

    """
}
