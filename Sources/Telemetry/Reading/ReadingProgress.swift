import Synchronization

/// Counts the bytes of logs that have been read, and tells somebody how far it is now and then.
///
/// The readers themselves tell it, between two pieces, because they leave no thread for anybody else.
public final class ReadingProgress: Sendable {
  /// Takes in how many bytes have been read since when; never called by two readers at one time.
  public typealias Report = @Sendable (_ byteCount: Int, _ elapsed: Duration) -> Void

  private let byteCount = Atomic<Int>(0)
  /// When the next report is due, in milliseconds since the start; `Int.max` while one is made.
  private let due: Atomic<Int>
  private let start = ContinuousClock.now
  private let interval: Int
  private let report: Report

  /// Progress from now on, of which `report` hears every `interval` milliseconds.
  public init(everyMilliseconds interval: Int, _ report: @escaping Report) {
    self.interval = interval
    self.report = report
    due = Atomic(interval)
  }

  /// Takes note of another `count` bytes.
  func add(_ count: Int) {
    let total = byteCount.add(count, ordering: .relaxed).newValue
    let expected = due.load(ordering: .acquiring)
    if expected == Int.max { return }
    let elapsed = start.duration(to: .now)
    let now = Int(elapsed / .milliseconds(1))
    guard now >= expected,
      due.compareExchange(expected: expected, desired: Int.max, ordering: .acquiringAndReleasing)
        .exchanged
    else { return }
    report(total, elapsed)
    due.store(now + interval, ordering: .releasing)
  }
}

extension LogSource {
  /// The number of bytes that reading the source takes; `nil` where only reading would tell.
  public var byteCount: Int? {
    content.size.map { size in
      range.map { $0.clamped(to: 0..<size).count } ?? size
    }
  }
}
