import Assessment
import SourceText

extension JSONWriter {
  /// The members of a `result`.
  mutating func result(_ finding: Finding, _ context: SARIFContext) {
    member("ruleId", finding.rule)
    member("ruleIndex", context.ruleIndexes[finding.rule])
    member("kind", "fail")
    member("level", finding.severity.sarifLevel)
    member("rank", decimal: finding.rank)
    object("message") { $0.member("text", finding.sarifMessage.text) }
    let places = context.places
    objects("locations", [finding]) { finding, json in
      json.location(of: finding, places)
    }
    if !finding.related.isEmpty {
      objects("relatedLocations", finding.related.enumerated()) { related, json in
        json.member("id", related.offset + 1)
        json.object("physicalLocation") {
          $0.physicalLocation(related.element.span, places, showsSnippet: true)
        }
        let text: Fragment<SARIFMessage> = "\(related.element.message)"
        json.object("message") { $0.member("text", text.sentence.text) }
      }
    }
    if case .contradicted(let claim, let disproof) = finding.status {
      codeFlow(claim: claim, disproof: disproof, places)
    }
    object("partialFingerprints") { json in
      json.member("primaryLocationLineHash", places.span(of: finding).flatMap(places.lineHash))
      json.member("mcpready/v1", finding.fingerprint)
    }
    suppressions(of: finding, context)
    object("properties") { json in
      json.member("status", finding.status.name)
      json.member("severity", finding.severity.rawValue)
      json.member("server", finding.subject.server)
    }
  }

  /// The members of the one location that GitHub requires; without any place, the start of the first input.
  private mutating func location(of finding: Finding, _ places: SARIFPlaces) {
    object("physicalLocation") { json in
      if let span = places.span(of: finding) {
        json.physicalLocation(span, places, showsSnippet: finding.span != nil)
      } else {
        json.startOfRun(places)
      }
    }
    if let server = finding.subject.server {
      objects("logicalLocations", [server]) { server, json in
        let names = [server, finding.subject.member].compactMap { $0 }
          .map { VisibleText.of($0, limit: 120) }
        json.member("name", names.last)
        json.member("fullyQualifiedName", names.joined(separator: "/"))
        json.member("kind", finding.subject.kind.rawValue)
      }
    }
  }

  private mutating func startOfRun(_ places: SARIFPlaces) {
    object("artifactLocation") { json in
      json.member("uri", places.artifacts.first?.uri.uri ?? "mcpready.yaml")
      json.member("uriBaseId", places.artifacts.first?.uri.base ?? ArtifactURI.root)
      json.member("index", places.artifacts.isEmpty ? nil : 0)
    }
    object("region") { json in
      json.member("startLine", 1)
      json.member("startColumn", 1)
      json.member("endLine", 1)
      json.member("endColumn", 1)
    }
  }

  /// The members of a `physicalLocation`.
  mutating func physicalLocation(
    _ span: SourceSpan, _ places: SARIFPlaces, showsSnippet: Bool
  ) {
    let location = places.library.location(of: span)
    let artifact = places.artifact(at: location.path)
    object("artifactLocation") { json in
      json.member("uri", artifact.uri.uri)
      json.member("uriBaseId", artifact.uri.base)
      json.member("index", artifact.index)
    }
    object("region") { json in
      json.member("startLine", location.start.line)
      json.member("startColumn", location.start.column)
      json.member("endLine", location.end.line)
      json.member("endColumn", location.end.column)
      if showsSnippet, !span.range.isEmpty {
        json.object("snippet") { $0.member("text", places.snippet(of: span)) }
      }
    }
  }

  /// The way from a claim to what disproves it.
  private mutating func codeFlow(
    claim: SourceSpan, disproof: SourceSpan, _ places: SARIFPlaces
  ) {
    objects("codeFlows", [[(claim, "The claim."), (disproof, "The disproof.")]]) { steps, json in
      json.objects("threadFlows", [steps]) { steps, json in
        json.objects("locations", steps) { step, json in
          json.object("location") { json in
            json.object("physicalLocation") {
              $0.physicalLocation(step.0, places, showsSnippet: true)
            }
            json.object("message") { $0.member("text", step.1) }
          }
        }
      }
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
  fileprivate var sarifMessage: Fragment<SARIFMessage> {
    var text: Fragment<SARIFMessage> = "\(message)"
    text = text.sentence
    guard !related.isEmpty else { return text }
    let links = related.enumerated().map { offset, related in
      "[\(related.message, limit: 80)](\(offset + 1))" as Fragment<SARIFMessage>
    }
    return text + " See " + links.joined(by: ", ") + "."
  }
}

extension Fragment where Language == SARIFMessage {
  /// The text with a period at its end.
  var sentence: Fragment {
    let ends: [Character] = [".", "!", "?"]
    return text.last.map(ends.contains) ?? true ? self : self + "."
  }
}
