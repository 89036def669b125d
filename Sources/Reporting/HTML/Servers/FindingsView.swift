import Assessment
import History
import SourceText

/// What is open in one section of a report: findings with their proof, what was not decided, and what was
/// accepted for a time.
struct FindingsView {
  private let section: ServerSection
  private let detail: HTMLDetail
  private let context: HTMLContext

  init(_ section: ServerSection, _ detail: HTMLDetail, _ context: HTMLContext) {
    self.section = section
    self.detail = detail
    self.context = context
  }

  /// The lists.
  var fragment: Fragment<HTML> {
    guard !section.isEmpty else { return "<p>Nothing is open.</p>\n" }
    return findings + omissions + undecided + accepted
  }

  private var findings: Fragment<HTML> {
    let groups = section.groups
    guard !groups.isEmpty else { return "" }
    let count = section.findings.count { !$0.isOmission }
    let full = groups.prefix(detail.findings).map(inFull).joined(by: "")
    var text: Fragment<HTML> =
      "<h4>Findings (\(count))</h4>\n<ul class=\"findings\">\n\(full)</ul>\n"
    let rest = groups.dropFirst(detail.findings)
    if !rest.isEmpty {
      let lines = rest.prefix(detail.lines).map(inLine).joined(by: "")
      text += "<ul class=\"lines\">\n\(lines)</ul>\n"
    }
    let cut = rest.count - detail.lines
    if cut > 0 {
      text += "<p class=\"cut\">\(cut) more, less severe, are in the JSON report.</p>\n"
    }
    return text
  }

  /// What nobody has stated, by the place where it would be.
  private var omissions: Fragment<HTML> {
    guard !section.omissions.isEmpty else { return "" }
    let count = section.findings.count { $0.isOmission }
    let lists = section.omissions.map { omission -> Fragment<HTML> in
      let place: Fragment<HTML> =
        omission.span.map { "<p>\(self.place(of: $0))</p>\n" } ?? ""
      let items = omission.groups.prefix(detail.lines).map(inWords).joined(by: "")
      let advice: Fragment<HTML> = omission.keyAdvice.map { "<p>\(.prose($0))</p>\n" } ?? ""
      return
        "\(place)<ul class=\"plain\">\n\(items)</ul>\n\(context.cut(omission.groups.count, at: detail.lines))\(advice)"
    }
    return "<h4>Not stated (\(count))</h4>\n\(lists.joined(by: ""))"
  }

  /// A finding that points at nothing to be seen.
  private func inWords(_ group: FindingGroup) -> Fragment<HTML> {
    let finding = group.first
    return
      "<li>\(marks(of: finding))<br>\(.prose(finding.message)) <span class=\"muted\">\(.prose(finding.remedy))</span>\n\(others(of: group))</li>\n"
  }

  private func inFull(_ group: FindingGroup) -> Fragment<HTML> {
    let finding = group.first
    var text: Fragment<HTML> =
      "<li class=\"finding \(finding.severity.rawValue)\"><p class=\"head\">\(marks(of: finding))</p>\n<p class=\"message\">\(.prose(finding.message))</p>\n"
    text += proof(of: finding)
    text += "<p class=\"fix\"><strong>Fix</strong> \(.prose(finding.remediation))</p>\n"
    return text + others(of: group) + "</li>\n"
  }

  private func inLine(_ group: FindingGroup) -> Fragment<HTML> {
    let finding = group.first
    let place: Fragment<HTML> = finding.span.map { " \(self.place(of: $0))" } ?? ""
    let count = group.alike.count + group.different.count
    let more: Fragment<HTML> = count > 0 ? " <span class=\"muted\">and \(count) like it</span>" : ""
    return "<li>\(marks(of: finding)) \(.prose(finding.message, limit: 200))\(place)\(more)</li>\n"
  }

  private func marks(of finding: Finding) -> Fragment<HTML> {
    let isNew = context.report.baseline?.newFingerprints.contains(finding.fingerprint) ?? false
    let new: Fragment<HTML> = isNew ? " <span class=\"badge new\">new</span>" : ""
    let member: Fragment<HTML> =
      finding.subject.member == nil
      ? "" : " <span class=\"muted\">\(finding.subject.title, limit: 120)</span>"
    return
      "\(.badge(finding.severity)) \(.badge(finding.status)) \(context.anchors.link(toRule: finding.rule)) <strong>\(context.quotations.title(ofRule: finding.rule))</strong>\(new)\(member)"
  }

  /// The source lines: of a contradiction the claim beside its disproof.
  private func proof(of finding: Finding) -> Fragment<HTML> {
    let quotations = context.quotations
    if case .contradicted(let claim, let disproof) = finding.status {
      let label = finding.related.first { $0.span == claim }?.message ?? "claimed"
      let others = finding.related.filter { $0.span != claim && $0.span != disproof }
      return
        "<div class=\"beside\">\(HTMLExcerpt(claim, quotations, label: .prose(label)).fragment)\(HTMLExcerpt(disproof, quotations, label: "disproved").fragment)</div>\n\(excerpts(others))"
    }
    let main = finding.span.map { HTMLExcerpt($0, quotations).fragment } ?? ""
    return main + excerpts(finding.related)
  }

  private func excerpts(_ related: [Finding.Related]) -> Fragment<HTML> {
    related.map {
      HTMLExcerpt($0.span, context.quotations, label: .prose($0.message, limit: 200)).fragment
    }.joined(by: "")
  }

  private func place(of span: SourceSpan) -> Fragment<HTML> {
    "<span class=\"place\">\(context.quotations.place(of: span), limit: 300)</span>"
  }

  private func others(of group: FindingGroup) -> Fragment<HTML> {
    var items: [Fragment<HTML>] = []
    let limit = detail.isFull ? context.limits.names : detail.lines
    if !group.alike.isEmpty {
      let members = group.alike.prefix(limit).map { finding -> Fragment<HTML> in
        let place: Fragment<HTML> = finding.span.map { " \(self.place(of: $0))" } ?? ""
        return "\(finding.subject.title, limit: 120)\(place)"
      }
      let more: Fragment<HTML> = group.alike.count > limit ? ", …" : ""
      items.append("<li>\(group.alike.count) more alike: \(members.joined(by: ", "))\(more)</li>")
    }
    for finding in group.different.prefix(limit) {
      let place: Fragment<HTML> = finding.span.map { " \(self.place(of: $0))" } ?? ""
      items.append(
        "<li>\(finding.subject.title, limit: 120)\(place): \(.prose(finding.message, limit: 300))</li>"
      )
    }
    for finding in group.otherRules.prefix(limit) {
      items.append(
        "<li>\(.badge(finding.severity)) \(context.anchors.link(toRule: finding.rule)) \(context.quotations.title(ofRule: finding.rule)). Fix: \(.prose(finding.remediation))</li>"
      )
    }
    let cut = max(0, group.different.count - limit) + max(0, group.otherRules.count - limit)
    if cut > 0 { items.append("<li>\(cut) more are in the JSON report</li>") }
    return items.isEmpty ? "" : "<ul class=\"alike\">\(items.joined(by: "\n"))</ul>\n"
  }

  private var undecided: Fragment<HTML> {
    guard !section.undecided.isEmpty else { return "" }
    let items = section.undecided.map { group -> Fragment<HTML> in
      let rules = group.entries.prefix(detail.rules).map { entry -> Fragment<HTML> in
        "\(context.anchors.link(toRule: entry.rule))\(entry.scope)"
      }
      let more: Fragment<HTML> =
        group.entries.count > detail.rules ? " and \(group.entries.count - detail.rules) more" : ""
      return "<li>\(.prose(group.reason, limit: 400)): \(rules.joined(by: ", "))\(more)</li>"
    }
    let count = section.undecided.map(\.controlCount).reduce(0, +)
    return
      "<h4>Not decided (\(counted(count, "control")))</h4>\n<ul class=\"plain\">\n\(items.joined(by: "\n"))\n</ul>\n"
  }

  private var accepted: Fragment<HTML> {
    guard !section.accepted.isEmpty else { return "" }
    let items = section.accepted.prefix(detail.lines).map { risk -> Fragment<HTML> in
      let place: Fragment<HTML> = risk.span.map { " \(self.place(of: $0))" } ?? ""
      return
        "<li>\(.badge(risk.severity)) \(.badge(risk.status)) \(context.anchors.link(toRule: risk.rule)) \(.prose(risk.message, limit: 300))\(place)<br><em>\(risk.suppression.inWords, limit: 300)</em> \(self.place(of: risk.suppression.span))</li>"
    }
    return
      "<h4>Accepted for a time (\(section.accepted.count))</h4>\n<ul class=\"plain\">\n\(items.joined(by: "\n"))\n</ul>\n\(context.cut(section.accepted.count, at: detail.lines))"
  }
}
