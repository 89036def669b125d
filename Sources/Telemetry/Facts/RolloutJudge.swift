import Estate
import SourceText

/// Finds where a new version of a server came into use, and how it did beside the ones before.
struct RolloutJudge {
  /// The minutes since 1970 that the whole log covers.
  let span: Range<Int64>

  /// How many roll-outs of one server are judged: the newest.
  private static let limit = 20

  /// A day, in minutes: how far back the baseline reaches.
  private static let baseline: Int64 = 1440

  /// The roll-outs that `tally` shows, in the order of time; versions are named by `names`.
  func rollouts(
    of tally: ServerTally, names: [String], spanOf place: (Sighting?) -> SourceSpan?
  ) -> [Rollout] {
    let budgets = tally.calls.budgets
    let starts = tally.releases.compactMap { version, release in
      release.bounds.first.map { (start: $0, version: version) }
    }.sorted { ($0.start, $0.version) < ($1.start, $1.version) }
    return zip(starts, starts.dropFirst()).suffix(Self.limit).compactMap { before, new in
      guard before.start < new.start, let release = tally.releases[new.version],
        let lastUse = release.bounds.last
      else { return nil }
      let older = tally.releases.filter { version, other in
        other.bounds.first.map { ($0, version) < (new.start, new.version) } ?? false
      }.map(\.1)
      let lastOfOlder = older.compactMap(\.bounds.last).max()
      return Rollout(
        from: names[Int(before.version)], to: names[Int(new.version)], start: new.start,
        lastUse: lastUse, wasRolledBack: Self.isTakenBack(lastUse, whileUsedUntil: lastOfOlder),
        watchedMinutes: Int(min(Int64(Rollout.watchMinutes), span.upperBound - new.start.minute)),
        share: share(of: release, from: new.start.minute, in: budgets),
        before: conductBefore(new.start.minute, in: budgets, of: older),
        after: conduct(of: release, from: new.start.minute),
        sample: place(release.records.first))
    }
  }

  /// Whether the version in use up to `lastUse` was given up while an older one stayed in use: for as long
  /// as a watch takes, so that a version that is called seldom is not taken for one that was given up.
  private static func isTakenBack(
    _ lastUse: Timestamp, whileUsedUntil lastOfOlder: Timestamp?
  ) -> Bool {
    guard let lastOfOlder else { return false }
    return lastOfOlder.milliseconds - lastUse.milliseconds >= Int64(Rollout.watchMinutes) * 60_000
  }

  /// The version's first minutes.
  private func conduct(of release: ReleaseTally, from start: Int64) -> Rollout.Conduct {
    var conduct = Rollout.Conduct()
    var gauge = LatencyGauge()
    for minute in release.launch.minutes
    where minute.minute < start + Int64(Rollout.watchMinutes) {
      conduct.failures.matching += minute.failures
      conduct.failures.total += minute.calls
      conduct.failedNegotiations.matching += minute.failedNegotiations
      conduct.failedNegotiations.total += minute.negotiations
      for entry in minute.latencies.entries {
        gauge.change(UInt16(truncatingIfNeeded: entry.key), by: entry.count)
      }
    }
    conduct.p95Latency = gauge.measure?.value
    return conduct
  }

  /// The server in the day before `start`.
  private func conductBefore(
    _ start: Int64, in budgets: BudgetSeries, of older: some Collection<ReleaseTally>
  ) -> Rollout.Conduct {
    var conduct = Rollout.Conduct()
    Self.forEachCell(of: budgets.outcomes, in: start - Self.baseline..<start) { cell in
      let outcome = Outcome(rawValue: cell.code & ~Outcome.fallbackBit)
      if outcome == .failure { conduct.failures.matching += cell.count }
      if outcome == .failure || outcome == .success { conduct.failures.total += cell.count }
    }
    for release in older {
      conduct.failedNegotiations.matching += release.failedNegotiations.matching
      conduct.failedNegotiations.total += release.failedNegotiations.total
    }
    var gauge = LatencyGauge()
    Self.forEachCell(of: budgets.latencies, in: start - Self.baseline..<start) { cell in
      gauge.change(cell.code, by: cell.count)
    }
    conduct.p95Latency = gauge.measure?.value
    return conduct
  }

  /// The share of the server's calls that the version took during its watch; `nil` where the counts of a
  /// long log are too coarse to tell.
  private func share(
    of release: ReleaseTally, from start: Int64, in budgets: BudgetSeries
  ) -> Double? {
    guard budgets.outcomes.grain == 1 else { return nil }
    let watch = start..<start + Int64(Rollout.watchMinutes)
    var total = 0
    Self.forEachCell(of: budgets.outcomes, in: watch) { cell in
      let outcome = Outcome(rawValue: cell.code & ~Outcome.fallbackBit)
      if outcome == .failure || outcome == .success { total += cell.count }
    }
    let calls = release.launch.minutes.filter { watch.contains($0.minute) }
      .reduce(0) { $0 + $1.calls }
    return total == 0 ? nil : Double(calls) / Double(total)
  }

  /// Calls `body` with the cells of `counts` whose stretch lies whole in `minutes`.
  private static func forEachCell(
    of counts: TimedCounts, in minutes: Range<Int64>, _ body: (TimedCounts.Cell) -> Void
  ) {
    for cell in counts.sorted
    where cell.minute >= minutes.lowerBound && cell.minute + counts.grain <= minutes.upperBound {
      body(cell)
    }
  }
}
