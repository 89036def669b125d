// Generated from the folder Rules: MCPREADY_RECORD=1 swift test --filter BuiltInRulesTests
// swift-format-ignore-file

extension BuiltInRules {
  /// Every file of the folder `Rules`, by its path.
  public static let files: [(path: String, text: String)] = [
("Rules/101-effective-identity.yaml", ###"""
id: MCP101
name: EffectiveIdentity
title: Every call has an effective identity of user, agent and environment
why: >-
  A call that names only a service account cannot be traced to the person or workflow that
  caused it. Incident response then starts from guesses, and least privilege has nobody to apply
  to.
severity: high
dimension: A
gate: IDN
checklist: ["1.1"]
source: [S2, S3, S4]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: declared
    require: >-
      server.environmentIdentity != '' && server.clientIdentity != '' && server.userIdentity !=
      ''
    message: >-
      The manifest does not say where the user's, the agent's and the environment's identity
      travel.
  - grade: observed
    require: >-
      !server.traffic.missingFields.exists(f, f.name in ['agent_id', 'user_id', 'environment']
      && f.share > threshold.missingFieldShare)
    message: >-
      Records of the log do not say who called: {{ server.traffic.missingFields.filter(f, f.name
      in ['agent_id', 'user_id', 'environment'] && f.share > threshold.missingFieldShare).map(f,
      "'" + f.name + "' is missing from " + string(f.count)) }} of {{ server.traffic.calls }}.
remediation: >-
  Carry the user, the agent and the environment in token claims, state the claims under
  `identity`, and write all three into every audit record.
snippet:
  language: yaml
  text: |
    identity:
      user: claim:sub
      client: claim:client_id
      environment: claim:env
effort: medium
examples:
  - name: Claims are stated and every record names all three
    expect: met
    files:
      ledger.yaml: |
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
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: The log forgets the user that the manifest promises
    expect: contradicted
    files:
      ledger.yaml: |
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
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: Neither manifest nor log names a user
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: Stated, and no log was given
    expect: unproven
    files:
      ledger.yaml: |
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
  - name: A local server runs as its user
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/103-no-shared-credentials.yaml", ###"""
id: MCP103
name: NoSharedCredentials
title: No credential is shared, administrative or common to several agents
why: >-
  One credential for many callers merges their identities, so a leak or a misuse cannot be tied
  to anyone and cannot be revoked for one of them alone. An administrative one also gives every
  caller the widest rights that any of them needs.
severity: critical
dimension: A
gate: IDN
checklist: ["1.2"]
source: [S0, S2, S3, S4]
subject: server
nature: enforceable
when: >-
  server.isRemote || has(server.credentials) || has(server.clients)
checks:
  - grade: declared
    require: >-
      server.credentials.all(c, !c.isShared && !c.isAdministrative)
    message: >-
      The credential '{{ server.credentials.filter(c, c.isShared || c.isAdministrative).map(c,
      c.name) }}' is shared or administrative.
  - grade: configured
    when: >-
      server.isRemote
    require: >-
      server.routes.all(r, !has(r.upstreamCredential) || r.upstreamCredential != 'shared')
    message: >-
      The gateway presents one fixed credential to the server for every caller, which merges all
      identities into one.
  - grade: configured
    when: >-
      has(server.clients)
    require: >-
      !server.clients.exists(c, c.sharesCredential)
    message: >-
      Several agents use one credential for the server: {{ server.clients.filter(c,
      c.sharesCredential).map(c, "'" + c.agent + "'") }}.
  - grade: observed
    when: >-
      has(server.traffic)
    require: >-
      server.traffic.genericIdentities == 0
    message: >-
      {{ server.traffic.genericIdentities }} records name only a generic service identity.
remediation: >-
  Give each agent a credential of its own, exchange the caller's token at the gateway (RFC 8693)
  instead of presenting a fixed one, and retire administrative credentials.
effort: large
examples:
  - name: A credential of its own, and the gateway exchanges tokens
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        credentials:
        - name: vault:secret/ledger/prod
          kind: oauth_client
          environment: prod
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
              auth_request_set $token $upstream_http_x_exchanged_token;
              proxy_set_header Authorization "Bearer $token";
            }
          }
        }
  - name: The gateway presents one fixed token for all callers
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        credentials:
        - name: vault:secret/ledger/prod
          kind: oauth_client
          environment: prod
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              proxy_set_header Authorization "Bearer $upstream_token";
            }
          }
        }
  - name: The manifest says that the credential is shared
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        credentials:
        - name: vault:secret/shared
          kind: service_account
          shared: true
  - name: Stated, and no gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        credentials:
        - name: vault:secret/ledger/prod
          kind: oauth_client
          environment: prod
  - name: A local server without credentials
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/104-short-lived-tokens.yaml", ###"""
id: MCP104
name: ShortLivedTokens
title: Tokens are short-lived, and their rotation and revocation are documented
why: >-
  A long-lived token stays useful to whoever copies it, long after the session that needed it.
  Without a written way to rotate and revoke, a compromise waits for somebody to find out how.
severity: high
dimension: A
gate: AUZ
checklist: ["1.3"]
source: [S2, S4]
subject: server
nature: process
when: >-
  server.isRemote && !(server.authScheme in ['mtls', 'none'])
checks:
  - grade: declared
    require: >-
      server.tokenLifetimeSeconds <= threshold.tokenLifetimeSeconds
    message: >-
      Tokens live {{ server.tokenLifetimeSeconds }} s; at most {{ threshold.tokenLifetimeSeconds
      }} s are allowed.
  - grade: declared
    require: >-
      server.rotation != '' && server.revocation != ''
    message: >-
      The manifest does not say how credentials are rotated and tokens revoked.
  - grade: documented
    require: >-
      server.rotationIsDocumented && server.revocationIsDocumented
    message: >-
      The document about rotation or revocation that the manifest names is not there, or is
      empty.
  - grade: configured
    when: >-
      has(server.tokens)
    require: >-
      server.tokens.all(t, !has(t.lifetimeSeconds) || t.lifetimeSeconds <=
      threshold.tokenLifetimeSeconds)
    message: >-
      A token sample lives {{ server.tokens.filter(t, has(t.lifetimeSeconds)).map(t,
      t.lifetimeSeconds) }} s; at most {{ threshold.tokenLifetimeSeconds }} s are allowed.
remediation: >-
  Issue tokens for an hour or less, state it as `auth.token_lifetime`, and keep the rotation and
  revocation steps in documents that the manifest names.
snippet:
  language: yaml
  text: |
    auth:
      token_lifetime: 15m
      rotation: docs/runbooks/token-rotation.md
      revocation: docs/runbooks/token-revocation.md
effort: medium
examples:
  - name: Fifteen minutes, with both documents
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          token_lifetime: 15m
          rotation: docs/rotation.md
          revocation: docs/revocation.md
      docs/rotation.md: |
        Rotate every 30 days.
      docs/revocation.md: |
        Revoke at the issuer.
  - name: A day is too long
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          token_lifetime: 24h
          rotation: docs/rotation.md
          revocation: docs/revocation.md
      docs/rotation.md: |
        Rotate every 30 days.
      docs/revocation.md: |
        Revoke at the issuer.
  - name: A token response lives longer than the manifest says
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          audience: ledger
          token_lifetime: 15m
          rotation: docs/rotation.md
          revocation: docs/revocation.md
      docs/rotation.md: |
        Rotate every 30 days.
      docs/revocation.md: |
        Revoke at the issuer.
      token.json: |
        {
          "request": {
            "grant_type": "client_credentials",
            "client_id": "agent-billing",
            "audience": "ledger"
          },
          "response": {
            "access_token": "<redacted>",
            "token_type": "Bearer",
            "expires_in": 86400
          }
        }
  - name: Certificates instead of tokens
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: mtls
"""###),
("Rules/105-client-authentication.yaml", ###"""
id: MCP105
name: ClientAuthentication
title: A remote server authenticates every client
why: >-
  A remote MCP server without client authentication is open to whoever can reach its address,
  whatever its manifest promises. Every later control, from scopes to audit, rests on knowing
  who calls.
severity: critical
dimension: A
gate: IDN
checklist: ["1.4"]
source: [S0, S2, S3, S4]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: declared
    require: >-
      server.authScheme != 'none' && server.authenticationRequired
    message: >-
      The manifest does not require clients to authenticate.
  - grade: declared
    when: >-
      server.riskTier >= 1 && has(server.authScheme)
    require: >-
      server.authScheme in ['oauth2', 'mtls', 'signed_token', 'sso']
    message: >-
      '{{ server.authScheme }}' does not prove who calls; tier 1 and up need OAuth, mTLS, a
      signed token or single sign-on.
  - grade: configured
    require: >-
      server.routes.all(r, r.authenticates)
    message: >-
      The gateway route {{ server.routes.filter(r, !r.authenticates).map(r, has(r.path) ? "'" +
      r.path + "'" : 'without a path') }} lets callers in without authentication.
remediation: >-
  Require mTLS, a signed token, single sign-on or OAuth on every route that reaches the server.
snippet:
  language: nginx
  text: |
    location /mcp/ {
      auth_request /_oauth2_introspect;
      proxy_pass http://mcp_server_pool;
    }
effort: medium
examples:
  - name: The gateway asks an authorization service for every call
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
            }
          }
        }
  - name: The gateway demands client certificates
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: mtls
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            ssl_client_certificate /etc/nginx/agents-ca.pem;
            ssl_verify_client on;
            location /ledger/ {
              proxy_pass http://ledger:8080;
            }
          }
        }
  - name: The manifest requires authentication, and the location has none
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
            }
          }
        }
  - name: The manifest says that none is required
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: false
        auth_scheme: none
  - name: Required, and no gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
  - name: A local server
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/108-no-exposed-secrets.yaml", ###"""
id: MCP108
name: NoExposedSecrets
title: No secret stands in a manifest, configuration, catalog or log
why: >-
  A secret in a file is known to everyone who can read the repository, its backups and its build
  logs. It has to be treated as compromised from the day it was committed.
severity: critical
dimension: A
gate: ISO
checklist: ["5.1"]
source: [S3, S4]
subject: server
nature: enforceable
when: >-
  has(server.secrets)
checks:
  - grade: configured
    require: >-
      !server.secrets.exists(s, s.family != '')
    message: >-
      A live secret seems to stand here: {{ server.secrets.map(s, s.family + " in '" + s.context
      + "'") }}.
remediation: >-
  Revoke the secret, move it to the secret store, and refer to it by name or environment
  variable.
effort: small
examples:
  - name: Only references
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      mcp.json: |
        {
          "agent": "agent-billing",
          "mcpServers": {
            "ledger": {
              "url": "https://mcp.example.com/ledger/",
              "headers": {
                "Authorization": "Bearer ${LEDGER_TOKEN}"
              }
            }
          }
        }
  - name: A token in a client configuration
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      mcp.json: |
        {
          "agent": "agent-billing",
          "mcpServers": {
            "ledger": {
              "url": "https://mcp.example.com/ledger/",
              "headers": {
                "Authorization": "Bearer ghp_R7dK2mQ9xV4tB8nW3zY6cL1pS5fJ0hGaT2eU"
              }
            }
          }
        }
  - name: A server that only a log names
    expect: not-applicable
    server: shadow-crm
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
("Rules/1081-no-stray-secrets.yaml", ###"""
id: MCP1081
name: NoStraySecrets
title: No secret stands in a file that belongs to no one server
why: >-
  A secret that no server claims has no owner who would notice its loss. Whoever finds it in the
  repository can use it until somebody finds out what it opens.
severity: critical
dimension: A
gate: ISO
checklist: ["5.1"]
source: [S3, S4]
subject: fleet
nature: enforceable
when: >-
  has(fleet.strayedSecrets)
checks:
  - grade: configured
    require: >-
      !fleet.strayedSecrets.exists(s, s.family != '')
    message: >-
      A live secret seems to stand here: {{ fleet.strayedSecrets.map(s, s.family + " in '" +
      s.context + "'") }}.
remediation: >-
  Revoke the secret, move it to the secret store, and find out which server or gateway needs it.
effort: small
examples:
- name: A catalog of a stranger without secrets
  expect: met
  files:
    ledger.yaml: |
      server_id: ledger
      version: 1.3.2
      transport: stdio
      tier: 0
      data_sensitivity: public
- name: A token in a gateway's file that leads to no server
  expect: unmet
  files:
    ledger.yaml: |
      server_id: ledger
      version: 1.3.2
      transport: stdio
      tier: 0
      data_sensitivity: public
    nginx.conf: |
      events {}
      http {
        server {
          listen 443 ssl;
          server_name other.example.com;
          location /elsewhere/ {
            proxy_pass http://elsewhere:9000;
            proxy_set_header Authorization "Bearer ghp_R7dK2mQ9xV4tB8nW3zY6cL1pS5fJ0hGaT2eU";
          }
        }
      }
- name: Only a log, which has no file in which a secret could stand
  expect: not-applicable
  files:
    audit.jsonl: |
      {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query", "output_status": "success", "latency_ms": 120}
"""###),
("Rules/111-verified-identity-headers.yaml", ###"""
id: MCP111
name: VerifiedIdentityHeaders
title: Headers that say who calls are set or verified by the gateway
why: >-
  A header that the gateway copies from the client lets any caller pose as any agent or user.
  Rate limits, policies and audit records that key on it then hold for nobody.
severity: high
dimension: A
gate: IDN
source: [S2]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: declared
    require: >-
      server.clientIdentity != ''
    message: >-
      The manifest does not say where the agent's identity travels.
  - grade: configured
    when: >-
      !has(server.routes) || server.routes.exists(r, r.identityHeaders.size() > 0)
    require: >-
      server.routes.all(r, r.identityHeaders.all(h, h.origin != 'client'))
    message: >-
      The gateway copies {{ server.routes.map(r, r.identityHeaders.filter(h, h.origin ==
      'client').map(h, "'" + h.name + "'")).flatten() }} from the client without verifying it, so
      any caller can pose as any agent.
  - grade: configured
    when: >-
      has(server.routes) && has(server.clientIdentity) &&
      server.clientIdentity.lowerAscii().startsWith('header')
    require: >-
      server.routes.all(r, r.identityHeaders.exists(h, h.origin == 'verified' || h.origin ==
      'client'))
    message: >-
      The manifest takes the agent's identity from '{{ server.clientIdentity }}', which the gateway
      hands on as the client sends it.
remediation: >-
  Set the header from something verified, such as a certificate's subject or a token's claim,
  and drop what the client sends.
snippet:
  language: nginx
  text: |
    auth_request /_oauth2_introspect;
    auth_request_set $agent_id $upstream_http_x_verified_client_id;
    proxy_set_header X-Agent-ID $agent_id;
effort: small
examples:
  - name: The header carries what the authorization service verified
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        identity:
          client: header:X-Agent-ID
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
              auth_request_set $agent $upstream_http_x_agent;
              proxy_set_header X-Agent-ID $agent;
            }
          }
        }
  - name: The header is copied from the client
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        identity:
          client: header:X-Agent-ID
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              proxy_set_header X-Agent-ID $http_x_agent_id;
            }
          }
        }
  - name: Copied from the client, and the manifest says nothing
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              proxy_set_header X-Agent-ID $http_x_agent_id;
            }
          }
        }
  - name: Stated, and no gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        identity:
          client: header:X-Agent-ID
  - name: A local server
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/201-tool-inventory.yaml", ###"""
id: MCP201
name: ToolInventory
title: Each tool is in the inventory with an owner and a purpose
why: >-
  A tool that nobody owns is patched, reviewed and switched off by nobody. A purpose in one
  sentence is what a reviewer and a planner need to tell it from the tools beside it.
severity: medium
dimension: O
gate: EXP
checklist: ["2.1"]
source: [S4]
subject: tool
nature: process
when: >-
  tool.isEnabled
checks:
  - grade: declared
    require: >-
      tool.isListed
    message: >-
      The manifest does not list the tool '{{ tool.name }}'.
  - grade: declared
    require: >-
      tool.ownerIsAccountable
    message: >-
      The tool '{{ tool.name }}' has no named owner.
  - grade: declared
    require: >-
      tool.purpose != ''
    message: >-
      The tool '{{ tool.name }}' has no purpose statement.
remediation: >-
  List the tool in the manifest with `owner` and `purpose`.
snippet:
  language: yaml
  text: |
    tools:
      - name: query_transactions
        owner: ledger-team@company.com
        purpose: Answer questions about booked transactions.
effort: small
examples:
  - name: Owner and purpose are stated
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          owner: ledger-team@example.com
          purpose: Answer questions about booked entries.
  - name: The tool inherits the accountable owner of its server
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: ledger-team@example.com
        tools:
        - name: query_entries
          purpose: Answer questions about booked entries.
  - name: Nobody owns the tool
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: TBD
        tools:
        - name: query_entries
          purpose: Answer questions.
  - name: The tool is switched off
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          enabled: false
"""###),
("Rules/202-tool-classification.yaml", ###"""
id: MCP202
name: ToolClassification
title: Each tool is classified, and its class agrees with what it does
why: >-
  Approval, idempotency and rate limits follow from a tool's class, so a write that is filed as
  a read escapes all of them. The annotations that a model's client trusts must tell the same
  story.
severity: high
dimension: B
gate: EXP
checklist: ["2.2"]
source: [S3, S4]
subject: tool
nature: enforceable
when: >-
  tool.isEnabled
checks:
  - grade: declared
    require: >-
      tool.declaredClass in ['read-only', 'reversible-write', 'irreversible-write']
    message: >-
      The tool '{{ tool.name }}' has no class.
  - grade: declared
    require: >-
      has(tool.sensitivity) || has(server.dataSensitivity)
    message: >-
      Neither the tool '{{ tool.name }}' nor its server states how sensitive its data is.
  - grade: configured
    when: >-
      has(tool.declaredClass)
    require: >-
      !tool.understatesClass
    message: >-
      '{{ tool.name }}' is declared read-only, but it {{ tool.derivedClassReason }}.
remediation: >-
  State `class` and `data_sensitivity` for the tool, and make its annotations say the same.
effort: small
examples:
  - name: Declared read-only, and the annotations agree
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              },
              "annotations": {
                "readOnlyHint": true
              }
            }
          ]
        }
  - name: Declared read-only, and the catalog says that it destroys
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: purge_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "purge_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              },
              "annotations": {
                "readOnlyHint": false,
                "destructiveHint": true
              }
            }
          ]
        }
  - name: No class
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: internal
        tools:
        - name: query_entries
  - name: Declared, and no catalog was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
  - name: The tool is switched off
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          enabled: false
"""###),
("Rules/203-constrained-arguments.yaml", ###"""
id: MCP203
name: ConstrainedArguments
title: Arguments are constrained, and none is a free-form command, query, address or path
why: >-
  A planner fills arguments from text that strangers may have written. A parameter that takes
  any command, query, address or path hands them the whole system behind the tool.
severity: high
dimension: B
gate: EXP
checklist: ["2.3"]
source: [S3, S4]
subject: tool
nature: enforceable
when: >-
  tool.isEnabled
checks:
  - grade: configured
    require: >-
      !tool.parameters.exists(p, p.isFreeForm)
    message: >-
      {{ tool.parameters.filter(p, p.isFreeForm).map(p, "'" + p.name + "'") }} of '{{ tool.name
      }}' accepts any text where a bounded choice is needed.
  - grade: configured
    require: >-
      tool.refusesUnknownProperties
    message: >-
      The input schema of '{{ tool.name }}' accepts properties that it does not name.
remediation: >-
  Use enums, patterns, formats and bounds; replace free-form parameters by allow-listed choices;
  set `additionalProperties: false`.
snippet:
  language: json
  text: |
    {
      "type": "object",
      "properties": {"account_id": {"type": "string", "pattern": "^acc_[0-9]{8}$"}},
      "required": ["account_id"],
      "additionalProperties": false
    }
effort: medium
examples:
  - name: A pattern bounds the only parameter
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: The tool takes any SQL
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "sql": {
                    "type": "string",
                    "description": "A statement."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: No catalog was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
  - name: The tool is switched off
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          enabled: false
"""###),
("Rules/206-least-privilege-scopes.yaml", ###"""
id: MCP206
name: LeastPrivilegeScopes
title: Scopes are least privilege
why: >-
  A wildcard or administrative scope turns every bug and every injected instruction into full
  access. A read tool that holds a write scope is one prompt away from writing.
severity: high
dimension: A
gate: AUZ
source: [S0, S2, S3]
subject: server
nature: enforceable
when: >-
  has(server.scopes) || (server.isRemote && !(server.authScheme in ['mtls', 'none']))
checks:
  - grade: declared
    require: >-
      server.scopes.all(s, !s.isBroad)
    message: >-
      The scope {{ server.scopes.filter(s, s.isBroad).map(s, "'" + s.value + "' is " +
      s.breadth) }}.
  - grade: declared
    when: >-
      has(server.tools) && server.tools.exists(t, has(t.scopes))
    require: >-
      server.tools.all(t, t.changesState || !has(t.scopes) || t.scopes.all(s, !s.grantsWrite))
    message: >-
      A tool that only reads asks for a scope that writes: {{ server.tools.filter(t,
      !t.changesState && has(t.scopes) && t.scopes.exists(s, s.grantsWrite)).map(t, "'" + t.name
      + "'") }}.
remediation: >-
  Grant each agent-server pair the exact scopes that its task needs, and read tools only scopes
  that read.
effort: medium
examples:
  - name: One narrow scope
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          scopes:
          - ledger:entries.read
  - name: A wildcard
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          scopes:
          - ledger:*
  - name: A reading tool asks for a writing scope
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
          scopes:
          - ledger:entries.write
        auth_required: true
        auth_scheme: oauth2
        auth:
          scopes:
          - ledger:entries.read
  - name: A local server without scopes
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/207-audience-bound-tokens.yaml", ###"""
id: MCP207
name: AudienceBoundTokens
title: Tokens work for this server alone and are not passed through
why: >-
  A token that several servers accept lets each of them act as the caller at all the others.
  Passing the caller's token on makes the server a confused deputy, which the MCP specification
  forbids.
severity: critical
dimension: A
gate: AUZ
source: [S2, S3]
subject: server
nature: enforceable
when: >-
  server.isRemote && server.authScheme in ['oauth2', 'signed_token', 'sso']
checks:
  - grade: declared
    require: >-
      server.audience != ''
    message: >-
      The manifest names no audience that tokens must carry.
  - grade: configured
    require: >-
      server.routes.exists(r, has(r.audiences) && r.audiences.size() > 0) ||
      server.tokens.all(t, t.namesAudience)
    message: >-
      Tokens are not bound to this server: neither the gateway nor the token samples name one
      audience.
  - grade: configured
    when: >-
      has(server.routes)
    require: >-
      server.routes.all(r, !has(r.upstreamCredential) || r.upstreamCredential != 'passthrough')
    message: >-
      The gateway passes the caller's own token on to the server.
remediation: >-
  Request tokens for the server's resource indicator (RFC 8707), check the audience at the
  gateway, and exchange the token instead of forwarding it.
snippet:
  language: yaml
  text: |
    # Envoy jwt_authn
    providers:
      company:
        issuer: https://auth.internal
        audiences: [mcp-server-financial-data]
effort: medium
examples:
  - name: The token request names the server alone
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          audience: ledger
      token.json: |
        {
          "request": {
            "grant_type": "client_credentials",
            "client_id": "agent-billing",
            "audience": "ledger",
            "scope": "ledger:entries.read"
          }
        }
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
              auth_request_set $token $upstream_http_x_exchanged_token;
              proxy_set_header Authorization "Bearer $token";
            }
          }
        }
  - name: The gateway passes the caller's token on
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          audience: ledger
      token.json: |
        {
          "request": {
            "grant_type": "client_credentials",
            "client_id": "agent-billing",
            "audience": "ledger",
            "scope": "ledger:entries.read"
          }
        }
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
              proxy_set_header Authorization $http_authorization;
            }
          }
        }
  - name: An audience is stated, and nothing shows it
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: oauth2
        auth:
          audience: ledger
  - name: No audience at a server of tier 0
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
        auth_required: true
        auth_scheme: oauth2
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              auth_request /_introspect;
              proxy_set_header Authorization $http_authorization;
            }
          }
        }
  - name: Certificates instead of tokens
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        auth_required: true
        auth_scheme: mtls
"""###),
("Rules/208-narrow-tool-exposure.yaml", ###"""
id: MCP208
name: NarrowToolExposure
title: Agents see only the tools that they need
why: >-
  Every tool in view is a choice that the model can get wrong and a capability that an injected
  instruction can reach. A short allow list keeps both small.
severity: medium
dimension: A
gate: EXP
source: [S3]
subject: client
nature: enforceable
when: >-
  !client.isDisabled
checks:
  - grade: configured
    require: >-
      client.allowedTools.size() > 0 && !('*' in client.allowedTools)
    message: >-
      The client '{{ client.agent }}' sees every tool of the server: its entry has no allow
      list.
  - grade: configured
    when: >-
      has(client.allowedTools)
    require: >-
      client.allowedTools.size() <= threshold.toolsPerAgent
    message: >-
      The client '{{ client.agent }}' sees {{ client.allowedTools.size() }} tools of the server;
      more than {{ threshold.toolsPerAgent }} are hard to tell apart.
remediation: >-
  List the tools that the agent needs in its client configuration or at the gateway.
effort: small
examples:
  - name: Two tools are allowed
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      mcp.json: |
        {
          "agent": "agent-billing",
          "mcpServers": {
            "ledger": {
              "url": "https://mcp.example.com/ledger/",
              "allowedTools": [
                "query_entries",
                "get_balance"
              ]
            }
          }
        }
  - name: No allow list
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      mcp.json: |
        {
          "agent": "agent-billing",
          "mcpServers": {
            "ledger": {
              "url": "https://mcp.example.com/ledger/"
            }
          }
        }
  - name: No client configuration names the server
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
"""###),
("Rules/210-valid-tool-schemas.yaml", ###"""
id: MCP210
name: ValidToolSchemas
title: Input schemas are valid JSON Schema and describe their parameters
why: >-
  A client that cannot compile a schema drops the tool or calls it blindly. A parameter without
  a description is filled by guessing.
severity: low
dimension: R
gate: EXP
checklist: ["2.3"]
source: [S2, S3]
subject: tool
nature: enforceable
when: >-
  tool.isEnabled
checks:
  - grade: configured
    require: >-
      !tool.schemaViolations.exists(v, v.value != '')
    message: >-
      The input schema of '{{ tool.name }}' is not valid: {{ tool.schemaViolations.map(v,
      v.value) }}.
  - grade: configured
    require: >-
      tool.parameters.all(p, p.isDescribed)
    message: >-
      {{ tool.parameters.filter(p, !p.isDescribed).map(p, "'" + p.name + "'") }} of '{{
      tool.name }}' has no description.
remediation: >-
  Correct the schema, and describe every parameter.
effort: small
examples:
  - name: Valid, and every parameter is described
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: A parameter without a description
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$"
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: The tool is switched off
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          enabled: false
"""###),
("Rules/212-catalog-agrees.yaml", ###"""
id: MCP212
name: CatalogAgrees
title: The manifest and the catalog list the same tools, and every schema reference resolves
why: >-
  What is reviewed is the manifest; what the model sees is the catalog. A tool that stands in
  one and not in the other was never reviewed, or is promised and not there.
severity: medium
dimension: O
gate: EXP
checklist: ["2.1"]
source: [S2, S3]
subject: tool
nature: process
when: >-
  tool.isRegistered
checks:
  - grade: declared
    require: >-
      tool.isListed || tool.isInCatalog
    message: >-
      No source lists the tool '{{ tool.name }}'.
  - grade: documented
    when: >-
      has(tool.schemaReference)
    require: >-
      tool.schemaResolves
    message: >-
      The schema file '{{ tool.schemaReference }}' of '{{ tool.name }}' is not there.
  - grade: configured
    require: >-
      tool.isListed
    at: >-
      tool.name
    message: >-
      The catalog defines '{{ tool.name }}', which the manifest does not list.
  - grade: configured
    when: >-
      !has(tool.schemaReference) || tool.isInCatalog || tool.schemaResolves
    require: >-
      tool.isInCatalog
    at: >-
      tool.name
    message: >-
      The manifest lists '{{ tool.name }}', which the catalog does not define.
remediation: >-
  List the same tools in manifest and catalog, and correct `schema_ref`.
effort: small
examples:
  - name: Manifest, schema file and catalog agree
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          schema_ref: schemas/query_entries.json
      schemas/query_entries.json: |
        {
          "name": "query_entries",
          "description": "Find booked entries of one account.",
          "inputSchema": {
            "type": "object",
            "properties": {
              "account_id": {
                "type": "string",
                "pattern": "^acc_[0-9]{8}$",
                "description": "The account."
              }
            },
            "additionalProperties": false
          }
        }
  - name: The schema file is not there
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          schema_ref: schemas/query_entries.json
  - name: The manifest lists a tool that the catalog does not define
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
        - name: get_balance
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: The catalog defines a tool that the manifest does not list
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            },
            {
              "name": "export_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: A tool that only the log names
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
("Rules/213-honest-tier.yaml", ###"""
id: MCP213
name: HonestTier
title: The risk tier is declared and not lower than the facts give
why: >-
  The tier decides how much proof every other control needs. A server that writes while it is
  filed as read-only is held to the wrong standard everywhere.
severity: high
dimension: O
source: [S0, S1]
subject: server
nature: process
when: >-
  server.isRegistered
checks:
  - grade: declared
    require: >-
      server.tier >= 0
    message: >-
      The manifest declares no risk tier.
  - grade: configured
    require: >-
      server.tier >= server.derivedTier
    message: >-
      Tier {{ server.tier }} is declared, but {{ server.derivedTierReason }}, which makes it
      tier {{ server.derivedTier }}.
remediation: >-
  Declare the tier that the tools and data give, or remove what raises it.
effort: small
examples:
  - name: Tier 2 for a server that writes
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: create_entry
          class: reversible-write
  - name: Tier 1 for a server that writes
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: create_entry
          class: reversible-write
  - name: No tier
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        data_sensitivity: public
  - name: A server that nobody registers
    expect: not-applicable
    server: shadow-crm
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
("Rules/302-approval-for-high-impact.yaml", ###"""
id: MCP302
name: ApprovalForHighImpact
title: High-impact actions need an explicit approval
why: >-
  A deployment, deletion, payment, bulk mail or change of rights that a model starts alone is
  done before anyone reads it. An approval is the last point at which a person can stop a wrong
  plan.
severity: critical
dimension: B
gate: APR
checklist: ["3.2"]
source: [S3, S4]
subject: tool
nature: enforceable
when: >-
  tool.isEnabled && (tool.isHighImpact || (has(tool.requiresApproval) && tool.requiresApproval))
checks:
  - grade: declared
    require: >-
      tool.requiresApproval
    message: >-
      The manifest demands no approval for '{{ tool.name }}'.
  - grade: configured
    require: >-
      tool.policyRequiresApproval
    message: >-
      The access policy lets '{{ tool.name }}' be called without an approval.
  - grade: observed
    when: >-
      has(tool.calls)
    require: >-
      tool.callsWithoutApproval == 0
    message: >-
      {{ tool.callsWithoutApproval }} calls of '{{ tool.name }}' were executed without an
      approval id.
remediation: >-
  Demand an approval in the access policy, enforce it at the gateway or server, and write the
  approval's id into every record.
snippet:
  language: yaml
  text: |
    access_policy:
      default: deny
      grants:
        - agents: [agent-billing]
          servers: [mcp-server-payments]
          tools: [refund_payment]
          approval: {required: true, approvers: [payments-approver]}
effort: medium
examples:
  - name: Declared, enforced and recorded
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
            approval:
              required: true
              approvers:
              - payments-approver
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0", "idempotency_key": "k0", "approval_id": "apr-1", "approver_id": "raj@example.com"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1", "idempotency_key": "k1", "approval_id": "apr-1", "approver_id": "raj@example.com"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2", "idempotency_key": "k2", "approval_id": "apr-1", "approver_id": "raj@example.com"}
  - name: Declared, and executed without an approval id
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
            approval:
              required: true
              approvers:
              - payments-approver
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0", "idempotency_key": "k0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1", "idempotency_key": "k1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2", "idempotency_key": "k2"}
  - name: No approval is demanded anywhere
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: false
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
  - name: Declared, and no policy was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
  - name: A tool that only reads
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
"""###),
("Rules/303-defined-approvers.yaml", ###"""
id: MCP303
name: DefinedApprovers
title: Who can approve and where approvals are recorded is defined, and nobody approves their own request
why: >-
  An approval proves something only if it is known who could give it. A person who approves
  their own request has added a click, not a control.
severity: high
dimension: O
gate: APR
checklist: ["3.3"]
source: [S3, S4]
subject: server
nature: process
when: >-
  server.writesState
checks:
  - grade: declared
    require: >-
      server.approverRoles.size() > 0 && server.approvalRecord != ''
    message: >-
      The manifest does not say which roles approve and where approvals are recorded.
  - grade: observed
    when: >-
      has(server.traffic)
    require: >-
      !server.tools.exists(t, has(t.selfApprovedCalls) && t.selfApprovedCalls > 0)
    message: >-
      Calls were approved by the one who asked for them: {{ server.tools.filter(t,
      has(t.selfApprovedCalls) && t.selfApprovedCalls > 0).map(t, "'" + t.name + "'") }}.
remediation: >-
  Name the approver roles and the record under `approvals`, and refuse approvals by the
  requester.
snippet:
  language: yaml
  text: |
    approvals:
      approvers: [payments-approver]
      recorded_in: audit log, field approval_id
effort: small
examples:
  - name: Roles and record are named
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
        approvals:
          approvers:
          - payments-approver
          recorded_in: audit log, field approval_id
  - name: The requester approved the call
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
        approvals:
          approvers:
          - payments-approver
          recorded_in: audit log, field approval_id
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0", "idempotency_key": "k0", "approval_id": "apr-1", "approver_id": "ana@example.com"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1", "idempotency_key": "k1", "approval_id": "apr-1", "approver_id": "ana@example.com"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2", "idempotency_key": "k2", "approval_id": "apr-1", "approver_id": "ana@example.com"}
  - name: Nobody is named
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
  - name: A server that only reads
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
"""###),
("Rules/305-enforced-approval.yaml", ###"""
id: MCP305
name: EnforcedApproval
title: Approval of writes is enforced at the gateway or server, not only in a client
why: >-
  An approval that only one client asks for is not there for the next client of the same server.
  The last point that executes the call has to be able to refuse it.
severity: critical
dimension: A
gate: APR
source: [S3]
subject: server
nature: enforceable
when: >-
  server.writesState
checks:
  - grade: declared
    require: >-
      server.tools.all(t, !t.changesState || t.requiresApproval)
    message: >-
      Tools that change state are declared without an approval: {{ server.tools.filter(t,
      t.changesState && !(has(t.requiresApproval) && t.requiresApproval)).map(t, "'" + t.name +
      "'") }}.
  - grade: configured
    require: >-
      server.tools.all(t, !t.changesState || t.policyRequiresApproval) &&
      fleet.policyEnforcement in ['gateway', 'server']
    message: >-
      The access policy does not enforce an approval for {{ server.tools.filter(t,
      t.changesState && !t.policyRequiresApproval).map(t, "'" + t.name + "'") }},
      or is not enforced at the gateway or server.
  - grade: configured
    when: >-
      has(server.clients)
    require: >-
      !server.clients.exists(c, c.skipsApprovalOfWrites)
    message: >-
      The client {{ server.clients.filter(c, c.skipsApprovalOfWrites).map(c, "'" + c.agent +
      "'") }} calls tools that change state without asking anyone.
remediation: >-
  Put the approval into the access policy, enforce it at the gateway or server, and take `never`
  and auto-approval of writing tools out of client configurations.
effort: medium
examples:
  - name: The gateway enforces the policy's approval
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
            approval:
              required: true
              approvers:
              - payments-approver
  - name: A client never asks
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
            approval:
              required: true
              approvers:
              - payments-approver
      request.json: |
        {
          "agent": "agent-billing",
          "tools": [
            {
              "type": "mcp",
              "server_label": "ledger",
              "server_url": "https://mcp.example.com/ledger/",
              "allowed_tools": [
                "refund_payment"
              ],
              "require_approval": "never"
            }
          ]
        }
  - name: Neither declared nor enforced
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: false
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - refund_payment
  - name: Declared, and no policy was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          approval:
            required: true
            approvers:
            - payments-approver
  - name: A server that only reads
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
"""###),
("Rules/306-safe-writes.yaml", ###"""
id: MCP306
name: SafeWrites
title: Writes are idempotent, reversible or explicitly one-way
why: >-
  Agents retry. A write that cannot tell a retry from a new request books, mails or deletes
  twice.
severity: high
dimension: B
gate: SFX
source: [S3]
subject: tool
nature: enforceable
when: >-
  tool.isEnabled && tool.changesState
checks:
  - grade: declared
    require: >-
      has(tool.idempotency) || has(tool.reversal)
    message: >-
      Nothing says how a repeated call of '{{ tool.name }}' is made harmless or undone.
  - grade: configured
    when: >-
      has(tool.idempotency)
    require: >-
      tool.hasIdempotencyKey || tool.hintsIdempotent
    message: >-
      The manifest names '{{ tool.idempotency }}' for '{{ tool.name }}', but its input schema
      has no idempotency key and no annotation says that it is idempotent.
  - grade: observed
    when: >-
      has(tool.calls)
    require: >-
      tool.duplicateWrites == 0
    message: >-
      {{ tool.duplicateWrites }} calls of '{{ tool.name }}' repeat an earlier one without an
      idempotency key.
remediation: >-
  Take an idempotency key in the schema, name the reversing tool, or state `reversal: one-way`.
effort: medium
examples:
  - name: The schema takes the key that the manifest names
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          idempotency: idempotency_key
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "refund_payment",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "amount": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 50000,
                    "description": "Cents."
                  },
                  "idempotency_key": {
                    "type": "string",
                    "format": "uuid",
                    "description": "One for each refund."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: The schema does not take the key
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          idempotency: idempotency_key
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "refund_payment",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "amount": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 50000,
                    "description": "Cents."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: The log shows the same refund twice
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
          reversal: one-way
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "refund_payment", "input_hash": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
  - name: Nothing is said
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        tools:
        - name: refund_payment
          class: irreversible-write
  - name: A tool that only reads
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
          class: read-only
          data_sensitivity: internal
"""###),
("Rules/309-default-deny-policy.yaml", ###"""
id: MCP309
name: DefaultDenyPolicy
title: The access policy denies by default and covers every call in the log
why: >-
  A policy that allows what nobody thought of grows with every new tool. Calls that no grant
  covers are either a hole in the policy or a way around it.
severity: high
dimension: A
gate: AUZ
source: [S1, S3, S4]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1
checks:
  - grade: configured
    require: >-
      fleet.policyDefault == 'deny'
    message: >-
      The access policy allows calls that no grant speaks about.
  - grade: observed
    when: >-
      has(server.traffic) && has(server.traffic.ungrantedCalls)
    require: >-
      !server.traffic.ungrantedCalls.exists(u, u.calls > 0)
    message: >-
      The log shows calls that no grant allows: {{ server.traffic.ungrantedCalls.map(u, "'" +
      u.agent + "' called '" + u.tool + "' " + string(u.calls) + ' times') }}.
remediation: >-
  Set `default: deny`, grant each agent the tools it needs, and enforce the policy where the
  calls pass.
snippet:
  language: yaml
  text: |
    access_policy:
      default: deny
      enforced_at: gateway
effort: medium
examples:
  - name: Deny by default, and every call is granted
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - query_entries
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: A call that no grant covers
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - query_entries
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: Allow by default
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      policy.yaml: |
        access_policy:
          default: allow
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - query_entries
  - name: No policy was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/401-complete-audit-records.yaml", ###"""
id: MCP401
name: CompleteAuditRecords
title: Audit records carry every required field
why: >-
  An audit log with holes answers the easy questions and fails at the one that matters. Each
  missing field is a step of the story that has to be guessed.
severity: high
dimension: R
gate: AUD
checklist: ["4.1"]
source: [S2, S4]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      !server.traffic.missingFields.exists(f, f.name in ['timestamp', 'agent_id', 'server_id',
      'tool_name', 'input_hash', 'output_status', 'latency_ms', 'session_id', 'trace_id',
      'user_id', 'decision'] && f.share > threshold.missingFieldShare)
    message: >-
      Records lack required fields: {{ server.traffic.missingFields.filter(f, f.name in
      ['timestamp', 'agent_id', 'server_id', 'tool_name', 'input_hash', 'output_status',
      'latency_ms', 'session_id', 'trace_id', 'user_id', 'decision'] && f.share >
      threshold.missingFieldShare).map(f, "'" + f.name + "' in " + string(f.count)) }} of {{
      server.traffic.calls }}.
remediation: >-
  Write timestamp, agent, server, tool, input hash, status, latency, session, trace, user and
  decision into every record.
effort: medium
examples:
  - name: Complete records
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: The trace is missing
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/402-hashed-inputs.yaml", ###"""
id: MCP402
name: HashedInputs
title: Inputs are recorded hashed or sanitized, never raw
why: >-
  Arguments carry customer data, credentials and whatever a user pasted. A log that keeps them
  raw becomes the next thing to leak.
severity: high
dimension: A
gate: AUD
checklist: ["4.1"]
source: [S2, S4]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: declared
    require: >-
      server.auditInputs in ['hashed', 'sanitized']
    message: >-
      The manifest says that inputs are recorded raw.
  - grade: observed
    require: >-
      server.traffic.rawInputs == 0
    message: >-
      {{ server.traffic.rawInputs }} records hold raw inputs.
remediation: >-
  Record a SHA-256 digest of the normalized input, and delete the raw inputs that were kept.
effort: medium
examples:
  - name: Hashes in manifest and log
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          inputs: hashed
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: The log holds raw inputs
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          inputs: hashed
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0", "input": {"account_id": "acc_12345678"}}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1", "input": {"account_id": "acc_12345678"}}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2", "input": {"account_id": "acc_12345678"}}
  - name: The manifest says raw
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          inputs: raw
  - name: Declared, and no log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          inputs: hashed
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/403-immutable-audit-store.yaml", ###"""
id: MCP403
name: ImmutableAuditStore
title: The audit log goes to an immutable store with a retention period
why: >-
  A log that its writers can change proves nothing against them. Without a retention period it
  is either gone when it is needed or a growing liability.
severity: high
dimension: R
gate: AUD
checklist: ["4.2"]
source: [S4]
subject: server
nature: process
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      server.auditIsImmutable && server.auditRetentionDays > 0
    message: >-
      The manifest does not name an immutable audit store with a retention period.
remediation: >-
  Send records to a write-once or tamper-evident store, and state `audit.immutable` and
  `audit.retention_days`.
effort: medium
examples:
  - name: A write-once store for 400 days
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          store: s3://audit-worm/ledger
          immutable: true
          retention_days: 400
  - name: A store that can be changed
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        audit:
          store: syslog
          immutable: false
          retention_days: 30
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/404-reconstructable-chains.yaml", ###"""
id: MCP404
name: ReconstructableChains
title: The chain of one request can be rebuilt across tools
why: >-
  An incident is a path: who asked, which tools ran, with what, who approved, what happened
  downstream. One missing link turns the rest into loose records.
severity: high
dimension: R
gate: AUD
checklist: ["4.3"]
source: [S2, S3, S4]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      server.traffic.completeChainShare >= 1.0 - threshold.missingFieldShare
    message: >-
      The chain cannot be rebuilt for {{ server.traffic.incompleteChains }} of {{
      server.traffic.calls }} records; missing are {{ server.traffic.missingFields.filter(f,
      f.name in ['agent_id', 'tool_name', 'input_hash', 'decision', 'trace_id',
      'downstream_request_id']).map(f, "'" + f.name + "' in " + string(f.count)) }}, and {{
      server.traffic.invalidTraces }} have no valid trace id.
remediation: >-
  Pass W3C trace context through every hop, and record actor, tool, input hash, decision,
  approval and the downstream request id under it.
effort: large
examples:
  - name: Every chain is complete
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: No downstream request id and no valid trace
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "n/a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "n/a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "n/a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/406-structured-access-log.yaml", ###"""
id: MCP406
name: StructuredAccessLog
title: The gateway writes a structured access log for MCP traffic
why: >-
  What the gateway does not write down, nobody sees when a server misbehaves. Free text cannot
  be joined with audit records by a machine.
severity: high
dimension: R
gate: AUD
checklist: ["4.1"]
source: [S2]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: configured
    require: >-
      server.routes.all(r, r.logsStructured)
    message: >-
      The gateway writes no structured access log for {{ server.routes.filter(r,
      !has(r.logsStructured) || !r.logsStructured).map(r, has(r.path) ? "'" + r.path + "'" : 'a
      route') }}.
remediation: >-
  Log MCP routes as JSON, with the agent, tool, session and trace among the fields.
snippet:
  language: nginx
  text: |
    log_format mcp_json escape=json '{"time":"$time_iso8601","agent":"$agent_id","status":"$status","trace":"$http_traceparent"}';
    access_log /var/log/nginx/mcp_access.log mcp_json;
effort: small
examples:
  - name: JSON records
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      nginx.conf: |
        events {}
        http {
          log_format mcp escape=json '{"time":"$time_iso8601","status":"$status"}';
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              access_log /var/log/nginx/mcp.log mcp;
            }
          }
        }
  - name: The log is off
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
              access_log off;
            }
          }
        }
  - name: No gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A local server
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/408-registered-traffic.yaml", ###"""
id: MCP408
name: RegisteredTraffic
title: No call goes to an unregistered server, tool or version, or comes from an unknown agent
why: >-
  What runs and was never registered was never reviewed. Shadow servers and undeclared tools are
  where controls do not reach.
severity: high
dimension: B
gate: AUD
source: [S1, S2]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic) || !server.isRegistered
checks:
  - grade: declared
    require: >-
      server.isRegistered
    message: >-
      No manifest registers '{{ server.id }}'.
  - grade: observed
    require: >-
      !server.traffic.undeclaredTools.exists(t, t.value != '')
    message: >-
      The log shows calls of tools that neither manifest nor catalog lists: {{
      server.traffic.undeclaredTools.map(t, "'" + t.value + "'") }}.
  - grade: observed
    when: >-
      server.isRegistered
    require: >-
      !server.traffic.unregisteredVersions.exists(v, v.value != '')
    message: >-
      The log shows version {{ server.traffic.unregisteredVersions.map(v, "'" + v.value + "'")
      }}, but the manifest registers '{{ server.version }}'.
  - grade: observed
    when: >-
      has(server.traffic) && has(server.traffic.unknownAgents)
    require: >-
      !server.traffic.unknownAgents.exists(a, a.value != '')
    message: >-
      Agents that no client configuration or policy names call the server: {{
      server.traffic.unknownAgents.map(a, "'" + a.value + "'") }}.
remediation: >-
  Register what is legitimate, and block the rest at the gateway.
effort: medium
examples:
  - name: A registered tool, version and agent
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - query_entries
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger-v1.3", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger-v1.3", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger-v1.3", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: Another version runs than the manifest registers
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
      policy.yaml: |
        access_policy:
          default: deny
          enforced_at: gateway
          grants:
          - agents:
            - agent-billing
            servers:
            - ledger
            tools:
            - query_entries
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger-v2.0", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger-v2.0", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger-v2.0", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: A server that nobody registers
    expect: unmet
    server: shadow-crm
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
  - name: Registered, and no log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/504-egress-allowlist.yaml", ###"""
id: MCP504
name: EgressAllowlist
title: Outbound network access is an allow list
why: >-
  A server that can reach any address can carry data to any address. An allow list of
  destinations keeps a flaw in one tool from becoming a way into the rest of the network.
severity: high
dimension: B
gate: ISO
source: [S3]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      server.egressAllowed.all(e, e.value != '*' && e.value != '0.0.0.0/0' && e.value != '::/0')
    message: >-
      The egress list allows every destination.
  - grade: declared
    require: >-
      server.egressDefault == 'deny'
    message: >-
      Destinations that the list does not name are allowed.
remediation: >-
  List the destinations that the server needs, and deny the rest.
snippet:
  language: yaml
  text: |
    egress:
      default: deny
      allow: ["ledger.internal:5432"]
effort: medium
examples:
  - name: Two destinations and nothing else
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        egress:
          default: deny
          allow:
          - ledger.internal:5432
          - 10.20.0.0/16
  - name: Every destination
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        egress:
          default: deny
          allow:
          - 0.0.0.0/0
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/505-bounded-resources.yaml", ###"""
id: MCP505
name: BoundedResources
title: Time, concurrency and resources are bounded
why: >-
  A tool that hangs holds its session and everything behind it. Bounds turn a slow dependency
  into an error that can be handled.
severity: medium
dimension: R
gate: ISO
source: [S3]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      server.timeoutMilliseconds > 0 && server.maxConcurrency > 0
    message: >-
      The manifest does not bound time and concurrency.
remediation: >-
  State `limits.timeout`, `limits.max_concurrency` and `limits.memory`, and enforce them where
  the server runs.
snippet:
  language: yaml
  text: |
    limits:
      timeout: 10s
      max_concurrency: 32
effort: small
examples:
  - name: Time and concurrency are bounded
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          timeout: 10s
          max_concurrency: 32
  - name: No bounds
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/508-pinned-packages.yaml", ###"""
id: MCP508
name: PinnedPackages
title: Packages and images are pinned by version or digest
why: >-
  A floating reference runs whatever its publisher, or whoever took over the publisher's
  account, released last. What was reviewed is then not what runs.
severity: high
dimension: B
gate: ISO
source: [S3]
subject: server
nature: enforceable
when: >-
  has(server.packages)
checks:
  - grade: configured
    require: >-
      server.packages.all(p, p.isPinned)
    message: >-
      {{ server.packages.filter(p, !p.isPinned).map(p, "'" + p.identifier + "' floats: " +
      p.floatingReason) }}.
remediation: >-
  Name an exact version or, for images, a digest.
snippet:
  language: json
  text: |
    {"command": "npx", "args": ["-y", "@company/mcp-ledger@1.3.2"]}
effort: small
examples:
  - name: An image by digest
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        package:
          registry: oci
          identifier: registry.example.com/mcp/ledger
          digest: sha256:4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
  - name: The newest release at each start
    expect: unmet
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
      mcp.json: |
        {
          "agent": "agent-notes",
          "mcpServers": {
            "notes": {
              "command": "npx",
              "args": [
                "-y",
                "@example/mcp-notes"
              ]
            }
          }
        }
  - name: No package
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
"""###),
("Rules/601-success-rate.yaml", ###"""
id: MCP601
name: SuccessRate
title: At least 97 % of tool calls succeed over 24 hours
why: >-
  An agent whose tool fails goes on with what it has and answers wrongly with confidence. A
  failing server has to lose its traffic before its users lose their trust.
severity: critical
dimension: R
source: [S0]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      server.traffic.successRate >= threshold.successRate
    message: >-
      The success rate fell to {{ server.traffic.successRateText }}; over the worst 24 hours at
      least {{ threshold.successRateText }} is required.
remediation: >-
  Route to the fallback and freeze new traffic until the rate recovers.
effort: medium
examples:
  - name: Every call succeeds
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: One in ten calls fails
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "error", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "error", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "error", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
  - name: One failure of five calls is chance
    expect: unproven
    files:
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "error", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow"}
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
"""###),
("Rules/602-p95-latency.yaml", ###"""
id: MCP602
name: P95Latency
title: The p95 latency of tool calls is at most 3 s over 2 hours
why: >-
  Latency of a tool adds up over every step of a plan. Slow calls run into timeouts, and
  timeouts into retries.
severity: high
dimension: R
source: [S0]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      server.traffic.p95LatencyMilliseconds <= threshold.p95LatencyMilliseconds
    message: >-
      The p95 latency rose to {{ server.traffic.p95LatencyText }}; over the worst 2 hours at
      most {{ threshold.p95LatencyText }} is allowed.
remediation: >-
  Lower the concurrency and inspect the dependency behind the server.
effort: medium
examples:
  - name: Fast calls
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: Calls of five seconds
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 5000, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/603-unexpected-blocks.yaml", ###"""
id: MCP603
name: UnexpectedBlocks
title: Policy blocks at most 10 % of calls unexpectedly
why: >-
  Many blocked calls mean that scopes and routes do not fit the work, or that somebody is trying
  doors. Both need a look before people work around the policy.
severity: high
dimension: R
source: [S0]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      server.traffic.blockRate <= threshold.blockRate
    message: >-
      Policy blocked {{ server.traffic.blockRateText }}; over the worst 24 hours at most {{
      threshold.blockRateText }} is allowed.
remediation: >-
  Audit the mapping of scopes and the routing rules.
effort: medium
examples:
  - name: No call is blocked
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: One in five calls is blocked
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "blocked", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "blocked", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "blocked", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "blocked", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "blocked", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "blocked", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "deny", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/604-fallback-rate.yaml", ###"""
id: MCP604
name: FallbackRate
title: A fallback serves at most 15 % of calls
why: >-
  A fallback that serves many calls is no longer an exception but the system. The fault behind
  it stays hidden as long as it works.
severity: critical
dimension: R
source: [S0]
subject: server
nature: enforceable
when: >-
  server.riskTier >= 1 || has(server.traffic)
checks:
  - grade: observed
    require: >-
      server.traffic.fallbackRate <= threshold.fallbackRate
    message: >-
      The fallback served {{ server.traffic.fallbackRateText }}; over the worst 24 hours at most
      {{ threshold.fallbackRateText }} is allowed.
remediation: >-
  Open an incident and halt the expansion of the server.
effort: medium
examples:
  - name: The fallback rests
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3"}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6"}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9"}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12"}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15"}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18"}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21"}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24"}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27"}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: The fallback serves every third call
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0", "fallback": true}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
        {"timestamp": "2026-11-02T10:00:03.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000004", "output_status": "success", "latency_ms": 123, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000003", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-3", "fallback": true}
        {"timestamp": "2026-11-02T10:00:04.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000005", "output_status": "success", "latency_ms": 124, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000004", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-4"}
        {"timestamp": "2026-11-02T10:00:05.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000006", "output_status": "success", "latency_ms": 125, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000005", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-5"}
        {"timestamp": "2026-11-02T10:00:06.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000007", "output_status": "success", "latency_ms": 126, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000006", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-6", "fallback": true}
        {"timestamp": "2026-11-02T10:00:07.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000008", "output_status": "success", "latency_ms": 127, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000007", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-7"}
        {"timestamp": "2026-11-02T10:00:08.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000009", "output_status": "success", "latency_ms": 128, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000008", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-8"}
        {"timestamp": "2026-11-02T10:00:09.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000a", "output_status": "success", "latency_ms": 129, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000009", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-9", "fallback": true}
        {"timestamp": "2026-11-02T10:00:10.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000b", "output_status": "success", "latency_ms": 130, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-10"}
        {"timestamp": "2026-11-02T10:00:11.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000c", "output_status": "success", "latency_ms": 131, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-11"}
        {"timestamp": "2026-11-02T10:00:12.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000d", "output_status": "success", "latency_ms": 132, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-12", "fallback": true}
        {"timestamp": "2026-11-02T10:00:13.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000e", "output_status": "success", "latency_ms": 133, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-13"}
        {"timestamp": "2026-11-02T10:00:14.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000000f", "output_status": "success", "latency_ms": 134, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000e", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-14"}
        {"timestamp": "2026-11-02T10:00:15.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000010", "output_status": "success", "latency_ms": 135, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000000f", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-15", "fallback": true}
        {"timestamp": "2026-11-02T10:00:16.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000011", "output_status": "success", "latency_ms": 136, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000010", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-16"}
        {"timestamp": "2026-11-02T10:00:17.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000012", "output_status": "success", "latency_ms": 137, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000011", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-17"}
        {"timestamp": "2026-11-02T10:00:18.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000013", "output_status": "success", "latency_ms": 138, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000012", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-18", "fallback": true}
        {"timestamp": "2026-11-02T10:00:19.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000014", "output_status": "success", "latency_ms": 139, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000013", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-19"}
        {"timestamp": "2026-11-02T10:00:20.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000015", "output_status": "success", "latency_ms": 140, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000014", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-20"}
        {"timestamp": "2026-11-02T10:00:21.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000016", "output_status": "success", "latency_ms": 141, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000015", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-21", "fallback": true}
        {"timestamp": "2026-11-02T10:00:22.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000017", "output_status": "success", "latency_ms": 142, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000016", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-22"}
        {"timestamp": "2026-11-02T10:00:23.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000018", "output_status": "success", "latency_ms": 143, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000017", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-23"}
        {"timestamp": "2026-11-02T10:00:24.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000019", "output_status": "success", "latency_ms": 144, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000018", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-24", "fallback": true}
        {"timestamp": "2026-11-02T10:00:25.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001a", "output_status": "success", "latency_ms": 145, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000019", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-25"}
        {"timestamp": "2026-11-02T10:00:26.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001b", "output_status": "success", "latency_ms": 146, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001a", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-26"}
        {"timestamp": "2026-11-02T10:00:27.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001c", "output_status": "success", "latency_ms": 147, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001b", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-27", "fallback": true}
        {"timestamp": "2026-11-02T10:00:28.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001d", "output_status": "success", "latency_ms": 148, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001c", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-28"}
        {"timestamp": "2026-11-02T10:00:29.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "query_entries", "input_hash": "sha256:000000000000000000000000000000000000000000000000000000000000001e", "output_status": "success", "latency_ms": 149, "session_id": "sess_1", "trace_id": "0000000000000000000abc000000001d", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-29"}
  - name: No log was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0 without a log
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/605-resilient-proxying.yaml", ###"""
id: MCP605
name: ResilientProxying
title: Downstream calls have timeouts, bounded retries and circuit breakers, and streams are not buffered
why: >-
  Without them one slow system holds up every agent that depends on it. A proxy that buffers
  Server-Sent Events delivers the answer after the client has given up.
severity: high
dimension: R
gate: CON
checklist: ["6.1"]
source: [S2, S4]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: declared
    require: >-
      server.timeoutMilliseconds > 0 && server.maxRetries <= 5
    message: >-
      The manifest does not bound the time and the retries of a call.
  - grade: configured
    when: >-
      server.transport in ['http_sse', 'streamable_http']
    require: >-
      server.routes.all(r, !has(r.buffersResponses) || !r.buffersResponses)
    message: >-
      The gateway buffers responses, which holds back Server-Sent Events.
  - grade: configured
    require: >-
      server.routes.all(r, has(r.timeoutMilliseconds) && r.timeoutMilliseconds > 0)
    message: >-
      The gateway sets no time limit for {{ server.routes.filter(r, !has(r.timeoutMilliseconds)
      || r.timeoutMilliseconds == 0).map(r, has(r.path) ? "'" + r.path + "'" : 'a route') }}.
  - grade: configured
    require: >-
      server.routes.all(r, has(r.hasCircuitBreaker) && r.hasCircuitBreaker)
    message: >-
      The gateway has no circuit breaker for the server's upstream.
remediation: >-
  Set a timeout, at most a few retries and a circuit breaker on every route, and switch response
  buffering off for streams.
snippet:
  language: nginx
  text: |
    proxy_http_version 1.1;
    proxy_buffering off;
    proxy_read_timeout 3600s;
    proxy_next_upstream_tries 2;
effort: small
examples:
  - name: Bounded, broken off and not buffered
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          timeout: 10s
          max_retries: 2
      nginx.conf: |
        events {}
        http {
          upstream pool { server ledger:8080 max_fails=3 fail_timeout=10s; server ledger-b:8080 max_fails=3 fail_timeout=10s; }
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://pool;
              proxy_buffering off;
              proxy_http_version 1.1;
              proxy_read_timeout 3600s;
              proxy_next_upstream_tries 2;
            }
          }
        }
  - name: The gateway buffers the stream
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          timeout: 10s
          max_retries: 2
      nginx.conf: |
        events {}
        http {
          upstream pool { server ledger:8080 max_fails=3 fail_timeout=10s; server ledger-b:8080 max_fails=3 fail_timeout=10s; }
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://pool;
              proxy_read_timeout 3600s;
            }
          }
        }
  - name: Nothing is bounded
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
            }
          }
        }
  - name: Declared, and no gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          timeout: 10s
          max_retries: 2
  - name: A local server
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/606-kill-switch.yaml", ###"""
id: MCP606
name: KillSwitch
title: Each tool and environment has a tested disable switch
why: >-
  In an incident the first question is how to stop it. A switch that nobody has thrown since it
  was built may not be connected.
severity: critical
tier_severity: {0: medium, 1: high}
dimension: B
gate: CON
checklist: ["6.2"]
source: [S0, S3, S4]
subject: server
nature: process
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      server.killSwitch != '' && server.killSwitchIsPerTool && server.killSwitchIsPerEnvironment
    message: >-
      The manifest names no disable switch for each tool and each environment.
  - grade: declared
    when: >-
      server.riskTier == 2
    require: >-
      server.killSwitchOwner != ''
    message: >-
      Nobody is named who may throw the switch.
  - grade: declared
    when: >-
      server.riskTier == 2
    require: >-
      server.killSwitchTestAgeDays >= 0 && server.killSwitchTestAgeDays <=
      threshold.drillAgeDays
    message: >-
      The switch was last tested {{ server.killSwitchTestAgeDays }} days ago; at most {{
      threshold.drillAgeDays }} days are allowed.
remediation: >-
  Name the switch, its owner and the date of its last test under `kill_switch`, and test it
  every year at least.
snippet:
  language: yaml
  text: |
    kill_switch:
      mechanism: flag mcp.financial-data.enabled
      owner: payments-oncall
      tested: 2026-09-14
      per_tool: true
      per_environment: true
effort: medium
examples:
  - name: A switch that was tested this year
    expect: met
    date: '2026-11-01'
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        kill_switch:
          mechanism: flag mcp.ledger.enabled
          owner: ledger-oncall
          tested: '2026-09-14'
          per_tool: true
          per_environment: true
  - name: A switch that was tested three years ago
    expect: unmet
    date: '2026-11-01'
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        kill_switch:
          mechanism: flag mcp.ledger.enabled
          owner: ledger-oncall
          tested: '2023-09-14'
          per_tool: true
          per_environment: true
  - name: No switch
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/607-tool-call-rate-limits.yaml", ###"""
id: MCP607
name: ToolCallRateLimits
title: Tool calls are rate-limited per caller and per tool, by a limit that can match
why: >-
  One MCP session makes hundreds of calls, so a limit on requests or sessions misses the load. A
  limit whose keys never meet the service's configuration is no limit, and nobody notices until
  the bill comes.
severity: high
dimension: B
gate: CST
checklist: ["6.3"]
source: [S2, S3, S4]
subject: server
nature: enforceable
when: >-
  server.isRemote
checks:
  - grade: declared
    require: >-
      server.callsPerMinute > 0
    message: >-
      The manifest declares no rate limit.
  - grade: configured
    require: >-
      server.routes.all(r, r.rateLimits.size() > 0)
    message: >-
      The gateway sets no rate limit on {{ server.routes.filter(r, r.rateLimits.size() ==
      0).map(r, has(r.path) ? "'" + r.path + "'" : 'a route') }}.
  - grade: configured
    when: >-
      server.routes.exists(r, r.rateLimits.size() > 0)
    require: >-
      !server.routes.exists(r, r.rateLimits.exists(l, !l.canMatch))
    message: >-
      A rate limit can never apply: {{ server.routes.map(r, r.rateLimits.filter(l,
      !l.canMatch).map(l, l.obstacle)).flatten() }}.
  - grade: configured
    when: >-
      has(server.routes)
    require: >-
      server.routes.all(r, r.rateLimits.size() == 0 || r.rateLimits.exists(l, l.isPerCaller))
    message: >-
      No rate limit counts calls for each agent or user.
  - grade: configured
    when: >-
      has(server.routes)
    require: >-
      server.routes.all(r, r.rateLimits.all(l, l.coversEveryCaller))
    message: >-
      The rate limit names only {{ server.routes.map(r, r.rateLimits.map(l,
      l.namedCallers).flatten()).flatten().map(n, "'" + n + "'") }}; every other caller is
      unlimited.
  - grade: configured
    when: >-
      has(server.routes)
    require: >-
      server.routes.all(r, r.rateLimits.size() == 0 || r.rateLimits.exists(l, l.isPerTool))
    message: >-
      The rate limit does not tell tools apart: no descriptor carries the tool's name.
remediation: >-
  Send the verified agent id and the tool's name as descriptors, and give the rate-limit service
  an entry for any value of both.
snippet:
  language: yaml
  text: |
    # Envoy route                                # rate-limit service
    # rate_limits:                               # descriptors:
    #   - actions:                               #   - key: agent_id
    #       - request_headers:                   #     descriptors:
    #           header_name: x-agent-id          #       - key: tool_name
    #           descriptor_key: agent_id         #         rate_limit:
    #       - request_headers:                   #           unit: MINUTE
    #           header_name: x-mcp-tool-name     #           requests_per_unit: 120
    #           descriptor_key: tool_name
effort: medium
examples:
  - name: A limit for each agent and tool
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          calls_per_minute: 120
          rate_limit_by:
          - agent
          - tool
      envoy.yaml: |
        static_resources:
          listeners:
            - name: ingress
              address: {socket_address: {address: 0.0.0.0, port_value: 8443}}
              filter_chains:
                - filters:
                    - name: envoy.filters.network.http_connection_manager
                      typed_config:
                        "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                        stat_prefix: mcp
                        http_filters:
                          - name: envoy.filters.http.ratelimit
                            typed_config: {domain: mcp}
                          - name: envoy.filters.http.router
                        route_config:
                          virtual_hosts:
                            - name: mcp
                              domains: [mcp.example.com]
                              routes:
                                - match: {prefix: /ledger/}
                                  route:
                                    cluster: ledger
                                    rate_limits:
                                      - actions:
                                          - request_headers: {header_name: x-agent-id, descriptor_key: agent_id}
                                          - request_headers: {header_name: x-mcp-tool-name, descriptor_key: tool_name}
          clusters:
            - name: ledger
              load_assignment:
                cluster_name: ledger
                endpoints:
                  - lb_endpoints:
                      - endpoint: {address: {socket_address: {address: ledger, port_value: 8080}}}
      ratelimit.yaml: |
        domain: mcp
        descriptors:
          - key: agent_id
            descriptors:
              - key: tool_name
                rate_limit: {unit: MINUTE, requests_per_unit: 120}
  - name: The gateway sends a key that the service does not expect
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          calls_per_minute: 120
          rate_limit_by:
          - agent
          - tool
      envoy.yaml: |
        static_resources:
          listeners:
            - name: ingress
              address: {socket_address: {address: 0.0.0.0, port_value: 8443}}
              filter_chains:
                - filters:
                    - name: envoy.filters.network.http_connection_manager
                      typed_config:
                        "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                        stat_prefix: mcp
                        http_filters:
                          - name: envoy.filters.http.ratelimit
                            typed_config: {domain: mcp}
                          - name: envoy.filters.http.router
                        route_config:
                          virtual_hosts:
                            - name: mcp
                              domains: [mcp.example.com]
                              routes:
                                - match: {prefix: /ledger/}
                                  route:
                                    cluster: ledger
                                    rate_limits:
                                      - actions:
                                          - request_headers: {header_name: x-agent-id, descriptor_key: agent_id}
                                          - request_headers: {header_name: x-mcp-tool-name, descriptor_key: tool}
          clusters:
            - name: ledger
              load_assignment:
                cluster_name: ledger
                endpoints:
                  - lb_endpoints:
                      - endpoint: {address: {socket_address: {address: ledger, port_value: 8080}}}
      ratelimit.yaml: |
        domain: mcp
        descriptors:
          - key: agent_id
            descriptors:
              - key: tool_name
                rate_limit: {unit: MINUTE, requests_per_unit: 120}
  - name: No limit anywhere
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      nginx.conf: |
        events {}
        http {
          server {
            listen 443 ssl;
            server_name mcp.example.com;
            location /ledger/ {
              proxy_pass http://ledger:8080;
            }
          }
        }
  - name: Declared, and no gateway configuration was given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        limits:
          calls_per_minute: 120
          rate_limit_by:
          - agent
          - tool
  - name: A local server
    expect: not-applicable
    files:
      notes.yaml: |
        server_id: notes
        version: 0.4.0
        transport: stdio
        tier: 0
        data_sensitivity: public
"""###),
("Rules/609-tier-two-duties.yaml", ###"""
id: MCP609
name: TierTwoDuties
title: A tier 2 server has a kill-switch owner, fallback mode, blast-radius statement and recovery checklist
why: >-
  A server that changes the business needs its bad day planned before it comes. These four
  answers are what the person on call looks for first.
severity: critical
dimension: O
gate: CON
source: [S0]
subject: server
nature: process
when: >-
  server.riskTier == 2
checks:
  - grade: declared
    require: >-
      server.killSwitchOwner != '' && server.fallback != '' && server.blastRadius != '' &&
      server.recoveryChecklist != ''
    message: >-
      The manifest of this tier 2 server does not name all of kill-switch owner, fallback, blast
      radius and recovery checklist.
  - grade: documented
    require: >-
      server.recoveryChecklistExists
    message: >-
      The recovery checklist '{{ server.recoveryChecklist }}' is not there, or is empty.
remediation: >-
  State all four in the manifest, and keep the checklist in the repository.
snippet:
  language: yaml
  text: |
    kill_switch: {mechanism: flag mcp.payments.enabled, owner: payments-oncall}
    fallback: queue refunds for manual booking
    blast_radius: At most one day of refunds, capped at 50,000 EUR.
    recovery_checklist: docs/runbooks/payments-recovery.md
effort: medium
examples:
  - name: All four, and the checklist is there
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        kill_switch:
          mechanism: flag mcp.ledger.enabled
          owner: ledger-oncall
        fallback: queue refunds for manual booking
        blast_radius: At most one day of refunds.
        recovery_checklist: docs/recovery.md
      docs/recovery.md: |
        1. Compare the ledger with the bank.
  - name: The checklist is not there
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        kill_switch:
          mechanism: flag mcp.ledger.enabled
          owner: ledger-oncall
        fallback: queue refunds for manual booking
        blast_radius: At most one day of refunds.
        recovery_checklist: docs/recovery.md
  - name: Nothing is stated
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
  - name: The checklist is an address
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 2
        data_sensitivity: internal
        kill_switch:
          mechanism: flag mcp.ledger.enabled
          owner: ledger-oncall
        fallback: queue refunds for manual booking
        blast_radius: At most one day of refunds.
        recovery_checklist: https://wiki.example.com/recovery
  - name: A server of tier 1
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
"""###),
("Rules/610-incident-drills.yaml", ###"""
id: MCP610
name: IncidentDrills
title: Tabletop and live drills of all three scenarios were held within the last 12 months
why: >-
  A plan that was never played is a guess. Drills find the missing access, the stale runbook and
  the switch that does nothing while it is still cheap.
severity: high
dimension: R
gate: CON
source: [S0]
subject: server
nature: process
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      ['credential_compromise', 'malformed_tool_response', 'dependency_outage'].all(s,
      server.drills.exists(d, d.scenario == s && d.kind == 'tabletop' && d.ageDays >= 0 &&
      d.ageDays <= threshold.drillAgeDays))
    at: >-
      server.drills
    message: >-
      No tabletop drill within {{ threshold.drillAgeDays }} days covers {{
      ['credential_compromise', 'malformed_tool_response', 'dependency_outage'].filter(s,
      !server.drills.exists(d, d.scenario == s && d.kind == 'tabletop' && d.ageDays >= 0 &&
      d.ageDays <= threshold.drillAgeDays)) }}.
  - grade: declared
    require: >-
      ['credential_compromise', 'malformed_tool_response', 'dependency_outage'].all(s,
      server.drills.exists(d, d.scenario == s && d.kind == 'live' && d.ageDays >= 0 && d.ageDays
      <= threshold.drillAgeDays))
    at: >-
      server.drills
    message: >-
      No live drill within {{ threshold.drillAgeDays }} days covers {{ ['credential_compromise',
      'malformed_tool_response', 'dependency_outage'].filter(s, !server.drills.exists(d,
      d.scenario == s && d.kind == 'live' && d.ageDays >= 0 && d.ageDays <=
      threshold.drillAgeDays)) }}.
remediation: >-
  Hold a tabletop and a live drill of each scenario every year, and record them under `drills`.
snippet:
  language: yaml
  text: |
    drills:
      - {kind: live, scenario: credential_compromise, date: 2026-05-12}
effort: large
examples:
  - name: All six within the year
    expect: met
    date: '2026-11-01'
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      drills.yaml: |
        drills:
        - kind: tabletop
          scenario: credential_compromise
          date: '2026-03-10'
        - kind: live
          scenario: credential_compromise
          date: '2026-03-11'
        - kind: tabletop
          scenario: malformed_tool_response
          date: '2026-04-10'
        - kind: live
          scenario: malformed_tool_response
          date: '2026-04-11'
        - kind: tabletop
          scenario: dependency_outage
          date: '2026-05-10'
        - kind: live
          scenario: dependency_outage
          date: '2026-05-11'
  - name: The live drill of an outage is missing
    expect: unmet
    date: '2026-11-01'
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      drills.yaml: |
        drills:
        - kind: tabletop
          scenario: credential_compromise
          date: '2026-03-10'
        - kind: live
          scenario: credential_compromise
          date: '2026-03-11'
        - kind: tabletop
          scenario: malformed_tool_response
          date: '2026-04-10'
        - kind: live
          scenario: malformed_tool_response
          date: '2026-04-11'
        - kind: tabletop
          scenario: dependency_outage
          date: '2026-05-10'
  - name: All six, two years ago
    expect: unmet
    date: '2026-11-01'
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      drills.yaml: |
        drills:
        - kind: tabletop
          scenario: credential_compromise
          date: '2024-03-10'
        - kind: live
          scenario: credential_compromise
          date: '2024-03-11'
        - kind: tabletop
          scenario: malformed_tool_response
          date: '2024-04-10'
        - kind: live
          scenario: malformed_tool_response
          date: '2024-04-11'
        - kind: tabletop
          scenario: dependency_outage
          date: '2024-05-10'
        - kind: live
          scenario: dependency_outage
          date: '2024-05-11'
  - name: No records were given
    expect: unproven
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/701-accountable-owner.yaml", ###"""
id: MCP701
name: AccountableOwner
title: Each server has one accountable owner and a support contact
why: >-
  When ownership is shared by all, decisions are made by nobody. One name is what makes every
  other control somebody's work.
severity: critical
dimension: O
source: [S0, S1, S2]
subject: server
nature: process
when: >-
  server.isRegistered
checks:
  - grade: declared
    require: >-
      server.ownerIsAccountable
    message: >-
      '{{ server.owner }}' is not one accountable person or team.
  - grade: declared
    require: >-
      server.supportContact != ''
    message: >-
      The manifest names no support contact.
remediation: >-
  Name one person or team as `owner`, and a contact as `support`.
snippet:
  language: yaml
  text: |
    owner: payments-platform@company.com
    support: "#payments-platform"
effort: small
examples:
  - name: One team and a channel
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: ledger-team@example.com
        support: '#ledger'
  - name: Two teams
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: ledger-team, payments-team
        support: '#ledger'
  - name: To be decided
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: TBD
        support: '#ledger'
  - name: A server that nobody registers
    expect: not-applicable
    server: shadow-crm
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
("Rules/702-on-call-and-runbook.yaml", ###"""
id: MCP702
name: OnCallAndRunbook
title: The MCP boundary has an on-call owner and a runbook that exists
why: >-
  Agents do not stop at five. Whoever is woken needs to know that it is theirs, and what to do
  first.
severity: high
dimension: O
checklist: ["7.1"]
source: [S2, S4]
subject: server
nature: process
when: >-
  server.riskTier >= 1
checks:
  - grade: declared
    require: >-
      server.onCall != '' && server.runbook != ''
    message: >-
      The manifest names no on-call owner or no runbook.
  - grade: documented
    require: >-
      server.runbookExists
    message: >-
      The runbook '{{ server.runbook }}' is not there, or is empty.
remediation: >-
  Name `on_call`, and keep the runbook that `on_call_runbook` names in the repository.
effort: small
examples:
  - name: Somebody is on call, and the runbook is there
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        on_call: ledger-oncall
        on_call_runbook: docs/runbook.md
      docs/runbook.md: |
        1. Switch the flag off.
  - name: The runbook is not there
    expect: contradicted
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        on_call: ledger-oncall
        on_call_runbook: docs/runbook.md
  - name: Nobody is on call
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
  - name: A public server of tier 0
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 0
        data_sensitivity: public
"""###),
("Rules/705-complete-registration.yaml", ###"""
id: MCP705
name: CompleteRegistration
title: The registry entry is complete
why: >-
  A registry answers who, what and where in the minute in which it is asked. Each empty field is
  a phone call in the middle of an incident.
severity: high
dimension: O
source: [S1, S2]
subject: server
nature: process
when: >-
  server.isRegistered
checks:
  - grade: declared
    require: >-
      server.owner != '' && server.supportContact != '' && server.tier >= 0 && server.dataDomain
      != '' && server.slaTier != ''
    message: >-
      The entry lacks an owner, contact, tier, data domain or service level.
  - grade: declared
    require: >-
      server.hasSemanticVersion
    message: >-
      The version '{{ server.version }}' is not semantic (MAJOR.MINOR.PATCH).
  - grade: declared
    when: >-
      server.isRemote
    require: >-
      has(server.endpoint) && has(server.authScheme)
    message: >-
      The entry of a remote server lacks its endpoint or authentication scheme.
remediation: >-
  Complete the manifest.
effort: small
examples:
  - name: A complete entry
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: ledger-team@example.com
        support: '#ledger'
        data_domain: finance
        sla_tier: tier-1
        auth_scheme: oauth2
  - name: A version that is no version
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: latest
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        owner: ledger-team@example.com
        support: '#ledger'
        data_domain: finance
        sla_tier: tier-1
        auth_scheme: oauth2
  - name: A server that nobody registers
    expect: not-applicable
    server: shadow-crm
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "shadow-crm", "tool_name": "query_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
("Rules/802-no-hidden-text.yaml", ###"""
id: MCP802
name: NoHiddenText
title: No text in the catalog hides characters from its reader
why: >-
  Characters that nobody sees can carry instructions that only the model reads. There is no
  honest reason for them in the name or description of a tool.
severity: critical
dimension: B
gate: EXP
source: [S3]
subject: tool
nature: enforceable
when: >-
  tool.isRegistered
checks:
  - grade: configured
    require: >-
      !tool.hiddenText.exists(h, h.kind != '')
    message: >-
      '{{ tool.name }}' hides characters from its reader: {{ tool.hiddenText.map(h, h.kind + "
      in '" + h.member + "'") }}.
remediation: >-
  Remove the characters, and find out who put them there.
effort: small
examples:
  - name: Plain text
    expect: met
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find booked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: A zero-width space in the description
    expect: unmet
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
        tools:
        - name: query_entries
      tools.json: |
        {
          "serverInfo": {
            "name": "ledger",
            "version": "1.3.2"
          },
          "tools": [
            {
              "name": "query_entries",
              "description": "Find\u200bbooked entries of one account.",
              "inputSchema": {
                "type": "object",
                "properties": {
                  "account_id": {
                    "type": "string",
                    "pattern": "^acc_[0-9]{8}$",
                    "description": "The account."
                  }
                },
                "additionalProperties": false
              }
            }
          ]
        }
  - name: A tool that only the log names
    expect: not-applicable
    files:
      ledger.yaml: |
        server_id: ledger
        version: 1.3.2
        transport: streamable_http
        endpoint: https://mcp.example.com/ledger/
        tier: 1
        data_sensitivity: internal
      audit.jsonl: |
        {"timestamp": "2026-11-02T10:00:00.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000001", "output_status": "success", "latency_ms": 120, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000000", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-0"}
        {"timestamp": "2026-11-02T10:00:01.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000002", "output_status": "success", "latency_ms": 121, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000001", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-1"}
        {"timestamp": "2026-11-02T10:00:02.000Z", "agent_id": "agent-billing", "server_id": "ledger", "tool_name": "export_entries", "input_hash": "sha256:0000000000000000000000000000000000000000000000000000000000000003", "output_status": "success", "latency_ms": 122, "session_id": "sess_1", "trace_id": "0000000000000000000abc0000000002", "user_id": "ana@example.com", "environment": "prod", "decision": "allow", "downstream_request_id": "req-2"}
"""###),
  ]
}
