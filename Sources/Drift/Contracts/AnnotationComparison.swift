import Estate
import Syntax

/// How the hints of one tool differ, with the defaults of the MCP specification for those that are absent.
struct AnnotationComparison {
  /// The differences.
  let details: [ContractChange.Detail]

  /// One hint and what it means.
  private struct Hint {
    let name: String
    /// The value where the hint is absent.
    let standard: Bool
    /// The value under which clients are less careful.
    let reassuring: Bool
  }

  private static let hints = [
    Hint(name: "readOnlyHint", standard: false, reassuring: true),
    Hint(name: "destructiveHint", standard: true, reassuring: false),
    Hint(name: "idempotentHint", standard: false, reassuring: true),
    Hint(name: "openWorldHint", standard: true, reassuring: false),
  ]

  /// Compares two `annotations`, of which either may be absent.
  init(from old: Node?, to new: Node?) {
    var details = Self.hints.compactMap { hint -> ContractChange.Detail? in
      let before = old?[hint.name]?.boolean ?? hint.standard
      let after = new?[hint.name]?.boolean ?? hint.standard
      guard before != after else { return nil }
      let text = "`\(hint.name)` was \(before) and is \(after)"
      return before == hint.reassuring
        ? .init(text + ": clients that rely on it have to ask again", .breaking)
        : .init(text + ": clients may stop asking before calls", .unknown)
    }
    let names = Set(Self.hints.map(\.name))
    let others = { (node: Node?) in
      Dictionary(
        node?.members.compactMap { member in
          member.key.scalarText.map { ($0, member.value.canonicalJSON) }
        } ?? []
      ) { $1 }
    }
    let (before, after) = (others(old), others(new))
    for name in Set(before.keys).union(after.keys).subtracting(names).sorted()
    where before[name] != after[name] {
      details.append(.init("`\(name)` changed", name == "title" ? .compatible : .unknown))
    }
    if details.isEmpty {
      details = [.init("defaults are written out, or left out", .compatible)]
    }
    self.details = details
  }
}
