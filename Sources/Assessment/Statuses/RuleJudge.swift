import CEL
import Estate
import SourceText

/// Where one rule stands for one server, and what there is to do about it.
struct Judgement: Sendable {
  let control: Control
  let findings: [Finding]
}

/// Asks one rule about one server and all the parts that the rule is about.
struct RuleJudge {
  let context: FleetContext
  private let evaluator = RuleEvaluator()
  /// For each subject, what every rule about it may name, with the fleet and the thresholds bound.
  let bindings: [RuleSubject: Bindings]

  /// How many places of one control are kept; a tool-by-tool rule of a large server could have thousands.
  private static let evidenceLimit = 24

  init(in context: FleetContext) {
    self.context = context
    let fleet = Value.object(FactObject(context, as: Facts.fleet))
    let threshold = Value.object(FactObject(context, as: Facts.threshold))
    bindings = Dictionary(
      uniqueKeysWithValues: RuleSubject.allCases.map { subject in
        var bindings = Bindings(for: RuleScope.environment(for: subject))
        bindings[RuleScope.fleetSlot] = fleet
        bindings[RuleScope.thresholdSlot] = threshold
        return (subject, bindings)
      })
  }

  /// What `rule` finds about `server`.
  func judge(_ rule: CompiledRule, of server: FactObject<ServerSubject>) -> Judgement {
    let subject = server.subject
    let tier = subject.riskTier
    let demanded = context.policy.demands.grade(of: rule, for: tier)
    let severity = rule.severity(for: tier)
    let parts = parts(of: subject, for: rule.rule.subject)
    guard !parts.isEmpty else {
      return emptyJudgement(rule, server, demanded: demanded, severity: severity)
    }
    guard var bindings = bindings[rule.rule.subject] else {
      preconditionFailure("every subject has its bindings from the start")
    }
    bindings[RuleScope.serverSlot] = .object(server)
    evaluator.looksForDisputes(subject.hasSeveralSources)
    var standings: [PartStanding] = []
    for part in parts {
      if let object = part.object { bindings[RuleScope.partSlot] = .object(object) }
      standings.append(stand(rule, part, bindings, demanded: demanded))
    }
    let findings = standings.flatMap { standing in
      FindingWriter(rule: rule, severity: severity, server: subject.server.id)
        .findings(for: standing)
    }
    return Judgement(
      control: control(rule, standings, demanded: demanded, severity: severity),
      findings: findings)
  }

  /// A part that a rule is asked about.
  struct Part {
    let kind: RuleSubject
    let name: String?
    let place: SourceSpan?
    let object: (any ObjectValue)?
  }

  /// Where a rule stands for one part.
  struct PartStanding {
    let part: Part
    let outcomes: [CheckOutcome]
    let reconciliation: Reconciliation?
    let status: ControlStatus
    let grade: Grade
    let reason: String
    let evidence: [EvidencePlace]
  }

  private func parts(of subject: ServerSubject, for kind: RuleSubject) -> [Part] {
    switch kind {
    case .server, .fleet, .setting:
      return [
        Part(
          kind: .server, name: nil,
          place: subject.server.mention(in: .manifest)
            ?? subject.server.sources.map(\.span).min(), object: nil)
      ]
    case .tool:
      return subject.tools.map {
        Part(kind: .tool, name: $0.subject.tool.name, place: $0.subject.place, object: $0)
      }
    case .route:
      return subject.routes.map {
        Part(
          kind: .route, name: $0.subject.route.path.value, place: $0.subject.route.span,
          object: $0)
      }
    case .client:
      return subject.clients.map {
        Part(
          kind: .client, name: $0.subject.entry.agent, place: $0.subject.entry.span, object: $0)
      }
    case .grant:
      return subject.grants.map {
        Part(
          kind: .grant, name: $0.subject.grant.summary, place: $0.subject.grant.span, object: $0)
      }
    case .agent:
      return subject.agents.map {
        Part(
          kind: .agent, name: $0.subject.flows.agent, place: $0.subject.place, object: $0)
      }
    case .duty:
      return subject.duties.map {
        Part(kind: .duty, name: $0.subject.duty.title, place: $0.subject.place, object: $0)
      }
    }
  }

  func stand(
    _ rule: CompiledRule, _ part: Part, _ bindings: Bindings, demanded: Grade
  ) -> PartStanding {
    switch evaluator.applicability(of: rule.condition, bindings) {
    case .doesNotApply:
      return PartStanding(
        part: part, .notApplicable(reason: rule.rule.inapplicability), rule.rule.inapplicability)
    case .unknown(let silence):
      let reason = "whether the rule applies is not known: \(silence.reason)"
      return PartStanding(part: part, .unproven(.undecided(reason: reason)), reason)
    case .failed(let message):
      return PartStanding(part: part, .unproven(.undecided(reason: message)), message)
    case .applies: break
    }
    let outcomes = rule.checks.compactMap { evaluator.outcome(of: $0, bindings) }
    guard !outcomes.isEmpty else {
      return PartStanding(
        part: part, .notApplicable(reason: "no question of the rule is for it"),
        "no question of the rule is for it")
    }
    return PartStanding(part: part, outcomes, Self.reconcile(outcomes, demanded: demanded))
  }

  /// What `outcomes` come to together.
  ///
  /// Where a question that stands alone has no answer, evidence that is stronger than its own is left out: it
  /// answers other questions.
  private static func reconcile(_ outcomes: [CheckOutcome], demanded: Grade) -> Reconciliation {
    let reachable = min(demanded, outcomes.map(\.check.check.grade).max() ?? demanded)
    let whole = Reconciliation(of: testimonies(from: outcomes), demanded: reachable)
    let unanswered = outcomes.filter {
      $0.check.check.standsAlone && $0.check.check.grade <= demanded && $0.answer.silence != nil
    }
    guard case .met = whole.status, let weakest = unanswered.map(\.check.check.grade).min() else {
      return whole
    }
    let rest = outcomes.filter { $0.check.check.grade <= weakest }
    return Reconciliation(of: testimonies(from: rest), demanded: weakest)
  }

  /// One testimony for each grade: a no outweighs a dispute, that a silence, and that a yes.
  private static func testimonies(from outcomes: [CheckOutcome]) -> [Testimony] {
    let grades = Set(outcomes.map(\.check.check.grade)).sorted()
    return grades.map { grade in
      let answers = outcomes.filter { $0.check.check.grade == grade }.map(\.answer)
      // The first of equals: a rule puts its leading question first.
      let worst = answers.reduce(answers[0]) { $1.gravity > $0.gravity ? $1 : $0 }
      return Testimony(grade: grade, answer: worst)
    }
  }

  func control(
    _ rule: CompiledRule, _ standings: [PartStanding], demanded: Grade, severity: Severity
  ) -> Control {
    let worst = standings.reduce(standings[0]) { $1.status.weight > $0.status.weight ? $1 : $0 }
    let alike = standings.filter { $0.status.weight == worst.status.weight }
    let evidence = alike.flatMap(\.evidence).prefix(Self.evidenceLimit)
    let grade = alike.map(\.grade).min() ?? .absent
    return Control(
      rule: rule.rule.id, status: worst.status, grade: grade, demanded: demanded,
      severity: severity, reason: reason(of: worst, alike: alike.count),
      evidence: Array(evidence),
      sufficiency: Sufficiency(joining: standings.map(\.sufficiency)))
  }

  /// Why `standing`, the first of `count` of equal weight, is what it is.
  private func reason(of standing: PartStanding, alike count: Int) -> String {
    // A rule that applies to no part does not apply to any for the same reason.
    if case .notApplicable(let reason) = standing.status { return reason }
    let about = standing.part.name.map { "\(standing.part.kind.rawValue) `\($0)`: " } ?? ""
    return about + standing.reason + (count > 1 ? " (and \(count - 1) more)" : "")
  }

  private func emptyJudgement(
    _ rule: CompiledRule, _ server: FactObject<ServerSubject>, demanded: Grade,
    severity: Severity
  ) -> Judgement {
    let subject = server.subject
    let status: ControlStatus
    let reason: String
    var sufficiency: Sufficiency?
    switch rule.rule.subject {
    case _ where isForOthers(rule, than: server):
      reason = "`\(rule.rule.condition ?? "")` does not hold"
      status = .notApplicable(reason: reason)
    case .grant where !context.fleet.policies.isEmpty:
      reason = "no rule of the access policy speaks of the server"
      status = .notApplicable(reason: reason)
    case .grant:
      reason = subject.silence(of: .accessPolicy).reason
      status = .unproven(.undecided(reason: reason))
    case .agent where !subject.tools.isEmpty:
      (status, reason) = AgentSubject.absence(on: subject)
    case .duty where !subject.tools.isEmpty:
      reason = "every tool of the server is switched off"
      status = .notApplicable(reason: reason)
    case .route where subject.server.isRemote == false:
      reason = "the server is local, so no gateway routes to it"
      status = .notApplicable(reason: reason)
    case .client:
      reason = "no client configuration names the server"
      status = .notApplicable(reason: reason)
    case .route:
      reason = subject.silence(of: .gateway).reason
      status = .unproven(.undecided(reason: reason))
      sufficiency = Sufficiency(grade: .observed, awaitsTraffic: true)
    case .tool where subject.server.mention(in: .catalog) != nil:
      reason = "the catalog lists no tool"
      status = .notApplicable(reason: reason)
    case .server, .tool, .agent, .duty, .fleet, .setting:
      reason = "no source lists the server's tools"
      status = .unproven(.undecided(reason: reason))
    }
    return Judgement(
      control: Control(
        rule: rule.rule.id, status: status, grade: .absent, demanded: demanded,
        severity: severity, reason: reason, evidence: [], sufficiency: sufficiency),
      findings: [])
  }

  /// Whether the condition of `rule`, as far as it speaks of no part, keeps it from `server`.
  private func isForOthers(_ rule: CompiledRule, than server: FactObject<ServerSubject>) -> Bool {
    let part = rule.rule.subject.rawValue
    guard let condition = rule.condition, var bindings = bindings[rule.rule.subject],
      !condition.fieldsRead.contains(where: { $0.objectType == part })
    else { return false }
    bindings[RuleScope.serverSlot] = .object(server)
    guard case .doesNotApply = evaluator.applicability(of: condition, bindings) else {
      return false
    }
    return true
  }
}

extension RuleJudge.PartStanding {
  init(part: RuleJudge.Part, _ status: ControlStatus, _ reason: String) {
    self.init(
      part: part, outcomes: [], reconciliation: nil, status: status, grade: .absent,
      reason: reason, evidence: [])
  }

  init(part: RuleJudge.Part, _ outcomes: [CheckOutcome], _ reconciliation: Reconciliation) {
    self.init(
      part: part, outcomes: outcomes, reconciliation: reconciliation,
      status: reconciliation.status, grade: reconciliation.grade, reason: reconciliation.reason,
      evidence: reconciliation.evidence)
  }
}

extension Testimony.Answer {
  /// How much an answer outweighs others of the same grade.
  var gravity: Int {
    switch self {
    case .supports: 0
    case .notGiven: 1
    case .notStated: 2
    case .disputed: 3
    case .opposes: 4
    case .failed: 5
    }
  }
}
