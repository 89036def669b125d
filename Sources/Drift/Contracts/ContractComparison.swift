public import Estate
import SourceText

/// How one state of a server's contract differs from an earlier one.
public struct ContractComparison: Sendable {
  /// The differences: the server's own first, then those of its tools by name.
  public let changes: [ContractChange]

  /// Compares `new` with `old`.
  public init(from old: ServerContract, to new: ServerContract) {
    changes = Self.serverChanges(old, new) + ToolPairing(old.tools, new.tools).changes
  }

  private static func serverChanges(
    _ old: ServerContract, _ new: ServerContract
  ) -> [ContractChange] {
    var changes: [ContractChange] = []
    if old.version?.value != new.version?.value {
      let text =
        switch (old.version?.value, new.version?.value) {
        case (let before?, let after?): "`\(before)` became `\(after)`"
        case (nil, let after?): "it is `\(after)`, and was not known"
        case (let before?, nil): "it was `\(before)`, and is not known"
        case (nil, nil): ""
        }
      changes.append(
        ContractChange(
          .version, [.init(text, .compatible)], old: old.version?.span ?? old.id.span,
          new: new.version?.span ?? new.id.span))
    }
    if let change = packageChange(old, new) { changes.append(change) }
    if let change = ScopeComparison(
      .serverScopes, of: nil, (old.scopes, old.id.span), (new.scopes, new.id.span)
    ).change {
      changes.append(change)
    }
    return changes
  }

  private static func packageChange(
    _ old: ServerContract, _ new: ServerContract
  ) -> ContractChange? {
    func described(_ package: ServerContract.PackagePin) -> String {
      let name = package.identifier.value
      guard let pin = package.pin, !name.contains(pin) else { return name }
      return "\(name) at \(pin)"
    }
    let before = Set(old.packages.map(described))
    let after = Set(new.packages.map(described))
    guard before != after else { return nil }
    var details = after.subtracting(before).sorted().map {
      ContractChange.Detail("it is started from `\($0)`", .compatible)
    }
    details += before.subtracting(after).sorted().map {
      ContractChange.Detail("it is no longer started from `\($0)`", .compatible)
    }
    if old.packages.allSatisfy({ $0.pin != nil }),
      let floating = new.packages.first(where: { $0.pin == nil })
    {
      details.append(.init("`\(floating.identifier.value)` is no longer pinned", .breaking))
    }
    let gone = old.packages.first { !after.contains(described($0)) } ?? old.packages.first
    let added = new.packages.first { !before.contains(described($0)) } ?? new.packages.first
    return ContractChange(
      .package, details, old: gone?.identifier.span ?? old.id.span,
      new: added?.identifier.span ?? new.id.span)
  }
}

/// How the scopes of a server or of a tool differ.
struct ScopeComparison {
  let change: ContractChange?

  /// Compares scopes, each list with the place that stands for it where it is empty.
  init(
    _ kind: ContractChange.Kind, of tool: String?,
    _ old: (scopes: [Evidence<String>], place: SourceSpan),
    _ new: (scopes: [Evidence<String>], place: SourceSpan)
  ) {
    let before = Set(old.scopes.map(\.value))
    let after = Set(new.scopes.map(\.value))
    let added = new.scopes.filter { !before.contains($0.value) }
    let removed = old.scopes.filter { !after.contains($0.value) }
    let details =
      added.map { ContractChange.Detail("`\($0.value)` came in", .breaking) }
      + removed.map { ContractChange.Detail("`\($0.value)` is gone", .compatible) }
    change =
      details.isEmpty
      ? nil
      : ContractChange(
        kind, of: tool, details, old: removed.first?.span ?? old.place,
        new: added.first?.span ?? new.place)
  }
}
