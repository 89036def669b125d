extension HelpTopic {
  /// The page on `policy`, and on the policy file itself.
  static let policyText = """
    usage: mcpready policy show [PATH...] [--policy FILE] [--profile NAME] [--rules DIR]
                                [--format text|json]
           mcpready policy ratchet REPORT [--out FILE]

    Prints every setting that counts for a check of PATH (`.` without one) and what decided it: the default,
    the profile, a line of the policy file, or the command line.

    `ratchet` writes the policy that a saved JSON report satisfies and nothing worse would.

    The policy file is `mcpready.yaml` in the folder that is checked, or --policy FILE. A key that it does not
    know, and a value that it does not take, stops the run with exit status 2. All keys but `version` are
    optional; patterns of paths count from the folder of the file on.

      version: 1
      profile: standard              # bootstrap: claims are enough, and what only a log or gateway could
                                     # show does not block; strict: tier 2's demands and 100 % coverage
      exclude: [vendor/**]
      kinds: {"logs/*.txt": audit log}
      thresholds: {crs: 60, success_rate: 0.97, p95_latency_ms: 3000, block_rate: 0.10,
                   fallback_rate: 0.15, token_lifetime_seconds: 3600, max_tools_per_agent: 20,
                   drill_age_days: 365, missing_field_share: 0.01}
      weights: {a: 0.35, r: 0.25, o: 0.20, b: 0.20}
      demands: {1: {process: documented, enforceable: configured}}
      environments: {live: production, uat: staging}
      log:
        fields: {agent_id: [actor.id]}
        malformed_limit: 0.05        # share of the lines of one log
      rules:
        MCP504: {severity: medium}
        MCP604: {enabled: false, reason: Nothing falls back before Q3.}
      coverage: {server: 80, fleet: 90}
      verdicts:
        servers: {"mcp-server-pay*": production}
        environments: {prod: supervised}
      exceptions:
        - {rule: MCP607, server: mcp-server-crm, owner: jane@example.com, reason: The limiter moves in
           spring., category: migration, expires: 2027-01-31}

    An exception is for one rule of one server, or of one `tool` of it. What it lets pass stays in every report
    and in the score. It may also stand in a process record, or as a comment in YAML and nginx files, for the
    line that it ends or for what follows it:

      # mcpready: allow MCP105 legacy partner until 2027-01-31

    example: mcpready policy show . --profile strict
    """
}
