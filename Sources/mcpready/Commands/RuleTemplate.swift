import Assessment

/// The rules that `mcpready rules new` starts from, one for each subject; their examples pass as they are.
enum RuleTemplate {
  /// The YAML of a rule called `id` that is asked of each `subject`.
  static func text(id: String, subject: RuleSubject) -> String {
    let name = id.prefix(1) + id.dropFirst().lowercased() + "Requirement"
    return """
      # `mcpready explain RULE` shows the facts that the conditions of a rule read.
      id: \(id)
      name: \(name)

      """ + body(of: subject)
  }

  private static func body(of subject: RuleSubject) -> String {
    switch subject {
    case .server: server
    case .tool: tool
    case .route: route
    case .client: client
    case .grant: grant
    case .agent: agent
    case .duty: duty
    case .setting: setting
    case .fleet: fleet
    }
  }

  private static let server = #"""
    title: Every remote server names a support contact
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: O
    source: [own]
    subject: server
    nature: process
    when: >-
      server.isRemote
    applies_to: servers that are reached over a network
    checks:
      - grade: declared
        require: >-
          server.supportContact != ''
        message: >-
          The manifest of '{{ server.id }}' names no support contact.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: A contact is named
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
            support: "#ledger"
      - name: No contact
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
            owner: ledger-team@example.com
      - name: A local server
        expect: not-applicable
        files:
          local.yaml: |
            server_id: local
            version: 1.0.0
            transport: stdio

    """#

  private static let tool = #"""
    title: Every tool that changes state states its purpose
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: O
    source: [own]
    subject: tool
    nature: process
    when: >-
      tool.changesState
    applies_to: tools that change state
    checks:
      - grade: declared
        require: >-
          tool.purpose != ''
        message: >-
          The tool '{{ tool.name }}' states no purpose.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: The purpose is stated
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
            tools:
              - name: post_entry
                class: reversible-write
                purpose: Book a correction.
      - name: No purpose
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
            tools:
              - name: post_entry
                class: reversible-write
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

  private static let route = #"""
    title: Every gateway route gives up on a server within a minute
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: R
    source: [own]
    subject: route
    nature: enforceable
    checks:
      - grade: configured
        require: >-
          route.timeoutMilliseconds <= 60000
        message: >-
          The route '{{ route.path }}' waits for longer than a minute.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: Ten seconds
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          nginx.conf: |
            events {}
            http {
              server {
                listen 443 ssl;
                server_name mcp.example.com;
                location /ledger/ {
                  proxy_pass http://ledger:8080;
                  proxy_read_timeout 10s;
                }
              }
            }
      - name: An hour
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          nginx.conf: |
            events {}
            http {
              server {
                listen 443 ssl;
                server_name mcp.example.com;
                location /ledger/ {
                  proxy_pass http://ledger:8080;
                  proxy_read_timeout 1h;
                }
              }
            }
      - name: No gateway was given
        expect: unproven
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1

    """#

  private static let client = #"""
    title: Every client lists the tools that it may see
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: A
    source: [own]
    subject: client
    nature: enforceable
    checks:
      - grade: configured
        require: >-
          size(client.allowedTools) > 0
        message: >-
          The client '{{ client.agent }}' sees every tool.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: Two tools are listed
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          mcp.json: |
            {"mcpServers": {"ledger": {"url": "https://mcp.example.com/ledger/", "allowedTools": ["query", "post"]}}}
      - name: No list
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          mcp.json: |
            {"mcpServers": {"ledger": {"url": "https://mcp.example.com/ledger/"}}}
      - name: No client was given
        expect: not-applicable
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1

    """#

  private static let fleet = #"""
    title: A drill is on record
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: R
    source: [own]
    subject: fleet
    nature: process
    checks:
      - grade: declared
        require: >-
          size(fleet.drills) > 0
        message: >-
          No drill is on record.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: One drill
        expect: met
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          drills.yaml: |
            drills:
              - {kind: live, scenario: dependency_outage, date: 2026-05-12}
      - name: None
        expect: unmet
        files:
          ledger.yaml: |
            server_id: ledger
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/ledger/
            tier: 1
          drills.yaml: |
            drills: []

    """#
}
