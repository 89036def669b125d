/// The first sighting of each of the keys that are seen first; how many is bounded.
///
/// A key is among the first of the whole log only if it is among the first of the shard that holds its
/// first record, so that nothing is lost when shards are merged.
struct FirstSightings: Hashable, Sendable {
  private let limit: Int
  /// The first sightings, by key.
  private(set) var sightings: [UInt64: Sighting] = [:]

  /// Keeps the sightings of `limit` keys.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether the next record of `key`, in the order of the log, is to be kept.
  func wants(_ key: UInt64) -> Bool {
    sightings.count < limit && sightings[key] == nil
  }

  /// Takes in that `key` was seen at `sighting`.
  mutating func add(_ sighting: Sighting, of key: UInt64) {
    sightings[key] = sighting
  }

  /// Takes in the sightings of `other`.
  mutating func merge(_ other: FirstSightings) {
    sightings.merge(other.sightings) { min($0, $1) }
    shrink()
  }

  /// Replaces keys by what `transform` makes of them, and the numbers of sources.
  mutating func rename(_ map: NameMap, keys transform: (UInt64) -> UInt64) {
    var renamed: [UInt64: Sighting] = [:]
    for (key, sighting) in sightings {
      var sighting = sighting
      sighting.rename(map)
      renamed[transform(key)] = earlier(renamed[transform(key)], sighting)
    }
    sightings = renamed
  }

  private mutating func shrink() {
    guard sightings.count > limit else { return }
    let last = sightings.values.sorted()[limit]
    sightings = sightings.filter { $0.value < last }
  }
}

extension FirstSightings {
  /// Appends what `init(from:limit:checking:)` reads.
  func encode(into writer: inout SummaryWriter) {
    writer.write(hashed: sightings)
  }

  /// Reads the sightings of at most `limit` keys, each of which `check` accepts.
  init(
    from reader: inout SummaryReader, limit: Int, checking check: (UInt64) -> Bool
  ) throws(SummaryFault) {
    self.init(limit: limit)
    let start = reader.offset
    sightings = try reader.hashed(atMost: limit)
    guard sightings.keys.allSatisfy(check) else {
      throw reader.fault("a key is not well formed", at: start)
    }
  }
}
