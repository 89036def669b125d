/// Calls of one server by agent and tool that are not yet in its tables.
///
/// Three tables count them: calls by agent, calls that were let through and calls that were refused. Adding
/// to one of them for each record, and to the three now and then, is what makes it quick.
struct RecentPairs: Hashable, Sendable {
  /// How often each pair occurred: from the highest bits on the agent's number, the tool's, and whether
  /// policy refused the call.
  private var counts = CountedKeys()

  /// The calls of one agent with one tool.
  struct Pair {
    let agent: UInt32
    let tool: UInt32
    let isRefused: Bool
    let count: Int
  }

  /// Counts a call.
  @inline(__always)
  mutating func count(_ agent: UInt32, _ tool: UInt32, isRefused: Bool) {
    _ = counts.add(UInt64(agent) << 32 | UInt64(tool) << 1 | (isRefused ? 1 : 0))
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    counts.mapKeys { key in
      let agent = map[Int(key >> 32)]
      let tool = map[Int(key & 0xFFFF_FFFF) >> 1]
      return UInt64(agent) << 32 | UInt64(tool) << 1 | key & 1
    }
  }

  /// Forgets and returns what has been counted, in the order of agents, then tools.
  mutating func drain() -> [Pair] {
    counts.settle()
    let pairs = counts.entries.map { entry in
      Pair(
        agent: UInt32(truncatingIfNeeded: entry.key >> 32),
        tool: UInt32(truncatingIfNeeded: entry.key & 0xFFFF_FFFF) >> 1,
        isRefused: entry.key & 1 == 1, count: entry.count)
    }
    counts = CountedKeys()
    return pairs
  }
}
