import Syntax

/// The plainest facts of a log: of each server how often it was called, with what success, and how fast.
///
/// This is what a query engine would be asked first. A check needs far more (`TelemetrySummary`); these
/// counts exist to be compared with such engines, and with what a summary says.
package struct ServerCounts: Sendable {
  /// What is counted of one server.
  package struct Counts: Sendable {
    /// Records that name the server.
    package fileprivate(set) var records = 0
    /// Those of them whose call succeeded.
    package fileprivate(set) var successes = 0
    /// Those that lack at least one of the nine fields which every audit record must hold.
    package fileprivate(set) var incomplete = 0
    /// How many records have a latency in each bucket of `LatencyScale`.
    fileprivate var latencies = [UInt32](repeating: 0, count: LatencyScale.count)
  }

  private var names = NameIndex()
  /// By the numbers of names.
  private var servers: [Counts] = []
  private var unnamed = Counts()

  /// Lines that are no records, without blank ones.
  package private(set) var malformed = 0

  /// The nine fields that every audit record must hold.
  private static let required = FieldSet([
    .timestamp, .agentID, .serverID, .toolName, .inputHash, .outputStatus, .latency, .sessionID,
    .traceID,
  ])

  /// No counts.
  package init() {}

  /// Counts the records of `source`.
  package init(reading source: LogSource) throws(LogReadError) {
    var parser = RecordParser(.standard)
    var record = LogRecord()
    var fields = FieldReader()
    do throws(SystemFault) {
      var lines = try LineReader(source, hashes: false)
      try lines.forEachLine { bytes, marks, _ in
        do throws(RecordFault) {
          try parser.parse(bytes, marks, into: &record)
          add(record, bytes, &fields)
        } catch {
          if !LineReader.isBlank(bytes) { malformed += 1 }
        }
      }
    } catch {
      throw LogReadError(name: source.name, reason: error.reason)
    }
  }

  /// All records.
  package var total: Counts {
    var total = unnamed
    for counts in servers { total.merge(counts) }
    return total
  }

  /// The counts of each server, in the order of their names.
  package var named: [(name: String, counts: Counts)] {
    zip(names.names, servers).map { ($0, $1) }.sorted { $0.name.precedes($1.name) }
  }

  /// Takes in what `other` has counted.
  package mutating func merge(_ other: ServerCounts) {
    for (name, counts) in zip(other.names.names, other.servers) {
      self[names.number(of: name)].merge(counts)
    }
    unnamed.merge(other.unnamed)
    malformed += other.malformed
  }

  private mutating func add(
    _ record: borrowing LogRecord, _ line: borrowing RawSpan, _ fields: inout FieldReader
  ) {
    let isSuccess = fields.meaning(record[.outputStatus], line)?.outcome == .success
    let isComplete = record.named.isSuperset(of: Self.required)
    let latency = fields.microseconds(record[.latency], line).map(LatencyScale.bucket)
    if let server = fields.name(record[.serverID], line, in: &names) {
      self[server].add(isSuccess: isSuccess, isComplete: isComplete, latency)
    } else {
      unnamed.add(isSuccess: isSuccess, isComplete: isComplete, latency)
    }
  }

  private subscript(server: UInt32) -> Counts {
    get { servers[Int(server)] }
    _modify {
      if server == servers.count { servers.append(Counts()) }
      yield &servers[Int(server)]
    }
  }
}

extension ServerCounts.Counts {
  /// The latency that 95 of 100 records do not exceed, in milliseconds, with the error of `LatencyScale`;
  /// `nil` where no record has one.
  package var latency95: Double? {
    let total = latencies.reduce(0) { $0 + Int($1) }
    var missing = (total * 95 + 99) / 100
    for (bucket, count) in latencies.enumerated() where count > 0 {
      missing -= Int(count)
      if missing <= 0 { return LatencyScale.milliseconds(of: bucket) }
    }
    return nil
  }

  fileprivate mutating func add(isSuccess: Bool, isComplete: Bool, _ latency: UInt16?) {
    records &+= 1
    if isSuccess { successes &+= 1 }
    if !isComplete { incomplete &+= 1 }
    if let latency { latencies[Int(latency)] &+= 1 }
  }

  fileprivate mutating func merge(_ other: Self) {
    records += other.records
    successes += other.successes
    incomplete += other.incomplete
    for bucket in latencies.indices { latencies[bucket] &+= other.latencies[bucket] }
  }
}
