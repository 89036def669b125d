import Estate
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Ingest

struct MCPRouteAdapterTests {
  private static let cluster = """
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: edge}
    spec:
      listeners: [{name: https, protocol: HTTPS}, {name: http, protocol: HTTP}]
      infrastructure: {parametersRef: {kind: EnvoyProxy, name: proxy}}
    ---
    apiVersion: gateway.envoyproxy.io/v1alpha1
    kind: EnvoyProxy
    metadata: {name: proxy}
    spec: {telemetry: {accessLog: {settings: [{format: {type: JSON, json: {tool: a, user: b}}}]}}}
    ---
    apiVersion: gateway.envoyproxy.io/v1alpha1
    kind: Backend
    metadata: {name: ledger}
    spec: {endpoints: [{fqdn: {hostname: ledger.internal, port: 8443}}]}
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: BackendTLSPolicy
    metadata: {name: t}
    spec: {targetRefs: [{kind: Backend, name: ledger}], validation: {hostname: ledger.internal}}
    """

  private func file(security: String = "", backend: String = "kind: Backend", section: String = "")
    -> String
  {
    """
    apiVersion: aigateway.envoyproxy.io/v1beta1
    kind: MCPRoute
    metadata: {name: tools}
    spec:
      parentRefs: [{name: edge, kind: Gateway\(section)}]
      securityPolicy: {\(security)}
      backendRefs:
      - {name: ledger, \(backend)}

    """
  }

  private func route(_ text: ParsedText) throws -> Route {
    let routes = text.documents.filter(MCPRouteAdapter.recognizes)
    let others = text.documents.filter { !MCPRouteAdapter.recognizes($0) }
    let found = MCPRouteAdapter.lower(routes, among: others).routes
    try #require(found.count == 1)
    return found[0]
  }

  private func reading<Value>(_ fact: Stated<Value>, in text: ParsedText) -> String? {
    fact.evidence.map { "\($0.value) at \(text.text($0.span) ?? "")" }
  }

  @Test func `a route leads through its gateway to the addresses of its backend`() throws {
    let text = try ParsedText(yaml: file(section: ", sectionName: https") + Self.cluster)
    let route = try route(text)
    #expect(reading(route.path, in: text) == "/mcp at ledger")
    #expect(route.upstreams.map(\.value) == ["ledger.internal:8443"])
    #expect(reading(route.isTLS, in: text) == "true at HTTPS")
    #expect(reading(route.tls.isUpstreamEncrypted, in: text) == "true at validation")
    #expect(route.accessLog.value?.fields == ["tool", "user"])
    #expect(route.accessLog.value?.isStructured == true)
    #expect(route.unnamedHeaders.value == .dropped)
    // Half an hour is what the controller writes into every route.
    #expect(route.timeout.value == 1_800_000)
    #expect(route.hasCircuitBreaker.value == false)
    #expect(route.isFullyRead)
    let plain = try ParsedText(yaml: file() + Self.cluster)
    #expect(try reading(self.route(plain).isTLS, in: plain) == "false at HTTP")
  }

  @Test func `what a Gateway decides that was not given stays open`() throws {
    let text = try ParsedText(yaml: file())
    let route = try route(text)
    #expect(route.missingParent?.value == "edge")
    #expect(!route.isFullyRead)
    #expect(!route.hasCircuitBreaker.isStated)
    #expect(!route.accessLog.isStated)
  }

  @Test(arguments: [
    ("{app: ledger}", "{app: ledger, tier: a}", ["ledger:latest"]),
    ("{app: ledger, tier: b}", "{app: ledger, tier: a}", []),
    ("{}", "{app: ledger}", []),
  ])
  func `the images behind a route are those of the pods that its service selects`(
    selector: String, labels: String, expected: [String]
  ) throws {
    let cluster = """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: ledger}
      spec: {selector: \(selector)}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: any}
      spec:
        template:
          metadata: {labels: \(labels)}
          spec: {containers: [{name: a, image: "ledger:latest"}]}
      """
    let text = try ParsedText(yaml: file(backend: "kind: Service") + cluster)
    let images = try route(text).images
    #expect(images.map(\.identifier.value) == expected)
    #expect(images.allSatisfy { $0.pin == nil })
  }

  @Test(arguments: [
    ("", "none at ledger"),
    ("oauth: {issuer: a, audiences: [b]}", "jwt at oauth"),
    ("apiKeyAuth: {}", "apiKey at apiKeyAuth"),
    ("extAuth: {grpc: {}}", "external at extAuth"),
  ]) func `the security policy says how callers are known`(security: String, expected: String)
    throws
  {
    let text = try ParsedText(yaml: file(security: security))
    #expect(try reading(route(text).authentication, in: text) == expected)
  }

  @Test(arguments: [
    (
      "authorization: {defaultAction: Allow, rules: [{action: Allow, source: {}}]}",
      "false at Allow"
    ),
    (
      "authorization: {defaultAction: Allow, rules: [{action: Deny, source: {}}]}",
      "true at authorization"
    ),
    ("authorization: {rules: [{action: Allow, source: {}}]}", "true at authorization"),
    ("authorization: {rules: [{action: Allow}]}", "false at {action: Allow}"),
    ("authorization: {defaultAction: Allow}, extAuth: {grpc: {}}", "true at extAuth"),
    ("authorization: {}", "true at authorization"), ("", "false at ledger"),
  ])
  func `a policy is one that turns somebody away`(security: String, expected: String) throws {
    let text = try ParsedText(yaml: file(security: security))
    #expect(try reading(route(text).hasAuthorizationPolicy, in: text) == expected)
  }

  @Test(arguments: [
    ("extAuth: {grpc: {}}", "false at extAuth"),
    ("extAuth: {failOpen: true, grpc: {}}", "true at true"), ("oauth: {}", nil),
  ])
  func `an authorization service may be passed over while it is away`(
    security: String, expected: String?
  ) throws {
    let text = try ParsedText(yaml: file(security: security))
    #expect(try reading(route(text).failsOpen, in: text) == expected)
  }

  @Test(arguments: [
    ("", "client"), ("extAuth: {grpc: {}}", "unknown"), ("extAuth: {http: {}}", "client"),
    ("extAuth: {http: {headersToBackend: [X-Agent-ID]}}", nil),
    ("oauth: {claimToHeaders: [{claim: sub, header: x-agent-id}]}", nil),
    ("jwt: {providers: [{claimToHeaders: [{claim: sub, header: x-agent-id}]}]}", nil),
  ])
  func `a limit by a header that nothing sets counts what the client writes`(
    security: String, origin: String?
  ) throws {
    let policy = """

      ---
      apiVersion: gateway.envoyproxy.io/v1alpha1
      kind: BackendTrafficPolicy
      metadata: {name: b}
      spec:
        targetRefs: [{kind: MCPRoute, name: tools}]
        rateLimit: {global: {rules: [
          {clientSelectors: [{headers: [{name: x-agent-id, type: Distinct}]}], limit: {requests: 2, unit: Second}}]}}
      """
    let text = try ParsedText(yaml: file(security: security) + Self.cluster + policy)
    let counted = try route(text).identityHeaders.first { $0.reader == .rateLimit }
    #expect(counted?.origin.value.rawValue == origin)
  }

  @Test(arguments: [
    ("toolSelector: {include: [a, b]}", ["a", "b"]),
    ("toolSelector: {include: [a], includeRegex: ['^(b|c)$', '^d$']}", ["a", "b", "c", "d"]),
    ("toolSelector: {includeRegex: ['^b|c$']}", nil), ("toolSelector: {includeRegex: [get_]}", nil),
    ("kind: Backend", nil),
  ])
  func `a selector names the tools that are shown`(backend: String, tools: [String]?) throws {
    let text = try ParsedText(yaml: file(backend: backend))
    #expect(try route(text).tools.value?.entries.map(\.name) == tools)
  }

  @Test func `a policy that is attached to the gateway holds too`() throws {
    let policy = """

      ---
      apiVersion: gateway.envoyproxy.io/v1alpha1
      kind: SecurityPolicy
      metadata: {name: s}
      spec: {targetRefs: [{kind: Gateway, name: edge}], jwt: {providers: []}}
      ---
      apiVersion: gateway.envoyproxy.io/v1alpha1
      kind: BackendTrafficPolicy
      metadata: {name: b}
      spec:
        targetRefs: [{kind: HTTPRoute, name: tools}]
        timeout: {http: {requestTimeout: 20s}}
        retry: {numRetries: 2}
        circuitBreaker: {maxConnections: 10}
        rateLimit: {global: {rules: [
          {clientSelectors: [{headers: [{name: x-agent-id, type: Distinct}]}], limit: {requests: 2, unit: Second}}]}}
      """
    let text = try ParsedText(yaml: file() + Self.cluster + policy)
    let route = try route(text)
    #expect(route.authentication.value == .jwt)
    #expect(route.timeout.value == 20_000)
    #expect(route.retries.value == 2)
    #expect(route.hasCircuitBreaker.value == true)
    #expect(route.rateLimits.map(\.callsPerMinute?.value) == [120])
    #expect(route.rateLimits.map(\.isPerCaller.value) == [true])
    #expect(route.rateLimits.map(\.isPerTool.value) == [false])
  }

  @Test func `authorization and identities are read, and what the backend is shown`() throws {
    let text = try ParsedText(
      yaml: file(
        security: "oauth: {claimToHeaders: [{claim: sub, header: X-User-ID}]},"
          + " authorization: {rules: [{target: {tools: [{backend: ledger, tool: echo}]}}]}",
        backend: "forwardHeaders: [{name: X-Agent-ID}, {name: Authorization}]"))
    let route = try route(text)
    #expect(reading(route.hasAuthorizationPolicy, in: text) == "true at authorization")
    #expect(route.audiences.value == [])
    #expect(
      route.identityHeaders.map { "\($0.name) \($0.origin.value)" } == [
        "x-user-id verified", "x-agent-id client",
      ])
    #expect(route.upstreamCredential.value == .passthrough)
    let key = try ParsedText(
      yaml: file(backend: "securityPolicy: {apiKey: {secretRef: {name: k}}}, port: 80"))
    #expect(try self.route(key).upstreamCredential.value == .shared)
    #expect(try self.route(key).upstreams.map(\.value) == ["ledger:80"])
  }

  @Test func `every route of the corpus is read without errors`() async throws {
    guard let folder = SharedFolder.path("corpus/ai-gateway") else { return }
    let result = await Intake(paths: [folder]).read()
    let files = result.inputs.filter { $0.kind == .mcpRoute }
    #expect(files.count >= 10)
    #expect(files.allSatisfy { $0.status == .analyzed })
    #expect(result.diagnostics.allSatisfy { $0.severity != .error })
  }
}
