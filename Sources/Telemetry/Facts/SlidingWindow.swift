/// A window of fixed length that slides over counts in time, from one place to the next at which what it
/// holds changes.
struct SlidingWindow {
  /// The window's length in minutes, a multiple of every grain.
  let length: Int64

  /// One position of the window, and how long it shows the same.
  struct Position: Hashable {
    /// The minutes since 1970 that the window holds.
    let minutes: Range<Int64>
    /// The last end up to which the window could be moved on without a change.
    let lastEnd: Int64
  }

  /// Hands each position over `counts` to `body`, with what `gauge` measures there.
  ///
  /// `span` is the stretch of minutes that the log covers, of which only whole windows are taken; if it is
  /// shorter than the window, the whole of it is the only position. Its bounds are moved out to the grain.
  func slide<Gauge: WindowGauge>(
    over counts: TimedCounts, within span: Range<Int64>, measuring gauge: Gauge,
    _ body: (Position, WindowMeasure) -> Void
  ) {
    let grain = counts.grain
    let cells = counts.sorted
    let first = Self.floor(span.lowerBound, grain)
    let last = Self.floor(span.upperBound + grain - 1, grain)
    var gauge = gauge
    var (entered, left) = (0, 0)
    var end = min(first + length, last)
    while true {
      let start = max(first, end - length)
      while entered < cells.count, cells[entered].minute < end {
        gauge.change(cells[entered].code, by: cells[entered].count)
        entered += 1
      }
      while left < entered, cells[left].minute < start {
        gauge.change(cells[left].code, by: -cells[left].count)
        left += 1
      }
      // The end at which the next stretch enters, or at which the oldest is out.
      var next = last + grain
      if entered < cells.count { next = min(next, cells[entered].minute + grain) }
      if left < entered { next = min(next, cells[left].minute + length + grain) }
      if let measure = gauge.measure {
        body(Position(minutes: start..<end, lastEnd: min(next - grain, last)), measure)
      }
      if next > last { return }
      end = next
    }
  }

  /// The ends of the first and the last window within `span`, whose bounds are moved out to `grain`.
  func ends(within span: Range<Int64>, grain: Int64) -> ClosedRange<Int64> {
    let first = Self.floor(span.lowerBound, grain)
    let last = Self.floor(span.upperBound + grain - 1, grain)
    return min(first + length, last)...last
  }

  private static func floor(_ minute: Int64, _ grain: Int64) -> Int64 {
    let rest = minute % grain
    return minute - (rest < 0 ? rest + grain : rest)
  }
}
