import Estate
import SourceText
import Syntax

/// How agentgateway makes sure who calls one route.
struct AgentgatewayAuthentication {
  let scope: AgentgatewayScope

  /// A check that lets callers through who prove nothing, unless its mode is `strict`.
  private static let checks: [(name: String, kind: RouteAuthentication, isStrictByDefault: Bool)] =
    [
      ("mcpAuthentication", .jwt, true), ("jwtAuth", .jwt, false), ("apiKey", .apiKey, false),
      ("basicAuth", .basic, false),
    ]

  /// What claims and keys are called in the expressions of rules, by the check that fills them.
  private static let subjects = [
    "mcpAuthentication": "jwt.", "jwtAuth": "jwt.", "apiKey": "apiKey.", "basicAuth": "basicAuth.",
  ]

  /// The kind of authentication; `none`, at the check or route that lets everyone through, where there is
  /// none.
  var kind: Stated<RouteAuthentication> {
    if let root = scope.entrance["tls"]["root"], root.kind != .null {
      return Stated(.mtls, at: root.span, grade: .configured)
    }
    var open: SourceSpan?
    for check in Self.checks {
      guard let policy = scope.policy(check.name) else { continue }
      let mode = policy.node["mode"]
      if mode?.scalarText.map({ $0 == "strict" }) ?? check.isStrictByDefault {
        return Stated(check.kind, at: policy.place, grade: .configured)
      }
      // Without the claims that every rule asks for, no rule lets the call pass.
      if let subject = Self.subjects[check.name], rules.demand(subject), let place = rules.place {
        return Stated(check.kind, at: place, grade: .configured)
      }
      open = open ?? mode?.span ?? policy.place
    }
    for (name, kind) in [("oidc", RouteAuthentication.oauth2), ("extAuthz", .external)] {
      guard let policy = scope.policy(name) else { continue }
      // A service that is asked only about some calls says nothing about the others.
      guard policy.node["conditional"] == nil else { return Stated() }
      return Stated(kind, at: policy.place, grade: .configured)
    }
    if rules.demand("source.address"), let place = rules.place {
      return Stated(.address, at: place, grade: .configured)
    }
    return Stated(RouteAuthentication.none, at: open ?? scope.anchor, grade: .configured)
  }

  /// The checks that let callers through who prove nothing, though a reader may think otherwise.
  var doubts: [Diagnostic] {
    guard kind.value == RouteAuthentication.none else { return [] }
    return Self.checks.compactMap { check in
      guard let policy = scope.policy(check.name) else { return nil }
      let mode = policy.node["mode"]
      let cause =
        mode?.scalarText.map { "its mode is `\($0)`" } ?? "without a `mode` it is `optional`"
      return Diagnostic(
        .warning, at: mode?.span ?? policy.place,
        "`\(check.name)` lets callers through who prove nothing: \(cause)",
        advice: "Set `mode: strict`.")
    }
  }

  /// The rules for requests and tools.
  var rules: AgentgatewayRules { AgentgatewayRules(scope: scope) }

  /// The audiences that a token must name; empty where tokens for anybody pass, unstated where none is read.
  var audiences: Stated<[String]> {
    guard let policy = scope.policy("mcpAuthentication") ?? scope.policy("jwtAuth") else {
      return Stated()
    }
    let providers = [policy.node] + policy.node["providers"].elementsOrSelf
    let lists = providers.compactMap { $0["audiences"] }
    let audiences = lists.flatMap { $0.elements.compactMap(\.scalarText) }
    return Stated(audiences, at: lists.first?.span ?? policy.place, grade: .configured)
  }

  /// What the upstream is shown; unstated where the gateway shows nothing of its own.
  var upstreamCredential: Stated<UpstreamCredential> {
    guard let policy = scope.policy("backendAuth") else { return Stated() }
    let kinds: [(key: String, credential: UpstreamCredential)] = [
      ("passthrough", .passthrough), ("key", .shared), ("gcp", .shared), ("aws", .shared),
      ("azure", .shared), ("oauthTokenExchange", .perCaller), ("crossAppAccess", .perCaller),
    ]
    let kind = kinds.first { policy.node[$0.key] != nil }
    return Stated(kind.map { Evidence($0.credential, at: policy.place, grade: .configured) })
  }
}

/// The rules by which agentgateway lets requests and tool calls pass.
struct AgentgatewayRules {
  /// One rule: an expression that allows, denies, or must hold.
  struct Rule {
    enum Effect {
      case allow, deny, require
    }

    let effect: Effect
    let expression: String
    let span: SourceSpan
  }

  /// The key under which the first rules stand.
  let place: SourceSpan?
  let all: [Rule]

  init(scope: AgentgatewayScope) {
    var place: SourceSpan?
    var rules: [Rule] = []
    for name in ["authorization", "mcpAuthorization"] {
      guard let policy = scope.policy(name) else { continue }
      let own = policy.node["rules"].elementsOrTexts.compactMap(Self.rule)
      if !own.isEmpty { place = place ?? policy.place }
      rules += own
    }
    self.place = place
    all = rules
  }

  /// A bare text allows.
  private static func rule(_ node: Node) -> Rule? {
    if let text = node.scalarText { return Rule(effect: .allow, expression: text, span: node.span) }
    let effects: [(String, Rule.Effect)] = [
      ("allow", .allow), ("deny", .deny), ("require", .require),
    ]
    for (key, effect) in effects {
      if let expression = node[key], let text = expression.scalarText {
        return Rule(effect: effect, expression: text, span: expression.span)
      }
    }
    return nil
  }

  /// Whether a call passes only where the text `subject` of a rule has a value.
  func demand(_ subject: String) -> Bool {
    if all.contains(where: { $0.effect == .require && Self.reads(subject, in: $0) }) { return true }
    let allowing = all.filter { $0.effect == .allow }
    return !allowing.isEmpty && allowing.allSatisfy { Self.reads(subject, in: $0) }
  }

  /// Whether the rules turn anyone away.
  var decide: Bool {
    all.contains { $0.effect != .allow }
      || all.contains { $0.effect == .allow }
        && !all.contains { $0.effect == .allow && $0.expression == "true" }
  }

  /// The only tools that the rules let through, each at its rule; `nil` where some rule names no tool.
  var namedTools: [Evidence<String>]? {
    let allowing = all.filter { $0.effect == .allow }
    guard !allowing.isEmpty else { return nil }
    var tools: [Evidence<String>] = []
    for rule in allowing {
      let parts = rule.expression.split(
        separator: "mcp.tool.name ==", omittingEmptySubsequences: false)
      guard parts.count > 1 else { return nil }
      for part in parts.dropFirst() {
        let text = part.drop { $0 == " " }
        guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
        let name = text.dropFirst().prefix { $0 != quote }
        tools.append(Evidence(String(name), at: rule.span, grade: .configured))
      }
    }
    return tools
  }

  /// An alternative may do without the value, and so may what looks whether there is one.
  private static func reads(_ subject: String, in rule: Rule) -> Bool {
    rule.expression.contains(subject)
      && !["||", "?", "!has("].contains { rule.expression.contains($0) }
  }
}
