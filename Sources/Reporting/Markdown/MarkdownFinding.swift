import Assessment
import SourceText

/// One finding in Markdown.
struct MarkdownFinding {
  private let finding: Finding

  /// How much of a message is shown in a line of a list.
  private static let lineLimit = 300

  /// Shows `finding`.
  init(_ finding: Finding) {
    self.finding = finding
  }

  /// The finding with its places, their source lines and the fix.
  func inFull(_ quotations: Quotations) -> Fragment<Markdown> {
    let server: Fragment<Markdown> =
      finding.subject.server.map { " on \(.code($0, limit: 60))" } ?? ""
    var text: Fragment<Markdown> =
      "\n#### \(finding.severity.rawValue) \(.code(finding.rule)) \(finding.status.name)\(server)\n\n*\(quotations.title(ofRule: finding.rule)).* \(finding.message)\n\n"
    if let span = finding.span { text += block(quotations, span, label: nil) }
    for related in finding.related {
      text += block(quotations, related.span, label: related.message)
    }
    return text + "**Fix.** \(finding.remediation)\n"
  }

  /// The finding in one line of a list.
  private func inLine(_ quotations: Quotations) -> Fragment<Markdown> {
    "- \(inWords(quotations))\n"
  }

  /// The finding without source lines and fix.
  func inWords(_ quotations: Quotations) -> Fragment<Markdown> {
    let place: Fragment<Markdown> =
      finding.span.map { " (\(.code(quotations.place(of: $0))))" } ?? ""
    return
      "**\(finding.severity.rawValue)** \(.code(finding.rule)) \(finding.status.name): *\(quotations.title(ofRule: finding.rule)).* \(finding.message, limit: Self.lineLimit)\(place)"
  }

  private func block(
    _ quotations: Quotations, _ span: SourceSpan, label: String?
  ) -> Fragment<Markdown> {
    let excerpt = quotations.excerpt(of: span)
    let number = String(excerpt.location.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let marks = String(repeating: label == nil ? "^" : "-", count: excerpt.width)
    let marked = String(repeating: " ", count: excerpt.indent) + marks
    let block: Fragment<MarkdownBlock> =
      "~~~~text\n\(number) | \(excerpt.text, limit: .max)\n\(gutter) | \(marked) \(label ?? "")\n~~~~\n"
    return "\(.code(quotations.place(of: span)))\n\n\(block)\n"
  }

  /// A collapsed list of everything that is open in `section`.
  static func section(_ section: ServerSection, _ quotations: Quotations) -> MarkdownSection {
    // Inside a block of HTML, Markdown is not read; inside `code`, GitHub links nothing.
    let name: Fragment<HTML> =
      section.server.map { "<code>\($0.id, limit: 60)</code>" } ?? "the fleet as a whole"
    let accepted: Fragment<HTML> =
      section.accepted.isEmpty ? "" : ", \(section.accepted.count) accepted"
    let head: Fragment<HTML> =
      "<details><summary>\(name): \(counted(section.findings.count, "finding"))\(accepted)</summary>\n\n"
    let findings = section.findings.map { MarkdownFinding($0).inLine(quotations) }
    let risks = section.accepted.map { MarkdownExceptions.line(for: $0, quotations) }
    return MarkdownSection(
      head: "\(head)", items: section.undecided.map(line) + findings + risks)
  }

  private static func line(for group: UndecidedGroup) -> Fragment<Markdown> {
    let rules = group.entries.map { Fragment<Markdown>.code($0.rule) }.joined(by: ", ")
    let subject: Fragment<Markdown> =
      group.controlCount == 0
      ? "parts of controls"
      : "\(counted(group.controlCount, "control"))\(group.hasParts ? " and parts of others" : "")"
    return "- \(subject) not decided: \(group.reason) (\(rules))\n"
  }
}
