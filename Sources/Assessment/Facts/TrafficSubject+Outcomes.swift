import Estate

/// Calls whose end the log does not say, or not in words that are understood.
extension TrafficSubject {
  /// Why `reading` of the success rate decides nothing: the budget holds, but only if calls of which nobody
  /// knows how they ended have succeeded.
  func doubt(about reading: BudgetReading) -> Silence? {
    let limits = context.thresholds.budgetLimits
    guard let worstCase = reading.worstCase,
      !limits.areBroken(by: reading.worst, of: reading.metric),
      limits.areBroken(by: worstCase.share, of: reading.metric)
    else { return nil }
    return Silence(
      .log,
      note:
        "only \(worstCase.successes) of \(worstCase.calls) calls from \(worstCase.window.start) to"
        + " \(worstCase.window.end) are known to have succeeded; \(unknownOutcomes)",
      hint: traffic.unknownOutcomes.sample)
  }

  /// How many records do not say how their call ended, and how the first of them puts it.
  private var unknownOutcomes: String {
    let count = traffic.unknownOutcomes
    let whole = "\(count.matching) of \(count.total) records do not say how the call ended"
    guard let word = traffic.unknownStatus, word.utf8.count <= Self.wordLimit else { return whole }
    return whole + " in a word that is understood; the first says `\(word)`"
  }

  /// The longest status that is repeated, in bytes; what is longer is no word.
  private static let wordLimit = 40
}
