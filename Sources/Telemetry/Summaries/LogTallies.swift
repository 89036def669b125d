/// All that is counted of a log, with every name as a number.
struct LogTallies: Hashable, Sendable {
  /// The log as a whole.
  private(set) var overview = OverviewTally()
  /// The servers, at most `NamedCounts.limit` of them.
  private(set) var servers = NameTable<ServerTally>()
  /// Calls that repeat another.
  private(set) var repeats = RepeatedCalls(reach: 600_000, limit: 16_384)
  /// Calls that failed, and repeat another that failed.
  private(set) var retries = RepeatedCalls(reach: 60_000, limit: 4096)
  /// Calls by session.
  private(set) var sessions = CallGroups(limit: 32_768, by: .sessionID)
  /// Calls by trace.
  private(set) var traces = CallGroups(limit: 16_384, by: .traceID)
  /// What was called in one session after what.
  private(set) var flows = SessionFlows(limit: 32_768)
  /// From which clients agents were used.
  private(set) var clients = AgentClients()
  /// The lines of the records that are pointed at.
  private(set) var lines = SampleLines()

  /// No counts.
  init() {}

  /// No counts; what is counted leaves out what would be forgotten when it is merged with `earlier`.
  init(after earlier: LogTallies) {
    repeats = earlier.repeats.successor
    retries = earlier.retries.successor
    sessions = earlier.sessions.successor
    traces = earlier.traces.successor
    flows = earlier.flows.successor
  }

  /// Records that name a server which is not among those that are kept.
  var forgottenRecords: Int {
    overview.records - overview.withoutServer.matching
      - servers.values.reduce(0) { $0 + $1.records.total }
  }

  /// Counts what the record of `witness` says whatever its server is.
  @inline(__always)
  mutating func countOverview(
    _ reading: RecordReading, _ witness: inout RecordWitness
  ) {
    overview.count(reading, &witness)
  }

  /// Counts the record of `witness` among those of its client, whose name has `hash`.
  mutating func countClient(
    _ reading: RecordReading, hash: UInt64, _ witness: inout RecordWitness
  ) {
    clients.count(reading, clientHash: hash, &witness)
  }

  /// Changes the tally of `server`.
  @inline(__always)
  mutating func updateServer<Result>(
    _ server: UInt32, _ body: (inout ServerTally) -> Result
  ) -> Result {
    body(&servers[server, default: ServerTally()])
  }

  /// Counts a tool call of `server` together with the calls that it belongs to.
  mutating func countCall(
    _ reading: RecordReading, of server: UInt32, _ names: borrowing NameIndex,
    _ witness: inout RecordWitness
  ) {
    if let call = reading.callHash { repeats.count(call, reading, &witness) }
    if let call = reading.failedCallHash { retries.count(call, reading, &witness) }
    if let session = reading.session, sessions.admits(session) {
      sessions.count(reading, in: session, of: server, names.hash(of: server), &witness)
    }
    if let trace = reading.trace, traces.admits(trace) {
      traces.count(reading, in: trace, of: server, names.hash(of: server), &witness)
    }
    if let tool = reading.tool, flows.admits(reading) {
      let toolHash = ByteHash.combine(names.hash(of: server), names.hash(of: tool))
      flows.count(reading, toolHash: toolHash)
    }
  }

  /// Counts an entry of a batch that is about no MCP message.
  mutating func countUnrelated() {
    overview.countUnrelated()
  }

  /// Counts a line that is no record; true if its line must be kept.
  mutating func count(_ fault: RecordFault, at position: LogPosition) -> Bool {
    overview.count(fault, at: position)
  }

  /// Keeps the line that starts at `position`.
  mutating func keep(_ line: SampleLines.Line, at position: LogPosition) {
    lines.keep(line, at: position)
  }

  /// Notes that `parts`, which hold all lines so far, have been read, with the first damaged line of each.
  mutating func finish(_ parts: [(part: SampleLines.Part, firstMalformed: SampleLines.Line?)]) {
    lines.finish(parts)
  }

  /// Takes in what `other` has counted.
  ///
  /// What is taken in is let go part by part: two large tallies are the most memory that a run needs.
  mutating func merge(_ other: consuming LogTallies) {
    let empty = LogTallies()
    overview.merge(other.overview)
    lines.merge(other.lines)
    other.lines = empty.lines
    servers.merge(other.servers) { $0.merge($1) }
    other.servers = empty.servers
    repeats.merge(other.repeats)
    other.repeats = empty.repeats
    retries.merge(other.retries)
    other.retries = empty.retries
    sessions.merge(other.sessions)
    other.sessions = empty.sessions
    traces.merge(other.traces)
    other.traces = empty.traces
    flows.merge(other.flows)
    clients.merge(other.clients)
  }

  /// Joins servers: each gets the number, and its records the version, that `target` gives; `denotes` tells
  /// which versions are another in more or fewer parts.
  mutating func regroupServers(
    _ target: (UInt32) -> (server: UInt32, version: UInt32?),
    denotes: (UInt32, UInt32) -> Bool
  ) {
    var regrouped = NameTable<ServerTally>()
    for (server, tally) in servers {
      var tally = tally
      let (target, version) = target(server)
      if let version {
        tally.assumeVersion(version, beside: tally.releases.keys.filter { !denotes(version, $0) })
      }
      regrouped.merge(tally, at: target) { $0.merge($1) }
    }
    servers = regrouped
    repeats.regroupServers { target($0).server }
    retries.regroupServers { target($0).server }
    sessions.regroupServers { target($0).server }
    traces.regroupServers { target($0).server }
    flows.regroupServers { target($0).server }
  }

  /// Gives up cells of time series where all servers together have too many of them.
  ///
  /// They may have some more than in the end, so that this is not done for each few that come.
  mutating func boundCells() {
    for series in [\BudgetSeries.outcomes, \BudgetSeries.latencies] {
      let limit = BudgetSeries.fleetCellLimit
      guard servers.cellCount(of: series) > limit + limit / 4 else { continue }
      servers.updateValues { $0.calls.settle() }
      servers.boundCells(of: series, to: limit)
    }
  }

  /// Brings the counts into their one form; names must be numbered in their order.
  mutating func settle() {
    servers.keepSmallest(NamedCounts.limit)
    servers.updateValues { $0.settle() }
    servers.boundCells(of: \.outcomes, to: BudgetSeries.fleetCellLimit)
    servers.boundCells(of: \.latencies, to: BudgetSeries.fleetCellLimit)
    clients.settle()
    pruneLines()
  }

  /// Forgets the lines that nothing points at any more.
  mutating func pruneLines() {
    var isNeeded = [Bool](repeating: false, count: lines.lines.count)
    do {
      // Gone before lines are removed, so that they are moved in place.
      let places = LinePlaces(of: lines.lines)
      forEachSighting { sighting in
        if let index = places.index(of: sighting.position) { isNeeded[index] = true }
      }
    }
    lines.keepOnly(isNeeded)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    overview.rename(map)
    servers.updateValues { $0.rename(map) }
    servers = servers.renamed(map) { $0.merge($1) }
    repeats.rename(map)
    retries.rename(map)
    sessions.rename(map)
    traces.rename(map)
    flows.rename(map)
    clients.rename(map)
    lines.rename(map)
  }

  /// Every number that is in use is marked in `used`.
  func markNames(in used: inout [Bool]) {
    for part in lines.parts { used[Int(part.source)] = true }
    for element in lines.lines.elements { used[Int(element.position.source)] = true }
    forEachSighting { used[Int($0.position.source)] = true }
    repeats.markNames(in: &used)
    retries.markNames(in: &used)
    sessions.markNames(in: &used)
    traces.markNames(in: &used)
    flows.markNames(in: &used)
    clients.markNames(in: &used)
    for (server, tally) in servers {
      used[Int(server)] = true
      tally.markNames(in: &used)
    }
  }

  /// Whether a fact can point at each of the kept lines: calls that repeat no other are kept in case they
  /// are merged with one that they repeat.
  var areLinesShown: [Bool] {
    var areShown = [Bool](repeating: false, count: lines.lines.count)
    let places = LinePlaces(of: lines.lines)
    func show(_ sighting: Sighting) {
      if let index = places.index(of: sighting.position) { areShown[index] = true }
    }
    forEachSightingOfFacts(show)
    for run in repeats.runs + retries.runs { run.second.map(show) }
    return areShown
  }

  private func forEachSighting(_ body: (Sighting) -> Void) {
    forEachSightingOfFacts(body)
    repeats.forEachSighting(body)
    retries.forEachSighting(body)
  }

  /// Calls `body` with every record that is pointed at, but those of calls that may repeat another.
  private func forEachSightingOfFacts(_ body: (Sighting) -> Void) {
    overview.sightings.forEach(body)
    lines.sightings.forEach(body)
    servers.forEachValue { $0.forEachSighting(body) }
    sessions.forEachSighting(body)
    traces.forEachSighting(body)
    clients.forEachSighting(body)
  }
}

extension ServerTally {
  /// Every number of a name that is in use is marked in `used`.
  fileprivate func markNames(in used: inout [Bool]) {
    for names in named {
      for name in names.counts.keys { used[Int(name)] = true }
      for entry in names.samples.entries { used[Int(entry.key)] = true }
    }
    for name in releases.keys { used[Int(name)] = true }
    for name in tools.keys { used[Int(name)] = true }
    for pairs in [uses, refusals, stages] {
      pairs.forEachName { used[Int($0)] = true }
    }
  }
}

extension RepeatedCalls {
  /// Every number of a name that is in use is marked in `used`.
  fileprivate func markNames(in used: inout [Bool]) {
    for entry in entries {
      used[Int(entry.server)] = true
      used[Int(entry.tool)] = true
    }
  }
}

extension LogTallies: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(overview)
    writer.write(named: servers)
    repeats.encode(into: &writer)
    retries.encode(into: &writer)
    sessions.encode(into: &writer)
    traces.encode(into: &writer)
    flows.encode(into: &writer)
    writer.write(clients)
    writer.write(lines)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    overview = try reader.part()
    servers = NameTable(try reader.named(atMost: NamedCounts.limit))
    try repeats.read(from: &reader)
    try retries.read(from: &reader)
    try sessions.read(from: &reader)
    try traces.read(from: &reader)
    try flows.read(from: &reader)
    clients = try reader.part()
    lines = try reader.part()
  }
}
