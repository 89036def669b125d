import Assessment
import SourceText

extension JSONWriter {
  /// The members of the `invocation`: how the run ended, and what it could not do.
  mutating func invocation(_ context: SARIFContext) {
    let report = context.report
    member("executionSuccessful", report.gate.outcome != .incomplete)
    member("exitCode", report.gate.outcome.rawValue)
    let gate: Fragment<SARIFMessage> =
      "The gate \(report.gate.outcome.title): \(report.gate.reasons.joined(separator: "; "))"
    member(
      "exitCodeDescription",
      report.gate.reasons.isEmpty ? "The gate \(report.gate.outcome.title)." : gate.sentence.text)
    rows("toolExecutionNotifications", SARIFNotification.all(of: context)) {
      notification, json in json.notification(notification, context)
    }
    let configuration = SARIFNotification.configuration(of: report)
    if !configuration.isEmpty {
      rows("toolConfigurationNotifications", configuration) { notification, json in
        json.notification(notification, context)
      }
    }
    object("properties") { json in
      let coverage = report.assessment.coverage
      json.object("coverage") { json in
        json.member("decided", coverage.decided)
        json.member("applicable", coverage.applicable)
        json.member("share", decimal: coverage.share)
        json.objects("undecided", coverage.undecided) { reason, json in
          json.member("reason", reason.text)
          json.member("count", reason.count)
        }
      }
      json.member("omittedResults", context.omitted.cut.count)
      json.member("omittedAcceptedResults", context.omitted.accepted)
      json.member("profile", report.gate.profile.rawValue)
    }
  }

  private mutating func notification(
    _ notification: SARIFNotification, _ context: SARIFContext
  ) {
    object("descriptor") { json in
      json.member("id", notification.kind.rawValue)
      json.member("index", notification.kind.index)
    }
    object("message") { $0.member("text", notification.text.sentence.text) }
    member("level", notification.level)
    if let rule = notification.rule, let index = context.ruleIndexes[rule] {
      object("associatedRule") { json in
        json.member("id", rule)
        json.member("index", index)
      }
    }
    locations(of: notification, context.places)
  }

  private mutating func locations(of notification: SARIFNotification, _ places: SARIFPlaces) {
    switch notification.place {
    case .none: break
    case .span(let span):
      objects("locations", [span]) { span, json in
        json.object("physicalLocation") { $0.physicalLocation(span, places, shows: .snippet) }
      }
    case .file(let path):
      objects("locations", [path]) { path, json in
        json.object("physicalLocation") { $0.artifactLocation(places.artifact(at: path)) }
      }
    }
  }
}
