import Assessment

/// What seed 3 demands of tools by their class, and of servers by where they run, and who fulfils it.
struct ClassesSection {
  private let context: HTMLContext
  private let duties: [ToolClassDuty: Tally]

  /// How the tools of the fleet fulfil one duty.
  private struct Tally {
    var met = 0
    var open = 0
    var undecided = 0
    /// The servers with a tool that does not fulfil it, or of which that is not known.
    var servers: [String] = []

    var concerned: Int { met + open + undecided }
  }

  init(_ context: HTMLContext) {
    self.context = context
    var duties: [ToolClassDuty: Tally] = [:]
    for server in context.assessment.servers {
      for standing in server.classDuties {
        var tally = duties[standing.duty] ?? Tally()
        tally.met += standing.met.count
        tally.open += standing.open.count
        tally.undecided += standing.undecided.count
        if !standing.open.isEmpty || !standing.undecided.isEmpty {
          tally.servers.append(server.id)
        }
        duties[standing.duty] = tally
      }
    }
    self.duties = duties
  }

  /// The section; `nil` where no tool and no deployment is known.
  var section: HTMLSection? {
    let content = classes + patterns
    guard !content.isEmpty else { return nil }
    return HTMLSection(
      id: "classes", title: "Tool classes and deployment patterns", shortTitle: "Classes",
      content: content)
  }

  private var classes: Fragment<HTML> {
    guard !duties.isEmpty else { return "" }
    let tables = GuardedClass.allCases.map(table).joined(by: "")
    return "<h3>Controls by tool class</h3>\n\(tables)"
  }

  private func table(of guardedClass: GuardedClass) -> Fragment<HTML> {
    var table = HTMLTable(
      "Tools of class: \(guardedClass.rawValue)",
      [
        .init("Control"), .init("Tools that fulfil it"), .number("Do not"), .number("Not known"),
        .init("Servers to look at"),
      ], style: "duties")
    for duty in ToolClassDuty.duties(of: guardedClass) {
      let tally = duties[duty] ?? Tally()
      let forbidden: Fragment<HTML> = duty.isNoGo ? " \(.muted("no-go: must not happen"))" : ""
      table.row([
        "\(duty.title)\(forbidden)", .share(tally.met, of: tally.concerned, "good"),
        "\(tally.open)", "\(tally.undecided)", servers(tally),
      ])
    }
    return table.fragment
  }

  private func servers(_ tally: Tally) -> Fragment<HTML> {
    guard tally.concerned > 0 else { return .muted("no such tool") }
    guard !tally.servers.isEmpty else { return .badge(isGood: true, "none") }
    return .fold(
      "\(counted(tally.servers.count, "server"))", context.list(ofServers: tally.servers))
  }

  private var patterns: Fragment<HTML> {
    let placed = context.assessment.servers.compactMap { server in
      server.pattern.map { (id: server.id, pattern: $0) }
    }
    guard !placed.isEmpty else { return "" }
    var table = HTMLTable(
      "The deployment pattern that fits each server, and what it lacks of that",
      [
        .init("Server"), .init("Meant for"), .init("Pattern that fits"),
        .init("Pattern that it has"), .init("What it lacks"),
      ], style: "wide sortable")
    // What lacks something comes first, so that no limit hides it.
    let ordered = placed.filter { !$0.pattern.lacks.isEmpty }
    let fitting = placed.filter { $0.pattern.lacks.isEmpty }
    for (id, pattern) in (ordered + fitting).prefix(context.limits.patterns) {
      let lacks = pattern.lacks.prefix(6).map {
        "<li>\(.prose($0, limit: 300))</li>" as Fragment<HTML>
      }
      table.row([
        context.anchors.link(toServer: id), "\(pattern.context.rawValue)",
        "\(pattern.context.pattern.rawValue)",
        pattern.actual.map { "\($0.rawValue)" } ?? .muted("no source tells"),
        lacks.isEmpty
          ? .badge(isGood: true, "nothing")
          : "<ul>\(lacks.joined(by: ""))</ul>\(context.cut(pattern.lacks.count, at: 6))",
      ])
    }
    let more = context.cut(placed.count, at: context.limits.patterns)
    return
      "<h3>Deployment patterns</h3>\n<p>\(fitting.count) of \(counted(placed.count, "server")) have the pattern that fits what they are for.</p>\n\(table.fragment)\(more)"
  }
}
