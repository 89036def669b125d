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
      json.member("omittedResults", context.omitted)
      json.member("profile", report.gate.profile.rawValue)
    }
  }

  private mutating func notification(
    _ notification: SARIFNotification, _ context: SARIFContext
  ) {
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
        json.object("physicalLocation") { $0.physicalLocation(span, places, showsSnippet: true) }
      }
    case .file(let path):
      let artifact = places.artifact(at: path)
      objects("locations", [artifact]) { artifact, json in
        json.object("physicalLocation") { json in
          json.object("artifactLocation") { json in
            json.member("uri", artifact.uri.uri)
            json.member("uriBaseId", artifact.uri.base)
            json.member("index", artifact.index)
          }
        }
      }
    }
  }
}

/// Something that the run has to say about itself or its inputs.
struct SARIFNotification {
  /// What it is about.
  enum Place {
    case none
    case span(SourceSpan)
    case file(String)
  }

  let text: Fragment<SARIFMessage>
  let level: String
  let place: Place
  /// The rule that could not be decided.
  let rule: String?

  init(
    _ text: Fragment<SARIFMessage>, level: String, at place: Place = .none, rule: String? = nil
  ) {
    self.text = text
    self.level = level
    self.place = place
    self.rule = rule
  }

  /// The diagnostics, the inputs that were not used, the controls that were not decided, and what was cut.
  static func all(of context: SARIFContext) -> [SARIFNotification] {
    diagnostics(context.report.diagnostics) + inputs(context.report.inputs)
      + undecided(context.report) + omitted(context)
  }

  private static func diagnostics(_ diagnostics: [Diagnostic]) -> [SARIFNotification] {
    diagnostics.map { diagnostic in
      let expected: Fragment<SARIFMessage> =
        diagnostic.expected.map { "; expected \($0)" } ?? ""
      let advice: Fragment<SARIFMessage> = diagnostic.advice.map { " (\($0))" } ?? ""
      return SARIFNotification(
        "\(diagnostic.message)\(expected)\(advice)", level: diagnostic.severity.rawValue,
        at: .span(diagnostic.span))
    }
  }

  private static func inputs(_ inputs: [ReportedInput]) -> [SARIFNotification] {
    inputs.compactMap { input in
      switch input.status {
      case .analyzed, .recognized: nil
      case .unrecognized(let reason):
        SARIFNotification(
          "The input was not recognised: \(reason)", level: "warning", at: .file(input.path))
      case .failed(let reason):
        SARIFNotification(
          "The input could not be used: \(reason)", level: "error", at: .file(input.path))
      }
    }
  }

  /// For each rule and reason, how many controls of servers were not decided.
  private static func undecided(_ report: Report) -> [SARIFNotification] {
    var counts: [String: [String: Int]] = [:]
    let controls = report.assessment.servers.flatMap(\.controls) + report.assessment.fleetControls
    for control in controls {
      guard case .unproven(.undecided(let reason)) = control.status else { continue }
      counts[control.rule, default: [:]][reason, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.flatMap { rule, reasons in
      reasons.sorted { $0.key < $1.key }.map { reason, count in
        SARIFNotification(
          "\(rule) was not decided for \(counted(count, "server")): \(reason)", level: "note",
          rule: rule)
      }
    }
  }

  private static func omitted(_ context: SARIFContext) -> [SARIFNotification] {
    guard context.omitted > 0 else { return [] }
    return [
      SARIFNotification(
        "\(context.omitted) less severe findings were left out, because code scanning takes \(context.results.count) at most",
        level: "warning")
    ]
  }
}
