import CEL
import Estate
import SourceText

/// One agent, where it can carry something out by tools of one server.
final class AgentSubject: FactSubject {
  let flows: AgentFlows
  let server: Server

  init(_ flows: AgentFlows, on server: Server) {
    self.flows = flows
    self.server = server
  }

  /// The agents that can carry something out by tools of `server`.
  static func all(of server: Server, in context: FleetContext) -> [FactObject<AgentSubject>] {
    context.flows.agents(of: server.id).map {
      FactObject(AgentSubject($0, on: server), as: Facts.agent)
    }
  }

  /// The tools of the server by which the agent can carry something out.
  var sinks: [ReachedTool] { flows.sinks[server.id] ?? [] }

  /// Where the agent's way out begins to be open: one place for all servers, because it is one flow.
  var place: SourceSpan? { standing?.flow.path.last?.place ?? sinks.first?.place }

  /// The flow to be shown: the one that least stands in the way of.
  var standing: AgentFlows.Standing? {
    AgentFlows.Barrier.allCases.lazy.compactMap(flows.standing).first
  }

  func silence(of kind: SourceKind) -> Silence {
    Silence(kind, mention: server.mention(in: kind))
  }

  /// Whether a flow is open that no source claims to break.
  var hasFlow: Reading {
    if flows.isOpen(on: server.id, behind: .none) { return .flag(true, at: place) }
    if let gap = silenceOfCatalogs { return .absent(gap) }
    let claim = sinks.compactMap(\.approval.claim).first
    let enforcement = sinks.compactMap(\.approval.enforcement).first
    return .flag(false, at: claim ?? enforcement ?? place)
  }

  /// Whether nothing but claims break a flow, and a source that decides lets calls pass without.
  var flowsDespiteClaims: Reading {
    if flows.isOpen(on: server.id, behind: .waivedClaims) {
      let path = flows.standing(behind: .waivedClaims)?.flow.path ?? []
      return .flag(true, at: path.compactMap(\.approval.waiver).last ?? place)
    }
    guard flows.isOpen(on: server.id, behind: .claims) else {
      return .flag(false, at: sinks.compactMap(\.approval.enforcement).first ?? place)
    }
    let path = flows.standing(behind: .claims)?.flow.path ?? []
    let claimed = path.filter { $0.approval.claim != nil && $0.approval.enforcement == nil }
    return .absent(
      Silence(
        .accessPolicy,
        note: "an approval of \(NameList(claimed.map(\.key.tool)).text) is claimed, and no client"
          + " configuration, enforced access policy or log shows it for the agent '\(flows.agent)'"
      ))
  }

  private var silenceOfCatalogs: Silence? {
    guard !flows.unlisted.isEmpty else { return nil }
    return Silence(
      .catalog,
      note: "no source lists the tools of \(NameList(flows.unlisted).text), which the agent"
        + " '\(flows.agent)' reaches")
  }
}

extension Facts {
  /// One agent, where it can carry something out by tools of the server.
  static let agent = FactType<AgentSubject>(
    "agent",
    [
      Fact("id", .string, "The agent's identity.") { .text($0.flows.agent, at: $0.place) },
      Fact(
        "sinks", .list(.string), "The server's tools by which it can carry data or money out."
      ) {
        .known(.list($0.sinks.map { .string($0.key.tool) }), at: $0.sinks.first?.place)
      },
      Fact(
        "hasFlow", .bool,
        "Whether it can be led to carry private data out by the server's tools, with nobody asked."
      ) { $0.hasFlow },
      Fact(
        "flowsDespiteClaims", .bool,
        "Whether the approval that would break the flow is only claimed, and calls pass without it."
      ) { $0.flowsDespiteClaims },
      Fact("flow", .string, "The shortest way of the data, or nothing.") {
        .text($0.standing?.flow.text ?? "", at: $0.place)
      },
      Fact("flowSteps", .list(.object("entry")), "The tools on that way, where they are listed.") {
        let steps = $0.standing?.flow.steps ?? []
        return .known(
          .list(
            steps.map { text, place in
              .object(FactObject(PartSubject(text, at: place, in: .catalog), as: entry))
            }), at: $0.place)
      },
      Fact("flowLoad", .string, "What its last step carries out: 'private data' or 'money'.") {
        .text($0.standing?.flow.load ?? "private data", at: $0.place)
      },
      Fact("flowEnvironment", .string, "Where it is open, such as ' in prod', or nothing.") {
        .text($0.standing?.environment.map { " in '\($0)'" } ?? "", at: $0.place)
      },
      Fact("flowApprovals", .string, "The tools whose approval would break it.") {
        .text($0.standing?.flow.approvals ?? "", at: $0.place)
      },
      Fact("flowCut", .string, "The fewest things whose removal would break it.") {
        .text($0.standing?.flow.cut.text ?? "", at: $0.place)
      },
      Fact(
        "crossings", .list(.object("crossing")),
        "Reads that the log shows before unapproved writes of the server's sinks, both kinds of"
          + " them, where no other agent calls those."
      ) { subject in
        guard let traffic = subject.server.traffic, let found = subject.crossings(in: traffic)
        else { return .absent(subject.silence(of: .log)) }
        return .known(
          .parts(found, as: crossing, in: .log) { $0.sessions.sample ?? traffic.sample },
          at: found.first?.sessions.sample ?? traffic.sample)
      },
    ])
}

extension AgentSubject {
  /// The crossings in `traffic` that are this agent's; `nil` where it called none of the sinks.
  ///
  /// A crossing names no agent, so that it counts where nobody else was let through to the sink; and one
  /// kind of read alone is no toxic flow.
  fileprivate func crossings(in traffic: ServerTraffic) -> [Crossing]? {
    let names = Set(sinks.map(\.key.tool))
    let own = names.filter { traffic.grants[flows.agent]?[$0]?.matching ?? 0 > 0 }
    guard !own.isEmpty else { return nil }
    let alone = own.filter { tool in
      traffic.grants.allSatisfy { $0.key == flows.agent || $0.value[tool]?.matching ?? 0 == 0 }
    }
    return alone.sorted().flatMap { tool in
      let found = traffic.crossings.filter { $0.sinkTool == tool }
      return Set(found.map(\.kind)).count == Crossing.Kind.allCases.count ? found : []
    }
  }
}

extension AgentSubject {
  /// Why a rule about agents has nobody to ask about on `server`, which has tools.
  static func absence(on server: ServerSubject) -> (ControlStatus, String) {
    guard server.tools.contains(where: \.subject.canCarryOut) else {
      let reason = "no tool of the server can carry data or money out"
      return (.notApplicable(reason: reason), reason)
    }
    let given = server.context.fleet.givenSources
    guard given.isDisjoint(with: [.client, .accessPolicy, .log]) else {
      let reason = "no agent that is known reaches a tool which can carry data or money out"
      return (.notApplicable(reason: reason), reason)
    }
    let reason = "no client configuration, access policy or log says which agents reach it"
    return (.unproven(.undecided(reason: reason)), reason)
  }
}

extension ToolSubject {
  /// Whether it is listed, not switched off, and can carry data or money out.
  fileprivate var canCarryOut: Bool {
    tool.isEnabled.value != false && tool.isListed
      && tool.canCarryOut(on: server, as: effectiveClass)
  }
}
