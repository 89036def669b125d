import Estate

/// The first minutes of one version of a server: what the watch over its roll-out has seen.
///
/// The `limit` smallest minutes in which the version was called are kept. They hold every call of the first
/// `limit` minutes after the first one, and which they are depends on the set of records alone.
struct LaunchTally: Hashable, Sendable {
  /// How many minutes are kept: as long as a new version must be watched (seed 2).
  static let limit = 30

  /// What happened in one minute.
  struct Minute: Hashable, Sendable {
    /// The minute since 1970.
    var minute: Int64
    /// Calls that were let through and whose end is known, and those of them that failed.
    var calls = 0
    var failures = 0
    /// Negotiations, and those of them that failed.
    var negotiations = 0
    var failedNegotiations = 0
    /// Latencies in buckets of `LatencyScale`, of calls that were let through.
    var latencies = CountedKeys()

    /// Takes in what else happened in the minute.
    mutating func join(_ other: Minute) {
      calls += other.calls
      failures += other.failures
      negotiations += other.negotiations
      failedNegotiations += other.failedNegotiations
      latencies.merge(other.latencies)
    }
  }

  /// The minutes, in their order.
  private(set) var minutes: [Minute] = []

  /// Counts `count` records of one kind at `minute`, if that is one of the first that are known.
  @inline(__always)
  mutating func add(_ count: Int, of kind: RecordKind, at minute: Int64, latency: UInt16?) {
    // Most records of a long log come later than all that is kept.
    if minutes.count == Self.limit, minute > minutes[Self.limit - 1].minute { return }
    addEarly(count, of: kind, at: minute, latency: latency)
  }

  private mutating func addEarly(
    _ count: Int, of kind: RecordKind, at minute: Int64, latency: UInt16?
  ) {
    let index = minutes.lastIndex { $0.minute <= minute } ?? -1
    if index < 0 || minutes[index].minute != minute {
      minutes.insert(Minute(minute: minute), at: index + 1)
      minutes.removeLast(max(0, minutes.count - Self.limit))
      minutes[index + 1].add(count, of: kind, latency: latency)
    } else {
      minutes[index].add(count, of: kind, latency: latency)
    }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: LaunchTally) {
    if other.minutes.isEmpty { return }
    var union = minutes
    for minute in other.minutes {
      let index = union.firstIndex { $0.minute >= minute.minute } ?? union.count
      if index < union.count, union[index].minute == minute.minute {
        union[index].join(minute)
      } else {
        union.insert(minute, at: index)
      }
    }
    minutes = Array(union.prefix(Self.limit))
  }

  /// Brings the counts into their one form.
  mutating func settle() {
    for index in minutes.indices { minutes[index].latencies.settle() }
  }
}

extension LaunchTally.Minute {
  /// Counts `count` records of one kind that were made in the minute.
  fileprivate mutating func add(_ count: Int, of kind: RecordKind, latency: UInt16?) {
    if kind.applicable.contains(.failure) {
      calls += count
      if kind.matches.contains(.failure) { failures += count }
    }
    if kind.applicable.contains(.failedNegotiation) {
      negotiations += count
      if kind.matches.contains(.failedNegotiation) { failedNegotiations += count }
    }
    if kind.isToolCall, !kind.isBlocked, let latency {
      latencies.add([CountedKeys.Entry(key: UInt64(latency), count: count)])
    }
  }
}

extension LaunchTally: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(list: minutes)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    let start = reader.offset
    minutes = try reader.list(atMost: Self.limit)
    guard zip(minutes, minutes.dropFirst()).allSatisfy({ $0.minute < $1.minute }) else {
      throw reader.fault("minutes are out of order", at: start)
    }
  }
}

extension LaunchTally.Minute: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(signed: minute)
    writer.write(count: calls)
    writer.write(count: failures)
    writer.write(count: negotiations)
    writer.write(count: failedNegotiations)
    latencies.encode(into: &writer)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    minute = try reader.signed(in: TimedCounts.minutes)
    calls = try reader.count()
    failures = try reader.number(atMost: calls)
    negotiations = try reader.count()
    failedNegotiations = try reader.number(atMost: negotiations)
    latencies = try CountedKeys(from: &reader, atMost: LatencyScale.count) {
      $0 < UInt64(LatencyScale.count)
    }
  }
}
