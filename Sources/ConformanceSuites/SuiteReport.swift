/// What became of the cases of a suite, or of a part of it.
public struct SuiteOutcome: Sendable {
  /// A case that was not passed, and why.
  public struct Remark: Hashable, Sendable {
    /// The case, by the name that the suite's own description of its cases gives it.
    public let id: String

    /// How the case went wrong, or why it was not judged.
    public let reason: String
  }

  /// The ids of the cases that came out as the suite expects, in the order of its files.
  public private(set) var passed: [String] = []

  /// The cases that came out otherwise.
  public private(set) var failed: [Remark] = []

  /// The cases that are not judged, each with a reason that many of them share.
  public private(set) var skipped: [Remark] = []

  init() {}

  /// Takes in a case that passed, unless `difference` says how it went wrong.
  mutating func judge(_ id: String, _ difference: String?) {
    if let difference {
      failed.append(Remark(id: id, reason: difference))
    } else {
      passed.append(id)
    }
  }

  /// Takes in a case that is not judged.
  mutating func skip(_ id: String, because reason: String) {
    skipped.append(Remark(id: id, reason: reason))
  }

  /// What a reader who knows that the cases `known` fail would not expect: other failures, with their
  /// reasons, and cases of `known` that passed and have to be struck off.
  public func surprises(knownToFail known: [String] = []) -> [String] {
    failed.filter { !known.contains($0.id) }.map { "\($0.id): \($0.reason)" }
      + known.filter(passed.contains).map { "\($0) passes now" }
  }

  /// How many cases passed, failed and were skipped, in one line.
  public var counts: String {
    "\(passed.count) passed, \(failed.count) failed, \(skipped.count) skipped"
  }

  /// The reasons for which cases were skipped, sorted, with their number.
  public var reasonsForSkipping: [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for remark in skipped { counts[remark.reason, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { (reason: $0.key, count: $0.value) }
  }
}

/// What became of a suite.
public struct SuiteReport: Sendable {
  /// The cases that decide whether the suite is met.
  public let judged: SuiteOutcome

  /// Parts that the suite's authors leave to choice, under the names of their folders.
  public let optional: [(part: String, outcome: SuiteOutcome)]

  /// What the reader of the figures should know about how they came about.
  public let notes: [String]

  init(
    _ judged: SuiteOutcome, optional: [(part: String, outcome: SuiteOutcome)] = [],
    notes: [String] = []
  ) {
    self.judged = judged
    self.optional = optional
    self.notes = notes
  }

  /// Whether there was any case at all.
  var holdsCases: Bool {
    ([judged] + optional.map(\.outcome)).contains {
      !$0.passed.isEmpty || !$0.failed.isEmpty || !$0.skipped.isEmpty
    }
  }
}
