/// How often each of a set of numbers below 2⁶³ has occurred, in memory of a few bytes for each of them.
///
/// The numbers are packed in short lists, so that what is added changes only the lists among whose numbers it
/// comes. Single additions are collected and sorted. Values that are compared must be settled.
struct CountedKeys: Sendable {
  /// A number, and how often it has occurred.
  struct Entry: Hashable, Sendable {
    var key: UInt64
    var count: Int
  }

  /// How many numbers a list has at most.
  private static let listLimit = 512

  /// How many additions are collected: as many as there are numbers, which makes up for packing all lists
  /// anew, but of few numbers not fewer, and of many no more than take less memory than the lists.
  private static let pendingLimits = (fewest: 256, most: 4096, numbersForEach: 4)

  /// The lists, ascending; none is empty.
  private var lists: [PackedCounts] = []
  private var pending: [UInt64] = []

  /// The number of distinct numbers, without those that were added since they were settled.
  private(set) var count = 0

  /// The distinct numbers with how often each has occurred, ascending; without those that were added since
  /// they were settled.
  var entries: [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    forEach { entries.append($0) }
    return entries
  }

  /// Calls `body` with each of `entries`, in their order.
  @inline(__always)
  func forEach(_ body: (Entry) -> Void) {
    for list in lists { list.forEach(body) }
  }

  private var pendingLimit: Int {
    let limits = Self.pendingLimits
    return max(limits.fewest, min(count, limits.most), count / limits.numbersForEach)
  }

  /// Counts `key` once more; true when the numbers collected so far were sorted in by it.
  @inline(__always)
  mutating func add(_ key: UInt64) -> Bool {
    pending.append(key)
    if pending.count < pendingLimit { return false }
    takePending()
    return true
  }

  /// Counts the keys of `entries`, ascending and distinct, as often as they say.
  ///
  /// Where they come among more others than they are, they are collected as if they had come one by one.
  mutating func add(_ entries: [Entry]) {
    guard let first = entries.first else { return }
    // Lists that have to be packed anew, if the entries lie among all behind the first of them.
    let changed = lists.count - place(of: first.key)
    if pending.isEmpty, changed * Self.listLimit <= 2 * entries.count { return take(entries) }
    for entry in entries {
      pending.append(contentsOf: repeatElement(entry.key, count: entry.count))
    }
    if pending.count >= pendingLimit { takePending() }
  }

  /// Sorts in whatever was added.
  mutating func settle() {
    takePending()
    pending = []
  }

  /// Takes in every occurrence that `other` has counted.
  mutating func merge(_ other: CountedKeys) {
    takePending()
    var other = other
    other.takePending()
    if count == 0 { self = other } else { take(other.entries) }
  }

  /// Replaces every key by what `transform` makes of it, and counts those that become equal together.
  mutating func mapKeys(_ transform: (UInt64) -> UInt64) {
    takePending()
    var mapped: [Entry] = []
    mapped.reserveCapacity(count)
    forEach { mapped.append(Entry(key: transform($0.key), count: $0.count)) }
    RadixSort.sort(&mapped) { $0.key }
    self = CountedKeys(ascending: Self.joined(mapped))
  }

  /// Keeps the entries that `isKept` is true of.
  mutating func filter(_ isKept: (Entry) -> Bool) {
    takePending()
    self = CountedKeys(ascending: entries.filter(isKept))
  }

  /// Keeps the `count` smallest keys; they must be settled.
  mutating func keepFirst(_ limit: Int) {
    if count > limit { self = CountedKeys(ascending: Array(entries.prefix(limit))) }
  }

  /// No occurrences.
  init() {}

  /// The occurrences that `entries`, ascending and distinct, count.
  init(ascending entries: [Entry]) {
    count = entries.count
    appendLists(of: entries)
  }

  // MARK: Lists

  private mutating func takePending() {
    if pending.isEmpty { return }
    RadixSort.sort(&pending)
    let added = Self.counted(pending)
    pending.removeAll(keepingCapacity: true)
    take(added)
  }

  /// Takes in `added`, ascending and distinct.
  private mutating func take(_ added: [Entry]) {
    guard let first = added.first else { return }
    let start = place(of: first.key)
    let changed = Array(lists[start...])
    lists.removeSubrange(start...)
    var next = 0
    for (index, list) in changed.enumerated() {
      let end =
        index + 1 < changed.count
        ? Self.lowerBound(changed[index + 1].first, in: added, from: next) : added.count
      if next == end {
        lists.append(list)
      } else {
        let union = Self.union(list, added[next..<end])
        count += union.count - list.count
        appendLists(of: union)
        next = end
      }
    }
    if changed.isEmpty {
      count += added.count
      appendLists(of: added)
    }
  }

  /// Packs `entries` behind what is there, in lists of about equal length.
  private mutating func appendLists(of entries: [Entry]) {
    let number = (entries.count + Self.listLimit - 1) / Self.listLimit
    for index in 0..<number {
      let (start, end) = (entries.count * index / number, entries.count * (index + 1) / number)
      lists.append(PackedCounts(entries[start..<end]))
    }
  }

  /// The place of the list among whose numbers `key` comes; that of the first where it comes before all.
  private func place(of key: UInt64) -> Int {
    var (low, high) = (0, lists.count)
    while low < high {
      let middle = (low + high) / 2
      if lists[middle].first <= key { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The first index from `start` on of an entry whose key is not less than `key`.
  private static func lowerBound(_ key: UInt64, in entries: [Entry], from start: Int) -> Int {
    var (low, high) = (start, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entries of both, ascending lists, with equal keys counted together.
  private static func union(_ list: PackedCounts, _ added: ArraySlice<Entry>) -> [Entry] {
    var union: [Entry] = []
    union.reserveCapacity(list.count + added.count)
    var next = added.startIndex
    list.forEach { entry in
      while next < added.endIndex, added[next].key < entry.key {
        union.append(added[next])
        next += 1
      }
      union.append(entry)
      if next < added.endIndex, added[next].key == entry.key {
        union[union.count - 1].count += added[next].count
        next += 1
      }
    }
    union += added[next...]
    return union
  }

  /// How often each of `keys`, which are in order, is among them.
  private static func counted(_ keys: [UInt64]) -> [Entry] {
    var counted: [Entry] = []
    counted.reserveCapacity(keys.count)
    for key in keys {
      if counted.last?.key == key {
        counted[counted.count - 1].count += 1
      } else {
        counted.append(Entry(key: key, count: 1))
      }
    }
    return counted
  }

  /// Ascending entries, with those of one key made one.
  static func joined(_ entries: [Entry]) -> [Entry] {
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
}

extension CountedKeys: Hashable {
  static func == (left: CountedKeys, right: CountedKeys) -> Bool {
    left.count == right.count && left.entries == right.entries
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
  }
}

extension CountedKeys {
  /// Appends what `init(from:atMost:checking:)` reads; everything must be settled.
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: count)
    var last: UInt64 = 0
    forEach { entry in
      writer.write(number: entry.key - last)
      writer.write(count: entry.count)
      last = entry.key
    }
  }

  /// Reads at most `limit` keys, each of which `check` accepts.
  init(
    from reader: inout SummaryReader, atMost limit: Int, checking check: (UInt64) -> Bool
  ) throws(SummaryFault) {
    var total = 0
    var entries: [Entry] = []
    for index in 0..<(try reader.elementCount(atMost: limit)) {
      let start = reader.offset
      let step = try reader.number()
      let (key, overflows) = (entries.last?.key ?? 0).addingReportingOverflow(step)
      guard !overflows, key >> 63 == 0, step > 0 || index == 0, check(key) else {
        throw reader.fault("a key is not well formed", at: start)
      }
      entries.append(Entry(key: key, count: try reader.count(within: &total)))
    }
    self.init(ascending: entries)
  }
}
