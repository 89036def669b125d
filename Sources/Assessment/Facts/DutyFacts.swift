import CEL
import Estate
import SourceText

/// One control that a class of tools demands, asked of the tools of one server that are of the class.
final class DutySubject: FactSubject {
  let duty: ToolClassDuty
  private let owner: SharedServer
  /// The tools of the class, of which there is at least one.
  let tools: [ToolSubject]
  /// What the sources of each grade say, in the order of `Self.grades`; `nil` where none of the grade can.
  private let answers: [Reading?]
  /// Where each of the tools stands.
  let standing: DutyStanding
  /// Names of the tools that the first grade that says no says it of, by grade.
  private let failing: [[String]]

  /// The grades at which sources speak about a duty.
  static let grades: [Grade] = [.declared, .configured, .observed]

  init(
    _ duty: ToolClassDuty, of owner: SharedServer, for tools: [ToolSubject],
    among peers: [ToolSubject],
    riskTier: Tier
  ) {
    self.duty = duty
    self.owner = owner
    self.tools = tools
    var byGrade: [[Reading?]] = []
    for grade in Self.grades {
      byGrade.append(
        tools.map { tool in
          DutyEvidence(duty: duty, subject: tool, peers: peers, riskTier: riskTier)
            .answer(at: grade)
        })
    }
    answers = byGrade.indices.map { Self.joined(byGrade, at: $0) }
    failing = byGrade.map { answers in
      answers.indices.filter { answers[$0]?.isNo ?? false }.map { tools[$0].tool.name }
    }
    // A machine enforces a duty, so that more than a claim is demanded where there is a risk.
    standing = Self.standing(
      of: duty, tools, byGrade, demanded: riskTier == .zero ? .declared : .configured)
  }

  /// The duties of every class of which `tools` has an enabled one.
  static func all(
    of owner: SharedServer, tools: [ToolSubject], riskTier: Tier
  ) -> [FactObject<DutySubject>] {
    let enabled = tools.filter { $0.tool.isEnabled.value != false }
    var subjects: [FactObject<DutySubject>] = []
    for guardedClass in GuardedClass.allCases {
      let members = enabled.filter { $0.guardedClass == guardedClass }
      guard !members.isEmpty else { continue }
      for duty in ToolClassDuty.duties(of: guardedClass) {
        let subject = DutySubject(
          duty, of: owner, for: members, among: enabled, riskTier: riskTier)
        if subject.answers.contains(where: { $0 != nil }) {
          subjects.append(FactObject(subject, as: Facts.duty))
        }
      }
    }
    return subjects
  }

  /// Where the tools are: the first that a source says no of, else the first.
  var place: SourceSpan? {
    let names = failing.first { !$0.isEmpty } ?? []
    return (tools.first { names.contains($0.tool.name) } ?? tools.first)?.place
  }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: owner.value.mention(in: kind))
  }

  /// What the sources of `grade` say: no for the first tool they say it of, else silence, else yes.
  fileprivate func answer(at grade: Grade) -> Reading {
    guard let index = Self.grades.firstIndex(of: grade), let answer = answers[index] else {
      return .absent(Silence(.manifest, note: "sources of this kind do not speak about it"))
    }
    return answer
  }

  /// Whether sources of `grade` are to be heard: a no is told once, by the strongest source that says it.
  fileprivate func asks(_ grade: Grade) -> Bool {
    guard let index = Self.grades.firstIndex(of: grade), let answer = answers[index] else {
      return false
    }
    let isOutweighed = answers[(index + 1)...].contains { $0?.isNo ?? false }
    return !(answer.isNo && isOutweighed)
  }

  /// What is wrong, by the strongest source that says no, as a sentence without its period.
  fileprivate var shortfall: String {
    guard let index = failing.lastIndex(where: { !$0.isEmpty }) else { return "" }
    return duty.shortfall(of: failing[index], by: Self.grades[index])
  }

  /// What the sources of the grade at `index` say of all tools together, if they can speak about any; those
  /// that they cannot speak about are left to weaker sources, whose silence counts.
  private static func joined(_ byGrade: [[Reading?]], at index: Int) -> Reading? {
    let answers = byGrade[index]
    guard answers.contains(where: { $0 != nil }) else { return nil }
    let given = answers.indices.compactMap { tool -> Reading? in
      if let answer = answers[tool] { return answer }
      let weaker = byGrade[..<index].last { $0[tool] != nil }?[tool]
      return weaker.flatMap { $0.isAbsent ? $0 : nil }
    }
    return given.first(where: \.isNo) ?? given.first(where: \.isAbsent) ?? given.first
  }

  private static func standing(
    of duty: ToolClassDuty, _ tools: [ToolSubject], _ byGrade: [[Reading?]], demanded: Grade
  ) -> DutyStanding {
    var (met, open, undecided): ([String], [String], [String]) = ([], [], [])
    for (index, subject) in tools.enumerated() {
      let name = subject.tool.name
      if byGrade.indices.contains(where: { byGrade[$0][index]?.isNo ?? false }) {
        open.append(name)
        continue
      }
      let strongest = byGrade.indices.last { byGrade[$0][index] != nil }.map { grades[$0] }
      let needed = min(demanded, strongest ?? .declared)
      let isShown = byGrade.indices.contains {
        grades[$0] >= needed && byGrade[$0][index]?.isYes ?? false
      }
      if isShown { met.append(name) } else { undecided.append(name) }
    }
    return DutyStanding(duty: duty, met: met, open: open, undecided: undecided)
  }
}

extension ToolSubject {
  /// The row of seed 3's table that the tool belongs to; `nil` where nothing tells what it does.
  var guardedClass: GuardedClass? {
    effectiveClass.map { GuardedClass($0, effectiveSensitivity) }
  }

  /// The sensitivity that its own entry states, else the one of its server.
  var effectiveSensitivity: Sensitivity? {
    tool.sensitivity.value ?? server.dataSensitivity.value
  }
}

extension Reading {
  var isYes: Bool { if case .known(.bool(true), _, _) = self { true } else { false } }
  var isNo: Bool { if case .known(.bool(false), _, _) = self { true } else { false } }
  var isAbsent: Bool { if case .absent = self { true } else { false } }
}

extension Facts {
  /// A control that the class of some tools demands.
  static let duty = FactType<DutySubject>(
    "duty",
    [
      Fact("name", .vocabulary(ToolClassDuty.self), "Which control or no-go it is.") {
        .text($0.duty.rawValue, at: $0.place)
      },
      Fact("title", .string, "What is demanded or forbidden, in words.") {
        .text($0.duty.title, at: $0.place)
      },
      Fact("toolClass", .vocabulary(GuardedClass.self), "The class that demands it.") {
        .text($0.duty.guardedClass.rawValue, at: $0.place)
      },
      Fact("isNoGo", .bool, "Whether it forbids something.") {
        .flag($0.duty.isNoGo, at: $0.place)
      },
      Fact("shortfall", .string, "What is wrong, and with which tools, or nothing.") {
        .text($0.shortfall, at: $0.place)
      },
      Fact("asksManifest", .bool, "Whether what is declared is to be heard.") {
        .flag($0.asks(.declared))
      },
      Fact("isDeclared", .bool, "Whether the manifest claims it for every tool of the class.") {
        $0.answer(at: .declared)
      },
      Fact("asksConfiguration", .bool, "Whether configurations are to be heard.") {
        .flag($0.asks(.configured))
      },
      Fact("isConfigured", .bool, "Whether configurations enforce it for every tool of the class.")
      {
        $0.answer(at: .configured)
      },
      Fact("asksLog", .bool, "Whether the log is to be heard.") { .flag($0.asks(.observed)) },
      Fact("isObserved", .bool, "Whether the log shows it for every tool of the class.") {
        $0.answer(at: .observed)
      },
    ])
}

extension ToolClassDuty {
  /// What is wrong with `tools` by sources of `grade`, as a sentence without its period.
  func shortfall(of tools: [String], by grade: Grade) -> String {
    let names = NameList(tools).text
    switch self {
    case .narrowScope: return "the scope of \(names) is not narrow"
    case .outputLimit: return "no limit holds for the results of \(names)"
    case .callLogging: return "calls of \(names) are not logged"
    case .noBroadCorpus:
      return "\(names) can read everything at once, and nothing limits the result"
    case .attributeAccess:
      return "access to \(names) depends on the agent alone, not on environment or task"
    case .redaction: return "nothing takes sensitive fields out of the results of \(names)"
    case .detailedAudit: return "the audit records of \(names) are incomplete"
    case .noSharedScope: return "\(names) can be read with the scope of general search"
    case .approval where grade == .declared, .humanApproval where grade == .declared:
      return "the manifest demands no approval of \(names)"
    case .approval: return "\(names) can be called without an approval"
    case .idempotency where grade == .observed:
      return "calls of \(names) repeat an earlier one without a key"
    case .idempotency: return "a repeated call of \(names) is not told from a new one"
    case .rollback where grade == .configured:
      return "the catalog does not define the tool that is to undo \(names)"
    case .rollback: return "nothing says how a call of \(names) is undone"
    case .noUntracedChange:
      return "calls of \(names) carry no approval, no approver or no valid trace"
    case .humanApproval: return "\(names) can be called without another person's approval"
    case .rateLimit: return "no rate limit holds for calls of \(names)"
    case .killSwitch: return "\(names) cannot be switched off"
    case .noUnattendedBreadth: return "\(names) can run unattended with broad privileges"
    }
  }
}
