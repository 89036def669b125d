public import SourceText

extension ClientEntry {
  /// Whether the client sees the tool `name`, as far as its own lists decide: what an allow list leaves out
  /// it does not, and neither what a list of hidden tools names.
  public func shows(_ name: String) -> Bool {
    if hiddenTools.contains(where: { $0.value == name }) { return false }
    guard let allowed = allowedTools.value, !allowed.contains("*") else { return true }
    return allowed.contains(name)
  }

  /// Where the client is told to call the tool `name` without asking anyone; `nil` where it is not, and for
  /// tools that it does not see.
  public func waiver(of name: String) -> SourceSpan? {
    guard isDisabled.value != true, shows(name) else { return nil }
    if let unasked = autoApprovedTools.first(where: { $0.value == name || $0.value == "*" }) {
      return unasked.span
    }
    return approval.value == .never ? approval.span : nil
  }
}
