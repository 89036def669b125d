import Drift
import Estate
import SourceText

/// The differences between two revisions for a terminal: for each server its changes, worst words first.
struct RevisionText {
  let report: RevisionReport

  /// The page.
  var text: String {
    var page: Fragment<Terminal> = "\(report.counts)\n"
    for server in report.comparison.servers {
      page +=
        "\n\(server.id, limit: 120) (\(server.versions, limit: 120)): \(server.effect.rawValue)\n"
      for change in server.changes { page += lines(of: change) }
      page += line("version", server.version.pace)
      page += line("changelog", server.changelog.pace)
    }
    return page.text
  }

  private func lines(of change: ContractChange) -> Fragment<Terminal> {
    var lines: Fragment<Terminal> = "  "
    if let tool = change.tool { lines += "\(tool, limit: 120): " }
    lines += "\(change.kind.rawValue)"
    if let place = report.place(of: change) {
      lines += "  (\(place.path):\(place.start.line):\(place.start.column))"
    }
    lines += "\n"
    for detail in change.details {
      lines += "    \(Self.padded(detail.effect.rawValue))\(detail.text, limit: 500)\n"
    }
    return lines
  }

  private func line(_ name: String, _ pace: Pace) -> Fragment<Terminal> {
    guard let complaint = pace.complaint else { return "" }
    let mark = if case .missed = pace { "out of step" } else { "not known" }
    return "  \(name) \(mark): \(complaint, limit: 500)\n"
  }

  /// `word` with blanks up to the column behind the longest effect.
  private static func padded(_ word: String) -> String {
    word + String(repeating: " ", count: max(1, 12 - word.count))
  }
}
