/// What the series of a fleet give up so that together they have no more than so many cells.
///
/// A series may have reached its own limit before: then it is known only that it had more cells than that
/// limit, and it counts as having just so many. What is given up therefore depends on the set of all
/// records alone, as it does for a single series: neither on their order nor on how the log was cut.
enum SeriesBound: Equatable {
  /// Stretches are joined to those of this level.
  case level(Int)
  /// Stretches before this biased minute are dropped.
  case floor(Int64)

  /// The next thing to give up; `nil` where `series` have at most `limit` cells.
  init?(_ series: [TimedCounts], limit: Int) {
    let level = series.reduce(TimedCounts.lastLevel) { min($0, $1.level) }
    let floor = series.reduce(Int64.max) { min($0, $1.floor) }
    let total = series.reduce(0) { total, one in
      total + (one.level > level || one.floor > floor ? one.limit : one.cellCount)
    }
    if total <= limit { return nil }
    self =
      level < TimedCounts.lastLevel
      ? .level(level + 1) : .floor(Self.floor(of: series, limit: limit))
  }

  /// The first of the last stretches that have at most `limit` cells together.
  private static func floor(of series: [TimedCounts], limit: Int) -> Int64 {
    var cells: [Int64: Int] = [:]
    for one in series {
      one.forEachStretch { stretch, count in cells[stretch, default: 0] += count }
      // Before its own floor a series counts as having as many cells as it may.
      if one.floor > 0 { cells[one.floor - 1, default: 0] += one.limit - one.cellCount }
    }
    let grain = TimedCounts.lastGrain
    var total = 0
    for (stretch, count) in cells.sorted(by: { $0.key > $1.key }) {
      total += count
      if total > limit { return (stretch / grain + 1) * grain }
    }
    return 0
  }
}

extension TimedCounts {
  /// Gives up what `bound` says.
  mutating func apply(_ bound: SeriesBound) {
    switch bound {
    case .level(let level): if level > self.level { coarsen(to: level) }
    case .floor(let floor): drop(before: floor)
    }
  }
}

extension NameTable where Value == ServerTally {
  /// How many cells one series of all servers and recorders has together, without those that are not settled.
  func cellCount(of series: KeyPath<BudgetSeries, TimedCounts>) -> Int {
    var count = 0
    forEachValue { count += $0.calls.series.reduce(0) { $0 + $1[keyPath: series].cellCount } }
    return count
  }

  /// Bounds the cells of one series of all servers and recorders together to `limit`.
  mutating func boundCells(
    of series: WritableKeyPath<BudgetSeries, TimedCounts>, to limit: Int
  ) {
    while let bound = SeriesBound(
      values.flatMap { $0.calls.series.map { $0[keyPath: series] } }, limit: limit)
    {
      updateValues { $0.calls.apply(bound, to: series) }
    }
  }
}
