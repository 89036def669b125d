import Estate
import SourceText
import Syntax

/// How Kong makes sure who calls one route.
struct KongAuthentication {
  let scope: KongScope
  let configuration: KongConfiguration

  init(scope: KongScope, in configuration: KongConfiguration) {
    self.scope = scope
    self.configuration = configuration
  }

  /// The plugins that authenticate, the one that proves most first: where several stand on a route, each
  /// must be satisfied.
  private static let checks: [(plugin: String, kind: RouteAuthentication)] = [
    ("mtls-auth", .mtls), ("header-cert-auth", .mtls), ("ai-mcp-oauth2", .oauth2),
    ("openid-connect", .oauth2), ("oauth2-introspection", .oauth2), ("oauth2", .oauth2),
    ("saml", .oauth2), ("jwt", .jwt), ("jwt-signer", .jwt), ("hmac-auth", .apiKey),
    ("key-auth", .apiKey), ("key-auth-enc", .apiKey), ("vault-auth", .apiKey),
    ("ldap-auth", .basic), ("ldap-auth-advanced", .basic), ("basic-auth", .basic),
  ]

  /// Plugins of Kong's own that never turn a caller away for want of a proof, among those that are seen
  /// in front of MCP servers; what any other does is not known.
  private static let bystanders: Set<String> = [
    "acl", "ai-mcp-proxy", "ai-prompt-guard", "ai-proxy", "ai-proxy-advanced",
    "ai-rate-limiting-advanced", "bot-detection", "correlation-id", "cors", "datadog", "file-log",
    "http-log", "injection-protection", "ip-restriction", "json-threat-protection", "kafka-log",
    "loggly", "opa", "opentelemetry", "prometheus", "proxy-cache", "proxy-cache-advanced",
    "rate-limiting", "rate-limiting-advanced", "redirect", "request-size-limiting",
    "request-transformer", "request-transformer-advanced", "request-validator",
    "response-ratelimiting", "response-transformer", "response-transformer-advanced",
    "service-protection", "statsd", "syslog", "tcp-log", "udp-log", "upstream-oauth",
    "upstream-timeout", "websocket-size-limit", "zipkin",
  ]

  /// The checks of the route that no caller gets around, best first.
  private var enforced: [(kind: RouteAuthentication, plugin: KongPlugin)] {
    present.filter { bypass(of: $0.plugin) == nil }
  }

  private var present: [(kind: RouteAuthentication, plugin: KongPlugin)] {
    Self.checks.compactMap { check in scope.plugin(check.plugin).map { (check.kind, $0) } }
  }

  /// The setting by which callers without a proof pass as a consumer whom nothing turns away.
  private func bypass(of plugin: KongPlugin) -> Node? {
    guard let anonymous = plugin.config?["anonymous"], let name = anonymous.scalarText,
      !name.isEmpty, !configuration.turnsAway(consumer: name)
    else { return nil }
    return anonymous
  }

  /// Whether some plugin is code of its own, which may do anything.
  var mayBeDecidedByCode: Bool {
    scope.plugins.contains { plugin in
      !Self.bystanders.contains(plugin.name)
        && !Self.checks.contains { $0.plugin == plugin.name }
    }
  }

  /// The kind of authentication; `none` at the setting or route that lets everyone through, and unstated
  /// where code may ask for what no plugin of Kong's does.
  var kind: Stated<RouteAuthentication> {
    if let check = enforced.first {
      return Stated(check.kind, at: check.plugin.place, grade: .configured)
    }
    guard !mayBeDecidedByCode else { return Stated() }
    if let restriction = scope.plugin("ip-restriction"), restriction.config?["allow"] != nil {
      return Stated(.address, at: restriction.place, grade: .configured)
    }
    let opening = present.lazy.compactMap { bypass(of: $0.plugin)?.span }.first
    return Stated(RouteAuthentication.none, at: opening ?? scope.anchor, grade: .configured)
  }

  /// The checks that let callers through who prove nothing, though a reader may think otherwise.
  var doubts: [Diagnostic] {
    guard enforced.isEmpty else { return [] }
    return present.compactMap { check in
      guard let anonymous = bypass(of: check.plugin) else { return nil }
      let name = anonymous.scalarText ?? ""
      return Diagnostic(
        .warning, at: anonymous.span,
        "`\(check.plugin.name)` lets callers through who prove nothing: as the consumer '\(name)'",
        advice: "Remove `anonymous`, or give that consumer the plugin `request-termination`.")
    }
  }

  /// Whether who calls is known to Kong as a consumer, whose names it writes into headers itself.
  var namesConsumers: Bool { !enforced.isEmpty }

  /// The audiences that a token must name; empty where tokens for anybody pass, unstated where the route
  /// asks for no token.
  var audiences: Stated<[String]> {
    for check in enforced {
      let config = check.plugin.config
      switch check.plugin.name {
      case "ai-mcp-oauth2":
        if let relaxed = config?["insecure_relaxed_audience_validation"], relaxed.boolean == true {
          return Stated([], at: relaxed.span, grade: .configured)
        }
        guard let resource = config?["resource"], let text = resource.scalarText else { continue }
        return Stated([text], at: resource.span, grade: .configured)
      case "openid-connect":
        let required = config?["audience_required"] ?? config?["audience"]
        return Stated(
          required.elementsOrTexts.compactMap(\.scalarText),
          at: required?.span ?? check.plugin.place,
          grade: .configured)
      case "jwt":
        return Stated([], at: check.plugin.place, grade: .configured)
      default: continue
      }
    }
    return Stated()
  }

  /// Whether the gateway decides by policy which calls pass.
  var policy: Stated<Bool> {
    if let place = deciding { return Stated(true, at: place, grade: .configured) }
    guard !mayBeDecidedByCode else { return Stated() }
    return Stated(false, at: scope.anchor, grade: .configured)
  }

  /// The settings of a token check that turn away who lacks a right.
  private static let rights = [
    "scopes_required", "roles_required", "groups_required", "authenticated_groups_required",
  ]

  private var deciding: SourceSpan? {
    for name in ["opa", "acl"] {
      if let plugin = scope.plugin(name) { return plugin.place }
    }
    if let config = scope.plugin("ai-mcp-proxy")?.config {
      if let rules = config.member("default_acl"), rules.value.count > 0 { return rules.key.span }
      let tools = config["tools"].elementsOrSelf
      if let rules = tools.lazy.compactMap({ $0.member("acl") }).first { return rules.key.span }
    }
    let config = scope.plugin("openid-connect")?.config
    return Self.rights.lazy.compactMap { config?.member($0) }
      .first { $0.value.count > 0 || $0.value.scalarText != nil }?.key.span
  }

  /// A list of whom to turn away lets everybody else pass; one of whom to let pass names groups, not agents.
  var admission: Stated<RouteAdmission> {
    guard let config = scope.plugin("acl")?.config,
      config["allow"] == nil || config["allow"]?.kind == .null,
      let denied = config.member("deny"), denied.value.count > 0, scope.plugin("opa") == nil,
      !mayBeDecidedByCode
    else { return Stated() }
    let others = Evidence(true, at: denied.key.span, grade: .configured)
    return Stated(
      RouteAdmission(admitsOthers: others), at: denied.key.span, grade: .configured)
  }
}
