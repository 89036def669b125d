/// Measures how long work takes, as the least disturbed of several rounds.
enum Stopwatch {
  /// The seconds that the fastest of `rounds` took.
  static func seconds(rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Duration.seconds(1_000)
    for _ in 0..<rounds { best = min(best, try ContinuousClock().measure(work)) }
    return best / .seconds(1)
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
