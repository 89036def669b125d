import CEL
import Estate

/// A rule whose expressions are ready to run.
///
/// A class, because rules are shared by the threads that judge servers: a copy of one would count every
/// reference that it holds, which the threads then contend for.
final class CompiledRule: Sendable {
  let rule: Rule
  /// The severity for servers of a tier where the rule gives another one.
  let tierSeverity: [Tier: Severity]
  let condition: Program?
  let checks: [Check]
  /// The strongest grade of evidence that the rule asks for.
  let strongestGrade: Grade
  /// Why the rule does not apply to what its condition does not hold for.
  let inapplicability: String

  /// `rule` with its expressions compiled.
  init(rule: Rule, tierSeverity: [Tier: Severity], condition: Program?, checks: [Check]) {
    self.rule = rule
    self.tierSeverity = tierSeverity
    self.condition = condition
    self.checks = checks
    strongestGrade = checks.map(\.check.grade).max() ?? .declared
    inapplicability = rule.inapplicability
  }

  /// A check whose expressions are ready to run.
  final class Check: Sendable {
    let check: Rule.Check
    let condition: Program?
    let requirement: Program
    let message: Template
    let location: Program?
    let cause: Template?
    let related: Program?
    let claim: Program?

    /// `check` with its expressions compiled.
    init(
      check: Rule.Check, condition: Program?, requirement: Program, message: Template,
      location: Program?, cause: Template? = nil, related: Program? = nil, claim: Program? = nil
    ) {
      self.claim = claim
      self.related = related
      self.check = check
      self.condition = condition
      self.requirement = requirement
      self.message = message
      self.location = location
      self.cause = cause
    }
  }

  /// The rule's id.
  var id: String { rule.id }

  /// What the rule is asked about.
  var subject: RuleSubject { rule.subject }

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
    environments[subject] ?? makeEnvironment(for: subject)
  }

  /// Every environment, made once for all rules and all threads.
  private static let environments = Dictionary(
    uniqueKeysWithValues: RuleSubject.allCases.map { ($0, makeEnvironment(for: $0)) })

  private static func makeEnvironment(for subject: RuleSubject) -> Environment {
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
