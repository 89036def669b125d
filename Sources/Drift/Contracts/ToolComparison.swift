import Estate
import SourceText

/// How one tool differs from its earlier self.
struct ToolComparison {
  /// The differences, by member.
  let changes: [ContractChange]

  /// Compares `new` with `old`, which has the same name.
  init(from old: ToolContract, to new: ToolContract) {
    var changes: [ContractChange] = []
    switch (old.definition, new.definition) {
    case (nil, nil): break
    case (nil, _?), (_?, nil):
      let text =
        old.definition == nil
        ? "a catalog defines it now, and none did" : "no catalog defines it any more"
      changes.append(
        ContractChange(
          .definition, of: new.name.value, [.init(text, .unknown)], old: old.name.span,
          new: new.name.span))
    case (let before?, let after?):
      changes += Self.changes(of: new.name.value, before, after, old, new)
    }
    if let change = ScopeComparison(
      .toolScopes, of: new.name.value, (old.scopes, old.name.span), (new.scopes, new.name.span)
    ).change {
      changes.append(change)
    }
    self.changes = changes
  }

  private static func changes(
    of tool: String, _ before: ToolDefinition, _ after: ToolDefinition, _ old: ToolContract,
    _ new: ToolContract
  ) -> [ContractChange] {
    ToolDefinition.Member.allCases.compactMap { member in
      let (first, second) = (before[member], after[member])
      guard first?.digest != second?.digest else { return nil }
      let details = details(
        of: member, CanonicalValue(first?.canonicalText), CanonicalValue(second?.canonicalText))
      return ContractChange(
        member.kind, of: tool, details, old: first?.span ?? old.name.span,
        new: second?.span ?? new.name.span)
    }
  }

  private static func details(
    of member: ToolDefinition.Member, _ old: CanonicalValue, _ new: CanonicalValue
  ) -> [ContractChange.Detail] {
    switch member {
    case .title, .description:
      [.init(TextDifference(from: old.text, to: new.text).summary, .compatible)]
    case .annotations: AnnotationComparison(from: old.node, to: new.node).details
    case .inputSchema: SchemaComparison(.input, from: old.node, to: new.node).details
    case .outputSchema: SchemaComparison(.output, from: old.node, to: new.node).details
    }
  }
}

extension ToolDefinition.Member {
  /// What a change of the member is called.
  fileprivate var kind: ContractChange.Kind {
    switch self {
    case .title: .title
    case .description: .description
    case .inputSchema: .inputSchema
    case .outputSchema: .outputSchema
    case .annotations: .annotations
    }
  }
}
