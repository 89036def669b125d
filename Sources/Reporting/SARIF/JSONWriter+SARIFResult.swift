import Assessment
import Estate
import History
import SourceText

extension JSONWriter {
  /// The members of a `result`.
  mutating func result(_ result: SARIFResult, _ context: SARIFContext) {
    switch result.content {
    case .finding(let finding): self.finding(finding, context)
    case .gone(let finding): gone(finding, context)
    case .control(let control, let server): self.control(control, of: server, context)
    }
    member("baselineState", context.hasBaseline ? result.state?.rawValue : nil)
  }

  private mutating func finding(_ finding: Finding, _ context: SARIFContext) {
    let places = context.places
    head(finding.rule, kind: "fail", level: finding.severity.sarifLevel, context)
    member("rank", decimal: finding.rank)
    let related = finding.related.filter { places.canShow($0.span) }
    message(of: finding, linkedTo: related, context)
    objects("locations", [finding]) { finding, json in json.location(of: finding, places) }
    relatedLocations(related, places)
    let trail = EvidenceTrail(of: finding)
    if let trail, trail.steps.allSatisfy({ places.canShow($0.span) }) { codeFlow(trail, places) }
    taxa(of: finding.rule, context)
    object("partialFingerprints") { json in
      json.member("primaryLocationLineHash", places.span(of: finding).flatMap(places.lineHash))
      json.member("mcpready/v1", finding.fingerprint)
    }
    suppressions(of: finding.suppression, context)
    object("properties") { json in
      json.member("status", finding.status.name)
      json.member("severity", finding.severity.rawValue)
      json.member("server", finding.subject.server)
    }
  }

  /// A finding that only the baseline has, at the place that it had there.
  private mutating func gone(_ finding: SavedReport.Finding, _ context: SARIFContext) {
    head(finding.rule, kind: "fail", level: finding.severity.sarifLevel, context)
    let text: Fragment<SARIFMessage> = "\(finding.message)"
    object("message") { $0.member("text", text.sentence.text) }
    objects("locations", [finding]) { finding, json in
      json.object("physicalLocation") { json in
        guard let path = finding.path else {
          json.startOfRun(context.places)
          return
        }
        json.artifactLocation(context.places.artifact(at: path))
        json.region(line: finding.line ?? 1)
      }
    }
    object("partialFingerprints") { $0.member("mcpready/v1", finding.fingerprint) }
    suppressions(of: nil, context)
    object("properties") { json in
      json.member("status", finding.status)
      json.member("severity", finding.severity.rawValue)
      json.member("server", finding.server)
    }
  }

  /// A control that is not open, at the place that decided it.
  private mutating func control(
    _ control: Control, of server: String?, _ context: SARIFContext
  ) {
    head(control.rule, kind: control.resultKind ?? "review", level: "none", context)
    let subject: Fragment<SARIFMessage> = server.map { "'\($0)'" } ?? "the fleet"
    var text: Fragment<SARIFMessage> = "For \(subject): \(control.status.name)"
    switch control.status {
    case .notApplicable(let reason): text += ", because \(reason)"
    case .met: text += ", by \(control.grade.rawValue) evidence"
    default: text += ": \(control.reason)"
    }
    object("message") { $0.member("text", text.sentence.text) }
    let places = context.places
    objects("locations", [control]) { control, json in
      json.object("physicalLocation") { json in
        if let span = control.evidence.first?.span ?? places.firstPlace(of: server) {
          json.physicalLocation(span, places, shows: .snippet)
        } else {
          json.startOfRun(places)
        }
      }
      json.logicalLocations([[server].compactMap(\.self)], kind: .server)
    }
    taxa(of: control.rule, context)
    object("partialFingerprints") { json in
      json.member("mcpready/v1", NameBasedUUID.text("control", control.rule, server ?? ""))
    }
    suppressions(of: nil, context)
    object("properties") { json in
      json.member("status", control.status.name)
      json.member("grade", control.grade.rawValue)
      json.member("demanded", control.demanded.rawValue)
      json.member("server", server)
    }
  }

  private mutating func head(
    _ rule: String, kind: String, level: String, _ context: SARIFContext
  ) {
    member("ruleId", rule)
    member("ruleIndex", context.ruleIndexes[rule])
    member("kind", kind)
    member("level", level)
  }

  private mutating func message(
    of finding: Finding, linkedTo related: [Finding.Related], _ context: SARIFContext
  ) {
    object("message") { json in
      json.member(
        "text", (finding.sarifMessage(linkedTo: related) + context.aside(on: finding)).text)
      // A text that goes on behind the rule's own words is none of the rule's message strings.
      guard related.isEmpty else { return }
      for string in context.messageStrings(of: finding.rule) {
        guard let arguments = string.arguments(of: finding.message) else { continue }
        json.member("id", string.id)
        if !arguments.isEmpty {
          json.array("arguments", arguments.map { ("\($0)" as Fragment<SARIFMessage>).text })
        }
        return
      }
    }
  }

  /// The members of the one location that GitHub requires; without any place, the start of the first input.
  private mutating func location(of finding: Finding, _ places: SARIFPlaces) {
    object("physicalLocation") { json in
      if let span = places.span(of: finding) {
        json.physicalLocation(span, places, shows: finding.span == nil ? .snippet : .context)
      } else {
        json.startOfRun(places)
      }
    }
    let subject = finding.subject
    let kind = subject.concerned.isEmpty ? subject.kind : .server
    logicalLocations(
      subject.servers.map { [$0, subject.member].compactMap(\.self) }, kind: kind)
  }

  /// The server, or the part of it, that a result is about, or the several servers.
  private mutating func logicalLocations(_ paths: [[String]], kind: RuleSubject) {
    let named = paths.filter { !$0.isEmpty }
    guard !named.isEmpty else { return }
    objects("logicalLocations", named) { path, json in
      let names = path.map { VisibleText.of($0, limit: 120) }
      json.member("name", names.last)
      json.member("fullyQualifiedName", names.joined(separator: "/"))
      json.member("kind", kind.rawValue)
    }
  }

  private mutating func relatedLocations(_ related: [Finding.Related], _ places: SARIFPlaces) {
    guard !related.isEmpty else { return }
    objects("relatedLocations", related.enumerated()) { related, json in
      json.member("id", related.offset + 1)
      json.object("physicalLocation") {
        $0.physicalLocation(related.element.span, places, shows: .snippet)
      }
      let text: Fragment<SARIFMessage> = "\(related.element.message)"
      json.object("message") { $0.member("text", text.sentence.text) }
    }
  }

  private mutating func codeFlow(_ trail: EvidenceTrail, _ places: SARIFPlaces) {
    objects("codeFlows", [trail.steps]) { steps, json in
      json.objects("threadFlows", [steps]) { steps, json in
        json.objects("locations", steps) { step, json in
          json.object("location") { json in
            json.object("physicalLocation") {
              $0.physicalLocation(step.span, places, shows: .region)
            }
            json.object("message") { $0.member("text", step.text.text) }
          }
        }
      }
    }
  }

  /// What the rule of a result belongs to; GitHub shows nothing of it.
  private mutating func taxa(of rule: String, _ context: SARIFContext) {
    guard context.profile != .github else { return }
    objects("taxa", context.taxa(of: rule)) { taxon, json in
      json.member("index", taxon.index)
      json.object("toolComponent") { $0.member("index", taxon.taxonomy) }
    }
  }
}

extension Finding {
  /// The importance from 0 to 100, by severity and then status.
  fileprivate var rank: Double {
    let base: Double =
      switch severity {
      case .critical: 90
      case .high: 70
      case .medium: 40
      case .low: 10
      }
    let extra: Double =
      switch status {
      case .contradicted: 9
      case .unmet: 5
      default: 0
      }
    return base + extra
  }

  /// The message in full sentences, with links to the related locations.
  fileprivate func sarifMessage(linkedTo related: [Related]) -> Fragment<SARIFMessage> {
    var text: Fragment<SARIFMessage> = "\(message)"
    text = text.sentence
    guard !related.isEmpty else { return text }
    let links = related.enumerated().map { offset, related in
      "[\(related.message, limit: 80)](\(offset + 1))" as Fragment<SARIFMessage>
    }
    return text + " See " + links.joined(by: ", ") + "."
  }
}

extension SARIFContext {
  /// Where a reader who takes every path for one of the checkout would not find the place of `finding`.
  fileprivate func aside(on finding: Finding) -> Fragment<SARIFMessage> {
    guard let span = finding.span, !places.canShow(span) else { return "" }
    let location = report.library.location(of: span)
    return " This is outside of the checkout, in '\(location.path)' on line \(location.start.line)."
  }
}

extension Fragment where Language == SARIFMessage {
  /// The text with a period at its end.
  var sentence: Fragment {
    guard let last = bytes.last else { return self }
    return [".", "!", "?"].contains(Unicode.Scalar(last)) ? self : self + "."
  }
}
