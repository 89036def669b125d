import Estate
import History

/// How many servers score in each fifth of the scale, report by report: a bar for each, and the numbers.
struct ScoreCourse {
  private let reports: [SavedReport]
  private let counts: [[Int]]

  private static let rowHeight = 26.0
  private static let left = 78.0
  private static let right = 396.0

  /// The course over `reports`, oldest first.
  init(_ reports: some Collection<SavedReport>) {
    self.reports = Array(reports)
    counts = reports.map(FleetTrend.distribution)
  }

  /// The drawing and its table.
  var fragment: Fragment<HTML> { legend + drawing + table }

  private static func range(_ fifth: Int) -> String { "\(fifth * 20) to \(fifth * 20 + 20)" }

  private var legend: Fragment<HTML> {
    let items = (0..<5).map { fifth in
      "<li><svg class=\"swatch\" viewBox=\"0 0 12 12\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"fifth-\(fifth + 1)\" width=\"12\" height=\"12\"/></svg> \(Self.range(fifth))</li>"
        as Fragment<HTML>
    }
    return "<ul class=\"legend\">\(items.joined(by: ""))</ul>\n"
  }

  private var drawing: Fragment<HTML> {
    let height = Double(reports.count) * Self.rowHeight + 4
    var rows = Fragment<HTML>()
    for (index, report) in reports.enumerated() {
      rows += row(report, counts[index], top: Double(index) * Self.rowHeight)
    }
    return
      "<svg class=\"chart\" viewBox=\"0 0 400 \(px: height)\" role=\"img\" aria-labelledby=\"score-bars-title score-bars-desc\"><title id=\"score-bars-title\">Servers by risk score, report by report</title><desc id=\"score-bars-desc\">The table below has the numbers.</desc>\n\(rows)</svg>\n"
  }

  private func row(_ report: SavedReport, _ counts: [Int], top: Double) -> Fragment<HTML> {
    var row: Fragment<HTML> =
      "<text class=\"tick\" x=\"\(px: Self.left - 8)\" y=\"\(px: top + 16)\" text-anchor=\"end\">\(report.date.description)</text>"
    let total = counts.reduce(0, +)
    var x = Self.left
    for (fifth, count) in counts.enumerated() where count > 0 {
      let width = (Self.right - Self.left) * Double(count) / Double(total)
      row +=
        "<rect class=\"fifth-\(fifth + 1)\" x=\"\(px: x)\" y=\"\(px: top + 3)\" width=\"\(px: max(width - 1, 1))\" height=\"18\"/>"
      if width > 24 {
        row +=
          "<text class=\"inside fifth-\(fifth + 1)\" x=\"\(px: x + width / 2)\" y=\"\(px: top + 16)\" text-anchor=\"middle\">\(count)</text>"
      }
      x += width
    }
    return row + "\n"
  }

  private var table: Fragment<HTML> {
    var table = HTMLTable(
      "Servers in each fifth of the risk score’s scale",
      [.init("Report")] + (0..<5).map { .number("\(Self.range($0))") } + [.number("Servers")],
      style: "plain")
    for (report, counts) in zip(reports, counts) {
      table.row(
        ["<span class=\"whole\">\(report.date.description)</span>"] + counts.map { "\($0)" } + [
          "\(counts.reduce(0, +))"
        ])
    }
    return table.fragment
  }
}
