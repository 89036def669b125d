import Estate

/// How many calls of one server belong together: those of one session, or of one trace.
///
/// While the groups are no more than `limit`, all of them are counted; of more, those whose session or
/// trace hashes low enough (`HashedSample`), with all of their calls. A runaway session is then found with
/// the chance of `1 / sampling`.
struct CallGroups: Hashable, Sendable {
  /// The calls of one server in one session or trace.
  struct Group: Hashable, Sendable {
    /// The hash of the session's or trace's id.
    var id: UInt64
    /// The number of the server's name.
    var server: UInt32
    /// Its calls.
    var calls: RecorderCounts
    /// Calls that failed or were refused.
    var failures = RecorderCounts()
    /// Calls from whose records the chain cannot be rebuilt.
    var incomplete = 0
    /// When the calls were made.
    var bounds = TimeBounds()

    /// Takes in other calls of the group.
    mutating func join(_ other: Group) {
      calls.merge(other.calls)
      failures.merge(other.failures)
      incomplete += other.incomplete
      bounds.merge(other.bounds)
    }
  }

  /// How many groups are shown a record of.
  private static let sampleLimit = 1024

  private let limit: Int
  private let field: LogField
  private var groups: HashedSample<Group>
  private var samples: HashedSample<Sighting>

  /// Counts at most `limit` groups, whose id `field` holds.
  init(limit: Int, by field: LogField) {
    self.limit = limit
    self.field = field
    groups = HashedSample(limit: limit)
    samples = HashedSample(limit: min(limit, Self.sampleLimit))
  }

  /// No groups, of which only those are counted that count when merged with these.
  var successor: CallGroups {
    var successor = CallGroups(limit: limit, by: field)
    successor.groups = groups.successor
    successor.samples = samples.successor
    return successor
  }

  /// One in how many groups was counted.
  var sampling: UInt64 { groups.sampling }

  /// The groups, by key, with those of one session and server joined, in an order that depends on nothing
  /// but the calls.
  var joined: [(group: Group, sample: Sighting?)] {
    var result: [(group: Group, sample: Sighting?)] = []
    let ordered = groups.pairs.sorted {
      ($0.1.id, $0.1.server, $0.0) < ($1.1.id, $1.1.server, $1.0)
    }
    for (key, group) in ordered {
      let sample = samples[key]
      if let last = result.last, last.group.id == group.id, last.group.server == group.server {
        result[result.count - 1].group.join(group)
        result[result.count - 1].sample = earlier(last.sample, sample)
      } else {
        result.append((group, sample))
      }
    }
    return result
  }

  /// Whether calls in the group `id` may be counted.
  @inline(__always)
  func admits(_ id: UInt64) -> Bool { groups.admitsMembers(of: id) }

  /// Counts the record of `witness`, a call of `server`, whose name has the hash `serverHash`, in the group
  /// `id`.
  mutating func count(
    _ reading: RecordReading, in id: UInt64, of server: UInt32, _ serverHash: UInt64,
    _ witness: inout RecordWitness
  ) {
    let key = ByteHash.member(serverHash, of: id)
    guard groups.admits(key) else { return }
    let one = RecorderCounts(oneOf: reading.recorder)
    var group = Group(id: id, server: server, calls: one)
    if reading.outcome == .failure || reading.outcome == .blocked { group.failures = one }
    if reading.matches.contains(.incompleteChain) { group.incomplete = 1 }
    if let time = reading.time { group.bounds.add(time) }
    groups.merge(group, at: key) { $0.join($1) }
    // Records come in the order of the log, so that the first stays.
    if samples.admits(key), samples[key] == nil {
      samples.merge(witness.sighting(of: field), at: key) { $0 = min($0, $1) }
    }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: CallGroups) {
    groups.merge(other.groups) { $0.join($1) }
    samples.merge(other.samples) { $0 = min($0, $1) }
  }

  /// Gives each server the number that `target` gives it.
  mutating func regroupServers(_ target: (UInt32) -> UInt32) {
    groups.mapValues { group in
      var group = group
      group.server = target(group.server)
      return group
    }
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    regroupServers { map[Int($0)] }
    samples.mapValues { sighting in
      var sighting = sighting
      sighting.rename(map)
      return sighting
    }
  }

  /// Calls `body` with every record that is pointed at.
  func forEachSighting(_ body: (Sighting) -> Void) {
    samples.values.forEach(body)
  }

  /// Every number of a name that is in use is marked in `used`.
  func markNames(in used: inout [Bool]) {
    for group in groups.values { used[Int(group.server)] = true }
  }
}

extension CallGroups {
  /// Appends what `read(from:)` reads.
  func encode(into writer: inout SummaryWriter) {
    groups.encode(into: &writer)
    samples.encode(into: &writer)
  }

  /// Reads groups in place of these.
  mutating func read(from reader: inout SummaryReader) throws(SummaryFault) {
    let start = reader.offset
    groups = try HashedSample(from: &reader, limit: limit)
    var total = 0
    for (key, group) in groups.pairs {
      total += group.calls.total
      guard ByteHash.isMember(key, of: group.id), total <= reader.countLimit else {
        throw reader.fault("groups of calls do not fit together", at: start)
      }
    }
    samples = try HashedSample(from: &reader, limit: min(limit, Self.sampleLimit))
  }
}

extension CallGroups.Group: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(hash: id)
    writer.write(name: server)
    calls.encode(into: &writer)
    failures.encode(into: &writer)
    writer.write(count: incomplete)
    writer.write(bounds)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    id = try reader.hash()
    server = try reader.name()
    let start = reader.offset
    var (total, failed) = (0, 0)
    calls = try RecorderCounts(from: &reader, within: &total)
    failures = try RecorderCounts(from: &reader, within: &failed)
    guard failures.isWithin(calls) else {
      throw reader.fault("more calls failed than there are", at: start)
    }
    incomplete = try reader.number(atMost: total)
    bounds = try reader.part()
  }
}
