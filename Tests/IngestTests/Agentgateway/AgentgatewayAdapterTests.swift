import Estate
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

struct AgentgatewayAdapterTests {
  /// A file whose only route has `policies` and leads to the server `ledger`.
  private func file(_ policies: String, listener: String = "", target: String = "") -> String {
    """
    binds:
    - port: 3000
      listeners:
      - name: main
        \(listener)
        routes:
        - matches: [{path: {exact: /.well-known/x}}, {path: {pathPrefix: /ledger/mcp}}]
          hostnames: [mcp.example.com]
          policies: {\(policies)}
          backends:
          - mcp:
              targets:
              - name: ledger
                mcp: {host: "http://ledger:8080/mcp"}
                \(target)

    """
  }

  @Test(arguments: ["shared", "/shared"])
  func `a backend is found by its name, and so are its policies`(reference: String) throws {
    let text = try ParsedText(
      yaml: """
        binds: [{port: 3000, listeners: [{routes: [{backends: [{backend: \(reference)}]}]}]}]
        backends:
        - name: shared
          mcp: {targets: [{name: ledger, mcp: {backend: /cloud, path: /mcp}}]}
        - name: cloud
          aws: {agentCore: {agentRuntimeArn: "arn:aws:x"}}
          policies: {backendAuth: {aws: {}}}

        """)
    let route = try route(text)
    #expect(route.serverName?.value == "ledger")
    #expect(route.upstreamCredential.value == .shared)
  }

  private func contribution(_ text: ParsedText, limits: ParsedText? = nil) throws -> Contribution {
    AgentgatewayAdapter.lower([try text.root], rateLimitServices: limits?.documents ?? [])
  }

  private func started(_ text: ParsedText) throws -> [ClientEntry] {
    let source = try #require(text.library.files.first)
    return AgentgatewayAdapter.lowerStartedServers(try text.root, in: source).clientEntries
  }

  private func route(_ text: ParsedText, limits: ParsedText? = nil) throws -> Route {
    let routes = try contribution(text, limits: limits).routes
    try #require(routes.count == 1)
    return routes[0]
  }

  /// `value at text`.
  private func reading<Value>(_ fact: Stated<Value>, in text: ParsedText) -> String? {
    fact.evidence.map { "\($0.value) at \(text.text($0.span) ?? "")" }
  }

  @Test func `a route names its hosts, its path and its target`() throws {
    let text = try ParsedText(yaml: file(""))
    let route = try route(text)
    #expect(route.product == "agentgateway")
    #expect(reading(route.path, in: text) == "/ledger/mcp at /ledger/mcp")
    #expect(route.hosts.map(\.value) == ["mcp.example.com"])
    #expect(route.upstreams.map(\.value) == ["http://ledger:8080/mcp"])
    #expect(reading(route.isTLS, in: text) == "false at 3000")
    #expect(reading(route.retries, in: text)?.hasPrefix("0 at ") == true)
    #expect(route.timeout.value == 0)
  }

  @Test(arguments: [
    ("", "none at {exact: /.well-known/x}"),
    ("jwtAuth: {issuer: a, mode: strict}", "jwt at jwtAuth"),
    ("jwtAuth: {issuer: a}", "none at jwtAuth"),
    ("jwtAuth: {issuer: a, mode: permissive}", "none at permissive"),
    ("mcpAuthentication: {issuer: a, audiences: [b]}", "jwt at mcpAuthentication"),
    ("mcpAuthentication: {issuer: a, mode: optional}", "none at optional"),
    ("apiKey: {keys: [], mode: strict}", "apiKey at apiKey"),
    ("apiKey: {keys: []}", "none at apiKey"),
    ("basicAuth: {htpasswd: {file: x}, mode: strict}", "basic at basicAuth"),
    ("extAuthz: {host: 'a:1'}", "external at extAuthz"),
    ("oidc: {issuer: a}", "oauth2 at oidc"),
    (
      "authorization: {rules: ['cidr(\"10.0.0.0/8\").containsIP(source.address)']}",
      "address at authorization"
    ),
    ("jwtAuth: {issuer: a}, authorization: {rules: ['jwt.sub == \"x\"']}", "jwt at authorization"),
    (
      "jwtAuth: {issuer: a}, authorization: {rules: ['jwt.sub == \"x\"', 'true']}",
      "none at jwtAuth"
    ),
    (
      "jwtAuth: {issuer: a}, mcpAuthorization: {rules: ['jwt.sub == \"x\" || mcp.tool.name == \"y\"']}",
      "none at jwtAuth"
    ),
    (
      "jwtAuth: {issuer: a}, authorization: {rules: [{require: 'jwt.aud == \"l\"'}, 'true']}",
      "jwt at authorization"
    ),
  ]) func `a check counts where it turns away who proves nothing`(
    policies: String, expected: String
  ) throws {
    let text = try ParsedText(yaml: file(policies))
    #expect(reading(try route(text).authentication, in: text) == expected)
  }

  @Test func `a conditional service says nothing about the other calls`() throws {
    let text = try ParsedText(
      yaml: file("extAuthz: {conditional: [{condition: a, policy: {host: b}}]}"))
    #expect(try !route(text).authentication.isStated)
  }

  @Test func `an optional check is told to the reader`() throws {
    let text = try ParsedText(yaml: file("jwtAuth: {issuer: a}"))
    let diagnostics = try contribution(text).diagnostics
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.message.contains("without a `mode` it is `optional`") == true)
    #expect(text.text(diagnostics.first?.span) == "jwtAuth")
  }

  @Test func `listeners, certificates of clients and attached policies count too`() throws {
    let listener = "tls: {cert: a, key: b, root: ca.pem, minTLSVersion: TLS_V1_2}"
    let text = try ParsedText(yaml: file("", listener: listener))
    let route = try route(text)
    #expect(reading(route.authentication, in: text) == "mtls at ca.pem")
    #expect(reading(route.isTLS, in: text) == "true at tls")
    #expect(route.tls.versions.value == [.tls12, .tls13])
    let outer = try ParsedText(
      yaml: file(
        "", listener: "policies: {jwtAuth: {issuer: a, mode: strict, audiences: [ledger]}}"))
    #expect(try self.route(outer).authentication.value == .jwt)
    #expect(try self.route(outer).audiences.value == ["ledger"])
    let attached = try ParsedText(
      yaml: file("") + "policies: [{name: {name: p, namespace: n}, target: {}, policy: {}}]\n")
    #expect(try !self.route(attached).authentication.isStated)
    #expect(try contribution(attached).diagnostics.count == 1)
  }

  @Test func `each target is a route with its own policies`() throws {
    let text = try ParsedText(
      yaml: """
        binds:
        - port: 3000
          listeners:
          - routes:
            - policies: {backendAuth: {passthrough: {}}}
              backends:
              - mcp:
                  targets:
                  - name: a
                    mcp: {host: a.internal, port: 443, path: /mcp}
                    policies: {backendAuth: {key: $KEY}}
                  - name: b
                    sse: {host: "https://b.internal/sse"}
                  - name: c
                    stdio: {cmd: npx, args: ["-y", some-server]}
              - host: web:80
              - ai: {name: x}
        """)
    let contribution = try contribution(text)
    #expect(
      contribution.routes.map { $0.upstreams.map(\.value) } == [
        ["a.internal:443"], ["https://b.internal/sse"], ["c"], ["web:80"],
      ])
    #expect(
      contribution.routes.map(\.upstreamCredential.value) == [
        .shared, .passthrough, .passthrough, .passthrough,
      ])
    #expect(contribution.routes.map(\.tls.isUpstreamEncrypted.value) == [true, true, nil, false])
    let entries = try started(text)
    let entry = try #require(entries.first)
    #expect(entries.count == 1)
    #expect(entry.agent == "agentgateway test")
    #expect(entry.name.value == "c")
    #expect(entry.package?.identifier.value == "some-server")
    #expect(entry.package?.pin == nil)
    #expect(!entry.allowedTools.isStated)
  }

  @Test func `the short form, groups and named backends lead on`() throws {
    let short = try ParsedText(
      yaml: """
        mcp:
          port: 3000
          policies:
            mcpAuthorization: {rules: ['mcp.tool.name == "echo"', 'jwt.sub == "x" && mcp.tool.name == "add"']}
          targets:
          - {name: time, stdio: {cmd: uvx, args: [mcp-server-time]}}
        """)
    let contribution = try contribution(short)
    #expect(contribution.routes.first?.hasAuthorizationPolicy.value == true)
    #expect(try started(short).first?.allowedTools.value == ["echo", "add"])
    let delegated = try ParsedText(
      yaml: """
        gateways: {edge: {port: 8443, tls: {cert: a, key: b}, jwtAuth: {issuer: a, mode: strict}}, other: {port: 80}}
        routes:
        - gateways: edge
          backends: [{routeGroup: tools}]
        routeGroups:
        - {name: tools, routes: [{matches: [{path: {exact: /x}}], backends: [{backend: named}]}]}
        backends:
        - {name: named, mcp: {targets: [{name: x, mcp: {host: "http://x:1/mcp"}}]}}
        """)
    let route = try self.route(delegated)
    #expect(route.path.value == "/x")
    #expect(route.isTLS.value == true)
    #expect(route.authentication.value == .jwt)
    #expect(route.upstreams.map(\.value) == ["http://x:1/mcp"])
  }

  @Test func `limits tell callers and tools apart by their expressions`() throws {
    let policies = """
      localRateLimit: [{maxTokens: 10, tokensPerFill: 2, fillInterval: 1s}, {type: tokens, fillInterval: 1s}],
      remoteRateLimit: {domain: mcp, host: "a:1", descriptors: [{entries: [
        {key: agent, value: jwt.sub}, {key: tool, value: mcp.tool.name}]}]}
      """
    let text = try ParsedText(yaml: file(policies.replacing("\n", with: " ")))
    let limits = try route(text).rateLimits
    #expect(limits.map(\.callsPerMinute?.value) == [120, nil])
    #expect(limits.map(\.isPerCaller.value) == [false, true])
    #expect(limits.map(\.isPerTool.value) == [false, true])
    #expect(limits.last?.reach.value == .unknown)
    let other = try ParsedText(yaml: "domain: other\ndescriptors: [{key: agent}]\n")
    guard
      case .neverMatches(let reason)? = try route(text, limits: other).rateLimits.last?.reach.value
    else {
      Issue.record("a domain that the service does not have can match")
      return
    }
    #expect(reason.contains("'mcp'"))
    let leaf = "rate_limit: {unit: minute, requests_per_unit: 60}"
    let same = try ParsedText(
      yaml: "domain: mcp\ndescriptors: [{key: agent, descriptors: [{key: tool, \(leaf)}]}]\n")
    let limit = try #require(try route(text, limits: same).rateLimits.last)
    #expect(limit.reach.value == .matches)
    #expect(limit.namedCallers.isEmpty)
    #expect(limit.callsPerMinute?.value == 60)
  }

  @Test(arguments: [
    (
      "{key: agent, descriptors: [{key: tol, rate_limit: {unit: minute, requests_per_unit: 6}}]}",
      "the gateway sends the key 'tool', where the rate-limit service expects 'tol'"
    ),
    (
      "{key: agent, descriptors: [{key: tool, rate_limit: {unlimited: true}}]}",
      "the rate-limit service sets 'tool' to unlimited"
    ),
    (
      "{key: agent, rate_limit: {unit: minute, requests_per_unit: 6}}",
      "the gateway sends the key 'tool', where the rate-limit service expects no further key"
    ),
  ])
  func `a descriptor has to find a limit with all of its keys`(
    service: String, reason: String
  ) throws {
    let policy =
      "remoteRateLimit: {domain: mcp, host: 'a:1', descriptors: [{entries: ["
      + "{key: agent, value: jwt.sub}, {key: tool, value: mcp.tool.name}]}]}"
    let limits = try ParsedText(yaml: "domain: mcp\ndescriptors: [\(service)]\n")
    let limit = try route(try ParsedText(yaml: file(policy)), limits: limits).rateLimits.first
    #expect(limit?.reach.value == .neverMatches(because: reason))
  }

  @Test func `a limit may hold only for the agents that it names`() throws {
    let policy =
      "remoteRateLimit: {domain: mcp, host: 'a:1', descriptors: [{entries: ["
      + "{key: place, value: '\"edge\"'}, {key: agent, value: jwt.client_id}]}]}"
    let limits = try ParsedText(
      yaml: """
        domain: mcp
        descriptors:
        - key: place
          value: edge
          descriptors:
          - {key: agent, value: billing, rate_limit: {unit: minute, requests_per_unit: 6}}
          - {key: agent, rate_limit: {unlimited: true}}

        """)
    let limit = try route(try ParsedText(yaml: file(policy)), limits: limits).rateLimits.first
    #expect(limit?.reach.value == .matches)
    #expect(limit?.namedCallers.map(\.value) == ["billing"])
  }

  @Test(arguments: [
    ("mcp.tool.name != \"\"", false), ("true", false),
    ("jwt.sub == 'a' || has(mcp.tool.name)", false),
    ("jwt.sub == 'a' && true", true), ("(jwt.sub == 'a' || true) && jwt.env == 'p'", true),
    ("mcp.tool.name == \"query\"", true),
  ])
  func `rules decide where some call fits none of them`(rule: String, decides: Bool) throws {
    let quoted = "'" + rule.replacing("'", with: "''") + "'"
    let text = try ParsedText(yaml: file("mcpAuthorization: {rules: [\(quoted)]}"))
    #expect(try route(text).hasAuthorizationPolicy.value == decides)
  }

  @Test func `rules show the tools that they name to the agents that they name`() throws {
    func tools(_ rules: String) throws -> ToolSelection? {
      try route(try ParsedText(yaml: file("mcpAuthorization: {rules: [\(rules)]}"))).tools.value
    }
    let selection = try #require(
      try tools(
        """
        'jwt.client_id == "a" && mcp.tool.name in ["x", "y"]', 'mcp.tool.name == "z" || mcp.tool.name == "w"'
        """))
    #expect(selection.names(for: "a") == ["w", "x", "y", "z"])
    #expect(selection.names(for: "b") == ["w", "z"])
    #expect(try tools("'mcp.tool.name == \"z\" || jwt.admin'") == nil)
    #expect(try tools("'mcp.tool.name != \"z\"'") == nil)
  }

  @Test func `without a timeout the gateway waits for ever`() throws {
    let text = try ParsedText(yaml: file(""))
    #expect(try reading(route(text).timeout, in: text)?.hasPrefix("0 at ") == true)
  }

  @Test func `headers come from where their expressions say`() throws {
    let text = try ParsedText(
      yaml: file(
        "requestHeaderModifier: {set: {x-agent-id: billing}, remove: [x-user-id]},"
          + " transformations: {request: {set: {x-client-id: 'jwt.sub', x-tenant: 'request.headers[\"x-t\"]'}}}"
      ))
    let headers = try route(text).identityHeaders
    #expect(
      headers.map { "\($0.name) \($0.origin.value)" } == [
        "x-agent-id constant", "x-client-id verified", "x-tenant client", "x-user-id removed",
      ])
  }

  @Test func `every file of the corpus that is agentgateway's is read without errors`() async throws
  {
    guard let folder = SharedFolder.path("corpus/agentgateway") else { return }
    let result = await Intake(paths: [folder]).read()
    let files = result.inputs.filter { $0.kind == .agentgateway }
    #expect(files.count >= 25)
    #expect(files.allSatisfy { $0.status == .analyzed })
    #expect(result.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test(arguments: [
    (#"mcpAuthorization: {rules: ["jwt.sub == 'a'"]}"#, 1),
    (#"mcpAuthorization: {rules: ["mcp.tool.name == 'a' && jwt.sub == 'a'"]}"#, 1),
    (#"mcpAuthorization: {rules: ["jwt.sub == 'a'"]}, jwtAuth: {mode: strict, issuer: i}"#, 0),
    (#"mcpAuthorization: {rules: ["mcp.tool.name == 'jwt.sub'"]}"#, 0),
  ])
  func `a rule that asks for claims of a token needs a check that reads one`(
    policies: String, count: Int
  ) throws {
    let found = try contribution(try ParsedText(yaml: file(policies)))
    #expect(found.diagnostics.count { $0.message.contains("nothing here reads one") } == count)
  }
}
