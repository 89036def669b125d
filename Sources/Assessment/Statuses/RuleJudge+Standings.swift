import CEL
import Estate
import SourceText

extension RuleJudge {
  /// A rule on its way through the parts of one server.
  struct Inquiry {
    let rule: CompiledRule
    /// The grade of evidence that is demanded of the server.
    let demanded: Grade
    /// Whether the facts of the server come from several sources, which may disagree.
    let looksForDisputes: Bool
  }

  /// A part that a rule is asked about.
  struct Part: Sendable {
    let kind: RuleSubject
    let name: String?
    let place: SourceSpan?
    let object: (any ObjectValue)?
  }

  /// Where a rule stands for one part.
  struct PartStanding {
    let part: Part
    let outcomes: [CheckOutcome]
    let status: ControlStatus
    let grade: Grade
    let reason: String
    let evidence: [EvidencePlace]
  }

  /// Why a rule does not concern a part.
  private enum Exemption {
    /// The rule's condition does not hold for it.
    case condition
    /// None of the rule's questions is for it.
    case noQuestion
  }

  private enum Concern {
    case concerned(PartStanding)
    case exempt(Exemption)
  }

  /// Where the rule stands for those of `parts` that it concerns; where it concerns none, for the first.
  ///
  /// Each part's object is bound at `slot`. Most rules concern few parts, so that nothing is made for others.
  func standings(
    of parts: [Part], in inquiry: Inquiry, _ bindings: Bindings, at slot: Int
  ) -> [PartStanding] {
    var bindings = bindings
    var standings: [PartStanding] = []
    var exempt: (part: Part, exemption: Exemption)?
    for part in parts {
      if let object = part.object { bindings[slot] = .object(object) }
      switch stand(part, in: inquiry, bindings) {
      case .concerned(let standing):
        // A rule that concerns one part concerns most of them.
        if standings.isEmpty { standings.reserveCapacity(parts.count) }
        standings.append(standing)
      case .exempt(let exemption): exempt = exempt ?? (part, exemption)
      }
    }
    guard standings.isEmpty, let exempt else { return standings }
    let reason =
      switch exempt.exemption {
      case .condition: inquiry.rule.inapplicability
      case .noQuestion: "no question of the rule is for it"
      }
    return [PartStanding(exempt.part, .notApplicable(reason: reason), reason)]
  }

  private func stand(_ part: Part, in inquiry: Inquiry, _ bindings: Bindings) -> Concern {
    let rule = inquiry.rule
    switch evaluator.applicability(of: rule.condition, bindings) {
    case .doesNotApply: return .exempt(.condition)
    case .unknown(let silence):
      let reason = "whether the rule applies is not known: \(silence.reason)"
      return .concerned(
        PartStanding(
          part.moved(to: silence.hint), .unproven(.undecided(reason: reason)), reason))
    case .failed(let message):
      return .concerned(PartStanding(part, .unproven(.undecided(reason: message)), message))
    case .applies: break
    }
    var outcomes: [CheckOutcome] = []
    outcomes.reserveCapacity(rule.checks.count)
    for check in rule.checks {
      let outcome = evaluator.outcome(
        of: check, bindings, lookingForDisputes: inquiry.looksForDisputes)
      if let outcome { outcomes.append(outcome) }
    }
    guard let strongest = outcomes.indices.lazy.map({ outcomes[$0].grade }).max() else {
      return .exempt(.noQuestion)
    }
    let demanded = min(inquiry.demanded, strongest)
    return .concerned(
      PartStanding(part, outcomes, Self.reconcile(outcomes, demanded: demanded)))
  }

  /// What `outcomes`, one of which can have the grade that is `demanded`, come to together.
  ///
  /// Where a question that stands alone has no answer, evidence that is stronger than its own is left out: it
  /// answers other questions.
  private static func reconcile(_ outcomes: [CheckOutcome], demanded: Grade) -> Reconciliation {
    let whole = Reconciliation(of: testimonies(from: outcomes), demanded: demanded)
    guard case .met = whole.status else { return whole }
    let unanswered = outcomes.indices.lazy.filter {
      outcomes[$0].standsAlone && outcomes[$0].grade <= demanded
        && outcomes[$0].answer.silence != nil
    }
    guard let weakest = unanswered.map({ outcomes[$0].grade }).min() else { return whole }
    let rest = outcomes.filter { $0.grade <= weakest }
    return Reconciliation(of: testimonies(from: rest), demanded: weakest)
  }

  /// One testimony for each grade: a no outweighs a dispute, that a silence, and that a yes.
  ///
  /// A silence names what all questions of the grade miss in its source. Outcomes are looked at in their place:
  /// there are many, and a copy of one counts every reference that it holds.
  private static func testimonies(from outcomes: [CheckOutcome]) -> [Testimony] {
    var testimonies: [Testimony] = []
    for grade in Grade.allCases {
      var worst: Int?
      var count = 0
      for index in outcomes.indices where outcomes[index].grade == grade {
        count += 1
        // The first of equals: a rule puts its leading question first.
        if let worst, outcomes[index].answer.gravity <= outcomes[worst].answer.gravity { continue }
        worst = index
      }
      guard let worst else { continue }
      let alike = outcomes.indices.lazy.filter { outcomes[$0].grade == grade }
      var answer = outcomes[worst].answer
      var isClaim = true
      switch answer {
      case .notStated(let silence) where count > 1:
        answer = .notStated(
          silence.adding(keysOf: alike.compactMap { outcomes[$0].answer.silence }))
      case .supports:
        // Of several that say yes, the one that vouches for the very thing.
        let claim = alike.first { outcomes[$0].isClaim }
        isClaim = claim != nil
        if let claim { answer = outcomes[claim].answer }
      default: break
      }
      testimonies.append(Testimony(grade: grade, answer: answer, isClaim: isClaim))
    }
    return testimonies
  }
}

extension RuleJudge.Part {
  /// The same part, to be looked for at `place` if there is one.
  fileprivate func moved(to place: SourceSpan?) -> RuleJudge.Part {
    guard let place else { return self }
    return RuleJudge.Part(kind: kind, name: name, place: place, object: object)
  }
}

extension RuleJudge.PartStanding {
  /// Where a rule stands for parts that there may be, as `silence` tells.
  init(openedBy silence: Silence) {
    self.init(
      RuleJudge.Part(
        kind: .server, name: nil, place: silence.mention ?? silence.hint, object: nil),
      .unproven(.undecided(reason: silence.reason)), silence.reason)
  }

  init(_ part: RuleJudge.Part, _ status: ControlStatus, _ reason: String) {
    self.init(
      part: part, outcomes: [], status: status, grade: .absent, reason: reason, evidence: [])
  }

  init(_ part: RuleJudge.Part, _ outcomes: [CheckOutcome], _ reconciliation: Reconciliation) {
    self.init(
      part: part, outcomes: outcomes, status: reconciliation.status,
      grade: reconciliation.grade, reason: reconciliation.reason,
      evidence: reconciliation.evidence)
  }
}

extension Testimony.Answer {
  /// How much an answer outweighs others of the same grade.
  fileprivate var gravity: Int {
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
