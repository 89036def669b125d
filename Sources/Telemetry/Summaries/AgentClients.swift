/// From which client identities each agent id was used.
///
/// Of each agent the `clientLimit` clients with the lowest hashes are kept, with exact counts: enough to
/// tell that there are several, and the same whatever the order of the records.
struct AgentClients: Hashable, Sendable {
  /// How many clients of one agent are kept.
  static let clientLimit = 4

  /// The records of one agent from one client.
  struct Client: Hashable, Sendable {
    /// The hash of the client's id, by which the kept ones are chosen.
    var hash: UInt64
    /// The number of its name.
    var name: UInt32
    /// Its records, and the first of them.
    var records: Tally
  }

  /// The clients of each agent in the order of their hashes, by the number of the agent's name.
  private(set) var agents: [UInt32: [Client]] = [:]

  /// Counts the record of `witness`, if it names an agent and a client; `hash` is that of the client's name.
  mutating func count(
    _ reading: RecordReading, clientHash hash: UInt64, _ witness: inout RecordWitness
  ) {
    guard let agent = reading.agent, let name = reading.client else { return }
    var clients = agents[agent] ?? []
    let index = clients.firstIndex { $0.hash >= hash } ?? clients.count
    if index < clients.count, clients[index].hash == hash {
      clients[index].records.matching += 1
      clients[index].records.total += 1
    } else if index < Self.clientLimit {
      let records = Tally(matching: 1, total: 1, first: witness.sighting(of: .clientID))
      clients.insert(Client(hash: hash, name: name, records: records), at: index)
      clients.removeLast(max(0, clients.count - Self.clientLimit))
    } else {
      return
    }
    agents[agent] = clients
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: AgentClients) {
    agents.merge(other.agents, uniquingKeysWith: Self.union)
  }

  /// Forgets what exceeds the limit of names; names must be numbered in their order.
  mutating func settle() {
    agents.keepSmallest(NamedCounts.limit)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    agents = agents.mapValues { clients in
      clients.map { client in
        var client = client
        client.name = map[Int(client.name)]
        client.records.rename(map)
        return client
      }
    }.renamed(map, joining: Self.union)
  }

  /// Calls `body` with every record that is pointed at.
  func forEachSighting(_ body: (Sighting) -> Void) {
    for clients in agents.values {
      for client in clients { client.records.first.map(body) }
    }
  }

  /// Every number of a name that is in use is marked in `used`.
  func markNames(in used: inout [Bool]) {
    for (agent, clients) in agents {
      used[Int(agent)] = true
      for client in clients { used[Int(client.name)] = true }
    }
  }

  /// The clients of both lists, as far as they are kept.
  private static func union(_ left: [Client], _ right: [Client]) -> [Client] {
    var union = left
    for client in right {
      if let index = union.firstIndex(where: { $0.hash == client.hash }) {
        union[index].records.merge(client.records)
      } else {
        union.append(client)
      }
    }
    return Array(union.sorted { $0.hash < $1.hash }.prefix(clientLimit))
  }
}

extension AgentClients: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(named: agents) { $0.write(list: $1) }
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    agents = try reader.named(atMost: NamedCounts.limit) { reader throws(SummaryFault) in
      let start = reader.offset
      let clients: [Client] = try reader.list(atMost: Self.clientLimit)
      guard zip(clients, clients.dropFirst()).allSatisfy({ $0.hash < $1.hash }) else {
        throw reader.fault("clients are out of order", at: start)
      }
      return clients
    }
  }
}

extension AgentClients.Client: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(hash: hash)
    writer.write(name: name)
    writer.write(records)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    hash = try reader.hash()
    name = try reader.name()
    records = try reader.part()
  }
}
