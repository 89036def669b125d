/// The rules to start from that are asked of grants and of the duties of tool classes.
extension RuleTemplate {
  static let grant = #"""
    title: Every grant names its environments
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: A
    source: [own]
    subject: grant
    nature: enforceable
    when: >-
      grant.isAllowed
    checks:
      - grade: configured
        require: >-
          grant.environments.size() > 0
        message: >-
          The grant of {{ grant.summary }} holds in every environment.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: One environment is named
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          policy.yaml: |
            access_policy:
              default: deny
              grants:
                - {agents: [agent-billing], servers: [ledger], environments: [prod]}
      - name: No environment
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          policy.yaml: |
            access_policy:
              default: deny
              grants:
                - {agents: [agent-billing], servers: [ledger]}
      - name: No policy was given
        expect: unproven
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1

    """#

  static let duty = #"""
    title: Tools whose writes are final have a kill switch
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: high
    dimension: B
    source: [own]
    subject: duty
    nature: process
    when: >-
      duty.name == 'kill-switch'
    checks:
      - grade: declared
        require: >-
          duty.isDeclared
        message: >-
          The switch is missing: {{ duty.shortfall }}.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: A switch
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 2
            tools:
              - name: pay_invoice
                class: irreversible-write
            kill_switch: flag mcp.ledger
      - name: No switch
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 2
            tools:
              - name: pay_invoice
                class: irreversible-write
      - name: A tool that reads
        expect: not-applicable
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
            tools:
              - name: query_entries
                class: read-only

    """#

  static let setting = #"""
    title: No redirect writes the path of the client
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: high
    dimension: A
    source: [own]
    subject: setting
    nature: enforceable
    when: >-
      setting.kind == 'text'
    applies_to: directives of gateways that write variables into headers
    checks:
      - grade: configured
        require: >-
          setting.isSound
        message: >-
          {{ setting.weakness }}.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: The path as the client encoded it
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            transport: stdio
            tier: 0
          nginx.conf: |
            events {}
            http {
              server {
                listen 80;
                return 301 https://mcp.example.com$request_uri;
              }
            }
      - name: The path as nginx decoded it
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            transport: stdio
            tier: 0
          nginx.conf: |
            events {}
            http {
              server {
                listen 80;
                return 301 https://mcp.example.com$uri;
              }
            }
      - name: No gateway
        expect: not-applicable
        files:
          ledger.yaml: |
            server_id: ledger
            transport: stdio
            tier: 0

    """#
}
