import Assessment
import Estate
import SourceText

/// Something open that somebody accepted for a time, as reports for people show it.
struct AcceptedRisk: Sendable {
  let rule: String
  let severity: Severity
  let status: ControlStatus
  /// What is wrong, or why it was not decided.
  let message: String
  let span: SourceSpan?
  let suppression: Suppression

  /// The accepted ones among `findings`, and of `controls` those that are accepted and have no findings.
  static func all(findings: [Finding], controls: [Control]) -> [AcceptedRisk] {
    let isAnyAccepted =
      findings.contains { $0.suppression != nil }
      || controls.indices.contains { controls[$0].suppression != nil }
    guard isAnyAccepted else { return [] }
    let found = Set(findings.map(\.rule))
    return findings.compactMap { finding in
      finding.suppression.map {
        AcceptedRisk(
          rule: finding.rule, severity: finding.severity, status: finding.status,
          message: finding.message, span: finding.span, suppression: $0)
      }
    }
      + controls.indices.filter { controls[$0].suppression != nil }.compactMap { index in
        let control = controls[index]
        guard let suppression = control.suppression, !found.contains(control.rule) else {
          return nil
        }
        return AcceptedRisk(
          rule: control.rule, severity: control.severity, status: control.status,
          message: control.reason + ".", span: nil, suppression: suppression)
      }
  }
}

extension Suppression {
  /// Who accepted it, until when and why.
  var inWords: String { "accepted by \(owner) until \(until): \(reason)" }
}

extension ReviewedException {
  /// What it is an exception from, such as "MCP605 for crm-notes".
  var title: String {
    let rule = record.rule.value ?? "no rule"
    let named = record.server.value.map { [$0] } ?? servers
    let target =
      named.isEmpty
      ? (record.origin == .comment ? "what it stands at" : "no server")
      : named.joined(separator: ", ")
    return "\(rule) for \(target)" + (record.tool.value.map { ", tool \($0)" } ?? "")
  }

  /// What became of it, in words.
  var explanation: String {
    let until = record.expiry.value.map { "until \($0)" } ?? "without an end"
    switch status {
    case .matched: return "\(counted(subjects.count, "open control")) let pass \(until)"
    case .unused: return "nothing to let pass; remove it"
    case .expired:
      return
        "its last day was \(record.expiry.value?.description ?? "long ago"); nothing is let pass"
    case .invalid(let reason): return reason
    case .notApplied:
      return "valid \(until), and not applied in this run"
    case .proposed:
      return "valid \(until), and not in force before it is merged"
    }
  }
}

extension RuleOverride {
  /// What the policy changes about the rule, in words.
  var inWords: String {
    let why = reason.map { ": \($0)" } ?? ""
    guard isEnabled else { return "\(rule) is switched off\(why)" }
    guard let severity else { return "\(rule) is named by the policy and stays as it is\(why)" }
    return "\(rule) is \(severity.rawValue) here and \(usualSeverity.rawValue) by itself\(why)"
  }
}

extension [ReviewedException] {
  /// How many there are of each status, such as "2 matched, 1 expired".
  var counts: String {
    let order = ["matched", "unused", "expired", "invalid", "not-applied", "proposed"]
    return order.compactMap { name in
      let count = self.count { $0.status.name == name }
      return count == 0 ? nil : "\(count) \(name)"
    }.joined(separator: ", ")
  }
}
