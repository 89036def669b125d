/// Taking in the records of one server that a batch has gathered, all of which were shown.
extension ServerTally {
  /// Counts `calls`, in their order: by agent, then tool.
  mutating func add(_ calls: CallBatch.Records<CallBatch.Call>, _ kinds: KindTable) {
    var counts = InlineArray<64, Int>(repeating: 0)
    var toolCounts = ToolCounts()
    var agentCount = AgentCount()
    var (used, refused) = ([CountedKeys.Entry](), [CountedKeys.Entry]())
    for call in calls {
      counts[call.element.kind] += call.count
      let (agent, tool) = (call.element.agent, call.element.tool)
      if let tool {
        toolCalls += call.count
        if let before = toolCounts.add(call.count, of: tool, call.element.kind) {
          add(before, kinds)
        }
      }
      guard let agent else { continue }
      if agent != agentCount.agent {
        add(agentCount)
        agentCount = AgentCount(agent: agent)
      }
      agentCount.count += call.count
      guard let tool else { continue }
      let pair = CountedKeys.Entry(key: PairCounts.key(agent, tool), count: call.count)
      if kinds[call.element.kind].isBlocked { refused.count(pair) } else { used.count(pair) }
    }
    add(agentCount)
    for slot in toolCounts.slots.indices { add(toolCounts.slots[slot], kinds) }
    uses.add(used)
    refusals.add(refused)
    for number in kinds.kinds.indices where counts[number] > 0 {
      add(counts[number], of: kinds[number])
    }
  }

  /// Records of one agent.
  private struct AgentCount {
    var agent: UInt32?
    var count = 0
  }

  private mutating func add(_ records: AgentCount) {
    if let agent = records.agent { agents.add(records.count, of: agent) }
  }

  private mutating func add(_ calls: ToolCounts.Slot, _ kinds: KindTable) {
    if calls.count > 0 {
      tools[calls.tool, default: ToolTally()].add(calls.count, of: kinds[calls.kind])
    }
  }

  /// Counts `count` records of one kind.
  private mutating func add(_ count: Int, of kind: RecordKind) {
    records.add(count, isMatch: true)
    if kind.isServerUpstream { upstreamRecords += count }
    kind.applicable.forEach { checks[$0.index].add(count, isMatch: kind.matches.contains($0)) }
    calls.add(count, of: kind)
    if !kind.isVersioned { unversioned.add(count, of: kind) }
  }

  /// Counts when the records in `cells` were made, and how long the calls took; the minutes of the cells are
  /// counted from `firstMinute` on.
  mutating func add(
    _ cells: CallBatch.Records<CallBatch.Cell>, from firstMinute: Int64, _ kinds: KindTable
  ) {
    calls.add(cells, from: firstMinute, kinds)
    for cell in cells {
      let kind = kinds[cell.element.kind]
      if kind.isVersioned { continue }
      unversioned.launch.add(
        cell.count, of: kind, at: firstMinute + cell.element.minute, latency: cell.element.latency)
    }
  }

  /// Notes when records that name no version were made.
  mutating func addUnversioned(_ times: TimeBounds) {
    bounds.merge(times)
    unversioned.bounds.merge(times)
  }
}

extension [CountedKeys.Entry] {
  /// Counts `entry`, whose key is none before the last.
  @inline(__always)
  mutating func count(_ entry: CountedKeys.Entry) {
    if let last, last.key == entry.key {
      self[count - 1].count += entry.count
    } else {
      append(entry)
    }
  }
}

/// Calls of one kind of a few tools, on their way to the tallies of the tools: what comes again is counted
/// together.
private struct ToolCounts {
  struct Slot {
    var tool: UInt32 = 0
    var kind = 0
    var count = 0
  }

  private(set) var slots = InlineArray<128, Slot>(repeating: Slot())

  /// Counts `count` calls; returns the calls of another kind or tool that had their place until now.
  @inline(__always)
  mutating func add(_ count: Int, of tool: UInt32, _ kind: Int) -> Slot? {
    let place = (Int(tool) &* 5 &+ kind) & 127
    if slots[place].tool == tool, slots[place].kind == kind {
      slots[place].count += count
      return nil
    }
    let before = slots[place]
    slots[place] = Slot(tool: tool, kind: kind, count: count)
    return before
  }
}
