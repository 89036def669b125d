import Foundation

/// Measures how long work takes, as the least disturbed of several rounds.
///
/// The processor's time is counted, not the wall's, so that figures hold on a machine that is shared.
enum Stopwatch {
  /// The seconds that the fastest of `rounds` kept this process busy.
  static func seconds(rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = busySeconds()
      try work()
      best = min(best, busySeconds() - start)
    }
    return max(best, 1e-9)
  }

  /// The seconds that the fastest of `rounds` took of work for several cores: those that passed, and those for
  /// which the cores together were busy.
  static func passedAndBusy(
    rounds: Int, _ work: () async -> Void
  ) async -> (passed: Double, busy: Double) {
    var best = (passed: Double.infinity, busy: Double.infinity)
    for _ in 0..<rounds {
      let start = (passed: seconds(on: CLOCK_MONOTONIC), busy: busySeconds())
      await work()
      best.passed = min(best.passed, seconds(on: CLOCK_MONOTONIC) - start.passed)
      best.busy = min(best.busy, busySeconds() - start.busy)
    }
    return best
  }

  /// The time for which this process has been busy so far.
  private static func busySeconds() -> Double { seconds(on: CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(on clock: clockid_t) -> Double {
    var time = timespec()
    let status = clock_gettime(clock, &time)
    precondition(status == 0, "the system keeps no time of the process")
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// How many megabytes, of 10⁶ bytes, a second are read where `bytes` take `seconds`.
  static func megabytesPerSecond(_ bytes: Int, _ seconds: Double) -> Int {
    Int(Double(bytes) / seconds / 1e6)
  }

  /// `number` with one digit behind the point.
  static func tenths(_ number: Double) -> String {
    "\((number * 10).rounded() / 10)"
  }
}
