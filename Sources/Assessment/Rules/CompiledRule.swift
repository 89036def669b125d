import CEL
import Estate

/// A rule whose expressions are ready to run.
struct CompiledRule: Sendable {
  let rule: Rule
  /// The severity for servers of a tier where the rule gives another one.
  let tierSeverity: [Tier: Severity]
  let condition: Program?
  let checks: [Check]

  /// A check whose expressions are ready to run.
  struct Check: Sendable {
    let check: Rule.Check
    let condition: Program?
    let requirement: Program
    let message: Template
    let location: Program?
  }

  /// The severity for a server of `tier`.
  func severity(for tier: Tier) -> Severity {
    tierSeverity[tier] ?? rule.severity
  }

  /// The same rule with `severity` for every tier.
  func withSeverity(_ severity: Severity) -> CompiledRule {
    var changed = rule
    changed.severity = severity
    return CompiledRule(rule: changed, tierSeverity: [:], condition: condition, checks: checks)
  }

  /// The strongest grade of evidence that the rule asks for.
  var strongestGrade: Grade {
    checks.map(\.check.grade).max() ?? .declared
  }
}

/// The names that rules of one subject may use, and the slots that they are bound at.
enum RuleScope {
  static let fleetSlot = 0
  static let thresholdSlot = 1
  static let serverSlot = 2
  static let partSlot = 3
  /// A setting of a gateway stands where other rules have their server, for it belongs to none.
  static let settingSlot = 2

  /// The environment of rules about `subject`.
  static func environment(for subject: RuleSubject) -> Environment {
    var variables: [Environment.Variable] = [
      .init("fleet", .object("fleet")), .init("threshold", .object("threshold")),
    ]
    if !subject.isOfFleet { variables.append(.init("server", .object("server"))) }
    switch subject {
    case .server, .fleet: break
    case .tool: variables.append(.init("tool", .object("tool")))
    case .route: variables.append(.init("route", .object("route")))
    case .client: variables.append(.init("client", .object("client")))
    case .grant: variables.append(.init("grant", .object("grant")))
    case .agent: variables.append(.init("agent", .object("agent")))
    case .duty: variables.append(.init("duty", .object("duty")))
    case .setting: variables.append(.init("setting", .object("setting")))
    }
    return Environment(variables: variables, objectTypes: Facts.objectTypes)
  }
}
