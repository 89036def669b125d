/// How often each of a few thousand codes occurred in each stretch of event time, in bounded memory.
///
/// Time is cut into whole minutes. Where the cells (one stretch and one code) exceed `limit`, stretches are
/// joined to 5, then 15, then 60 minutes, and after that the oldest are dropped. Both steps depend on
/// nothing but the set of all cells: whatever the order in which records arrive, and however the log was
/// cut into shards, the result is the same. (A finer grain is given up only when the cells seen so far
/// exceed the limit, and then those of the whole log do too; the same holds for a stretch that is dropped.)
struct TimedCounts: Hashable, Sendable {
  /// The grains, in minutes; each divides the next, and all divide an hour.
  private static let grains: [Int64] = [1, 5, 15, 60]

  /// Added to minutes since 1970, so that keys of the year 0 are not negative; whole hours.
  private static let bias: Int64 = 60 * 20_000_000

  /// The times that can be counted: the years 0 to 9999, in minutes since 1970.
  static let minutes: ClosedRange<Int64> = -1_036_915_200...4_223_371_679

  /// How many cells there are at most.
  let limit: Int
  /// The place of the grain among all.
  private(set) var level = 0
  /// Stretches before this biased minute have been dropped; only stretches of the last level ever are.
  private(set) var floor: Int64 = 0
  private var cells = CountedKeys()

  /// Counts in at most `limit` cells.
  init(limit: Int) {
    self.limit = limit
  }

  /// The place of the longest grain, and the grain itself.
  static var lastLevel: Int { grains.count - 1 }
  static var lastGrain: Int64 { grains[lastLevel] }

  /// How many cells there are; everything must be settled.
  var cellCount: Int { cells.count }

  /// Calls `body` with each biased stretch and how many cells it has, in their order; everything must be
  /// settled.
  func forEachStretch(_ body: (_ stretch: Int64, _ cellCount: Int) -> Void) {
    var last: Int64?
    var count = 0
    for entry in cells.entries {
      let stretch = Int64(entry.key >> 16)
      if let last, last != stretch {
        body(last, count)
        count = 0
      }
      last = stretch
      count += 1
    }
    if let last { body(last, count) }
  }

  /// The length of a stretch, in minutes.
  var grain: Int64 { Self.grains[level] }

  /// The minute since 1970 before which nothing is known any more; `nil` where all is.
  var forgottenBefore: Int64? { floor == 0 ? nil : floor - Self.bias }

  /// One stretch, one code and how often it occurred there.
  struct Cell: Hashable, Sendable {
    /// The stretch's first minute since 1970.
    let minute: Int64
    /// What occurred.
    let code: UInt16
    /// How often.
    var count: Int
  }

  /// All cells, in the order of time, then code; everything must be settled.
  var sorted: [Cell] {
    cells.entries.map { entry in
      Cell(
        minute: Int64(entry.key >> 16) - Self.bias, code: UInt16(truncatingIfNeeded: entry.key),
        count: entry.count)
    }
  }

  /// Whether some cell is of `code`; everything must be settled.
  func holds(_ code: UInt16) -> Bool {
    cells.entries.contains { UInt16(truncatingIfNeeded: $0.key) == code }
  }

  /// Counts `code` at `minute` since 1970, which is clamped to `minutes`.
  mutating func add(_ code: UInt16, at minute: Int64) {
    let stretch = stretch(min(max(minute, Self.minutes.lowerBound), Self.minutes.upperBound))
    if stretch < floor { return }
    if cells.add(UInt64(stretch) << 16 | UInt64(code)) { shrink() }
  }

  /// Takes in `cells`, in the order of time, then code; their minutes are among `minutes`.
  mutating func add(_ cells: [Cell]) {
    var entries: [CountedKeys.Entry] = []
    entries.reserveCapacity(cells.count)
    for cell in cells {
      let stretch = stretch(cell.minute)
      if stretch < floor { continue }
      entries.append(
        CountedKeys.Entry(key: UInt64(stretch) << 16 | UInt64(cell.code), count: cell.count))
    }
    if level > 0 { entries = CountedKeys.joined(entries.sorted { $0.key < $1.key }) }
    self.cells.add(entries)
    shrink()
  }

  /// Takes in all that `other`, of the same limit, has counted.
  mutating func merge(_ other: TimedCounts) {
    var other = other
    let common = max(level, other.level)
    coarsen(to: common)
    other.coarsen(to: common)
    cells.merge(other.cells)
    drop(before: max(floor, other.floor))
    shrink()
  }

  /// Brings the counts into the one form that two equal sets of records have.
  mutating func settle() {
    cells.settle()
    shrink()
  }

  private func stretch(_ minute: Int64) -> Int64 {
    let biased = minute + Self.bias
    return biased - biased % grain
  }

  private mutating func shrink() {
    while cells.count > limit {
      if level + 1 < Self.grains.count {
        coarsen(to: level + 1)
      } else {
        // The first stretch all of whose cells are among the newest `limit`.
        let last = cells.entries[cells.count - limit - 1].key >> 16
        drop(before: Int64(last) + grain)
      }
    }
  }

  /// Joins stretches to those of `level`, which is not below the present one.
  mutating func coarsen(to level: Int) {
    if level == self.level { return }
    self.level = level
    let grain = UInt64(self.grain)
    cells.mapKeys { key in
      let minute = key >> 16
      return (minute - minute % grain) << 16 | key & 0xFFFF
    }
  }

  /// Forgets the stretches before the biased `minute`, and those that were forgotten already.
  mutating func drop(before minute: Int64) {
    floor = max(floor, minute)
    if floor == 0 { return }
    let first = UInt64(floor) << 16
    cells.filter { $0.key >= first }
  }
}

extension TimedCounts {
  /// Appends what `init(from:limit:codes:)` reads; everything must be settled.
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: level)
    writer.write(signed: floor)
    cells.encode(into: &writer)
  }

  /// Reads counts of `codes` in at most `limit` cells.
  init(from reader: inout SummaryReader, limit: Int, codes: Range<Int>) throws(SummaryFault) {
    self.init(limit: limit)
    level = try reader.number(atMost: Self.grains.count - 1)
    let last = Self.minutes.upperBound + Self.bias
    floor = try reader.signed(in: 0...last)
    let (first, grain) = (UInt64(floor), UInt64(grain))
    cells = try CountedKeys(from: &reader, atMost: limit) { key in
      let minute = key >> 16
      return minute >= first && minute <= UInt64(last) && minute % grain == 0
        && codes.contains(Int(key & 0xFFFF))
    }
  }
}
