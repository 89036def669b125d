/// How often each of some names occurred with one server, and the first records of the first names.
///
/// The names are bounded: the smallest `limit` in the order of names are kept, which depends on their set
/// alone. `forgotten` says how many records the others had.
struct NamedCounts: Hashable, Sendable {
  /// How many names are kept.
  static let limit = 10_000

  /// How many names are shown a record of.
  private static let sampleLimit = 32

  /// All records that held a name.
  private(set) var total = 0
  /// How often each name occurred.
  private(set) var counts = NameTable<Int>()
  /// The first records of the names that were seen first.
  private(set) var samples = FirstSightings(limit: NamedCounts.sampleLimit)

  /// Records whose name is not among those that are kept.
  var forgotten: Int { total - counts.values.reduce(0, +) }

  /// Counts the record of `witness`, in which the value of `field` is `name`.
  mutating func count(_ name: UInt32, _ witness: inout RecordWitness, shownBy field: LogField) {
    add(1, of: name)
    show(name, &witness, shownBy: field)
  }

  /// Counts `occurrences` records in which the value is `name`, all of which were shown.
  mutating func add(_ occurrences: Int, of name: UInt32) {
    total += occurrences
    counts[name, default: 0] += occurrences
  }

  /// Points at the record of `witness`, in which the value of `field` is `name`, if it is the first.
  @inline(__always)
  mutating func show(_ name: UInt32, _ witness: inout RecordWitness, shownBy field: LogField) {
    if samples.wants(UInt64(name)) {
      samples.add(witness.sighting(of: field), of: UInt64(name))
    }
  }

  /// Takes in what `other` has counted.
  mutating func merge(_ other: NamedCounts) {
    total += other.total
    counts.merge(other.counts, joining: +=)
    samples.merge(other.samples)
  }

  /// Forgets what exceeds the limit; names must be numbered in their order.
  mutating func settle() {
    counts.keepSmallest(Self.limit)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    counts = counts.renamed(map, joining: +=)
    samples.rename(map) { UInt64(map[Int($0)]) }
  }
}

extension Dictionary where Key == UInt32 {
  /// Removes all but the `limit` smallest keys.
  mutating func keepSmallest(_ limit: Int) {
    guard count > limit else { return }
    let firstForgotten = keys.sorted()[limit]
    self = filter { $0.key < firstForgotten }
  }

  /// The same values under the numbers that `map` gives, joined where those are equal.
  func renamed(_ map: NameMap, joining join: (Value, Value) -> Value) -> [UInt32: Value] {
    var renamed: [UInt32: Value] = [:]
    renamed.reserveCapacity(count)
    for (key, value) in self {
      let key = map[Int(key)]
      renamed[key] = renamed[key].map { join($0, value) } ?? value
    }
    return renamed
  }
}

extension NamedCounts: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: total)
    writer.write(named: counts) { $0.write(count: $1) }
    samples.encode(into: &writer)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    total = try reader.count()
    var sum = 0
    counts = NameTable(
      try reader.named(atMost: Self.limit) { reader throws(SummaryFault) in
        try reader.count(within: &sum)
      })
    let names = UInt64(reader.nameCount)
    samples = try FirstSightings(from: &reader, limit: Self.sampleLimit) { $0 < names }
  }
}
