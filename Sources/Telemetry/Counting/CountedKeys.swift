/// How often each of a set of numbers below 2⁶³ has occurred, in memory of a few bytes for each of them.
///
/// Additions are collected and sorted in batches; the largest numbers are kept ready for more of them, and
/// the others packed, so that what arrives nearly in order costs little. Values that are compared must be
/// settled.
struct CountedKeys: Hashable, Sendable {
  /// A number, and how often it has occurred.
  struct Entry: Hashable, Sendable {
    var key: UInt64
    var count: Int
  }

  /// How many entries are kept ready at most, and how many are when others were packed.
  private static let readyLimit = (most: 2048, fewest: 1024)

  private var packed = PackedCounts()
  /// The entries above those that are packed, ascending.
  private var ready: [Entry] = []
  private var pending: [UInt64] = []

  /// The number of distinct numbers, without those that were added since they were settled.
  var count: Int { packed.count + ready.count }

  /// The distinct numbers with how often each has occurred, ascending; without those that were added since
  /// they were settled.
  var entries: [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    packed.forEach { entries.append(Entry(key: $0, count: $1)) }
    return entries + ready
  }

  /// Counts `key` once more; true when the numbers collected so far were sorted in by it.
  mutating func add(_ key: UInt64) -> Bool {
    add(key, collecting: max(256, count / 8))
  }

  /// Counts `key` once more, sorting in as many numbers as are there where they come in no order.
  mutating func addUnordered(_ key: UInt64) {
    _ = add(key, collecting: max(256, count))
  }

  @inline(__always)
  private mutating func add(_ key: UInt64, collecting limit: Int) -> Bool {
    pending.append(key)
    if pending.count < limit { return false }
    takePending()
    return true
  }

  /// Brings everything into its one form.
  mutating func settle() {
    takePending()
    pack(all: true)
  }

  /// Takes in every occurrence that `other` has counted.
  mutating func merge(_ other: CountedKeys) {
    takePending()
    var other = other
    other.takePending()
    guard other.count > 0 else { return }
    self = CountedKeys(Self.union(entries[...], other.entries))
  }

  /// Replaces every key by what `transform` makes of it, and counts those that become equal together.
  mutating func mapKeys(_ transform: (UInt64) -> UInt64) {
    takePending()
    let mapped = entries.map { Entry(key: transform($0.key), count: $0.count) }
    self = CountedKeys(Self.joined(mapped.sorted { $0.key < $1.key }))
  }

  /// Keeps the entries that `isKept` is true of.
  mutating func filter(_ isKept: (Entry) -> Bool) {
    takePending()
    self = CountedKeys(entries.filter(isKept))
  }

  /// Keeps the `count` smallest keys; they must be settled.
  mutating func keepFirst(_ limit: Int) {
    if count > limit { self = CountedKeys(Array(entries.prefix(limit))) }
  }

  /// No occurrences.
  init() {}

  /// The occurrences that `entries`, ascending and distinct, count.
  private init(_ entries: [Entry]) {
    for entry in entries { packed.append(entry.key, entry.count) }
  }

  private mutating func takePending() {
    if pending.isEmpty { return }
    pending.sort()
    let added = Self.joined(pending.map { Entry(key: $0, count: 1) })
    pending.removeAll(keepingCapacity: true)
    let first = added[0].key
    if packed.count > 0, first <= packed.last {
      ready = entries
      packed = PackedCounts()
    }
    // Only what lies behind the first new key has to move.
    let boundary = lowerBound(first)
    let union = Self.union(ready[boundary...], added)
    ready.replaceSubrange(boundary..., with: union)
    pack(all: false)
  }

  /// Packs what is ready, or all but the largest where it is much.
  private mutating func pack(all: Bool) {
    guard all || ready.count > Self.readyLimit.most else { return }
    let number = all ? ready.count : ready.count - Self.readyLimit.fewest
    for entry in ready.prefix(number) { packed.append(entry.key, entry.count) }
    ready.removeFirst(number)
  }

  /// The entries of both, ascending lists, with equal keys counted together.
  private static func union(_ left: ArraySlice<Entry>, _ right: [Entry]) -> [Entry] {
    var union: [Entry] = []
    union.reserveCapacity(left.count + right.count)
    var (left, right) = (left, right[...])
    while let first = left.first, let other = right.first {
      if first.key <= other.key { union.append(first) } else { union.append(other) }
      if first.key == other.key { union[union.count - 1].count += other.count }
      if first.key <= other.key { left.removeFirst() }
      if first.key >= other.key { right.removeFirst() }
    }
    return union + left + right
  }

  /// Ascending entries, with those of one key made one.
  private static func joined(_ entries: [Entry]) -> [Entry] {
    var joined: [Entry] = []
    for entry in entries {
      if joined.last?.key == entry.key {
        joined[joined.count - 1].count += entry.count
      } else {
        joined.append(entry)
      }
    }
    return joined
  }

  /// The place in `ready` of the first key that is not less than `key`.
  private func lowerBound(_ key: UInt64) -> Int {
    var (low, high) = (0, ready.count)
    while low < high {
      let middle = (low + high) / 2
      if ready[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CountedKeys {
  /// Appends what `init(from:atMost:checking:)` reads; everything must be settled.
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: count)
    var last: UInt64 = 0
    packed.forEach { key, count in
      writer.write(number: key - last)
      writer.write(count: count)
      last = key
    }
  }

  /// Reads at most `limit` keys, each of which `check` accepts.
  init(
    from reader: inout SummaryReader, atMost limit: Int, checking check: (UInt64) -> Bool
  ) throws(SummaryFault) {
    var total = 0
    for index in 0..<(try reader.elementCount(atMost: limit)) {
      let start = reader.offset
      let step = try reader.number()
      let (key, overflows) = packed.last.addingReportingOverflow(step)
      guard !overflows, key >> 63 == 0, step > 0 || index == 0, check(key) else {
        throw reader.fault("a key is not well formed", at: start)
      }
      packed.append(key, try reader.count(within: &total))
    }
  }
}
