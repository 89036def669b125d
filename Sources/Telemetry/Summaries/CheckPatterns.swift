/// How many records of one server the checks have made the same of.
///
/// There are a dozen ways in which most records go, so that one counter stands for one of each check.
struct CheckPatterns: Hashable, Sendable {
  /// Records alike to all checks.
  private struct Pattern: Hashable, Sendable {
    var applicable: RecordChecks
    var matches: RecordChecks
    var count: Int
  }

  /// How many patterns are counted before the checks must take them.
  private static let limit = 64

  /// The patterns, the usual ones before the rare.
  private var patterns: [Pattern] = []

  /// Whether the checks should take what has been counted.
  var isFull: Bool { patterns.count == Self.limit }

  /// Counts a record; true if there was none like it since the last time that `drain` was called.
  mutating func count(_ reading: RecordReading) -> Bool {
    for index in patterns.indices
    where patterns[index].matches == reading.matches
      && patterns[index].applicable == reading.applicable
    {
      patterns[index].count &+= 1
      if index > 0, patterns[index].count > patterns[index &- 1].count {
        patterns.swapAt(index, index &- 1)
      }
      return false
    }
    patterns.append(
      Pattern(applicable: reading.applicable, matches: reading.matches, count: 1))
    return true
  }

  /// Hands what has been counted to `body`, check by check, and forgets it.
  mutating func drain(_ body: (_ check: RecordCheck, _ matching: Int, _ total: Int) -> Void) {
    for pattern in patterns {
      pattern.applicable.forEach { check in
        body(check, pattern.matches.contains(check) ? pattern.count : 0, pattern.count)
      }
    }
    patterns.removeAll(keepingCapacity: true)
  }
}
