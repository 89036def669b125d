import Estate
import SourceText

/// What the checks of one grade of evidence have answered about one subject.
struct Testimony: Sendable {
  /// What the sources of one grade say, taken together.
  enum Answer: Sendable {
    /// Every check is answered, and every answer is yes.
    case supports(at: SourceSpan?)
    /// Some answer is no.
    case opposes(at: SourceSpan?)
    /// Two sources disagree about a fact that an answer rests on.
    case disputed(claim: SourceSpan, rival: SourceSpan)
    /// A source was read and does not say.
    indirect case notStated(Silence)
    /// No source that could answer was given.
    indirect case notGiven(Silence)
    /// The rule could not be evaluated, which is the rule's fault or an input's attempt at exhaustion.
    case failed(String)
  }

  let grade: Grade
  let answer: Answer
  /// Whether a yes vouches for what stronger evidence may disprove, and does not speak of something beside it.
  var isClaim = true
}

/// Where a control stands after all grades of evidence have been heard.
struct Reconciliation: Sendable {
  let status: ControlStatus
  let grade: Grade
  let reason: String
  let evidence: [EvidencePlace]

  /// Weighs `testimonies`, one for each grade that the rule asks for, against what is `demanded`.
  ///
  /// A gateway that enforces what a manifest forgets to claim has it: silence is outweighed by any proof.
  /// What a manifest admits stands, whatever a gateway does beside it. A gateway or log that disproves what
  /// a manifest claims contradicts it; a configuration and a log that disagree contradict each other,
  /// whichever of them says yes.
  init(of testimonies: [Testimony], demanded: Grade) {
    let evidence = Self.places(in: testimonies)
    var (support, opposition): (Testimony?, Testimony?)
    var dispute: ControlStatus?
    for testimony in testimonies {
      switch testimony.answer {
      case .failed(let message):
        self.init(.unproven(.undecided(reason: message)), .absent, message, evidence)
        return
      case .disputed(let claim, let rival):
        dispute = dispute ?? .contradicted(claim: claim, disproof: rival)
      case .supports where support.map { $0.grade < testimony.grade } ?? true: support = testimony
      case .opposes where opposition.map { $0.grade < testimony.grade } ?? true:
        opposition = testimony
      case .supports, .opposes: break
      case .notStated, .notGiven: break
      }
    }
    if let dispute {
      self.init(dispute, .declared, "two sources disagree", evidence)
      return
    }
    switch (support, opposition) {
    case (let support?, let opposition?):
      let claim = testimonies.lazy.filter { $0.isSupport && $0.isClaim && $0.place != nil }
        .min { $0.grade < $1.grade }
      self = Self.weigh(support, claimedBy: claim, against: opposition, evidence)
    case (nil, let opposition?):
      self.init(
        .unmet, opposition.grade,
        "the \(opposition.grade.sourceName) shows that it is not in place",
        evidence)
    case (let support?, nil):
      self = Self.accept(support, of: testimonies, demanded: demanded, evidence)
    case (nil, nil):
      self = Self.silence(of: testimonies, demanded: demanded, evidence)
    }
  }

  private init(
    _ status: ControlStatus, _ grade: Grade, _ reason: String, _ evidence: [EvidencePlace]
  ) {
    (self.status, self.grade, self.reason, self.evidence) = (status, grade, reason, evidence)
  }

  private static func weigh(
    _ support: Testimony, claimedBy claim: Testimony?, against opposition: Testimony,
    _ evidence: [EvidencePlace]
  ) -> Reconciliation {
    if support.grade > opposition.grade, opposition.grade == .declared {
      return Reconciliation(
        .unmet, opposition.grade, "the \(opposition.grade.sourceName) itself says otherwise",
        evidence)
    }
    guard let claimed = claim?.place, let disproof = opposition.place else {
      return Reconciliation(
        .unmet, opposition.grade,
        "the \(opposition.grade.sourceName) shows that it is not in place", evidence)
    }
    return Reconciliation(
      .contradicted(claim: claimed, disproof: disproof), support.grade,
      "\(claim?.grade.rawValue ?? "claimed") in one source, disproved by another", evidence)
  }

  private static func accept(
    _ support: Testimony, of testimonies: [Testimony], demanded: Grade,
    _ evidence: [EvidencePlace]
  ) -> Reconciliation {
    if support.grade >= demanded {
      return Reconciliation(.met, support.grade, support.grade.rawValue, evidence)
    }
    let missing = testimonies.filter { $0.grade >= demanded }.lazy.compactMap(\.silence).first
    let why = missing.map { "; \($0.reason)" } ?? ""
    return Reconciliation(
      .unproven(.weak(found: support.grade, demanded: demanded)), support.grade,
      "only \(support.grade.rawValue), where \(demanded.rawValue) is demanded\(why)", evidence)
  }

  /// Nobody says yes and nobody says no: unmet where a source that would show it was read.
  private static func silence(
    of testimonies: [Testimony], demanded: Grade, _ evidence: [EvidencePlace]
  ) -> Reconciliation {
    let deciding = testimonies.filter { $0.grade >= demanded }
    for testimony in deciding {
      if case .notStated(let silence) = testimony.answer {
        let whole = silence.adding(keysOf: testimonies.compactMap(\.silence))
        return Reconciliation(.unmet, .absent, whole.detail, evidence)
      }
    }
    let reasons = deciding.compactMap(\.silence?.reason)
    let reason = reasons.first ?? "no source that could decide it was given"
    return Reconciliation(.unproven(.undecided(reason: reason)), .absent, reason, evidence)
  }

  private static func places(in testimonies: [Testimony]) -> [EvidencePlace] {
    var places: [EvidencePlace] = []
    for testimony in testimonies {
      switch testimony.answer {
      case .supports(let span?):
        places.append(EvidencePlace(grade: testimony.grade, bearing: .supports, span: span))
      case .opposes(let span?):
        places.append(EvidencePlace(grade: testimony.grade, bearing: .opposes, span: span))
      case .disputed(let claim, let rival):
        places.append(EvidencePlace(grade: testimony.grade, bearing: .supports, span: claim))
        places.append(EvidencePlace(grade: testimony.grade, bearing: .opposes, span: rival))
      default: break
      }
    }
    return places
  }
}

extension Testimony {
  var isSupport: Bool { if case .supports = answer { true } else { false } }

  var place: SourceSpan? {
    switch answer {
    case .supports(let span), .opposes(let span): span
    case .notStated(let silence), .notGiven(let silence): silence.mention
    case .disputed(let claim, _): claim
    case .failed: nil
    }
  }

  var silence: Silence? {
    switch answer {
    case .notStated(let silence), .notGiven(let silence): silence
    default: nil
    }
  }
}

extension Grade {
  /// What a reader calls a source of this grade.
  var sourceName: String {
    switch self {
    case .absent: "nothing"
    case .declared: "manifest or record"
    case .documented: "document"
    case .configured: "configuration"
    case .observed: "log"
    }
  }
}
