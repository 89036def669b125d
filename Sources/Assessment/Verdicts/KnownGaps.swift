/// What an earlier run found, for a gate that only new gaps close.
public struct KnownGaps: Hashable, Sendable {
  /// What the earlier run is called in reasons, such as "the baseline of 2026-10-21".
  public let origin: String
  /// How many findings it had of each fingerprint.
  public let counts: [String: Int]
  /// Servers that it did not let go where they meant to.
  public let stoppedServers: Set<String>

  /// The gaps that `origin` knows.
  public init(origin: String, counts: [String: Int], stoppedServers: Set<String>) {
    self.origin = origin
    self.counts = counts
    self.stoppedServers = stoppedServers
  }

  /// Those of `findings` whose fingerprint stands there more often than it was known; all of a fingerprint,
  /// because nobody can say which of them is the new one.
  func new(of findings: [Finding]) -> [Finding] {
    var now: [String: Int] = [:]
    for finding in findings { now[finding.fingerprint, default: 0] += 1 }
    return findings.filter { now[$0.fingerprint] ?? 0 > counts[$0.fingerprint] ?? 0 }
  }
}
