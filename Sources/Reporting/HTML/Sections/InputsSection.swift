import Assessment
import Estate
import SourceText

/// Everything that was read, with its hash; what is wrong with it; and what belongs to no server.
struct InputsSection {
  private let context: HTMLContext

  /// Diagnostics that are shown with their source lines.
  private static let diagnosticLimit = 60

  init(_ context: HTMLContext) {
    self.context = context
  }

  var section: HTMLSection {
    HTMLSection(
      id: "inputs", title: "Inputs", content: summary + diagnostics + unlinked + table)
  }

  private var summary: Fragment<HTML> {
    let inputs = context.report.inputs
    let unused = inputs.count { $0.status.reason != nil }
    let errors = context.report.diagnostics.count { $0.severity == .error }
    let warnings = context.report.diagnostics.count { $0.severity == .warning }
    return
      "<p>\(counted(inputs.count, "input")), \(unused) not used; \(counted(errors, "error")) and \(counted(warnings, "warning")) about them.</p>\n"
  }

  private var diagnostics: Fragment<HTML> {
    let all = context.report.diagnostics
    let shown =
      all.filter { $0.severity == .error } + all.filter { $0.severity == .warning }
    guard !shown.isEmpty else { return notes }
    let items = shown.prefix(Self.diagnosticLimit).map(item)
    let more = context.cut(shown.count, at: Self.diagnosticLimit)
    return
      "<h3>What is wrong with inputs</h3>\n<ul class=\"findings\">\n\(items.joined(by: ""))</ul>\n\(more)\(notes)"
  }

  /// What was read in a way that its author should know of, and is not wrong.
  private var notes: Fragment<HTML> {
    let all = context.report.diagnostics.filter { $0.severity == .note }
    guard !all.isEmpty else { return "" }
    let items = all.prefix(context.limits.rows).map { note in
      "<li>\(.prose(note.message, limit: 400)) <span class=\"place\">\(context.quotations.place(of: note.span), limit: 300)</span></li>\n"
        as Fragment<HTML>
    }
    let more = context.cut(all.count, at: context.limits.rows)
    return .reference(
      "\(counted(all.count, "note")) about inputs", "<ul>\n\(items.joined(by: ""))</ul>\n\(more)")
  }

  private func item(_ diagnostic: Diagnostic) -> Fragment<HTML> {
    let isError = diagnostic.severity == .error
    let expected: Fragment<HTML> = diagnostic.expected.map { " Expected: \(.prose($0))." } ?? ""
    let advice: Fragment<HTML> =
      diagnostic.advice.map { "<p class=\"fix\"><strong>Fix</strong> \(.prose($0))</p>" } ?? ""
    let related = diagnostic.related.map {
      HTMLExcerpt($0.span, context.quotations, label: .prose($0.message)).fragment
    }.joined(by: "")
    return
      "<li class=\"finding\"><p>\(.badge(isGood: false, isError ? "error" : "warning")) \(.prose(diagnostic.message)).\(expected)</p>\n\(HTMLExcerpt(diagnostic.span, context.quotations).fragment)\(related)\(advice)</li>\n"
  }

  private var unlinked: Fragment<HTML> {
    let unlinked = context.assessment.unlinked
    guard !unlinked.isEmpty else { return "" }
    var table = HTMLTable(
      "What could be tied to no server, and so proves nothing",
      [.init("What"), .init("Source"), .init("Why"), .init("Place")])
    for entry in unlinked.prefix(context.limits.rows) {
      table.row([
        "\(entry.subject, limit: 300)", "\(entry.kind.rawValue)", .prose(entry.reason, limit: 300),
        "<span class=\"place\">\(context.quotations.place(of: entry.span), limit: 300)</span>",
      ])
    }
    return
      "<h3>Tied to no server</h3>\n\(table.fragment)\(context.cut(unlinked.count, at: context.limits.rows))"
  }

  private var table: Fragment<HTML> {
    let inputs = context.report.inputs
    guard !inputs.isEmpty else { return "" }
    var table = HTMLTable(
      "Files that were looked at",
      [
        .init("File"), .init("What it is"), .init("What became of it"), .number("Bytes"),
        .init("SHA-256"),
      ], style: "inputs")
    // What was not used comes first, so that no limit hides it.
    let ordered =
      inputs.filter { $0.status.reason != nil } + inputs.filter { $0.status.reason == nil }
    for input in ordered.prefix(context.limits.rows) {
      let reason: Fragment<HTML> = input.status.reason.map { ": \($0, limit: 300)" } ?? ""
      table.row([
        "<span class=\"place\">\(input.path, limit: 400)</span>", "\(input.kind ?? "not known")",
        "\(input.status.name)\(reason)", input.byteCount.map { "\($0)" } ?? "–",
        "<code class=\"hash\">\(input.sha256 ?? "–")</code>",
      ])
    }
    let more = context.cut(ordered.count, at: context.limits.rows)
    return .reference(
      "All \(counted(inputs.count, "input")) with their hashes", table.fragment + more)
  }
}
