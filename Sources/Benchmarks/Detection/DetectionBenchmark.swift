import Estate
import Ingest

/// How many attacks are found at severity medium and above, how many honest texts are taken for attacks, and
/// how long it takes.
enum DetectionBenchmark {
  static func run() {
    print("Detection at medium and above; a tool, a frame or a file is one case")
    let sets = LabelledSets.all()
    for set in sets { report(set) }
    summarize(sets.filter(\.isDevelopedOn), "developed on")
    summarize(sets.filter { !$0.isDevelopedOn }, "held back ")
    DetectionSpeed.run()
  }

  private static func report(_ set: LabelledSet) {
    let outcomes = set.cases.map { (case: $0, isFlagged: isFlagged($0)) }
    print("  \(set.name) (\(set.isDevelopedOn ? "developed on" : "held back")): \(line(outcomes))")
    for (labelled, isFlagged) in outcomes where labelled.isAttack != isFlagged {
      print("    \(isFlagged ? "taken for an attack" : "missed"): \(labelled.name)")
    }
  }

  private static func summarize(_ sets: [LabelledSet], _ name: String) {
    let cases = sets.flatMap(\.cases)
    print("  all \(name): \(line(cases.map { ($0, isFlagged($0)) }))")
  }

  private static func line(_ outcomes: [(case: LabelledCase, isFlagged: Bool)]) -> String {
    let attacks = outcomes.filter(\.case.isAttack)
    let honest = outcomes.filter { !$0.case.isAttack }
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
    "\(part) of \(whole) (\(Stopwatch.tenths(Double(part) / Double(max(whole, 1)) * 100)) %)"
  }

  /// Whether 801, 802 or one of their companions would report something.
  private static func isFlagged(_ labelled: LabelledCase) -> Bool {
    let inspection = FileInspection(of: Array(labelled.document.utf8), at: "case.json")
    if inspection.reviews.isEmpty { print("    not read: \(labelled.name)") }
    return inspection.reviews.contains { review in
      !review.hiddenText.isEmpty || review.passages.contains { $0.strength != .low }
    }
  }
}
