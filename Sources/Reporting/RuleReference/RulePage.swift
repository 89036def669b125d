import Assessment
import Estate

/// The page of one rule in the reference.
struct RulePage {
  let rule: Rule

  /// The page.
  var fragment: Fragment<Markdown> {
    var page: Fragment<Markdown> = "# \(rule.id) \(rule.name)\n\n"
    page += "\(Fragment.prose(rule.title)).\n\n\(Fragment.prose(rule.why))\n\n"
    page += properties
    page += "\n## Evidence\n\n"
    page +=
      rule.subject == .fleet ? "Asked of the fleet" : "Asked of each \(rule.subject.rawValue)"
    if let condition = rule.condition { page += " where \(Fragment.code(condition, limit: 2000))" }
    if let appliesTo = rule.appliesTo { page += ", which is \(Fragment.prose(appliesTo))" }
    page += ".\n\n"
    for check in rule.checks { page += text(of: check) }
    page += "\n## What to do\n\n\(Fragment.prose(rule.remediation))\n"
    if let snippet = rule.snippet {
      page += "\n```\(snippet.language)\n"
      for line in snippet.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        let block: Fragment<MarkdownBlock> = "\(String(line), limit: 400)\n"
        page += "\(block)"
      }
      page += "```\n"
    }
    page += "\n## Examples\n\n"
    for example in rule.examples {
      page += "- \(example.expectedStatus): \(Fragment.prose(example.name))\n"
    }
    return page
  }

  private var properties: Fragment<Markdown> {
    var table: Fragment<Markdown> = "| | |\n| --- | --- |\n"
    table += "| severity | \(rule.severity.rawValue) |\n"
    table += "| dimension | \(rule.dimension.rawValue), \(rule.dimension.title) |\n"
    if let gate = rule.gate { table += "| gate | \(gate.rawValue), \(gate.title) |\n" }
    if !rule.checklist.isEmpty {
      table += "| checklist | \(rule.checklist.joined(separator: ", ")) |\n"
    }
    table += "| source | \(rule.sources.joined(separator: ", ")) |\n"
    table += "| kind | \(rule.nature.rawValue) |\n| effort | \(rule.effort.rawValue) |\n"
    return table
  }

  private func text(of check: Rule.Check) -> Fragment<Markdown> {
    var item: Fragment<Markdown> = "- **\(check.grade.rawValue)**: "
    if let condition = check.condition {
      item += "where \(Fragment.code(condition, limit: 2000)), "
    }
    item += "\(Fragment.code(check.requirement, limit: 2000))"
    item += "; else: \(Fragment.prose(check.message))\n"
    return item
  }
}

extension Fragment where Language == Markdown {
  /// `text`, in which what stands between backticks is code.
  static func prose(_ text: String) -> Fragment {
    var prose = Fragment()
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isClosed = index + 1 < parts.count
      if index.isMultiple(of: 2) {
        // An input's text begins a paragraph only here; later parts go on in one.
        prose += index == 0 ? "\(String(part), limit: 4000)" : "\(inline: String(part))"
      } else {
        prose += isClosed ? .code(String(part), limit: 400) : "\(String(part), limit: 4000)"
      }
    }
    return prose
  }
}

extension Fragment.Interpolation where Language == Markdown {
  /// Escapes `inline`, which goes on in a line that has begun: its first blank stays a blank.
  fileprivate mutating func appendInterpolation(inline: String) {
    let rest = inline.drop { $0 == " " }
    if rest.startIndex != inline.startIndex { appendLiteral(" ") }
    appendInterpolation(String(rest), limit: 4000)
  }
}
