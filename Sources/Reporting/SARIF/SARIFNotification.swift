import Assessment
import SourceText

/// Something that the run has to say about itself or its inputs.
struct SARIFNotification {
  /// What it is about.
  enum Place {
    case none
    case span(SourceSpan)
    case file(String)
  }

  /// What a notification is of; the raw value is its stable id.
  enum Kind: String, CaseIterable {
    case diagnostic = "MCPN01"
    case unrecognizedInput = "MCPN02"
    case failedInput = "MCPN03"
    case undecidedControl = "MCPN04"
    case omittedResults = "MCPN05"
    case ruleChanged = "MCPN06"
    case idleException = "MCPN07"

    /// A PascalCase name, unlike the id.
    var name: String {
      switch self {
      case .diagnostic: "InputDiagnostic"
      case .unrecognizedInput: "UnrecognizedInput"
      case .failedInput: "FailedInput"
      case .undecidedControl: "UndecidedControl"
      case .omittedResults: "OmittedResults"
      case .ruleChanged: "RuleChangedByPolicy"
      case .idleException: "IdleException"
      }
    }

    /// What it tells, in one sentence.
    var description: String {
      switch self {
      case .diagnostic: "Something is wrong with an input at this place."
      case .unrecognizedInput: "It is not known what this input is, and nothing of it was used."
      case .failedInput: "This input could not be read or parsed."
      case .undecidedControl: "No source that was given could decide this rule."
      case .omittedResults: "Results were left out of this log."
      case .ruleChanged: "The policy changes this rule."
      case .idleException: "This exception lets nothing pass."
      }
    }

    /// Where it stands among the tool's notifications.
    var index: Int? { Self.allCases.firstIndex(of: self) }
  }

  let kind: Kind
  let text: Fragment<SARIFMessage>
  let level: String
  let place: Place
  /// The rule that could not be decided.
  let rule: String?

  init(
    _ kind: Kind, _ text: Fragment<SARIFMessage>, level: String, at place: Place = .none,
    rule: String? = nil
  ) {
    self.kind = kind
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
        .diagnostic, "\(diagnostic.message)\(expected)\(advice)",
        level: diagnostic.severity.rawValue,
        at: .span(diagnostic.span))
    }
  }

  private static func inputs(_ inputs: [ReportedInput]) -> [SARIFNotification] {
    inputs.compactMap { input in
      switch input.status {
      case .analyzed, .recognized: nil
      case .unrecognized(let reason):
        SARIFNotification(
          .unrecognizedInput,
          "The input was not recognised: \(reason)", level: "warning", at: .file(input.path))
      case .failed(let reason):
        SARIFNotification(
          .failedInput, "The input could not be used: \(reason)", level: "error",
          at: .file(input.path))
      }
    }
  }

  /// For each rule and reason, how many controls of servers were not decided.
  private static func undecided(_ report: Report) -> [SARIFNotification] {
    var counts: [String: [String: Int]] = [:]
    func count(_ controls: [Control]) {
      // By index, because an iterator would copy every control.
      for index in controls.indices {
        guard case .unproven(.undecided(let reason)) = controls[index].status else { continue }
        counts[controls[index].rule, default: [:]][reason, default: 0] += 1
      }
    }
    for server in report.assessment.servers { count(server.controls) }
    count(report.assessment.fleetControls)
    return counts.sorted { $0.key < $1.key }.flatMap { rule, reasons in
      reasons.sorted { $0.key < $1.key }.map { reason, count in
        SARIFNotification(
          .undecidedControl,
          "\(rule) was not decided for \(counted(count, "server")): \(reason)", level: "note",
          rule: rule)
      }
    }
  }

  /// What was cut, by severity, and what was accepted and would be shown as open.
  private static func omitted(_ context: SARIFContext) -> [SARIFNotification] {
    var notifications: [SARIFNotification] = []
    let cut = context.omitted.cut
    if !cut.isEmpty {
      let parts = Severity.worstFirst.compactMap { severity in
        let count = context.omitted.count(of: severity)
        return count == 0 ? nil : "\(count) \(severity.rawValue)"
      }
      notifications.append(
        SARIFNotification(
          .omittedResults,
          "\(counted(cut.count, "result")) (\(parts.joined(separator: ", "))) left out, the least severe, because this log holds \(context.results.count) at most",
          level: "warning"))
    }
    if context.omitted.accepted > 0 {
      notifications.append(
        SARIFNotification(
          .omittedResults,
          "\(counted(context.omitted.accepted, "finding")) accepted by exceptions left out, because code scanning would show them as open",
          level: "note"))
    }
    return notifications
  }
}
