import Drift
import Estate

/// The differences between two revisions for the description of a change, in GitHub-flavoured Markdown.
struct RevisionMarkdown {
  let report: RevisionReport

  /// The page; what does not fit into a comment is counted.
  var text: String {
    let sign: Fragment<Markdown> = report.comparison.isCompatible ? "✅" : "⚠️"
    let kind = MarkdownReporter.Page.comment
    var page = MarkdownPage(limit: kind.limit, name: kind.name)
    page.write("## \(sign) mcpready diff: \(report.counts)\n")
    for server in report.comparison.servers {
      page.write(heading(of: server))
      page.writeAll(server.changes.flatMap(rows), noun: "change")
    }
    page.close()
    return page.content.text
  }

  private func heading(of server: ServerRevision) -> Fragment<Markdown> {
    var heading: Fragment<Markdown> =
      "\n### \(.code(server.id)) (\(server.versions, limit: 120)): \(server.effect.rawValue)\n"
    heading += line("version", server.version.pace)
    heading += line("changelog", server.changelog.pace)
    return heading + "\n| | what | effect | change |\n| --- | --- | --- | --- |\n"
  }

  private func rows(of change: ContractChange) -> [Fragment<Markdown>] {
    let tool: Fragment<Markdown> = change.tool.map { .code($0) } ?? ""
    return change.details.map { detail in
      "| \(tool) | \(change.kind.rawValue) | \(detail.effect.rawValue) | \(detail.text, limit: 400) |\n"
    }
  }

  private func line(_ name: String, _ pace: Pace) -> Fragment<Markdown> {
    guard let complaint = pace.complaint else { return "" }
    let mark: Fragment<Markdown> = if case .missed = pace { "❌" } else { "❔" }
    return "- \(mark) \(name): \(complaint, limit: 400)\n"
  }
}
