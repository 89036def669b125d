import Assessment
import Estate

/// What was accepted for a time, and what the policy changes about rules.
struct ExceptionsSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where nothing was accepted or changed.
  var section: HTMLSection? {
    let assessment = context.assessment
    guard !assessment.exceptions.isEmpty || !assessment.overrides.isEmpty else { return nil }
    return HTMLSection(
      id: "exceptions", title: "Exceptions and policy", shortTitle: "Exceptions",
      content: exceptions + overrides)
  }

  private var exceptions: Fragment<HTML> {
    let exceptions = context.assessment.exceptions
    guard !exceptions.isEmpty else { return "" }
    var table = HTMLTable(
      "Exceptions and what became of them",
      [
        .init("Exception"), .init("Status"), .init("Owner"), .init("What it does"),
        .init("Reason"), .init("Place"),
      ])
    for exception in exceptions.prefix(context.limits.rows) {
      table.row([
        "\(exception.title, limit: 200)",
        .badge(isGood: exception.isValid, "\(exception.status.name)"),
        "\(exception.owners.joined(separator: ", "), limit: 200)",
        "\(exception.explanation, limit: 400)",
        "\(exception.record.reason.value ?? "–", limit: 400)",
        "<span class=\"place\">\(context.quotations.place(of: exception.span), limit: 300)</span>",
      ])
    }
    return
      "<p>\(exceptions.counts). What is accepted keeps its status and counts in the score.</p>\n\(table.fragment)\(context.cut(exceptions.count, at: context.limits.rows))"
  }

  private var overrides: Fragment<HTML> {
    let overrides = context.assessment.overrides
    guard !overrides.isEmpty else { return "" }
    var table = HTMLTable(
      "What the policy changes about rules",
      [.init("Rule"), .init("What it asks"), .init("Change"), .init("Place")])
    for override in overrides {
      table.row([
        context.anchors.link(toRule: override.rule), "\(override.title)",
        "\(override.inWords, limit: 400)",
        "<span class=\"place\">\(context.quotations.place(of: override.span), limit: 300)</span>",
      ])
    }
    return "<h3>Rules that the policy changes</h3>\n\(table.fragment)"
  }
}
