import Estate

/// The tools of two states of one server, each with its counterpart.
struct ToolPairing {
  /// What became of the tools, by name.
  let changes: [ContractChange]

  /// Pairs tools by name, and what is left by their definitions.
  init(_ old: [ToolContract], _ new: [ToolContract]) {
    let before = Dictionary(old.map { ($0.name.value, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.name.value, $0) }) { first, _ in first }
    var gone = old.filter { after[$0.name.value] == nil }
    var changes: [ContractChange] = []
    for tool in new {
      if let earlier = before[tool.name.value] {
        changes += ToolComparison(from: earlier, to: tool).changes
      } else if let index = gone.firstIndex(where: { Self.isSame($0, tool) }) {
        changes.append(Self.renaming(of: gone.remove(at: index), to: tool))
      } else {
        changes.append(
          ContractChange(
            .toolAdded, of: tool.name.value, [.init("the tool is new", .compatible)], old: nil,
            new: tool.name.span))
      }
    }
    changes += gone.map {
      ContractChange(
        .toolRemoved, of: $0.name.value, [.init("the tool is gone", .breaking)], old: $0.name.span,
        new: nil)
    }
    // Stable: the changes of one tool keep their order.
    self.changes = changes.enumerated().sorted { left, right in
      (left.element.tool ?? "", left.offset) < (right.element.tool ?? "", right.offset)
    }.map(\.element)
  }

  /// Whether only the name differs; tools that say nothing of themselves are not taken for one another.
  private static func isSame(_ old: ToolContract, _ new: ToolContract) -> Bool {
    guard let before = old.definition, let after = new.definition,
      before[.description] != nil || before[.outputSchema] != nil
    else { return false }
    return before.body == after.body
  }

  private static func renaming(of old: ToolContract, to new: ToolContract) -> ContractChange {
    ContractChange(
      .toolRenamed, of: new.name.value,
      [.init("it was called `\(old.name.value)` and is otherwise the same", .breaking)],
      old: old.name.span, new: new.name.span)
  }
}
