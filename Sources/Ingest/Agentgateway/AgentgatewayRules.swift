import Estate
import SourceText
import Syntax

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

  /// The rules of the policies called `names` that hold in `scope`.
  init(scope: AgentgatewayScope, of names: [String] = ["authorization", "mcpAuthorization"]) {
    var place: SourceSpan?
    var rules: [Rule] = []
    for name in names {
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
    let allowing = all.filter { $0.effect == .allow }
    return all.contains { rule in
      switch rule.effect {
      case .allow: false
      case .deny: rule.expression != "false"
      case .require: !AgentgatewayCondition(rule.expression).holdsForEveryCall
      }
    }
      || !allowing.isEmpty
        && !allowing.contains { AgentgatewayCondition($0.expression).holdsForEveryCall }
  }

  /// The only tools that the rules let through, each at its rule; `nil` where some rule names no tool.
  var namedTools: [Evidence<ToolSelection.Entry>]? {
    let allowing = all.filter { $0.effect == .allow }
    guard !allowing.isEmpty else { return nil }
    var tools: [Evidence<ToolSelection.Entry>] = []
    for rule in allowing {
      guard let named = AgentgatewayCondition(rule.expression).namedTools else { return nil }
      tools += named.map { Evidence($0, at: rule.span, grade: .configured) }
    }
    return tools
  }

  /// An alternative may do without the value, and so may what looks whether there is one.
  private static func reads(_ subject: String, in rule: Rule) -> Bool {
    rule.expression.contains(subject)
      && !["||", "?", "!has("].contains { rule.expression.contains($0) }
  }
}
