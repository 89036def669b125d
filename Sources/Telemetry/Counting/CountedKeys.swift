/// How often each of a set of numbers has occurred: sorted arrays that merge by walking both.
///
/// Additions are collected and sorted in batches, so that what arrives nearly in order costs little.
/// Values that are compared must be settled.
struct CountedKeys: Hashable, Sendable {
  /// The distinct numbers, ascending.
  private(set) var keys: [UInt64] = []
  /// How often each has occurred.
  private(set) var counts: [Int] = []
  private var pending: [UInt64] = []

  /// The number of distinct numbers that are settled.
  var count: Int { keys.count }

  /// Counts `key` once more; true when the numbers collected so far were settled by it.
  mutating func add(_ key: UInt64) -> Bool {
    pending.append(key)
    if pending.count < max(256, keys.count / 8) { return false }
    settle()
    return true
  }

  /// Brings everything into its sorted place.
  mutating func settle() {
    if pending.isEmpty { return }
    pending.sort()
    var added = CountedKeys()
    for key in pending { added.append(key, 1) }
    pending.removeAll(keepingCapacity: true)
    mergeSettled(added)
  }

  /// Takes in every occurrence that `other` has counted.
  mutating func merge(_ other: CountedKeys) {
    settle()
    var other = other
    other.settle()
    mergeSettled(other)
  }

  /// Replaces every key by what `transform` makes of it, and counts those that become equal together.
  mutating func mapKeys(_ transform: (UInt64) -> UInt64) {
    settle()
    let order = keys.indices.map { (key: transform(keys[$0]), count: counts[$0]) }
      .sorted { $0.key < $1.key }
    keys.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    for (key, count) in order { append(key, count) }
  }

  /// Forgets the `count` smallest keys; they must be settled.
  mutating func dropFirst(_ count: Int) {
    keys.removeFirst(count)
    counts.removeFirst(count)
  }

  /// Keeps the `count` smallest keys; they must be settled.
  mutating func keepFirst(_ count: Int) {
    keys.removeLast(max(0, keys.count - count))
    counts.removeLast(max(0, counts.count - count))
  }

  private mutating func mergeSettled(_ other: CountedKeys) {
    guard let first = other.keys.first else { return }
    // Only what lies behind the first new key has to move.
    let boundary = lowerBound(first)
    let tailKeys = Array(keys[boundary...])
    let tailCounts = Array(counts[boundary...])
    keys.removeLast(tailKeys.count)
    counts.removeLast(tailCounts.count)
    var (left, right) = (0, 0)
    while left < tailKeys.count || right < other.keys.count {
      if right == other.keys.count || (left < tailKeys.count && tailKeys[left] < other.keys[right])
      {
        append(tailKeys[left], tailCounts[left])
        left += 1
      } else {
        append(other.keys[right], other.counts[right])
        right += 1
        if left < tailKeys.count, tailKeys[left] == other.keys[right - 1] {
          counts[counts.count - 1] += tailCounts[left]
          left += 1
        }
      }
    }
  }

  private mutating func append(_ key: UInt64, _ count: Int) {
    if keys.last == key {
      counts[counts.count - 1] += count
    } else {
      keys.append(key)
      counts.append(count)
    }
  }

  /// The index of the first key that is not less than `key`.
  private func lowerBound(_ key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CountedKeys {
  /// Appends what `init(from:atMost:checking:)` reads; everything must be settled.
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: keys.count)
    var last: UInt64 = 0
    for (key, count) in zip(keys, counts) {
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
      let (key, overflows) = (keys.last ?? 0).addingReportingOverflow(step)
      guard !overflows, step > 0 || index == 0, check(key) else {
        throw reader.fault("a key is not well formed", at: start)
      }
      keys.append(key)
      counts.append(try reader.count(within: &total))
    }
  }
}
