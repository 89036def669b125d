import Estate
import Reading
import Syntax

/// Finds the task that a token is bound to.
enum TokenTask {
  /// Claims that name one piece of work; no standard has settled on a name.
  private static let claims = [
    "task", "task_id", "work_item", "work_item_id", "workitem", "purpose",
  ]

  /// Adds what `reader`'s members say: a claim about a work item, or `authorization_details` (RFC 9396),
  /// which bind a token to what it was asked for.
  static func read(into sample: inout TokenSample, from reader: inout MappingReader) {
    for claim in claims {
      guard let value = reader.node(claim), let text = value.scalarText, !text.isEmpty else {
        continue
      }
      sample.task.state(text, at: value.span, grade: reader.grade)
    }
    guard let details = reader.node("authorization_details") else { return }
    for detail in details.elements {
      guard let type = detail["type"], let text = type.scalarText else { continue }
      sample.task.state(text, at: type.span, grade: reader.grade)
    }
  }
}
