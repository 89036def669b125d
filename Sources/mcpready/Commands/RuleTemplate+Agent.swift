extension RuleTemplate {
  static let agent = #"""
    title: An agent can send by one tool only
    why: >-
      Say in one sentence what goes wrong without it. Say in a second one whom it hurts.
    severity: medium
    dimension: B
    source: [own]
    subject: agent
    nature: enforceable
    checks:
      - grade: configured
        require: >-
          agent.sinks.size() == 1
        message: >-
          The agent '{{ agent.id }}' can send by {{ agent.sinks }}.
    remediation: >-
      Say what to change, and in which file.
    effort: small
    examples:
      - name: One tool sends
        expect: met
        files:
          mail.yaml: |
            server_id: mail
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/mail/
            tier: 1
            tools:
              - name: send_email
              - name: post_message
          mcp.json: |
            {
              "agent": "agent-support",
              "mcpServers": {
                "mail": {
                  "url": "https://mcp.example.com/mail/",
                  "allowedTools": ["send_email"]
                }
              }
            }
      - name: Two tools send
        expect: unmet
        files:
          mail.yaml: |
            server_id: mail
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/mail/
            tier: 1
            tools:
              - name: send_email
              - name: post_message
          mcp.json: |
            {
              "agent": "agent-support",
              "mcpServers": {"mail": {"url": "https://mcp.example.com/mail/"}}
            }
      - name: No tool sends
        expect: not-applicable
        files:
          mail.yaml: |
            server_id: mail
            version: 1.3.2
            transport: streamable_http
            endpoint: https://mcp.example.com/mail/
            tier: 1
            tools:
              - name: read_page

    """#
}
