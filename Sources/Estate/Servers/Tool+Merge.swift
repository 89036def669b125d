import SourceText

extension Tool {
  /// Takes in what `other`, the same tool in another source, says; the order of merging does not matter.
  ///
  /// Where two catalogs define the tool, the input schema of the first by place is kept.
  public mutating func merge(_ other: Tool) {
    manifestEntry = first(manifestEntry, other.manifestEntry) { $0 }
    catalogEntry = first(catalogEntry, other.catalogEntry) { $0 }
    redefinitions.formUnion(other.redefinitions) { Place($0) }
    title.merge(other.title)
    description.merge(other.description)
    owner.merge(other.owner)
    purpose.merge(other.purpose)
    declaredClass.merge(other.declaredClass)
    sensitivity.merge(other.sensitivity)
    schemaReference.merge(other.schemaReference)
    foreignSchema.merge(other.foreignSchema)
    scopes.formUnion(other.scopes) { Place($0) }
    requiresApproval.merge(other.requiresApproval)
    approvers.merge(other.approvers)
    idempotency.merge(other.idempotency)
    reversal.merge(other.reversal)
    isEnabled.merge(other.isEnabled)
    businessNeed.merge(other.businessNeed)
    maxResultBytes.merge(other.maxResultBytes)
    resultBounds.merge(other.resultBounds)
    annotations.merge(other.annotations)
    input = first(input, other.input) { $0.span }
    definition.merge(other.definition)
    hasOutputSchema.merge(other.hasOutputSchema)
    hiddenText.formUnion(other.hiddenText) { Place($0.span, $0.kind + " " + $0.member) }
    passages.formUnion(other.passages) { Place($0.span, $0.member) }
    traffic = ToolTraffic.larger(traffic, other.traffic)
  }

  private func first<Value>(
    _ left: Value?, _ right: Value?, by span: (Value) -> SourceSpan
  ) -> Value? {
    guard let left, let right else { return left ?? right }
    return span(right) < span(left) ? right : left
  }
}

extension Optional<ToolDefinition> {
  /// Takes in the members of `other`; of a member that both define, the first by place is kept.
  fileprivate mutating func merge(_ other: ToolDefinition?) {
    guard let other else { return }
    var merged = self ?? ToolDefinition()
    for member in ToolDefinition.Member.allCases {
      guard let part = other[member] else { continue }
      if let own = merged[member], own.span <= part.span { continue }
      merged[member] = part
    }
    self = merged
  }
}

extension ToolAnnotations {
  /// Takes in the statements of `other`.
  mutating func merge(_ other: ToolAnnotations) {
    readOnly.merge(other.readOnly)
    destructive.merge(other.destructive)
    idempotent.merge(other.idempotent)
    openWorld.merge(other.openWorld)
  }
}

extension ToolTraffic {
  /// The one of two readings that saw more calls; logs are merged before they are read.
  fileprivate static func larger(_ left: ToolTraffic?, _ right: ToolTraffic?) -> ToolTraffic? {
    guard let left, let right else { return left ?? right }
    if left.calls != right.calls { return left.calls > right.calls ? left : right }
    guard let leftSample = left.sample, let rightSample = right.sample else { return left }
    return leftSample <= rightSample ? left : right
  }
}
