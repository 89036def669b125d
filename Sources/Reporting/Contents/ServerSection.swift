import Assessment
import Synchronization

/// What a report for people says about one server, or about the fleet as a whole.
struct ServerSection: Sendable {
  /// The server; `nil` for the fleet as a whole.
  let server: ServerAssessment?
  /// What was decided and is open, worst first.
  let findings: [Finding]
  /// What is wrong among them, as people read it.
  let groups: [FindingGroup]
  /// What nobody has stated, by the places where it would be, in the order in which each begins.
  let omissions: [OmissionGroup]
  /// What is open and was accepted for a time, worst first.
  let accepted: [AcceptedRisk]
  /// What was not decided, sorted by reason.
  let undecided: [UndecidedGroup]

  /// Whether something is known not to hold, and not only unproven.
  var isKnownWrong: Bool {
    findings.contains { if case .unproven = $0.status { false } else { true } }
  }

  /// What is known of `server`, of which `findings` are open, worst first.
  init(
    server: ServerAssessment?, findings: [Finding], accepted: [AcceptedRisk],
    undecided: [UndecidedGroup]
  ) {
    self.server = server
    self.findings = findings
    groups = FindingGroup.groups(of: findings.filter { !$0.isOmission })
    omissions = OmissionGroup.groups(of: findings.filter(\.isOmission))
    self.accepted = accepted
    self.undecided = undecided
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { findings.isEmpty && accepted.isEmpty && undecided.isEmpty }
}

/// The controls that one reason left undecided.
struct UndecidedGroup: Hashable, Sendable {
  /// A rule, and what it is undecided for where other parts decided the control.
  struct Entry: Hashable, Sendable {
    let rule: String
    /// The one part, such as "the tool 'x'"; empty for several, and `nil` for the whole control.
    let part: String?

    /// What follows the rule's id: nothing for the whole control.
    var scope: String {
      guard let part else { return "" }
      return part.isEmpty ? " in part" : " for the \(part)"
    }
  }

  /// The reason, such as "no audit log was given".
  let reason: String
  /// The rules in the order of their ids.
  let entries: [Entry]

  /// How many whole controls are undecided.
  var controlCount: Int { entries.count { $0.part == nil } }

  /// Whether other controls are undecided in part.
  var hasParts: Bool { controlCount < entries.count }
}

extension Finding {
  /// Why it was not decided; `nil` where it was.
  var undecidedReason: String? {
    if case .unproven(.undecided(let reason)) = status { reason } else { nil }
  }
}

/// The sections of one report, made once for all of its formats when the first asks for them.
final class SectionCache: Sendable {
  private let sections = Mutex<[ServerSection]?>(nil)

  /// The sections, which `make` makes.
  func sections(madeBy make: () -> [ServerSection]) -> [ServerSection] {
    sections.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}

extension Report {
  /// The servers' sections, riskiest first, each with all that belongs to it, behind the fleet's own: or before it
  /// where nothing of the fleet as a whole is known to be wrong.
  var sections: [ServerSection] { sectionCache.sections(madeBy: makeSections) }

  private func makeSections() -> [ServerSection] {
    let known = Set(assessment.servers.map(\.id))
    var findings: [String?: [Finding]] = [:]
    for finding in assessment.findings {
      let server = finding.subject.server.flatMap { known.contains($0) ? $0 : nil }
      findings[server, default: []].append(finding)
    }
    let fleet = section(nil, controls: assessment.fleetControls, findings: findings[nil] ?? [])
    let servers = assessment.servers.map {
      section($0, controls: $0.controls, findings: findings[$0.id] ?? [])
    }
    guard !fleet.isEmpty else { return servers }
    return fleet.isKnownWrong ? [fleet] + servers : servers + [fleet]
  }

  private func section(
    _ server: ServerAssessment?, controls: [Control], findings: [Finding]
  ) -> ServerSection {
    var parts: [String: [String: String?]] = [:]
    for finding in findings where finding.suppression == nil {
      guard let reason = finding.undecidedReason else { continue }
      let isOnly = parts[reason]?[finding.rule] == nil && finding.subject.member != nil
      parts[reason, default: [:]][finding.rule] = .some(isOnly ? finding.subject.title : "")
    }
    // By index, because an iterator would copy every control.
    for index in controls.indices where controls[index].suppression == nil {
      guard case .unproven(.undecided(let reason)) = controls[index].status else { continue }
      parts[reason, default: [:]][controls[index].rule] = .some(nil)
    }
    let groups = parts.sorted { $0.key < $1.key }.map { reason, rules in
      UndecidedGroup(
        reason: reason,
        entries: rules.sorted { $0.key < $1.key }.map { .init(rule: $0.key, part: $0.value) })
    }
    let open = findings.filter { $0.undecidedReason == nil && $0.suppression == nil }
    return ServerSection(
      server: server, findings: open,
      accepted: AcceptedRisk.all(findings: findings, controls: controls), undecided: groups)
  }
}
