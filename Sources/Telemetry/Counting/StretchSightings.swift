/// For each stretch of event time, the one record that shows something best; the newest stretches are kept.
///
/// A stretch is among the newest of the whole log only if it is among the newest of every shard that holds
/// records of it, so that nothing is lost when shards are merged.
struct StretchSightings: Hashable, Sendable {
  /// The record of one stretch.
  struct Entry: Hashable, Sendable {
    /// The record's minute since 1970.
    var minute: Int64
    /// How well it shows what is looked for; the better one stays, and of equals the first.
    var weight: UInt16
    /// The record.
    var sighting: Sighting

    /// Whether this entry stays where `other` is another of the same stretch.
    func isBetter(than other: Entry) -> Bool {
      weight != other.weight ? weight > other.weight : sighting < other.sighting
    }
  }

  /// How many stretches are kept.
  private static let limit = 192

  /// The length of a stretch, in minutes.
  private let length: Int64
  /// The best record of each stretch, by the stretch's number since 1970.
  private(set) var entries: [Int64: Entry] = [:]

  /// Cuts time into stretches of `length` minutes.
  init(length: Int64) {
    self.length = length
  }

  /// Whether a record of `weight` at `minute`, the next in the order of the log, would be kept.
  func wants(_ weight: UInt16, at minute: Int64) -> Bool {
    guard let known = entries[stretch(minute)] else { return true }
    return weight > known.weight
  }

  /// Takes in a record.
  mutating func add(_ entry: Entry) {
    let stretch = stretch(entry.minute)
    if let known = entries[stretch], !entry.isBetter(than: known) { return }
    entries[stretch] = entry
    shrink()
  }

  /// Takes in the records that `other`, of the same length, has kept.
  mutating func merge(_ other: StretchSightings) {
    entries.merge(other.entries) { $1.isBetter(than: $0) ? $1 : $0 }
    shrink()
  }

  /// Replaces the numbers of sources by those that `map` gives.
  mutating func rename(_ map: NameMap) {
    entries = entries.mapValues { entry in
      var entry = entry
      entry.sighting.rename(map)
      return entry
    }
  }

  /// The best record of those kept whose minute lies in `minutes`.
  func best(in minutes: Range<Int64>) -> Sighting? {
    entries.values.filter { minutes.contains($0.minute) }
      .min { $0.isBetter(than: $1) }?.sighting
  }

  private func stretch(_ minute: Int64) -> Int64 {
    minute >= 0 ? minute / length : (minute - length + 1) / length
  }

  private mutating func shrink() {
    guard entries.count > Self.limit else { return }
    let oldest = entries.keys.sorted()[entries.count - Self.limit]
    entries = entries.filter { $0.key >= oldest }
  }
}

extension StretchSightings {
  /// Appends what `init(from:length:)` reads.
  func encode(into writer: inout SummaryWriter) {
    writer.write(list: entries.sorted { $0.key < $1.key }.map(\.value))
  }

  /// Reads the records of stretches of `length` minutes.
  init(from reader: inout SummaryReader, length: Int64) throws(SummaryFault) {
    self.init(length: length)
    let start = reader.offset
    for entry in try reader.list(Entry.self, atMost: Self.limit) {
      guard entries.updateValue(entry, forKey: stretch(entry.minute)) == nil else {
        throw reader.fault("one stretch has two records", at: start)
      }
    }
  }
}

extension StretchSightings.Entry: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(signed: minute)
    writer.write(count: Int(weight))
    writer.write(sighting)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    minute = try reader.signed(in: TimedCounts.minutes)
    weight = UInt16(try reader.number(atMost: Int(UInt16.max)))
    sighting = try reader.part()
  }
}
