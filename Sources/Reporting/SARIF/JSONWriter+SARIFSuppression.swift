import Assessment
import Estate
import SourceText

extension JSONWriter {
  /// The `suppressions` of a result: where one result of a run has them, all have, if only an empty list.
  mutating func suppressions(of accepted: Suppression?, _ context: SARIFContext) {
    guard context.hasSuppressions else { return }
    objects("suppressions", [accepted].compactMap(\.self)) { suppression, json in
      // What stands in a comment of the source is in the source; records and policies are beside it.
      json.member("kind", suppression.origin == .comment ? "inSource" : "external")
      json.member("status", "accepted")
      let text: Fragment<SARIFMessage> = "\(suppression.inWords)"
      json.member("justification", text.sentence.text)
      json.object("location") { json in
        json.object("physicalLocation") {
          $0.physicalLocation(suppression.span, context.places, shows: .snippet)
        }
      }
      json.object("properties") { json in
        json.member("owner", suppression.owner)
        json.member("until", suppression.until.description)
        json.member("category", suppression.category)
      }
    }
  }
}

extension SARIFNotification {
  /// What the policy changes about rules, and the exceptions that let nothing pass.
  static func configuration(of report: Report) -> [SARIFNotification] {
    let overrides = report.assessment.overrides.map { override in
      SARIFNotification(
        .ruleChanged, "\(override.inWords)", level: override.isEnabled ? "note" : "warning",
        at: .span(override.span), rule: override.isEnabled ? override.rule : nil)
    }
    let exceptions = report.assessment.exceptions.filter { $0.status != .matched }
      .map { exception in
        SARIFNotification(
          .idleException,
          "The exception from \(exception.title) is \(exception.status.name): \(exception.explanation)",
          level: exception.isValid ? "note" : "warning", at: .span(exception.span))
      }
    return overrides + exceptions
  }
}
