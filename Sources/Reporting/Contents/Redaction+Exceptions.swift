import Assessment
import Estate

/// Exceptions hold texts of inputs too.
extension Redaction {
  func redact(_ suppression: Suppression) -> Suppression {
    Suppression(
      origin: suppression.origin, owner: redact(suppression.owner),
      reason: redact(suppression.reason), category: suppression.category.map(redact),
      until: suppression.until, span: suppression.span)
  }

  func redact(_ exception: ReviewedException) -> ReviewedException {
    var record = exception.record
    record.rule = record.rule.compactMap(redact)
    record.server = record.server.compactMap(redact)
    record.tool = record.tool.compactMap(redact)
    record.owner = record.owner.compactMap(redact)
    record.reason = record.reason.compactMap(redact)
    record.category = record.category.compactMap(redact)
    let status: ReviewedException.Status =
      if case .invalid(let reason) = exception.status {
        .invalid(reason: redact(reason))
      } else {
        exception.status
      }
    return ReviewedException(
      record, status: status, span: exception.span, owners: exception.owners.map(redact),
      servers: exception.servers, subjects: exception.subjects)
  }
}
