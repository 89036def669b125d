import CEL
import Estate
import SourceText

/// An agent that was seen from several client identities.
struct SharedAgent: Sendable {
  let agent: String
  let clients: [String: Count]
}

extension Facts {
  /// Who calls, from where, and what that means beside the access policy and from server to server.
  static let trafficPolicy: [Fact<TrafficSubject>] = [
    Fact(
      "unexpectedRefusals", .list(.object("grantUse")),
      "Calls that were refused though the access policy allows them."
    ) { unexpectedRefusals($0) },
    Fact(
      "unexpectedRefusalShare", .double,
      "The share of all calls that were refused though the access policy allows them."
    ) { subject in
      switch unexpectedRefusals(subject) {
      case .absent(let silence): return .absent(silence)
      case .known:
        let refused = allowedRefusals(subject).reduce(0) { $0 + $1.count.matching }
        return .known(
          .double(Double(refused) / Double(max(1, subject.traffic.blocked.total))),
          at: subject.traffic.blocked.sample ?? subject.traffic.sample)
      }
    },
    Fact(
      "sharedAgents", .list(.object("sharedAgent")),
      "Agents calling the server whose id was seen from several client identities."
    ) { subject in
      let shared = subject.traffic.clientsOfAgents.sorted { $0.key < $1.key }
        .map { SharedAgent(agent: $0.key, clients: $0.value) }
      return .known(
        .parts(shared, as: sharedAgent, in: .log) { $0.sample }, at: subject.traffic.sample)
    },
    Fact(
      "crossings", .list(.object("crossing")),
      "Reads of untrusted or sensitive content, of any server, after which this server wrote to the"
        + " outside in the same session without an approval."
    ) { subject in
      .known(
        .parts(subject.traffic.crossings, as: crossing, in: .log) {
          $0.sessions.sample ?? subject.traffic.sample
        }, at: subject.traffic.sample)
    },
    Fact("largestResultBytes", .int, "The size of the largest result that a record states.") {
      subject in
      let largest = subject.traffic.tools.values.compactMap(\.largestOutput)
        .max { ($0.value, $1.span) < ($1.value, $0.span) }
      guard let largest else {
        return .absent(
          Silence(
            .log, mention: subject.traffic.sample, note: "no record states the size of a result"))
      }
      return .number(largest.value, at: largest.span)
    },
  ]

  /// An agent that was seen from several client identities.
  static let sharedAgent = FactType<PartSubject<SharedAgent>>(
    "sharedAgent",
    [
      Fact("agent", .string, "The agent.") { .text($0.part.agent, at: $0.span) },
      Fact("clients", .list(.string), "The clients; of many, four are told apart.") {
        .known(.list($0.part.clients.keys.sorted().map(Value.string)), at: $0.span)
      },
    ])

  /// A read that was followed by a write to the outside.
  static let crossing = FactType<PartSubject<Crossing>>(
    "crossing",
    [
      Fact("kind", .vocabulary(Crossing.Kind.self), "What makes the read dangerous.") {
        .text($0.part.kind.rawValue, at: $0.span)
      },
      Fact("sourceServer", .string, "The server that read.") {
        .text($0.part.sourceServer, at: $0.span)
      },
      Fact("sourceTool", .string, "The tool that read.") {
        .text($0.part.sourceTool, at: $0.span)
      },
      Fact("sinkTool", .string, "The tool that wrote.") { .text($0.part.sinkTool, at: $0.span) },
      Fact("sessions", .int, "In how many sessions.") {
        .number($0.part.sessions.matching, at: $0.span)
      },
    ])

  private static func unexpectedRefusals(_ subject: TrafficSubject) -> Reading {
    guard !subject.context.fleet.policies.isEmpty else { return .absent(Silence(.accessPolicy)) }
    return .known(
      .parts(allowedRefusals(subject), as: grantUse, in: .log) { $0.count.sample },
      at: subject.traffic.blocked.sample ?? subject.traffic.sample)
  }

  /// Refused calls of pairs that some grant allows and none denies.
  ///
  /// A grant that holds in some environments only, or that asks for an approval, may refuse for that
  /// reason, and so makes no refusal unexpected.
  private static func allowedRefusals(_ subject: TrafficSubject) -> [GrantUse] {
    let grants = subject.context.fleet.policies.flatMap(\.grants)
    var uses: [GrantUse] = []
    for (agent, tools) in subject.traffic.refusals {
      for (tool, count) in tools.sorted(by: { $0.key < $1.key }) {
        let covering = grants.filter {
          $0.covers(agent: agent, server: subject.server.id, tool: tool)
        }
        let isDenied = covering.contains { $0.decision == .deny }
        let isAllowed = covering.contains {
          $0.decision == .allow && $0.environments.isEmpty && $0.requiresApproval.value != true
        }
        if isAllowed, !isDenied {
          uses.append(GrantUse(agent: agent, tool: tool, count: count))
        }
      }
    }
    return uses
  }
}

extension SharedAgent {
  /// The first record that shows one of the clients.
  fileprivate var sample: SourceSpan? {
    clients.values.compactMap(\.sample).min()
  }
}
