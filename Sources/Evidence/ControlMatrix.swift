import Assessment
import Estate
public import Reporting
import SourceText

/// Every control of every server in a table: what auditors sort, filter and sample.
public struct ControlMatrix {
  private let rows: [Row]

  /// The matrix of `report`.
  public init(_ report: Report) {
    let quotations = Quotations(report, columns: 100)
    let rules = Dictionary(
      report.assessment.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fleet = report.assessment.fleetControls.map { ("fleet", $0) }
    let servers = report.assessment.servers.flatMap { server in
      server.controls.map { (server.id, $0) }
    }
    rows = (fleet + servers).map { server, control in
      Row(server: server, control: control, rule: rules[control.rule], quotations)
    }
  }

  /// One control of one server.
  private struct Row {
    let server: String
    let control: Control
    let rule: Rule?
    /// The place that decided, and the line there.
    let place: String
    let excerpt: String

    init(server: String, control: Control, rule: Rule?, _ quotations: Quotations) {
      self.server = server
      self.control = control
      self.rule = rule
      let decisive = control.evidence.first { place in
        control.status == .met ? place.bearing == .supports : place.bearing == .opposes
      }
      let span = (decisive ?? control.evidence.first)?.span
      place = span.map(quotations.place) ?? ""
      excerpt = span.map { quotations.excerpt(of: $0).text } ?? ""
    }

    /// Why it stands where it stands.
    var reason: String {
      if case .notApplicable(let reason) = control.status { return reason }
      return control.reason
    }
  }

  /// The table for spreadsheets (RFC 4180).
  public var csv: String {
    var table: Fragment<CSV> =
      "server,control,requirement,checklist,gate,dimension,status,grade,demanded,severity,reason,place,excerpt\r\n"
    for row in rows {
      let rule = row.rule
      table += "\"\(row.server)\",\"\(row.control.rule)\",\"\(rule?.title ?? "")\","
      table +=
        "\"\(rule?.checklist.joined(separator: " ") ?? "")\",\"\(rule?.gate?.rawValue ?? "")\","
      table += "\"\(rule?.dimension.rawValue ?? "")\",\"\(row.control.status.name)\","
      table += "\"\(row.control.grade.rawValue)\",\"\(row.control.demanded.rawValue)\","
      table += "\"\(row.control.severity.rawValue)\",\"\(row.reason)\",\"\(row.place)\","
      table += "\"\(row.excerpt, limit: 200)\"\r\n"
    }
    return table.text
  }

  /// The same for reading, one table for each server.
  public var markdown: String {
    var text: Fragment<Markdown> = "# Control matrix\n"
    var server: String?
    for row in rows {
      if row.server != server {
        server = row.server
        text += "\n## \(.code(row.server))\n\n"
        text += "| control | requirement | status | grade | evidence | reason |\n"
        text += "| --- | --- | --- | --- | --- | --- |\n"
      }
      text += "| \(.code(row.control.rule)) | \(row.rule?.title ?? "") "
      text += "| \(row.control.status.name) | \(row.control.grade.rawValue) | "
      if !row.place.isEmpty {
        text += "\(.code(row.place)) \(.code(row.excerpt, limit: 120)) "
      }
      text += "| \(row.reason, limit: 300) |\n"
    }
    return text.text
  }
}
