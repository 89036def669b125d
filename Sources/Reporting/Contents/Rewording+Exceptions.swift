import Assessment
import Estate

/// Exceptions hold texts of inputs too.
extension Rewording {
  func reword(_ suppression: Suppression) -> Suppression {
    Suppression(
      origin: suppression.origin, owner: reword(suppression.owner),
      reason: reword(suppression.reason), category: suppression.category.map(reword),
      until: suppression.until, span: suppression.span)
  }

  func reword(_ exception: ReviewedException) -> ReviewedException {
    var record = exception.record
    record.rule = record.rule.compactMap(reword)
    record.server = record.server.compactMap(reword)
    record.tool = record.tool.compactMap(reword)
    record.owner = record.owner.compactMap(reword)
    record.reason = record.reason.compactMap(reword)
    record.category = record.category.compactMap(reword)
    record.flaws = record.flaws.map { .init(at: $0.span, reword($0.reason)) }
    let status: ReviewedException.Status =
      if case .invalid(let reason) = exception.status {
        .invalid(reason: reword(reason))
      } else {
        exception.status
      }
    return ReviewedException(
      record, status: status, span: exception.span, owners: exception.owners.map(reword),
      servers: exception.servers.map(reword), subjects: exception.subjects.map(reword))
  }

  func reword(_ override: RuleOverride) -> RuleOverride {
    RuleOverride(
      rule: override.rule, title: override.title, usualSeverity: override.usualSeverity,
      severity: override.severity, isEnabled: override.isEnabled,
      reason: override.reason.map(reword), span: override.span)
  }
}
