import Estate

/// Counts records into tallies, most of what they say many at a time.
///
/// What points at a record is decided when the record is read, as long as its line is at hand: something is
/// seen for the first time only by a record of a kind that is new to its server or tool. The counts
/// themselves wait in a batch.
struct RecordCounter: ~Copyable {
  private var tallies: LogTallies
  private var batch = CallBatch()
  private var kinds = KindTable()
  private var seen = SeenKinds()
  /// What is kept of each server until the batch is counted, by the server's number.
  private var servers: [Pending] = []

  private struct Pending: Sendable {
    /// When the records that name no version were made.
    var bounds = TimeBounds()
    /// Whether as many pairs of agent and tool are shown as there is room for.
    var hasShownPairs = false
  }

  /// A counter that leaves out what would be forgotten when its tallies are merged with `earlier`.
  init(after earlier: LogTallies = LogTallies()) {
    tallies = LogTallies(after: earlier)
  }

  /// Counts the record of `witness`.
  mutating func count(
    _ reading: RecordReading, _ witness: inout RecordWitness, names: borrowing NameIndex
  ) {
    tallies.countOverview(reading, &witness)
    if let server = reading.server {
      count(reading, of: server, &witness)
      if reading.isToolCall { tallies.countCall(reading, of: server, names, &witness) }
    }
    if let client = reading.client {
      tallies.countClient(reading, hash: names.hash(of: client), &witness)
    }
  }

  private mutating func count(
    _ reading: RecordReading, of server: UInt32, _ witness: inout RecordWitness
  ) {
    let kind = number(of: RecordKind(reading))
    if seen.isNew(kind, of: server, CallBatch.noName) {
      tallies.updateServer(server) { $0.showKind(reading, &witness) }
    }
    if let tool = reading.tool, seen.isNew(kind, of: server, tool) {
      tallies.updateServer(server) { $0.showTool(tool, reading, &witness) }
    }
    if let agent = reading.agent { show(agent, reading, of: server, &witness) }
    if reading.isNotable { tallies.updateServer(server) { $0.showNotable(reading, &witness) } }
    if reading.hasContext { tallies.updateServer(server) { $0.countContext(reading, &witness) } }
    if reading.version == nil, let time = reading.time { note(time, of: server) }
    add(reading, of: server, kind)
    if batch.isFull { countBatch() }
  }

  /// The number of `kind`; where there are too many, all are numbered anew.
  @inline(__always)
  private mutating func number(of kind: RecordKind) -> Int {
    if let number = kinds.number(of: kind) { return number }
    countBatch()
    (kinds, seen) = (KindTable(), SeenKinds())
    return kinds.number(of: kind) ?? 0
  }

  @inline(__always)
  private mutating func show(
    _ agent: UInt32, _ reading: RecordReading, of server: UInt32,
    _ witness: inout RecordWitness
  ) {
    let place = Int(server)
    if place < servers.count, servers[place].hasShownPairs, reading.outcome != .blocked { return }
    makeRoom(for: server)
    servers[place].hasShownPairs = tallies.updateServer(server) {
      $0.showPair(of: agent, reading, &witness)
    }
  }

  @inline(__always)
  private mutating func note(_ time: Timestamp, of server: UInt32) {
    let place = Int(server)
    if place >= servers.count { makeRoom(for: server) }
    servers[place].bounds.add(time)
  }

  private mutating func makeRoom(for server: UInt32) {
    while servers.count <= Int(server) { servers.append(Pending()) }
  }

  @inline(__always)
  private mutating func add(
    _ reading: RecordReading, of server: UInt32, _ kind: Int
  ) {
    let minute = reading.time?.minute
    let isTaken = batch.add(
      server, reading.agent, reading.tool, minute: minute, latency: reading.latency, kind: kind)
    if isTaken { return }
    // The batch starts anew at another time.
    countBatch()
    _ = batch.add(
      server, reading.agent, reading.tool, minute: minute, latency: reading.latency, kind: kind)
  }

  /// Moves everything from the batch into the tallies.
  private mutating func countBatch() {
    let kinds = kinds
    let firstMinute = batch.firstMinute ?? 0
    var tallies = LogTallies()
    swap(&tallies, &self.tallies)
    batch.drain { server, calls in
      tallies.updateServer(server) { $0.add(calls, kinds) }
    } cells: { server, cells in
      tallies.updateServer(server) { $0.add(cells, from: firstMinute, kinds) }
    }
    for server in servers.indices where servers[server].bounds.first != nil {
      tallies.updateServer(UInt32(server)) { $0.addUnversioned(servers[server].bounds) }
      servers[server].bounds = TimeBounds()
    }
    tallies.boundCells()
    swap(&tallies, &self.tallies)
  }

  // MARK: Whatever is no record of a server

  /// Counts an entry of a batch that is about no MCP message.
  mutating func countUnrelated() {
    tallies.countUnrelated()
  }

  /// Counts a line that is no record; true if its line must be kept.
  mutating func count(_ fault: RecordFault, at position: LogPosition) -> Bool {
    tallies.count(fault, at: position)
  }

  /// Keeps the line that starts at `position`.
  mutating func keep(_ line: SampleLines.Line, at position: LogPosition) {
    tallies.keep(line, at: position)
  }

  /// How many lines are kept.
  var keptLineCount: Int { tallies.lines.lines.count }

  /// Forgets the lines that nothing points at any more.
  mutating func pruneLines() {
    tallies.pruneLines()
  }

  /// All that has been counted.
  consuming func finish() -> LogTallies {
    countBatch()
    return tallies
  }
}

extension RecordReading {
  /// Whether the record shows best, perhaps, what a budget or a limit is about.
  @inline(__always)
  fileprivate var isNotable: Bool {
    outcome == .failure || outcome == .blocked || isFallback
      || (latency ?? 0) >= BudgetSeries.slowBucket || outputBytes != nil
  }

  /// Whether the record says more about the call's surroundings than the agent.
  @inline(__always)
  fileprivate var hasContext: Bool {
    version != nil || environment != nil || tenant != nil || approver != nil
  }
}
