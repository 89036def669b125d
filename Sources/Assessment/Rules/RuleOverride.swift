public import SourceText

/// What a team's policy changes about one rule; every report shows it.
public struct RuleOverride: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// What the rule asks for.
  public let title: String
  /// The severity that the rule itself gives.
  public let usualSeverity: Severity
  /// The severity that counts instead, for every tier; `nil` for the rule's own.
  public let severity: Severity?
  /// Whether the rule is asked at all.
  public let isEnabled: Bool
  /// Why; always there where the rule is switched off.
  public let reason: String?
  /// Where the policy says so.
  public let span: SourceSpan

  /// A change of `rule` that stands at `span`.
  public init(
    of rule: Rule, severity: Severity?, isEnabled: Bool, reason: String?, at span: SourceSpan
  ) {
    self.init(
      rule: rule.id, title: rule.title, usualSeverity: rule.severity, severity: severity,
      isEnabled: isEnabled, reason: reason, span: span)
  }

  /// A change of the rule that is called `rule`.
  public init(
    rule: String, title: String, usualSeverity: Severity, severity: Severity?, isEnabled: Bool,
    reason: String?, span: SourceSpan
  ) {
    self.rule = rule
    self.title = title
    self.usualSeverity = usualSeverity
    self.severity = severity
    self.isEnabled = isEnabled
    self.reason = reason
    self.span = span
  }
}
