/// Merge keys: `<<: *defaults` or `<<: [*first, *second]`, an extension of YAML 1.1 that Kubernetes, Envoy
/// and Compose users rely on. The tree keeps them as written; these readers see through them.
extension Node {
  /// The members of a mapping with those that merge keys bring in, each key once and no merge key.
  ///
  /// A mapping's own keys win over merged ones, and an earlier merged mapping over a later one. The
  /// mapping's own members come first, in the order of the source.
  public var mergedMembers: [(key: Node, value: Node)] {
    guard holdsMergeKey else { return Array(members) }
    var result: [(key: Node, value: Node)] = []
    var names: Set<MemberName> = []
    for mapping in MergedMappings(of: self) {
      for member in mapping.members where !member.key.isMergeKey {
        if let name = MemberName(member.key), !names.insert(name).inserted { continue }
        result.append(member)
      }
    }
    return result
  }

  /// The member with the scalar key `key` that a merge key brings in.
  func mergedMember(_ key: String) -> (key: Node, value: Node)? {
    guard holdsMergeKey else { return nil }
    for mapping in MergedMappings(of: self) {
      for member in mapping.members where member.key.isScalar(key) && !member.key.isMergeKey {
        return member
      }
    }
    return nil
  }

  /// Whether one of the mapping's keys is `<<`.
  private var holdsMergeKey: Bool {
    record.kind == .mapping && record.flags & NodeRecord.holdsMergeKey != 0
  }

  /// Whether the node, as a key, is a merge key: `<<` without quotes and tag.
  fileprivate var isMergeKey: Bool {
    !isAlias && kind == .string && style == .plain && isScalar("<<") && properties?.tag == nil
  }

  /// The mappings that this mapping's own merge key names, in order.
  fileprivate var mergeSources: [Node] {
    guard holdsMergeKey else { return [] }
    for member in members where member.key.isMergeKey {
      switch member.value.kind {
      case .mapping: return [member.value]
      case .sequence: return member.value.elements.filter { $0.kind == .mapping }
      default: return []
      }
    }
    return []
  }
}

/// A mapping and all that it merges, the most important first, each mapping once.
///
/// Walks without recursion, so that a long chain of merges does not overflow the machine's stack.
private struct MergedMappings: Sequence, IteratorProtocol {
  private var pending: [Node]
  private var seen: Set<Int> = []

  init(of mapping: Node) {
    pending = [mapping]
  }

  mutating func next() -> Node? {
    while let mapping = pending.popLast() {
      guard seen.insert(mapping.contentIndex).inserted else { continue }
      pending.append(contentsOf: mapping.mergeSources.reversed())
      return mapping
    }
    return nil
  }
}

/// What tells two scalar keys of a mapping apart.
private struct MemberName: Hashable {
  let kind: NodeKind
  let text: String

  init?(_ key: Node) {
    guard let text = key.scalarText else { return nil }
    kind = key.kind
    self.text = kind == .null ? "" : text
  }
}
