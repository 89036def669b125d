import Assessment
import Estate

extension TerminalPage {
  /// Writes what is known of one server, or of the fleet as a whole, and what is to be done about it.
  mutating func section(_ section: ServerSection, _ quotations: Quotations) {
    if let server = section.server { header(of: server) } else { fleetHeader() }
    line()
    findings(section.groups, quotations)
    for omission in section.omissions { omissions(omission, quotations) }
    accepted(section.accepted, quotations)
    undecided(section.undecided)
  }

  private mutating func fleetHeader() {
    line(style.paint("the fleet as a whole", .strong))
  }

  private mutating func header(of server: ServerAssessment) {
    let verdict = server.verdict
    let attained = style.paint(
      "\(verdict.attained.rawValue)", verdict.passes ? .good : .critical)
    let need: Fragment<Terminal> = verdict.passes ? "enough for" : "needs"
    line(
      "\(style.paint("\(server.id)", .strong)): \(attained), \(need) \(verdict.required.rawValue) (\(verdict.requiredBecause))"
    )
    let risk = server.risk
    let frozen: Fragment<Terminal> = verdict.isExpansionFrozen ? ", expansion frozen" : ""
    line(
      "  risk      \(risk.score.short) of 100 (A \(risk[.auth].short), R \(risk[.reliability].short), O \(risk[.ownership].short), B \(risk[.blastRadius].short))\(frozen)"
    )
    let declared = server.declaredTier.map { "tier \($0.rawValue) declared" } ?? "no tier declared"
    paragraph(
      "  tier      ",
      "\(declared), tier \(server.derivedTier.rawValue) by the facts: \(server.derivedTierReason)")
    let coverage = server.coverage
    line(
      "  coverage  \(coverage.decided) of \(counted(coverage.applicable, "control")) decided (\(coverage.percent) %)"
    )
    if let partial = PartialBudgets(of: server) {
      paragraph(
        "  budgets   ",
        "\(partial.names.joined(separator: ", ")) judged on a partial window: the log spans \(partial.span)"
      )
    }
    for obstacle in verdict.obstacles where obstacle.rung <= verdict.required {
      let rules: Fragment<Terminal> =
        obstacle.rules.isEmpty ? "" : " (\(obstacle.rules.joined(separator: ", ")))"
      paragraph("  not \(obstacle.rung.rawValue): ", "\(obstacle.reason)\(rules)")
    }
  }

  /// Writes the first findings in full and the others in a line each.
  private mutating func findings(_ groups: [FindingGroup], _ quotations: Quotations) {
    for group in groups.prefix(HumanReporter.fullEntries) { self.group(group, quotations) }
    let rest = groups.dropFirst(HumanReporter.fullEntries)
    for group in rest {
      let place: Fragment<Terminal> =
        group.first.span.map { " (\(quotations.place(of: $0)))" } ?? ""
      let rule = quotations.title(ofRule: group.first.rule)
      // A message about weak evidence says what the rule asks for.
      let isSaid = group.first.message.holds(rule.dropFirst())
      line("\(title(of: group.first))\(place)\(isSaid ? "" : " (rule: " + rule + ")")")
      others(of: group, quotations)
    }
    if !rest.isEmpty { line() }
  }

  private mutating func group(_ group: FindingGroup, _ quotations: Quotations) {
    let finding = group.first
    line(title(of: finding))
    let related = finding.related.map { (quotations.excerpt(of: $0.span), $0.message) }
    let paint = HumanStyle.Paint(finding.severity)
    if let span = finding.span {
      self.excerpts(quotations.excerpt(of: span), related: related, paint: paint)
    } else if let first = related.first {
      self.excerpts(first.0, related: Array(related.dropFirst()), paint: paint)
    }
    paragraph("   = rule: ", "\(quotations.title(ofRule: finding.rule))")
    paragraph("   = fix: ", "\(finding.remediation)")
    others(of: group, quotations)
    line()
  }

  /// Writes what one place would state, each in the words of its message; one thing alone as any finding.
  private mutating func omissions(_ omission: OmissionGroup, _ quotations: Quotations) {
    guard omission.groups.count > 1 else {
      for group in omission.groups { self.group(group, quotations) }
      return
    }
    let place: Fragment<Terminal> = omission.span.map { " at \(quotations.place(of: $0))" } ?? ""
    line(style.paint("not stated\(place)", .strong))
    for group in omission.groups {
      let finding = group.first
      let label = style.paint(
        "\(finding.severity.rawValue)[\(finding.rule)]", HumanStyle.Paint(finding.severity))
      paragraph("  ", "\(label) \(finding.message)")
      paragraph("   = fix: ", "\(finding.remedy)")
      others(of: group, quotations)
    }
    if let advice = omission.keyAdvice { paragraph("   = where: ", "\(advice)") }
    line()
  }

  private mutating func others(of group: FindingGroup, _ quotations: Quotations) {
    if !group.alike.isEmpty {
      let members = group.alike.map { finding in
        finding.subject.title + (finding.span.map { " (" + quotations.place(of: $0) + ")" } ?? "")
      }
      let list = members.map { "\($0)" as Fragment<Terminal> }.joined(by: ", ")
      paragraph("   … and \(group.alike.count) more: ", list)
    }
    for finding in group.different {
      let place: Fragment<Terminal> = finding.span.map { " (\(quotations.place(of: $0)))" } ?? ""
      paragraph("   … and ", "\(finding.subject.title)\(place): \(finding.message)")
    }
    for finding in group.otherRules {
      let part = finding.subject.member == nil ? "" : " of \(finding.subject.title)"
      paragraph(
        "   … and ",
        "\(finding.severity.rawValue)[\(finding.rule)]\(part): \(quotations.title(ofRule: finding.rule)). Fix: \(finding.remediation)"
      )
    }
  }

  private func title(of finding: Finding) -> Fragment<Terminal> {
    let label = style.paint(
      "\(finding.severity.rawValue)[\(finding.rule)]", HumanStyle.Paint(finding.severity))
    return "\(label) \(finding.status.name): \(finding.message)"
  }

  private mutating func undecided(_ groups: [UndecidedGroup]) {
    for group in groups {
      let rules = group.entries.map { $0.rule + $0.scope }.joined(separator: ", ")
      let subject: Fragment<Terminal> =
        group.controlCount == 0
        ? "parts of controls"
        : "\(counted(group.controlCount, "control"))\(group.hasParts ? " and parts of others" : "")"
      paragraph("  ", "\(subject) not decided: \(group.reason) (\(rules, limit: .max))")
    }
    if !groups.isEmpty { line() }
  }
}

extension String {
  /// Whether the bytes of `part` stand somewhere in the text, which are found far faster than characters.
  fileprivate func holds(_ part: Substring) -> Bool {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }
}
