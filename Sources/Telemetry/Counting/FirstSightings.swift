/// The first sighting of each of the keys that are seen first; how many is bounded.
///
/// A key is among the first of the whole log only if it is among the first of the shard that holds its
/// first record, so that nothing is lost when shards are merged.
struct FirstSightings: Hashable, Sendable {
  /// A key, and its first sighting.
  struct Entry: Hashable, Sendable {
    var key: UInt64
    var sighting: Sighting
  }

  private let limit: Int
  /// The keys with their first sightings, in the order of keys; so few that they are looked through.
  private(set) var entries: [Entry] = []

  /// Keeps the sightings of `limit` keys.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there is no room for another key.
  var isFull: Bool { entries.count >= limit }

  /// Whether the next record of `key`, in the order of the log, is to be kept.
  @inline(__always)
  func wants(_ key: UInt64) -> Bool {
    entries.count < limit && self[key] == nil
  }

  /// The first sighting of `key`, if it is kept.
  subscript(key: UInt64) -> Sighting? {
    entries.first { $0.key == key }?.sighting
  }

  /// Takes in that `key` was seen at `sighting`.
  mutating func add(_ sighting: Sighting, of key: UInt64) {
    let place = entries.firstIndex { $0.key >= key } ?? entries.count
    if place < entries.count, entries[place].key == key {
      entries[place].sighting = min(entries[place].sighting, sighting)
    } else {
      entries.insert(Entry(key: key, sighting: sighting), at: place)
    }
  }

  /// Takes in the sightings of `other`.
  mutating func merge(_ other: FirstSightings) {
    for entry in other.entries { add(entry.sighting, of: entry.key) }
    shrink()
  }

  /// Replaces keys by what `transform` makes of them, and the numbers of sources.
  mutating func rename(_ map: NameMap, keys transform: (UInt64) -> UInt64) {
    let old = entries
    entries = []
    for entry in old {
      var sighting = entry.sighting
      sighting.rename(map)
      add(sighting, of: transform(entry.key))
    }
  }

  private mutating func shrink() {
    guard entries.count > limit else { return }
    let last = entries.map(\.sighting).sorted()[limit]
    entries.removeAll { $0.sighting >= last }
  }
}

extension FirstSightings {
  /// Appends what `init(from:limit:checking:)` reads.
  func encode(into writer: inout SummaryWriter) {
    writer.write(hashed: Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.sighting) }))
  }

  /// Reads the sightings of at most `limit` keys, each of which `check` accepts.
  init(
    from reader: inout SummaryReader, limit: Int, checking check: (UInt64) -> Bool
  ) throws(SummaryFault) {
    self.init(limit: limit)
    let start = reader.offset
    for (key, sighting) in try reader.hashed(Sighting.self, atMost: limit) {
      guard check(key) else { throw reader.fault("a key is not well formed", at: start) }
      add(sighting, of: key)
    }
  }
}
