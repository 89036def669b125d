/// What the log shows of one server, in numbers that add up.
struct ServerTally: Hashable, Sendable {
  /// All records.
  private(set) var records = Tally()
  /// Those of them in which only a gateway names the server, by what it calls the system behind it.
  private(set) var upstreamRecords = 0
  /// When they were made.
  private(set) var bounds = TimeBounds()
  /// One tally for each check, in their order, without the records in `patterns`.
  private var checks = [Tally](repeating: Tally(), count: RecordCheck.allCases.count)
  /// Records by what the checks make of them: most of a server's records are alike.
  private var patterns = CheckPatterns()
  /// The tool calls, as each recorder shows them.
  var calls = RecordedCalls()
  /// Records by agent.
  private(set) var agents = NamedCounts()
  /// Records by environment.
  private(set) var environments = NamedCounts()
  /// Records by tenant.
  private(set) var tenants = NamedCounts()
  /// Records by approver.
  private(set) var approvers = NamedCounts()
  /// Tool calls that are not in `agents`, `uses` and `refusals` yet.
  private var recentPairs = RecentPairs()
  /// Calls that were let through, by agent and tool.
  private(set) var uses = PairCounts()
  /// Calls that were refused, by agent and tool.
  private(set) var refusals = PairCounts()
  /// Records by agent and environment.
  private(set) var stages = PairCounts()
  /// Records by the version that they name.
  private(set) var releases = NameTable<ReleaseTally>()
  /// Records that name no version.
  private(set) var unversioned = ReleaseTally()
  /// The tools, at most `NamedCounts.limit` of them.
  private(set) var tools = NameTable<ToolTally>()
  /// Records that name a tool.
  private(set) var toolCalls = 0

  /// No records.
  init() {}

  /// The tally of `check`; everything must be settled.
  subscript(check: RecordCheck) -> Tally {
    checks[check.index]
  }

  /// Records whose tool is not among those that are kept.
  var forgottenToolCalls: Int {
    toolCalls - tools.values.reduce(0) { $0 + $1.calls.total }
  }

  /// Counts the record of `witness`.
  mutating func count(_ reading: RecordReading, _ witness: inout RecordWitness) {
    witness.count(&records, true, shownBy: reading.isServerUpstream ? .upstream : .serverID)
    if reading.isServerUpstream { upstreamRecords += 1 }
    if let time = reading.time { bounds.add(time) }
    if patterns.count(reading) { noteFirstMatches(reading, &witness) }
    calls.count(reading, &witness)
    if let agent = reading.agent { count(agent: agent, reading, &witness) }
    if let environment = reading.environment {
      environments.count(environment, &witness, shownBy: .environment)
      if let agent = reading.agent {
        stages.count(agent, environment, &witness, shownBy: .environment)
      }
    }
    if let tenant = reading.tenant { tenants.count(tenant, &witness, shownBy: .tenantID) }
    if let approver = reading.approver {
      approvers.count(approver, &witness, shownBy: .approverID)
    }
    if let version = reading.version {
      releases[version, default: ReleaseTally()].count(reading, &witness)
    } else {
      unversioned.count(reading, &witness)
    }
    if let tool = reading.tool { count(tool, reading, &witness) }
  }

  private mutating func count(
    _ tool: UInt32, _ reading: RecordReading, _ witness: inout RecordWitness
  ) {
    toolCalls += 1
    tools[tool, default: ToolTally()].count(reading, &witness)
  }

  private mutating func count(
    agent: UInt32, _ reading: RecordReading, _ witness: inout RecordWitness
  ) {
    guard let tool = reading.tool else {
      return agents.count(agent, &witness, shownBy: .agentID)
    }
    let isRefused = reading.outcome == .blocked
    recentPairs.count(agent, tool, isRefused: isRefused)
    agents.show(agent, &witness, shownBy: .agentID)
    if isRefused {
      refusals.show(agent, tool, &witness, by: .toolName)
    } else {
      uses.show(agent, tool, &witness, by: .toolName)
    }
  }

  /// Points at the record as the first of each check that it is the first to match.
  private mutating func noteFirstMatches(
    _ reading: RecordReading, _ witness: inout RecordWitness
  ) {
    reading.matches.forEach { check in
      if checks[check.index].first == nil {
        checks[check.index].first = witness.sighting(of: check.subject)
      }
    }
    if patterns.isFull { settleChecks() }
  }

  private mutating func settleChecks() {
    patterns.drain { check, matching, total in
      checks[check.index].matching += matching
      checks[check.index].total += total
    }
  }

  private mutating func settlePairs() {
    let pairs = recentPairs.drain()
    for pair in pairs { agents.add(pair.count, of: pair.agent) }
    uses.add(pairs.filter { !$0.isRefused })
    refusals.add(pairs.filter(\.isRefused))
  }

  /// Gives the records that name no version the version whose name has the number `version`, which their
  /// server's id states.
  ///
  /// Those whose own version is one of `others` name it beside that one, which stays theirs.
  mutating func assumeVersion(_ version: UInt32, beside others: [UInt32]) {
    if unversioned.records.total > 0 {
      releases[version, default: ReleaseTally()].merge(unversioned)
      unversioned = ReleaseTally()
    }
    let count = others.reduce(0) { $0 + (releases[$1]?.records.total ?? 0) }
    guard count > 0 else { return }
    releases[version, default: ReleaseTally()].records.merge(
      Tally(matching: count, total: count, first: records.first))
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: ServerTally) {
    records.merge(other.records)
    upstreamRecords += other.upstreamRecords
    bounds.merge(other.bounds)
    var other = other
    other.settleChecks()
    other.settlePairs()
    settleChecks()
    settlePairs()
    for index in checks.indices { checks[index].merge(other.checks[index]) }
    calls.merge(other.calls)
    agents.merge(other.agents)
    environments.merge(other.environments)
    tenants.merge(other.tenants)
    approvers.merge(other.approvers)
    uses.merge(other.uses)
    refusals.merge(other.refusals)
    stages.merge(other.stages)
    releases.merge(other.releases) { $0.merge($1) }
    unversioned.merge(other.unversioned)
    tools.merge(other.tools) { $0.merge($1) }
    toolCalls += other.toolCalls
  }

  /// Brings the counts into their one form; names must be numbered in their order.
  mutating func settle() {
    settleChecks()
    settlePairs()
    calls.settle()
    agents.settle()
    environments.settle()
    tenants.settle()
    approvers.settle()
    uses.settle()
    refusals.settle()
    stages.settle()
    releases.keepSmallest(NamedCounts.limit)
    releases.updateValues { $0.settle() }
    unversioned.settle()
    tools.keepSmallest(NamedCounts.limit)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    recentPairs.rename(map)
    records.rename(map)
    for index in checks.indices { checks[index].rename(map) }
    calls.rename(map)
    agents.rename(map)
    environments.rename(map)
    tenants.rename(map)
    approvers.rename(map)
    uses.rename(map)
    refusals.rename(map)
    stages.rename(map)
    unversioned.rename(map)
    releases.updateValues { $0.rename(map) }
    releases = releases.renamed(map) { $0.merge($1) }
    tools.updateValues { $0.rename(map) }
    tools = tools.renamed(map) { $0.merge($1) }
  }

  /// The counts by one name.
  var named: [NamedCounts] { [agents, environments, tenants, approvers] }

  /// Calls `body` with every record that is pointed at.
  func forEachSighting(_ body: (Sighting) -> Void) {
    if let first = records.first { body(first) }
    for check in checks { check.first.map(body) }
    calls.sightings.forEach(body)
    for names in named {
      for entry in names.samples.entries { body(entry.sighting) }
    }
    for pairs in [uses, refusals, stages] {
      for entry in pairs.samples.entries { body(entry.sighting) }
    }
    unversioned.sightings.forEach(body)
    for release in releases.values { release.sightings.forEach(body) }
    for tool in tools.values { tool.sightings.forEach(body) }
  }
}

extension ToolTally {
  /// What both have counted.
  func merging(_ other: ToolTally) -> ToolTally {
    var merged = self
    merged.merge(other)
    return merged
  }
}

extension ReleaseTally {
  /// What both have counted.
  func merging(_ other: ReleaseTally) -> ReleaseTally {
    var merged = self
    merged.merge(other)
    return merged
  }
}

extension ServerTally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(records)
    writer.write(count: upstreamRecords)
    writer.write(bounds)
    for check in checks { writer.write(check) }
    writer.write(calls)
    writer.write(agents)
    writer.write(environments)
    writer.write(tenants)
    writer.write(approvers)
    writer.write(uses)
    writer.write(refusals)
    writer.write(stages)
    writer.write(named: releases)
    writer.write(unversioned)
    writer.write(named: tools)
    writer.write(count: toolCalls)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    records = try reader.part()
    upstreamRecords = try reader.number(atMost: records.total)
    bounds = try reader.part()
    for index in checks.indices { checks[index] = try reader.part() }
    calls = try reader.part()
    agents = try reader.part()
    environments = try reader.part()
    tenants = try reader.part()
    approvers = try reader.part()
    uses = try reader.part()
    refusals = try reader.part()
    stages = try reader.part()
    releases = NameTable(try reader.named(atMost: NamedCounts.limit))
    unversioned = try reader.part()
    tools = NameTable(try reader.named(atMost: NamedCounts.limit))
    toolCalls = try reader.count()
  }
}
