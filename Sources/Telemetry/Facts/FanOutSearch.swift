import Estate

/// Finds how many calls of other servers a call of a server has started at most.
///
/// A trace tells that calls belong together, not which of them started which. So only those of servers count
/// that the server depends on and that none of its own callers calls.
struct FanOutSearch {
  private let summary: TelemetrySummary
  /// For each server with such dependencies, those, by the numbers of their names.
  private var callees: [UInt32: Set<UInt32>] = [:]

  /// Searches the traces of `summary`, which the traffic of `servers` was read from.
  init(_ summary: TelemetrySummary, servers: [Server]) {
    self.summary = summary
    let numbers = Dictionary(
      summary.names.enumerated().map { ($0.element, UInt32($0.offset)) }
    ) { first, _ in first }
    var agents: [String: Set<String>] = [:]
    for server in servers { agents[server.id] = server.traffic.map { Set($0.agents.keys) } }
    for server in servers where !server.dependencies.isEmpty {
      guard let number = numbers[server.id], let callers = agents[server.id] else { continue }
      let own = server.dependencies.map(\.value).filter { dependency in
        dependency != server.id && agents[dependency]?.isDisjoint(with: callers) == true
      }
      callees[number] = Set(own.compactMap { numbers[$0] })
    }
  }

  /// The widest fan-out of each server, by its name; of equal ones the first in the order of the traces.
  func fanOuts(_ excerpts: Excerpts) -> [String: FanOut] {
    guard callees.contains(where: { !$0.value.isEmpty }) else { return [:] }
    var widest: [UInt32: (fanOut: FanOut, sighting: Sighting?)] = [:]
    let groups = summary.tallies.traces.joined
    var start = groups.startIndex
    while start < groups.endIndex {
      let trace = groups[start...].prefix { $0.group.id == groups[start].group.id }
      for (group, sighting) in trace {
        guard let callees = callees[group.server] else { continue }
        let started = trace.filter { callees.contains($0.group.server) }
          .reduce(0) { $0 + $1.group.calls.most }
        let fanOut = FanOut(calls: group.calls.most, started: started, sample: nil)
        guard started > 0, fanOut.isWider(than: widest[group.server]?.fanOut) else { continue }
        widest[group.server] = (fanOut, sighting)
      }
      start = trace.endIndex
    }
    var named: [String: FanOut] = [:]
    for (server, found) in widest {
      var fanOut = found.fanOut
      fanOut.sample = excerpts.span(of: found.sighting)
      named[summary.names[Int(server)]] = fanOut
    }
    return named
  }
}

extension FanOut {
  /// Whether more calls come with each call than in `other`.
  fileprivate func isWider(than other: FanOut?) -> Bool {
    guard let other else { return true }
    return started * other.calls > other.started * calls
  }
}
