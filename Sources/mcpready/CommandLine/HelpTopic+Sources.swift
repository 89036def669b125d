extension HelpTopic {
  /// The page on the sources that have no JSON Schema of their own.
  static let sourcesText = """
    usage: mcpready check PATH...

    The files that `check` reads beside manifests (`mcpready schema manifest`), and what they may hold.
    None needs a particular name: files are recognized by their keys.

    Access policy: who may call what. A denial overrules every allowance; `*` stands for all, and no other
    pattern is read.

      access_policy:
        default: deny                      # or allow
        enforced_at: gateway               # or server, client; without it, the policy is on paper
        grants:
          - agents: [agent-billing]
            servers: [mcp-server-ledger]
            tools: [query_entries]         # without it, every tool
            environments: [prod]           # without it, every environment
            tasks: [month-end]             # without it, a standing permission
            effect: allow                  # or deny
            approval: {required: true, approvers: [ledger-approver]}

    Process records: drills, incidents, who may approve, exceptions (`mcpready help policy`).

      drills:
        - kind: live                       # or tabletop
          scenario: dependency_outage      # or credential_compromise, malformed_tool_response
          date: 2026-10-07
          servers: [mcp-server-ledger]     # without it, the fleet
      incidents:
        - id: INC-31
          servers: [mcp-server-ledger]
          model_initiated: true
          detected: 2026-08-03T08:10:00Z
          investigated: 2026-08-03T09:25:00Z
      approvers:
        - role: ledger-approver
          members: [raj@example.com, lena@example.com]
          servers: [mcp-server-ledger]
          recorded_in: audit log, field approval_id

    Token samples: what an authorization server was asked for and gave, without tokens and secrets. Each
    part may also be a file of its own. A sample belongs to the server whose audience, scopes or
    credentials it names.

      environment: prod
      request:
        grant_type: client_credentials
        client_id: ledger-prod
        resource: https://mcp.example.com/ledger/
      response: {scope: "ledger:read", expires_in: 900}
      claims:
        iss: https://idp.example.com
        aud: https://mcp.example.com/ledger/
        sub: ana
        act: {sub: agent-billing}

    Clients: of an entry of `mcpServers` (or of its kin in other clients) are read how the server is reached
    or started, its secrets, the tools that the agent sees, and those that it calls without asking.

      mcpServers:
        ledger:
          url: https://mcp.example.com/ledger/
          allowedTools: [query_entries]    # or allowed_tools, includeTools, enabledTools, tools
          autoApprove: []                  # or alwaysAllow, trust

    Gateways: nginx with its includes; Envoy's static configuration, or the `resources` of its discovery
    services, with the rate-limit service's configuration; agentgateway; Kong; Docker's gateway; Envoy AI
    Gateway.

    example: mcpready check servers gateway policy records tokens clients logs
    """
}
