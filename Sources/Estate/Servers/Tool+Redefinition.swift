extension Tool {
  /// Takes in `other`, which the same catalog defines under the same name.
  ///
  /// Which of the two a client calls is the client's choice. So of each thing that decides how far the tool can
  /// be trusted the worse one counts, and of what was approved the definition that came later.
  public mutating func redefine(by other: Tool) {
    let first = self
    merge(other)
    redefinitions += [first.catalogEntry, other.catalogEntry].compactMap { $0 }.sorted().dropFirst()
    annotations = first.annotations.worse(of: other.annotations)
    hasOutputSchema = first.hasOutputSchema.worse(of: other.hasOutputSchema, trusting: true)
    if let mine = first.input, let theirs = other.input { input = mine.union(theirs) }
    guard let mine = first.definition, let theirs = other.definition else { return }
    definition = theirs
    for member in ToolDefinition.Member.allCases where theirs[member] == nil {
      definition?[member] = mine[member]
    }
  }
}

extension ToolAnnotations {
  fileprivate func worse(of other: ToolAnnotations) -> ToolAnnotations {
    var worse = ToolAnnotations()
    worse.readOnly = readOnly.worse(of: other.readOnly, trusting: true)
    worse.destructive = destructive.worse(of: other.destructive, trusting: false)
    worse.idempotent = idempotent.worse(of: other.idempotent, trusting: true)
    worse.openWorld = openWorld.worse(of: other.openWorld, trusting: false)
    return worse
  }
}

extension Stated<Bool> {
  /// The first of the two that does not state `harmless`, the value that lets a tool be trusted more.
  fileprivate func worse(of other: Stated<Bool>, trusting harmless: Bool) -> Stated<Bool> {
    value == harmless ? other : self
  }
}

extension InputSchema {
  /// What callers can pass by either of two schemas.
  fileprivate func union(_ other: InputSchema) -> InputSchema {
    var union = self
    union.parameters += other.parameters.filter { added in
      !parameters.contains { known in
        var moved = known
        if moved.name.value == added.name.value { moved.name = added.name }
        return moved == added
      }
    }
    union.violations += other.violations
    if refusesUnknownProperties?.value == true {
      union.refusesUnknownProperties = other.refusesUnknownProperties
    }
    return union
  }
}
