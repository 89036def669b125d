public import SourceText

/// Calls of one server that belong together, because they share a session or a trace.
public struct CallGroup: Hashable, Sendable {
  /// How many there are.
  public var calls: Int
  /// Those that failed or were refused.
  public var failures: Int
  /// The first call's time.
  public var first: Timestamp?
  /// The last call's time.
  public var last: Timestamp?
  /// The first record; on logs with many groups only some have one.
  public var sample: SourceSpan?

  /// A group of `calls`.
  public init(
    calls: Int, failures: Int, first: Timestamp?, last: Timestamp?, sample: SourceSpan?
  ) {
    self.calls = calls
    self.failures = failures
    self.first = first
    self.last = last
    self.sample = sample
  }

  /// Calls for each minute between the first and the last, which count as one minute at least.
  public var callsPerMinute: Double {
    guard let first, let last else { return Double(calls) }
    let minutes = Double(last.milliseconds - first.milliseconds) / 60_000
    return Double(calls) / max(1, minutes)
  }
}

/// How calls of one server group into sessions, or into traces.
public struct GroupedCalls: Hashable, Sendable {
  /// How many of the largest groups are listed.
  public static let listLimit = 10

  /// How many groups were looked at.
  public var groups = 0
  /// One in how many groups was looked at: 1 is all, and more says that the log holds too many to tell
  /// them all apart.
  public var sampling = 1
  /// Groups with a call from whose record the chain cannot be rebuilt, with the first such group's sample.
  public var incomplete = Count()
  /// The largest groups, the largest first.
  public var largest: [CallGroup] = []

  /// No groups.
  public init() {}
}

/// Calls that fail and are made again at once: the same agent, tool and input, each within a minute of the
/// one before.
public struct RetryTraffic: Hashable, Sendable {
  /// How many such calls in a row are a storm: more than any sound limit on retries allows.
  public static let stormLength = 6

  /// Calls in storms, of those that failed and were looked at, with the second call of a storm as sample.
  public var storms = Count()
  /// How many storms there are.
  public var stormCount = 0
  /// Calls in the longest row, storm or not.
  public var longest = 0

  /// No calls.
  public init() {}
}
