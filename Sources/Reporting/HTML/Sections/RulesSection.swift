import Assessment

/// Every rule that was asked: why, what to do, and how the fleet stands on it.
struct RulesSection {
  private let context: HTMLContext
  private let standings: [String: [String: Int]]

  init(_ context: HTMLContext) {
    self.context = context
    var standings: [String: [String: Int]] = [:]
    let assessment = context.assessment
    func count(_ controls: [Control]) {
      // By index, because an iterator would copy every control.
      for index in controls.indices {
        standings[controls[index].rule, default: [:]][controls[index].status.name, default: 0] += 1
      }
    }
    for server in assessment.servers { count(server.controls) }
    count(assessment.fleetControls)
    self.standings = standings
  }

  /// The section; `nil` where no rule was asked.
  var section: HTMLSection? {
    let rules = context.assessment.rules
    guard !rules.isEmpty else { return nil }
    let pages = rules.map(page).joined(by: "")
    return HTMLSection(
      id: "rules", title: "Rules",
      content:
        "<p>\(counted(rules.count, "rule")) were asked. Each says why it is there and what satisfies it.</p>\n\(.onPaper("Their texts are printed where they are open on the screen."))<div class=\"list\" data-filter=\"Show rules that match \">\n\(pages)</div>\n"
    )
  }

  private func page(_ rule: Rule) -> Fragment<HTML> {
    let number = context.anchors.number(ofRule: rule.id) ?? 0
    var page: Fragment<HTML> = """
      <details class="page reference" id="rule-\(number)" data-item><summary><h3><span class="rule">\(rule.id)</span> \(rule.title)</h3> \(.badge(rule.severity))</summary>
      <div class="body"><p>\(.prose(rule.why))</p>
      <dl class="facts">\(facts(rule))</dl>
      <p class="fix"><strong>Fix</strong> \(.prose(rule.remediation))</p>

      """
    if let snippet = rule.snippet {
      page += "<pre class=\"snippet\"><code>\(lines(of: snippet.text))</code></pre>\n"
    }
    return page + "</div></details>\n"
  }

  private func facts(_ rule: Rule) -> Fragment<HTML> {
    func fact(_ name: Fragment<HTML>, _ value: String) -> Fragment<HTML> {
      value.isEmpty ? "" : "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }
    let order = ["met", "unmet", "contradicted", "unproven", "not-applicable"]
    let counts = standings[rule.id] ?? [:]
    let standing = order.compactMap { name in counts[name].map { "\($0) \(name)" } }
    return fact("In this run", standing.joined(separator: ", "))
      + fact("Score dimension", rule.dimension.title) + fact("Gate control", rule.gate?.title ?? "")
      + fact("Checklist", rule.checklist.joined(separator: ", "))
      + fact("Asked of", rule.subject.rawValue)
      + fact("Applies to", rule.appliesTo ?? "") + fact("Effort", rule.effort.rawValue)
      + fact("From", rule.sources.joined(separator: ", "))
  }

  /// A text of ours or of a rule's author in lines, each of them escaped.
  private func lines(of text: String) -> Fragment<HTML> {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "\(String($0), limit: 2_000)" as Fragment<HTML> }.joined(by: "\n")
  }
}
