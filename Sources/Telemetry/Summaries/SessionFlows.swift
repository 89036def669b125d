import Estate

/// Which tools, of whatever server, were called in one session, and when: what tells that something was
/// read before something was written.
///
/// Where a log holds more than `limit` pairs of session and tool, sessions are looked at whole or not at
/// all, by the hash of their id (`HashedSample`). Records without a session count under their trace.
struct SessionFlows: Hashable, Sendable {
  private let limit: Int
  /// The calls of one tool in one session that were let through.
  struct Use: Hashable, Sendable {
    /// The hash of the session's id.
    var session: UInt64
    /// The numbers of the server's and the tool's names.
    var server: UInt32
    var tool: UInt32
    /// When the first call was made.
    var first: Timestamp
    /// When the last call without an approval was made.
    var lastUnapproved: Timestamp?

    /// Takes in other calls of the tool in the session.
    mutating func join(_ other: Use) {
      first = min(first, other.first)
      if let time = other.lastUnapproved {
        lastUnapproved = lastUnapproved.map { max($0, time) } ?? time
      }
    }
  }

  private var uses: HashedSample<Use>

  /// Keeps at most `limit` pairs of session and tool.
  init(limit: Int) {
    self.limit = limit
    uses = HashedSample(limit: limit)
  }

  /// No pairs, of which only those are kept that are when merged with these.
  var successor: SessionFlows {
    var successor = SessionFlows(limit: limit)
    successor.uses = uses.successor
    return successor
  }

  /// One in how many sessions was looked at.
  var sampling: UInt64 { uses.sampling }

  /// The uses of each session, in an order that depends on nothing but the calls.
  var sessions: [[Use]] {
    var sessions: [[Use]] = []
    let ordered = uses.values.sorted {
      ($0.session, $0.first, $0.server, $0.tool) < ($1.session, $1.first, $1.server, $1.tool)
    }
    for use in ordered {
      if sessions.last?.first?.session == use.session {
        sessions[sessions.count - 1].append(use)
      } else {
        sessions.append([use])
      }
    }
    return sessions
  }

  /// Whether the record's session may be looked at.
  @inline(__always)
  func admits(_ reading: RecordReading) -> Bool {
    guard let session = reading.session ?? reading.trace else { return false }
    return uses.admitsMembers(of: session)
  }

  /// Counts a record, whose server's and tool's names have the hash `toolHash` together.
  mutating func count(_ reading: RecordReading, toolHash: UInt64) {
    guard let session = reading.session ?? reading.trace, let server = reading.server,
      let tool = reading.tool, let time = reading.time,
      reading.outcome != .blocked
    else { return }
    let key = ByteHash.member(toolHash, of: session)
    guard uses.admits(key) else { return }
    let use = Use(
      session: session, server: server, tool: tool, first: time,
      lastUnapproved: reading.hasApproval ? nil : time)
    uses.merge(use, at: key) { $0.join($1) }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: SessionFlows) {
    uses.merge(other.uses) { $0.join($1) }
  }

  /// Gives each server the number that `target` gives it.
  mutating func regroupServers(_ target: (UInt32) -> UInt32) {
    uses.mapValues { use in
      var use = use
      use.server = target(use.server)
      return use
    }
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    uses.mapValues { use in
      var use = use
      use.server = map[Int(use.server)]
      use.tool = map[Int(use.tool)]
      return use
    }
  }

  /// Every number of a name that is in use is marked in `used`.
  func markNames(in used: inout [Bool]) {
    for use in uses.values {
      used[Int(use.server)] = true
      used[Int(use.tool)] = true
    }
  }
}

extension SessionFlows {
  /// Appends what `read(from:)` reads.
  func encode(into writer: inout SummaryWriter) {
    uses.encode(into: &writer)
  }

  /// Reads uses in place of these.
  mutating func read(from reader: inout SummaryReader) throws(SummaryFault) {
    let start = reader.offset
    uses = try HashedSample(from: &reader, limit: limit)
    guard uses.pairs.allSatisfy({ ByteHash.isMember($0, of: $1.session) }) else {
      throw reader.fault("uses of tools do not fit their sessions", at: start)
    }
  }
}

extension SessionFlows.Use: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(hash: session)
    writer.write(name: server)
    writer.write(name: tool)
    writer.write(signed: first.milliseconds)
    writer.write(flag: lastUnapproved != nil)
    if let lastUnapproved { writer.write(signed: lastUnapproved.milliseconds) }
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    session = try reader.hash()
    server = try reader.name()
    tool = try reader.name()
    first = try reader.time()
    lastUnapproved = try reader.flag() ? reader.time() : nil
  }
}
