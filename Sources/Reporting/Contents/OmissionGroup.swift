import Assessment
import SourceText

/// What nobody has stated of one server, and what one place would state: a person who writes the one writes
/// the others with it.
struct OmissionGroup: Sendable {
  /// Where it would be stated, such as where a manifest names its server; `nil` where no file is known.
  let span: SourceSpan?
  /// Where that goes in a file of another format than mcpready's.
  let keyAdvice: String?
  /// The findings, worst first, as people read them.
  let groups: [FindingGroup]

  /// The groups of one server's `findings`, all omissions.
  static func groups(of findings: [Finding]) -> [OmissionGroup] {
    var order: [SourceSpan?] = []
    var places: [SourceSpan?: [FindingGroup]] = [:]
    for group in FindingGroup.groups(of: findings) {
      if places[group.first.span] == nil { order.append(group.first.span) }
      places[group.first.span, default: []].append(group)
    }
    return order.map { span in
      let groups = places[span, default: []]
      return OmissionGroup(
        span: span, keyAdvice: groups.lazy.compactMap(\.first.keyAdvice).first, groups: groups)
    }
  }
}
