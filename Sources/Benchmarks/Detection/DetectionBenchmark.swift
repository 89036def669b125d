import TestSupport

/// How many attacks are found at severity medium and above, how many honest texts are taken for attacks, and
/// how long it takes.
struct DetectionBenchmark {
  /// The folder that holds `labelled` and `corpus`; the shared one unless it is given.
  let folder: String?
  /// Whether each case that is judged wrongly is shown with what was found in it, and no speed measured.
  let listsCases: Bool

  func run() async {
    let shared = folder ?? SharedFolder.path("labelled").map { "\($0)/.." }
    let sets = shared.map { LabelledSets(below: $0).all() } ?? []
    if listsCases { return await measure(sets) }
    // First, as the peak of memory never falls again.
    await DetectionSpeed.reportCatalog()
    await measure(sets)
    DetectionSpeed.reportHostileTexts()
  }

  private func measure(_ sets: [LabelledSet]) async {
    print("Detection at medium and above; a tool, an entry, a frame or a file is one case")
    if sets.isEmpty { print("  skipped: there are neither labelled sets nor catalogs") }
    var outcomes: [(set: LabelledSet, outcomes: [DetectionOutcome])] = []
    for set in sets {
      var found: [DetectionOutcome] = []
      for labelled in set.cases { found.append(await DetectionOutcome(of: labelled)) }
      outcomes.append((set, found))
      report(set, found)
    }
    for (isDevelopedOn, name) in [(true, "developed on"), (false, "held back")] {
      let all = outcomes.filter { $0.set.isDevelopedOn == isDevelopedOn }.flatMap(\.outcomes)
      if !all.isEmpty { print("  all \(name): \(Self.summary(all))") }
    }
  }

  private func report(_ set: LabelledSet, _ outcomes: [DetectionOutcome]) {
    let origin = set.isDevelopedOn ? "developed on" : "held back"
    print("  \(set.name) (\(origin)): \(Self.summary(outcomes))")
    let unread = outcomes.count { !$0.isRead }
    if unread > 0 { print("    \(unread) cases are in no format that is read") }
    guard listsCases else { return }
    for outcome in outcomes where outcome.isWrong {
      print("    \(outcome.isFlagged ? "false positive" : "missed"): \(outcome.labelled.name)")
      for line in outcome.findings { print("      \(line)") }
      for line in outcome.remarks { print("      below the threshold: \(line)") }
    }
  }

  private static func summary(_ outcomes: [DetectionOutcome]) -> String {
    let attacks = outcomes.filter(\.labelled.isAttack)
    let honest = outcomes.filter { !$0.labelled.isAttack }
    var parts: [String] = []
    if !attacks.isEmpty {
      parts.append("recall \(share(attacks.count(where: \.isFlagged), attacks.count))")
    }
    if !honest.isEmpty {
      parts.append("false positives \(share(honest.count(where: \.isFlagged), honest.count))")
    }
    return parts.joined(separator: ", ")
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    "\(part) of \(whole) (\(Stopwatch.tenths(Double(part) / Double(whole) * 100)) %)"
  }
}
