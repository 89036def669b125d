public import SourceText

/// How often each agent called each tool of one server, or in each environment, in little room: large fleets
/// have millions of such pairs.
///
/// Read as a sequence, it gives the agents in their order, each with its tools.
public struct GrantTable: Hashable, Sendable {
  /// Agents and tools, each in their order.
  private var agents: [String] = []
  private var tools: [String] = []
  /// The cells of each agent are those up to the end at its index, ordered by tool.
  private var ends: [UInt32] = []
  private var toolIndices: [UInt32] = []
  private var counts: [Int] = []
  private var samples: [UInt32: SourceSpan] = [:]
  private let total: Int

  /// No calls, of `total` records of the server.
  public init(total: Int = 0) {
    self.total = total
  }

  /// Calls by agent, then tool, of `total` records; names that are equal as text are one.
  public init(
    _ calls: some Sequence<(agent: String, tool: String, matching: Int, sample: SourceSpan?)>,
    total: Int
  ) {
    self.init(total: total)
    var toolNumbers: [String: UInt32] = [:]
    var names: [String] = []
    var cells: [(agent: String, tool: UInt32, matching: Int, sample: SourceSpan?)] = []
    for call in calls {
      let number = toolNumbers[call.tool] ?? UInt32(names.count)
      if Int(number) == names.count {
        toolNumbers[call.tool] = number
        names.append(call.tool)
      }
      cells.append((call.agent, number, call.matching, call.sample))
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var places = [UInt32](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { places[number] = UInt32(place) }
    tools = order.map { names[$0] }
    cells.sort { ($0.agent, places[Int($0.tool)]) < ($1.agent, places[Int($1.tool)]) }
    for cell in cells {
      append(cell.agent, places[Int(cell.tool)], cell.matching, cell.sample)
    }
  }

  /// Whether there are no calls.
  public var isEmpty: Bool { agents.isEmpty }

  /// The tools that `agent` called, with how often; `nil` where it called none.
  public subscript(agent: String) -> [String: Count]? {
    guard let index = agents.firstIndex(of: agent) else { return nil }
    return cells(of: index)
  }

  private mutating func append(
    _ agent: String, _ tool: UInt32, _ matching: Int, _ sample: SourceSpan?
  ) {
    if agents.last != agent {
      agents.append(agent)
      ends.append(UInt32(counts.count))
    }
    let start = agents.count == 1 ? 0 : ends[agents.count - 2]
    if ends[agents.count - 1] > start, toolIndices.last == tool {
      counts[counts.count - 1] += matching
    } else {
      toolIndices.append(tool)
      counts.append(matching)
      ends[agents.count - 1] += 1
    }
    let cell = UInt32(counts.count - 1)
    if let sample, samples[cell] == nil { samples[cell] = sample }
  }

  private func cells(of index: Int) -> [String: Count] {
    let start = index == 0 ? 0 : ends[index - 1]
    var cells: [String: Count] = [:]
    for cell in start..<ends[index] {
      cells[tools[Int(toolIndices[Int(cell)])]] = Count(
        matching: counts[Int(cell)], total: total, sample: samples[cell])
    }
    return cells
  }
}

extension GrantTable: Sequence {
  /// The agents in their order, each with its tools.
  public func makeIterator() -> AnyIterator<(key: String, value: [String: Count])> {
    var index = 0
    return AnyIterator {
      guard index < agents.count else { return nil }
      defer { index += 1 }
      return (agents[index], cells(of: index))
    }
  }
}
