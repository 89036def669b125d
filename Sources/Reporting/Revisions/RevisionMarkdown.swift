import Drift
import Estate

/// The differences between two revisions for the description of a change, in GitHub-flavoured Markdown.
struct RevisionMarkdown {
  let report: RevisionReport

  /// The page; what does not fit into a comment is counted.
  var text: String {
    let sign: Fragment<Markdown> = report.comparison.isCompatible ? "✅" : "⚠️"
    var page = MarkdownPage(
      limit: MarkdownReporter.Page.comment.limit, name: "comparison")
    page.write("## \(sign) mcpready diff: \(report.counts)\n")
    page.writeAll(report.comparison.servers.map(section), noun: "server")
    page.close()
    return page.content.text
  }

  private func section(of server: ServerRevision) -> Fragment<Markdown> {
    var section: Fragment<Markdown> =
      "\n### \(.code(server.id)) (\(server.versions, limit: 120)): \(server.effect.rawValue)\n"
    section += line("version", server.version.pace)
    section += line("changelog", server.changelog.pace)
    section += "\n| | what | effect | change |\n| --- | --- | --- | --- |\n"
    for change in server.changes {
      for detail in change.details {
        let tool: Fragment<Markdown> = change.tool.map { .code($0) } ?? ""
        section +=
          "| \(tool) | \(change.kind.rawValue) | \(detail.effect.rawValue) | \(detail.text, limit: 400) |\n"
      }
    }
    return section
  }

  private func line(_ name: String, _ pace: Pace) -> Fragment<Markdown> {
    guard let complaint = pace.complaint else { return "" }
    let mark: Fragment<Markdown> = if case .missed = pace { "❌" } else { "❔" }
    return "- \(mark) \(name): \(complaint, limit: 400)\n"
  }
}
