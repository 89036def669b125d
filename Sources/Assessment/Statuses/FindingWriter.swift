import Estate
import SourceText

/// Puts into words what is to be done about one open control.
struct FindingWriter {
  let rule: CompiledRule
  let severity: Severity
  let server: String?
  /// Where missing keys of the manifest go; `nil` for the fleet.
  var keys: KeyPlacement?

  /// The findings of `standing`, which is open: one for each check that was answered with no, else one for the control.
  func findings(for standing: RuleJudge.PartStanding) -> [Finding] {
    let outcomes = standing.outcomes
    let opposing = outcomes.indices.filter { outcomes[$0].answer.isOpposition }
    if !opposing.isEmpty {
      return opposing.map { index in
        let outcome = outcomes[index]
        return finding(
          standing, check: index, message: outcome.message,
          at: outcome.answer.place ?? standing.part.place,
          related: claim(behind: standing) + outcome.related, cause: outcome.cause)
      }
    }
    let place = standing.place ?? standing.part.place
    return [
      finding(
        standing, check: nil, message: message(of: standing), at: place,
        related: related(to: standing))
    ]
  }

  private func message(of standing: RuleJudge.PartStanding) -> String {
    let about = standing.part.name.map { " for the \(standing.part.kind.rawValue) '\($0)'" } ?? ""
    switch standing.status {
    case .unproven(.undecided):
      return "Not decided\(about): \(standing.reason)."
    case .unproven(.weak(let found, let demanded)):
      let missing = standing.missingEvidence.map { " (\($0))" } ?? ""
      let lead =
        deniesSomething
        ? "Not shown by \(demanded.rawValue) evidence\(about)"
        : "Only \(found.rawValue)\(about), where \(demanded.rawValue) evidence is demanded"
      return "\(lead): \(rule.rule.title.continued)\(missing)."
    default:
      if standing.part.isProhibition, let name = standing.part.name {
        return "Nothing rules out '\(name)': \(standing.reason)."
      }
      return "Not in place\(about): \(standing.reason)."
    }
  }

  /// Whether the rule is that there is none of something, which nobody declares.
  private var deniesSomething: Bool { rule.rule.title.hasPrefix("No ") }

  /// The source to give where nothing is known to be wrong, and what was given cannot show that nothing is.
  private func wantedSource(for standing: RuleJudge.PartStanding) -> String? {
    guard deniesSomething, case .unproven(.weak) = standing.status else { return nil }
    for outcome in standing.outcomes {
      if case .notGiven(let silence) = outcome.answer, silence.note == nil {
        return "Give the \(silence.kind.noun) too, which can show it."
      }
    }
    return nil
  }

  /// The rule's remedy, behind what has to be done first.
  private func remediation(of standing: RuleJudge.PartStanding, check: Int?) -> String {
    let first =
      check == nil
      ? standing.outcomes.lazy.compactMap(\.answer.silence?.remedy).first
        ?? wantedSource(for: standing) : nil
    return first.map { "\($0) \(rule.rule.remediation)" } ?? rule.rule.remediation
  }

  /// Whether `standing` is unmet because nothing was written: no check was answered with no, or the one that was
  /// shows no more than where a manifest names the server.
  private func isOmission(
    _ standing: RuleJudge.PartStanding, check: Int?, at span: SourceSpan?
  ) -> Bool {
    guard standing.status == .unmet else { return false }
    guard check != nil else { return true }
    return span.flatMap { keys?.name(at: $0) } != nil
  }

  /// The claim that a check has disproved; the disproof is the finding's own place.
  private func claim(behind standing: RuleJudge.PartStanding) -> [Finding.Related] {
    guard case .contradicted(let claim, _) = standing.status else { return [] }
    return [Finding.Related(span: claim, message: "claimed here")]
  }

  private func related(to standing: RuleJudge.PartStanding) -> [Finding.Related] {
    guard case .contradicted(let claim, let disproof) = standing.status else { return [] }
    return [
      Finding.Related(span: claim, message: "claimed here"),
      Finding.Related(span: disproof, message: "disproved here"),
    ]
  }

  /// Most identities are no longer, in bytes.
  private static let usualIdentity = 128

  private func finding(
    _ standing: RuleJudge.PartStanding, check: Int?, message: String, at place: SourceSpan?,
    related: [Finding.Related], cause: String? = nil
  ) -> Finding {
    let span = place.flatMap { keys?.name(at: $0) } ?? place
    var identity: [UInt8] = []
    identity.reserveCapacity(Self.usualIdentity)
    for part in [
      rule.id, check.map(String.init) ?? "", server ?? "", standing.part.kind.rawValue,
      standing.part.name ?? "",
    ] {
      identity += String(part.utf8.count).utf8
      identity.append(UInt8(ascii: ":"))
      identity += part.utf8
    }
    return Finding(
      rule: rule.id, severity: severity, status: standing.status,
      subject: Finding.Subject(
        server: server, kind: standing.part.kind, member: standing.part.name),
      message: message, remediation: remediation(of: standing, check: check),
      keyAdvice: keys.flatMap { $0.concerns(standing, at: span) ? $0.advice : nil },
      isOmission: isOmission(standing, check: check, at: span), span: span,
      related: related.filter { $0.span != span },
      fingerprint: SHA256.hexDigest(of: identity, digits: 32),
      evidence: standing.evidence, cause: cause)
  }
}

extension RuleJudge.PartStanding {
  /// Why the demanded evidence is missing, by the first check that a source could not answer.
  var missingEvidence: String? {
    for outcome in outcomes {
      if let silence = outcome.answer.silence { return silence.reason }
    }
    return nil
  }

  /// Where the reader should look when no check was answered with no: at what another source disputes or at
  /// the source that does not say, else at the claim.
  var place: SourceSpan? {
    for outcome in outcomes {
      if case .disputed(let claim, _) = outcome.answer { return claim }
    }
    for outcome in outcomes {
      if case .notStated(let silence) = outcome.answer { return part.placeBeside(silence.mention) }
    }
    return outcomes.lazy.compactMap(\.answer.place).first
  }
}

extension RuleJudge.Part {
  /// Whether the part is something that must not be.
  var isProhibition: Bool {
    (object as? FactObject<DutySubject>)?.subject.duty.isNoGo ?? false
  }

  /// The part's own place where the rule is about a part, else `mention`.
  func placeBeside(_ mention: SourceSpan?) -> SourceSpan? {
    kind == .server || kind == .fleet ? mention : place ?? mention
  }
}

extension Testimony.Answer {
  var isOpposition: Bool { if case .opposes = self { true } else { false } }

  /// Why there is no answer, if there is none.
  var silence: Silence? {
    switch self {
    case .notStated(let silence), .notGiven(let silence): silence
    default: nil
    }
  }

  /// The place that the answer rests on.
  var place: SourceSpan? {
    switch self {
    case .supports(let span), .opposes(let span): span
    case .notStated(let silence), .notGiven(let silence): silence.mention ?? silence.hint
    case .disputed(let claim, _): claim
    case .failed: nil
    }
  }
}
