import SourceText
import Syntax

/// Tells schemas of the same text from others, each node of a document at the cost of one look.
final class SchemaDigests {
  private struct Entry {
    let digest: [UInt8]
    /// Whether the schema says all that it means itself, without a reference.
    let isSelfContained: Bool
  }

  private var entries: [Node: Entry] = [:]

  /// Whether two schemas have the same text and mean the same by it wherever they stand.
  func areSame(_ left: Node?, _ right: Node?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    let (first, second) = (entry(of: left), entry(of: right))
    return first.isSelfContained && first.digest == second.digest
  }

  /// Whether `schema` says all that it means itself, without a reference.
  func isSelfContained(_ schema: Node) -> Bool {
    entry(of: schema).isSelfContained
  }

  private func entry(of node: Node) -> Entry {
    if let known = entries[node] { return known }
    let entry = computed(node)
    entries[node] = entry
    return entry
  }

  /// Digests are made of the digests of parts, so that nesting does not multiply the work.
  private func computed(_ node: Node) -> Entry {
    switch node.kind {
    case .sequence:
      let parts = node.elements.map(entry)
      return Entry(
        digest: Self.digest(of: "[", parts.map(\.digest)),
        isSelfContained: parts.allSatisfy(\.isSelfContained))
    case .mapping:
      let members = node.members.map { member in
        (name: member.key.canonicalJSON, value: entry(of: member.value))
      }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      let references = SchemaKeyword.references
      return Entry(
        digest: Self.digest(
          of: "{", members.flatMap { [Self.digest(of: $0.name, []), $0.value.digest] }),
        isSelfContained: members.allSatisfy(\.value.isSelfContained)
          && !node.members.contains { references.contains($0.key.scalarText ?? "") })
    default:
      return Entry(digest: Self.digest(of: node.canonicalJSON, []), isSelfContained: true)
    }
  }

  private static func digest(of text: String, _ parts: [[UInt8]]) -> [UInt8] {
    var digest = SHA256()
    digest.update(Array(text.utf8).span)
    for part in parts { digest.update(part.span) }
    return digest.digest
  }
}
