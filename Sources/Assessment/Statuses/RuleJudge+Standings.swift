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
    guard let strongest = outcomes.lazy.map(\.grade).max() else { return .exempt(.noQuestion) }
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
    let unanswered = outcomes.lazy.filter {
      $0.standsAlone && $0.grade <= demanded && $0.answer.silence != nil
    }
    guard let weakest = unanswered.map(\.grade).min() else { return whole }
    let rest = outcomes.filter { $0.grade <= weakest }
    return Reconciliation(of: testimonies(from: rest), demanded: weakest)
  }

  /// One testimony for each grade: a no outweighs a dispute, that a silence, and that a yes.
  ///
  /// A silence names what all questions of the grade miss in its source.
  private static func testimonies(from outcomes: [CheckOutcome]) -> [Testimony] {
    if let only = outcomes.first, outcomes.count == 1 {
      return [Testimony(grade: only.grade, answer: only.answer)]
    }
    return Grade.allCases.compactMap { grade in
      let alike = outcomes.lazy.filter { $0.grade == grade }
      guard let first = alike.first?.answer else { return nil }
      // The first of equals: a rule puts its leading question first.
      let worst = alike.reduce(first) { $1.answer.gravity > $0.gravity ? $1.answer : $0 }
      guard case .notStated(let silence) = worst else {
        return Testimony(grade: grade, answer: worst)
      }
      let whole = silence.adding(keysOf: alike.compactMap(\.answer.silence))
      return Testimony(grade: grade, answer: .notStated(whole))
    }
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
