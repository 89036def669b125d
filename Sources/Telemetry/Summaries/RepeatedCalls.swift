import Estate

/// Calls that repeat another: the same agent, server, tool and input within ten minutes.
///
/// Ever more distinct calls are looked at by chance alone (`HashedSample`), so that memory is bounded and
/// the share of repetitions stays true.
struct RepeatedCalls: Hashable, Sendable {
  /// Calls further apart than this are no repetition, in milliseconds.
  static let reach: Int64 = 600_000

  /// How many distinct calls are looked at.
  private static let limit = 16_384

  /// Equal calls, each within reach of the next.
  struct Run: Hashable, Sendable {
    /// The first call's time, in milliseconds since 1970.
    var start: Int64
    /// The last call's time.
    var end: Int64
    /// How many calls there are.
    var count: Int
    /// The two that come first in the log; the second is the first repetition that a reader meets.
    var earliest: Sighting
    var second: Sighting?

    /// Takes in `other`, which is within reach.
    mutating func join(_ other: Run) {
      start = min(start, other.start)
      end = max(end, other.end)
      count += other.count
      let order = [earliest, second, other.earliest, other.second].compactMap(\.self).sorted()
      earliest = order[0]
      second = order[1]
    }
  }

  /// All equal calls.
  struct Entry: Hashable, Sendable {
    /// The numbers of the server's and the tool's names.
    var server: UInt32
    var tool: UInt32
    /// The calls, ordered by time.
    var runs: [Run]

    /// Takes in equal calls.
    mutating func join(_ other: Entry) {
      let ordered = (runs + other.runs).sorted { ($0.start, $0.earliest) < ($1.start, $1.earliest) }
      runs.removeAll(keepingCapacity: true)
      for run in ordered {
        if let last = runs.last, run.start - last.end <= RepeatedCalls.reach {
          runs[runs.count - 1].join(run)
        } else {
          runs.append(run)
        }
      }
    }
  }

  private var sample = HashedSample<Entry>(limit: RepeatedCalls.limit)

  /// What is known of each distinct call.
  var entries: some Collection<Entry> { sample.values.values }

  /// Counts the record of `witness`, if it is one whose repetition would matter.
  mutating func count(_ reading: RecordReading, _ witness: inout RecordWitness) {
    guard let hash = reading.callHash, sample.admits(hash), let time = reading.time,
      let server = reading.server, let tool = reading.tool
    else { return }
    let run = Run(
      start: time.milliseconds, end: time.milliseconds, count: 1,
      earliest: witness.sighting(of: .inputHash))
    sample.merge(Entry(server: server, tool: tool, runs: [run]), at: hash) { $0.join($1) }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: RepeatedCalls) {
    sample.merge(other.sample) { $0.join($1) }
  }

  /// Gives each server the number that `target` gives it.
  mutating func regroupServers(_ target: (UInt32) -> UInt32) {
    sample.mapValues { entry in
      var entry = entry
      entry.server = target(entry.server)
      return entry
    }
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    sample.mapValues { entry in
      var entry = entry
      entry.server = map[Int(entry.server)]
      entry.tool = map[Int(entry.tool)]
      for index in entry.runs.indices {
        entry.runs[index].earliest.rename(map)
        entry.runs[index].second?.rename(map)
      }
      return entry
    }
  }

  /// Calls `body` with every record that is pointed at.
  func forEachSighting(_ body: (Sighting) -> Void) {
    for entry in entries {
      for run in entry.runs {
        body(run.earliest)
        run.second.map(body)
      }
    }
  }
}
