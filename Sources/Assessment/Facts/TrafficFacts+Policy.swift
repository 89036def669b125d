import CEL
import Estate
import SourceText

/// An agent that was seen from several client identities.
struct SharedAgent: Sendable {
  let agent: String
  let clients: [String: Count]
}

extension Facts {
  /// Who calls from where, and what went from server to server.
  static let trafficPolicy: [Fact<TrafficSubject>] = [
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
      "sharedClients", .list(.string),
      "Clients that are the only one of several agents calling the server, with those agents."
    ) { subject in
      let shared = subject.traffic.agentsOfClients.sorted { $0.key < $1.key }
      let texts = shared.map { client, agents in
        Value.string(
          "'\(client)' for \(agents.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))")
      }
      let place = shared.first?.value.values.compactMap(\.sample).max()
      return .known(.list(texts), at: place ?? subject.traffic.sample)
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
}

extension SharedAgent {
  /// The first record that shows one of the clients.
  fileprivate var sample: SourceSpan? {
    clients.values.compactMap(\.sample).min()
  }
}
