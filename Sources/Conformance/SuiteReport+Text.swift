import ConformanceSuites

extension SuiteReport {
  /// The report as text: an id on each line, then what was skipped, the parts that are optional, and the
  /// counts on the last line.
  func text(withReasons: Bool) -> String {
    var lines = judged.failed.map { line(for: $0, withReasons) }
    for (part, outcome) in optional where withReasons {
      lines += outcome.failed.map { "\(part): \(line(for: $0, true))" }
    }
    if withReasons { lines += judged.skipped.map { "skipped: \(line(for: $0, true))" } }
    lines += judged.reasonsForSkipping.map { "skipped \($0.count): \($0.reason)" }
    lines += notes.map { "note: \($0)" }
    if !optional.isEmpty {
      lines.append(optional.map { "\($0.part): \($0.outcome.counts)" }.joined(separator: "; "))
    }
    lines.append(judged.counts)
    return lines.joined(separator: "\n")
  }

  private func line(for remark: SuiteOutcome.Remark, _ withReason: Bool) -> String {
    withReason ? "\(remark.id)\t\(remark.reason)" : remark.id
  }
}
